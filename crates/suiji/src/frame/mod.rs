//! Frame, exclusions and strata of a task [F1–F3].

pub(crate) mod allocate;

mod exclude;
mod scope;
mod visits;

use core::sync::atomic::{AtomicU64, Ordering};
use std::sync::Arc;

use crate::base::error::{Error, ErrorKind, Faults, Place};
use crate::base::limits;
use crate::base::place::{narrow, wide};
use crate::base::run::{Cancelled, Run, Stage};
use crate::base::texts::codes;
use crate::inputs::history::History;
use crate::inputs::plan::{Plan, Task};
use crate::inputs::registry::Registry;

use exclude::{Exclusion, Exemptions};
pub(crate) use scope::{Condition, Matches, Scopes, matches_one};
use visits::Reached;

/// The stratum of a task without `risk` [F3].
pub(crate) const ALL: &str = "all";

/// The frame of one task: positions in the registry. They are in the order of ids.
#[derive(Clone, Debug, Default)]
pub(crate) struct Frame {
    pub(crate) rows: Vec<u32>,
    /// The stratum of each row, as its index in `strata`.
    pub(crate) stratum: Vec<u8>,
    /// Rows that match but are excluded. The reason of each is an index in `reasons`.
    pub(crate) excluded: Vec<(u32, u8)>,
    /// The reasons that apply to rows, in the order of [F2].
    pub(crate) reasons: Vec<Reason>,
    /// Strata that are not empty, in the order of the classes [F4].
    pub(crate) strata: Vec<Stratum>,
}

/// A reason of exclusion, which is `exempt` or the id of a limit [F2], and how many rows have it.
#[derive(Clone, Debug, Eq, PartialEq)]
pub(crate) struct Reason {
    pub(crate) reason: Arc<str>,
    pub(crate) size: u64,
}

/// A stratum and its size.
#[derive(Clone, Debug, Eq, PartialEq)]
pub(crate) struct Stratum {
    pub(crate) name: String,
    pub(crate) size: u64,
}

/// What became of a row of the registry.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub(crate) enum Standing<'f> {
    Inactive,
    OutOfScope,
    Excluded { position: usize, reason: &'f str },
    Framed { position: usize, stratum: usize },
}

impl Frame {
    /// The place of a registry row in the frame.
    pub(crate) fn position(&self, row: usize) -> Option<usize> {
        let row = u32::try_from(row).ok()?;
        self.rows.binary_search(&row).ok()
    }

    pub(crate) fn row(&self, position: usize) -> usize {
        wide(self.rows[position])
    }

    pub(crate) fn stratum_name(&self, position: usize) -> &str {
        &self.strata[usize::from(self.stratum[position])].name
    }

    /// The reason of an excluded row.
    pub(crate) fn reason(&self, position: usize) -> &str {
        &self.reasons[usize::from(self.excluded[position].1)].reason
    }

    /// What became of a registry row.
    pub(crate) fn standing(&self, registry: &Registry, row: usize) -> Standing<'_> {
        if let Some(position) = self.position(row) {
            return Standing::Framed {
                position,
                stratum: usize::from(self.stratum[position]),
            };
        }
        let number = narrow(row);
        match self.excluded.binary_search_by_key(&number, |(of, _)| *of) {
            Ok(position) => Standing::Excluded {
                position,
                reason: self.reason(position),
            },
            Err(_) if registry.rows()[row].inactive => Standing::Inactive,
            Err(_) => Standing::OutOfScope,
        }
    }
}

/// How many rows a thread takes at once.
const CHUNK: usize = 4096;

#[derive(Default)]
struct Piece {
    frame: Frame,
    unrated: Vec<u32>,
}

/// Makes the frames of a plan.
pub(crate) struct Framing<'f> {
    plan: &'f Plan,
    registry: &'f Registry,
    reached: Reached,
    exemptions: Exemptions,
    scopes: Scopes<'f>,
    /// The reasons that all tasks have.
    of_plan: Vec<Arc<str>>,
    /// The number of places in all frames made so far.
    made: AtomicU64,
}

impl<'f> Framing<'f> {
    pub(crate) fn new(
        plan: &'f Plan,
        registry: &'f Registry,
        history: &History,
        run: &Run,
    ) -> Result<Self, Cancelled> {
        Ok(Self {
            plan,
            registry,
            reached: Reached::new(plan, registry, history, run)?,
            exemptions: Exemptions::new(plan, registry),
            scopes: Scopes::new(registry),
            of_plan: exclude::of_plan(plan).map(Arc::from).collect(),
            made: AtomicU64::new(0),
        })
    }

