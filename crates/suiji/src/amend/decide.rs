//! Who steps in: from the inputs, the seed and the state before an event [M3–M5].

use std::collections::BTreeSet;

use super::document::{Change, Substitution};
use super::request::{Event, Seat};
use super::state::{State, index_of};
use crate::base::error::Error;
use crate::base::id::{EntityId, InspectorId, TaskId};
use crate::base::run::Run;
use crate::base::texts::{Problem, codes};
use crate::inputs::Inputs;
use crate::record::Record;
use crate::staff::tasks::{self, entity};
use crate::staff::{Candidates, Staff, Substitutes, TaskTeam};

/// What the decision depends on besides the state: plan, registry, roster and history, in the form that section 7 uses.
#[derive(Debug)]
pub(crate) struct Known<'a> {
    inputs: &'a Inputs,
    staff: Staff<'a>,
}

impl<'a> Known<'a> {
    pub(crate) fn new(inputs: &'a Inputs) -> Self {
        Self {
            inputs,
            staff: tasks::staff(inputs.plan(), inputs.roster(), inputs.history()),
        }
    }
}

/// Decides what an event changes.
#[derive(Debug)]
pub(crate) struct Decider<'a> {
    known: &'a Known<'a>,
    substitutes: Substitutes<'a>,
    /// By place in the roster: the inspector's number in the state.
    numbers: Vec<Option<usize>>,
    /// How many inspectors of the state are in `numbers`.
    numbered: usize,
}

impl<'a> Decider<'a> {
    pub(crate) fn new(known: &'a Known<'a>, record: &Record, run: &Run) -> Result<Self, Error> {
        let hash = record.commitment.hash;
        Ok(Self {
            known,
            numbers: vec![None; known.staff.inspectors.len()],
            numbered: 0,
            substitutes: Substitutes::new(hash, &record.seed, &known.staff, run)?,
        })
    }

    /// [M3–M5] What the event changes. Fails with the reason why the event is impossible.
    ///
    /// Call it for the events in their order. Each state is the one after the event before.
    pub(crate) fn decide(
        &mut self,
        state: &State<'_>,
        event: &Event,
        run: &Run,
    ) -> Result<Result<Change, Problem>, Error> {
        for (number, id) in state.inspectors.iter().enumerate().skip(self.numbered) {
            if let Some(place) = self.place(id) {
                self.numbers[place] = Some(number);
            }
        }
        self.numbered = state.inspectors.len();
        Ok(match event {
            Event::Away { inspectors } => self.of_roster(inspectors).map(|()| Change::Away {
                inspectors: sorted(inspectors),
            }),
            Event::Back { inspectors } => Ok(Change::Back {
                inspectors: sorted(inspectors),
            }),
            Event::Substitute { seats } => self.substitute(state, seats, run)?,
            Event::Reserve { task, entity } => self.reserve(state, task, entity, run)?,
            Event::ByHand { seat, inspector } => {
                self.no_case_twin(inspector).map(|()| Change::ByHand {
                    task: seat.task.clone(),
                    entity: seat.entity.clone(),
                    seat: seat.number,
                    inspector: inspector.clone(),
                })
            }
        })
    }

    /// [M3] Checks that each inspector is in the roster.
    fn of_roster(&self, inspectors: &[InspectorId]) -> Result<(), Problem> {
        match inspectors.iter().find(|id| self.place(id).is_none()) {
            Some(id) => Err(codes::amend_unknown(id)),
            None => Ok(()),
        }
    }

    /// [M5] Checks that no id of roster or history differs only in letter case.
    fn no_case_twin(&self, inspector: &InspectorId) -> Result<(), Problem> {
        let roster = self.known.staff.inspectors.iter().map(|of| of.id);
        let history = self.known.inputs.history().all_inspectors();
        let twin =
            |id: &&str| *id != inspector.as_str() && id.eq_ignore_ascii_case(inspector.as_str());
        match roster.chain(history).find(twin) {
            Some(other) => Err(codes::amend_case(inspector, other)),
            None => Ok(()),
        }
    }

    /// [M3] All seats are vacated, then filled one after another.
    fn substitute(
        &self,
        state: &State<'_>,
        seats: &[Seat],
        run: &Run,
    ) -> Result<Result<Change, Problem>, Error> {
        let mut order = Vec::new();
        for seat in seats {
            match state.own_team(&seat.task, &seat.entity) {
                Err(problem) => return Ok(Err(problem)),
                Ok((place, team)) => {
                    let Some(holder) = team.seats.get(index_of(seat.number)) else {
                        return Ok(Err(codes::amend_no_seat(
                            &seat.task,
                            &seat.entity,
                            seat.number,
                        )));
                    };
                    let Some(holder) = *holder else {
                        return Ok(Err(codes::amend_vacant(
                            &seat.task,
                            &seat.entity,
                            seat.number,
                        )));
                    };
                    order.push((place, seat, holder));
                }
            }
        }
        order.sort_unstable_by_key(|&(place, seat, _)| (place, seat.number));
        if order
            .windows(2)
            .any(|pair| (pair[0].0, pair[0].1.number) == (pair[1].0, pair[1].1.number))
        {
            return Ok(Err(codes::amend_order()));
        }
        let mut after = state.clone();
        let mut numbers = self.numbers.clone();
        let leave: BTreeSet<usize> = order.iter().map(|&(_, _, holder)| holder).collect();
        for &((task, place), seat, _) in &order {
            after.put(task, place, index_of(seat.number), None);
        }
        let mut substitutions = Vec::new();
        let mut of_team = None;
        for ((task, place), seat, holder) in order {
            if of_team.as_ref().is_none_or(|(at, _)| *at != (task, place)) {
                of_team = Some(((task, place), self.candidates(task, &seat.entity, run)?));
            }
            let candidates = of_team
                .as_ref()
                .and_then(|(_, candidates)| candidates.as_ref());
            let chosen = candidates.and_then(|candidates| {
                let is_free = |inspector: usize| {
                    let team = &after.tasks[task].teams[place];
                    let keeps_out = numbers[inspector].is_some_and(|number| {
                        team.seats.contains(&Some(number))
                            || team.left.contains(&number)
                            || leave.contains(&number)
                    });
                    !keeps_out && self.is_below_cap(&after, &numbers, inspector)
                };
                let load = |at| self.load(&after, &numbers, at);
                candidates.least(index_of(seat.number), is_free, load)
            });
            let inspector = chosen.map(|at| self.id(at));
            let number = inspector.as_ref().map(|id| after.number(id));
            if let Some(at) = chosen {
                numbers[at] = number;
            }
            if number.is_some() {
                after.put(task, place, index_of(seat.number), number);
            }
            substitutions.push(Substitution {
                task: seat.task.clone(),
                entity: seat.entity.clone(),
                seat: seat.number,
                leaves: after.inspectors[holder].clone(),
                inspector,
            });
        }
        Ok(Ok(Change::Substitute {
            seats: substitutions,
        }))
    }

