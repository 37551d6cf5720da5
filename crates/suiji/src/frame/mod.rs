//! Frame, exclusions and strata of a task [F1–F3].

pub(crate) mod allocate;

mod scope;

use crate::base::error::{Error, ErrorKind, Faults, Place};
use crate::base::place::{narrow, wide};
use crate::base::run::{Cancelled, Run, Stage};
use crate::base::texts::codes;
use crate::inputs::history::{History, Past};
use crate::inputs::plan::{Plan, Task};
use crate::inputs::registry::Registry;

use scope::Matches;
pub(crate) use scope::matches_one;

/// The stratum of a task without `risk` [F3].
pub(crate) const ALL: &str = "all";

/// Why a matching entity is not in the frame [F2].
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
#[non_exhaustive]
pub enum Reason {
    /// It has had the plan's most visits of the year.
    AnnualCap,
    /// It has had the task's visits of the year.
    PerYear,
}

impl Reason {
    /// As excluded leaves write it.
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::AnnualCap => "annual_cap",
            Self::PerYear => "per_year",
        }
    }
}

/// The frame of one task: places in the registry, so in the order of ids.
#[derive(Clone, Debug, Default)]
pub(crate) struct Frame {
    pub(crate) rows: Vec<u32>,
    /// The stratum of each row, as its place in `strata`.
    pub(crate) stratum: Vec<u8>,
    pub(crate) excluded: Vec<(u32, Reason)>,
    /// Strata that are not empty, in the order of the classes [F4].
    pub(crate) strata: Vec<Stratum>,
}

/// A stratum and its size.
#[derive(Clone, Debug, Eq, PartialEq)]
pub(crate) struct Stratum {
    pub(crate) name: String,
    pub(crate) size: u64,
}

/// What became of a row of the registry.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub(crate) enum Standing {
    Inactive,
    OutOfScope,
    Excluded { position: usize, reason: Reason },
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

    /// What became of a registry row.
    pub(crate) fn standing(&self, registry: &Registry, row: usize) -> Standing {
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
                reason: self.excluded[position].1,
            },
            Err(_) if registry.rows()[row].inactive => Standing::Inactive,
            Err(_) => Standing::OutOfScope,
        }
    }
}

/// Rows taken at once.
const CHUNK: usize = 4096;

#[derive(Default)]
struct Piece {
    frame: Frame,
    unrated: Vec<u32>,
}

/// What the frames of a plan are made from.
pub(crate) struct Framing<'f> {
    plan: &'f Plan,
    registry: &'f Registry,
    history: &'f History,
    /// Rows that have had the year's most visits; ascending.
    capped: Vec<u32>,
}

impl<'f> Framing<'f> {
    pub(crate) fn new(
        plan: &'f Plan,
        registry: &'f Registry,
        history: &'f History,
        run: &Run,
    ) -> Result<Self, Cancelled> {
        Ok(Self {
            plan,
            registry,
            history,
            capped: visited(registry, history, plan.annual_cap, plan.year, None, run)?,
        })
    }

    /// [F2, F3] Makes the frame of one task: a matching row is excluded for the first reason that applies, or is in its
    /// stratum.
    pub(crate) fn frame(&self, index: usize, run: &Run) -> Result<Frame, Error> {
        let (plan, registry, capped) = (self.plan, self.registry, &self.capped);
        let task = &plan.tasks[index];
        let matches = Matches::new(plan, task, registry);
        let id = Some(task.id.as_str());
        let done = visited(registry, self.history, task.per_year, plan.year, id, run)?;
        let rows = registry.rows();
        let pieces = run.map_chunks(Stage::Frame, rows.len(), CHUNK, |range| {
            let mut piece = Piece::default();
            for index in range {
                let row = &rows[index];
                if !matches.matches(task, row) {
                    continue;
                }
                // Rows of a table in memory are fewer than 2^32.
                let number = narrow(index);
                if capped.binary_search(&number).is_ok() {
                    piece.frame.excluded.push((number, Reason::AnnualCap));
                } else if done.binary_search(&number).is_ok() {
                    piece.frame.excluded.push((number, Reason::PerYear));
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
        check(index, task, registry, &frame, &unrated)?;
        frame.name_strata(plan, task);
        Ok(frame)
    }
}

/// [F3] An unrated entity without `risk.unrated_as` is a fault, and so is an empty frame.
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
}

/// [F2] Registry rows with planned inspections on at least `cap` different dates of the year, for one task or for
/// any; ascending.
fn visited(
    registry: &Registry,
    history: &History,
    cap: Option<u64>,
    year: u64,
    task: Option<&str>,
    run: &Run,
) -> Result<Vec<u32>, Cancelled> {
    let mut visited = Vec::new();
    let Some(cap) = cap else { return Ok(visited) };
    let all = usize::try_from(history.len()).unwrap_or(usize::MAX);
    let mut step = run.step(Stage::Frame, all);
    let counted = |past: &Past<'_>| {
        past.planned
            && u64::from(past.date.year()) == year
            && task.is_none_or(|task| past.task == task)
    };
    // The rows of an entity stand together, in the order of their dates.
    let mut pasts = (0..all).map(|index| history.past(index)).peekable();
    while let Some(first) = pasts.next() {
        let (mut dates, mut last, mut rows) = (0, None, 0);
        let mut next = Some(first);
        while let Some(past) = next {
            if counted(&past) && last != Some(past.date) {
                dates += 1;
                last = Some(past.date);
            }
            rows += 1;
            next = pasts.next_if(|past| past.entity == first.entity);
        }
        if dates >= cap {
            let row = registry.find(first.entity);
            visited.extend(row.and_then(|row| u32::try_from(row).ok()));
        }
        step.advance(rows)?;
    }
    Ok(visited)
}

/// How many are excluded for a reason, for a table of tasks.
pub(crate) fn count_excluded(frame: &Frame, reason: Reason) -> u64 {
    frame
        .excluded
        .iter()
        .filter(|(_, of)| *of == reason)
        .count() as u64
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
            Err(error) => faults.extend(&error),
        }
    }
    faults.into_result(frames)
}