    /// [F2, F3] Makes the frame of one task. A matching row is excluded for the first reason that applies. If there is
    /// none, it belongs to its stratum.
    ///
    /// Together with the frames made so far, it may have as many places as [`limits`] allow.
    pub(crate) fn frame(&self, index: usize, run: &Run) -> Result<Frame, Error> {
        let (plan, registry) = (self.plan, self.registry);
        let task = &plan.tasks[index];
        let matches = self.scopes.of(plan, task);
        let exclusion = Exclusion::new(plan, index, registry, &self.reached, &self.exemptions);
        let rows = registry.rows();
        let pieces = run.map_chunks(Stage::Frame, rows.len(), CHUNK, |range| {
            let mut piece = Piece::default();
            let mut rest = exclusion.from(narrow(range.start));
            for index in range {
                let row = &rows[index];
                if !matches.matches(task, row) {
                    continue;
                }
                // A table in memory has fewer than 2^32 rows.
                let number = narrow(index);
                if let Some(reason) = rest.reason(number, row) {
                    piece.frame.excluded.push((number, reason));
                } else {
                    match matches.strata[wide(row.class)] {
                        Some(stratum) => {
                            piece.frame.rows.push(number);
                            piece.frame.stratum.push(stratum);
                        }
                        None => piece.unrated.push(number),
                    }
                }
            }
            piece
        })?;
        let (mut frame, mut unrated) = (Frame::default(), Vec::new());
        for piece in pieces {
            frame.rows.extend(piece.frame.rows);
            frame.stratum.extend(piece.frame.stratum);
            frame.excluded.extend(piece.frame.excluded);
            unrated.extend(piece.unrated);
        }
        let places = (frame.rows.len() + frame.excluded.len()) as u64;
        let made = self
            .made
            .fetch_add(places, Ordering::Relaxed)
            .saturating_add(places);
        let rows = registry.len();
        let limit = limits::for_rows(limits::FRAMED, limits::FRAMED_FOR_EACH, rows);
        if made > limit {
            let place = Place::new(ErrorKind::Plan, "$.tasks");
            return Err(Error::new(codes::framed(limit).at(place)));
        }
        check(index, task, registry, &frame, &unrated)?;
        frame.name_strata(plan, task);
        frame.name_reasons(&self.of_plan, task);
        Ok(frame)
    }
}

/// [F3] Reports unrated entities if the task has no `risk.unrated_as`, and an empty frame.
fn check(
    index: usize,
    task: &Task,
    registry: &Registry,
    frame: &Frame,
    unrated: &[u32],
) -> Result<(), Error> {
    let mut faults = Faults::default();
    let place = || Place::new(ErrorKind::Plan, format!("$.tasks[{index}]"));
    if !unrated.is_empty() {
        let name = |&row: &u32| registry.id(wide(row));
        let ids: Vec<&str> = unrated.iter().take(3).map(name).collect();
        let more = if unrated.len() > 3 { " …" } else { "" };
        let problem = codes::frame_unrated(&task.id, unrated.len(), ids.join(", ") + more);
        faults.push(problem.at(place()));
    } else if frame.rows.is_empty() {
        faults.push(codes::frame_empty(&task.id).at(place()));
    }
    faults.into_result(())
}

impl Frame {
    /// Counts the strata, and numbers those that are not empty.
    fn name_strata(&mut self, plan: &Plan, task: &Task) {
        let mut sizes = vec![0_u64; plan.classes.len()];
        for &stratum in &self.stratum {
            sizes[usize::from(stratum)] += 1;
        }
        let mut numbers = vec![0; sizes.len()];
        for (class, &size) in sizes.iter().enumerate().filter(|(_, size)| **size > 0) {
            // There are at most nine classes.
            numbers[class] = u8::try_from(self.strata.len()).unwrap_or(u8::MAX);
            let name = if task.risk.is_empty() {
                ALL
            } else {
                plan.classes[class].id.as_str()
            };
            self.strata.push(Stratum {
                name: name.to_owned(),
                size,
            });
        }
        for stratum in &mut self.stratum {
            *stratum = numbers[usize::from(*stratum)];
        }
    }

    /// Counts the reasons, and numbers those that apply.
    fn name_reasons(&mut self, of_plan: &[Arc<str>], task: &Task) {
        let mut sizes = [0_u64; 1 << u8::BITS];
        for (_, reason) in &self.excluded {
            sizes[usize::from(*reason)] += 1;
        }
        let mut numbers = [0; 1 << u8::BITS];
        let of_task = task.limits.iter().map(|limit| limit.id.as_str().into());
        for (place, reason) in of_plan.iter().cloned().chain(of_task).enumerate() {
            if sizes[place] > 0 {
                // There are at most 129 reasons.
                numbers[place] = u8::try_from(self.reasons.len()).unwrap_or(u8::MAX);
                self.reasons.push(Reason {
                    reason,
                    size: sizes[place],
                });
            }
        }
        for (_, reason) in &mut self.excluded {
            *reason = numbers[usize::from(*reason)];
        }
    }
}

/// Makes all frames of a plan, with the faults of all tasks together.
pub(crate) fn frames(
    plan: &Plan,
    registry: &Registry,
    history: &History,
    run: &Run,
) -> Result<Vec<Frame>, Error> {
    let mut faults = Faults::default();
    let mut frames = Vec::new();
    let framing = Framing::new(plan, registry, history, run)?;
    for index in 0..plan.tasks.len() {
        match framing.frame(index, run) {
            Ok(frame) => frames.push(frame),
            Err(error) if error.kind() == ErrorKind::Cancelled => return Err(Cancelled.into()),
            Err(error) => {
                faults.extend(&error);
                if error.code() == codes::FRAMED.id() {
                    break;
                }
            }
        }
    }
    faults.into_result(frames)
}

#[cfg(test)]
mod tests;