    /// [M4] Decides the next reserve and its team. The team joins another team, or is filled by [T4.1–T4.4].
    fn reserve(
        &self,
        state: &State<'_>,
        task: &TaskId,
        replaced: &EntityId,
        run: &Run,
    ) -> Result<Result<Change, Problem>, Error> {
        let reserve = match state.next_reserve(task, replaced) {
            Ok(reserve) => EntityId::checked(reserve),
            Err(problem) => return Ok(Err(problem)),
        };
        let change = |members, vacant, joins| Change::Reserve {
            task: task.clone(),
            entity: replaced.clone(),
            reserve: reserve.clone(),
            members,
            vacant,
            joins,
        };
        let index = state.index(task);
        let Some((index, team)) =
            index.and_then(|at| Some((at, self.known.staff.teams.get(at)?.as_ref()?)))
        else {
            return Ok(Ok(change(Vec::new(), Vec::new(), None)));
        };
        let seats = team.seats.len() as u64;
        if let Some(joins) = self.joins(state, index, team, &reserve) {
            let other = &state.tasks[joins];
            let held = other
                .team(reserve.as_str())
                .and_then(|team| state.split(team, seats));
            let (members, vacant) = held.unwrap_or_default();
            return Ok(Ok(change(members, vacant, Some(other.draw.task.clone()))));
        }
        let candidates = self.candidates(index, &reserve, run)?;
        let numbers = &self.numbers;
        let (mut members, mut vacant) = (Vec::new(), Vec::new());
        let mut team = BTreeSet::new();
        for seat in 0..seats {
            let chosen = candidates.as_ref().and_then(|candidates| {
                let is_free =
                    |at: usize| !team.contains(&at) && self.is_below_cap(state, numbers, at);
                candidates.least(index_of(seat), is_free, |at| self.load(state, numbers, at))
            });
            match chosen {
                Some(at) => {
                    team.insert(at);
                    members.push(self.id(at));
                }
                None => vacant.push(seat),
            }
        }
        Ok(Ok(change(members, vacant, None)))
    }

    /// [M4] Finds the first task of the plan whose team for the reserve serves this task too [T7].
    fn joins(
        &self,
        state: &State<'_>,
        index: usize,
        team: &TaskTeam<'_>,
        reserve: &EntityId,
    ) -> Option<usize> {
        (0..state.tasks.len()).find(|&other| {
            let own = state.tasks[other].team(reserve.as_str());
            let joined = &self.known.staff.teams[other];
            other != index
                && own.is_some_and(|own| own.joins.is_none())
                && joined.as_ref().is_some_and(|other| other.serves(team))
        })
    }

    /// The candidates of a team, `None` if the plan or the registry does not have it.
    fn candidates(
        &self,
        task: usize,
        id: &EntityId,
        run: &Run,
    ) -> Result<Option<Candidates>, Error> {
        let registry = self.known.inputs.registry();
        let Some(row) = registry.find(id.as_str()) else {
            return Ok(None);
        };
        let candidates = self
            .substitutes
            .candidates(task, entity(registry, row), run)?;
        Ok(candidates)
    }

    fn id(&self, inspector: usize) -> InspectorId {
        InspectorId::checked(self.known.staff.inspectors[inspector].id)
    }

    fn place(&self, id: &InspectorId) -> Option<usize> {
        let inspectors = &self.known.staff.inspectors;
        inspectors
            .binary_search_by(|of| of.id.cmp(id.as_str()))
            .ok()
    }

    /// The load of an inspector [T3]: the load in the roster plus the seats held now.
    fn load(&self, state: &State<'_>, numbers: &[Option<usize>], inspector: usize) -> u64 {
        let held = numbers[inspector].map_or(0, |number| state.held[number]);
        let of = &self.known.staff.inspectors[inspector];
        of.load.saturating_add(held)
    }

    /// [M3] Whether an inspector is not away and below the cap [T3].
    fn is_below_cap(&self, state: &State<'_>, numbers: &[Option<usize>], inspector: usize) -> bool {
        let cap = self.known.staff.inspectors[inspector].cap;
        let is_away = numbers[inspector].is_some_and(|number| state.is_away[number]);
        !is_away && cap.is_none_or(|cap| self.load(state, numbers, inspector) < cap)
    }
}

fn sorted(inspectors: &[InspectorId]) -> Vec<InspectorId> {
    let mut sorted = inspectors.to_vec();
    sorted.sort_unstable();
    sorted
}
