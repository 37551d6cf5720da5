//! The state after the record and the amendments [M1]: who holds which seat, which reserves are used, who is
//! away, who has left which team, and loads.

use std::collections::BTreeSet;

use serde_json::{Map, Value, json};
use suiji::Digest;

use crate::trace::sheet::Sheet;
use crate::trace::teams::{one_visit, ranks};
use crate::trace::tickets::{Draw, DrawnEntity};
use crate::trace::{Drawn, Given, jcs, list, text};

/// A selected entity, or a used reserve, of a task.
pub(super) struct Visit<'g> {
    pub(super) row: &'g Value,
    stratum: &'g str,
    /// By seat: who holds it. Empty if the team belongs to another task, or the task has no teams.
    pub(super) seats: Vec<Option<String>>,
    left: BTreeSet<String>,
    /// The task whose team this is.
    pub(super) joins: Option<usize>,
    /// Whether a reserve was named to replace it.
    pub(super) replaced: bool,
}

pub(super) struct State<'g> {
    given: &'g Given,
    pub(super) sheet: &'g Sheet<'g>,
    draws: &'g [Draw<'g>],
    seed: Digest,
    /// By task: the selected entities in list order, then the used reserves in the order of use.
    pub(super) visits: Vec<Vec<Visit<'g>>>,
    pub(super) away: BTreeSet<String>,
    /// Inspectors whom earlier amendments chose by hand.
    pub(super) by_hand: BTreeSet<String>,
}

impl<'g> State<'g> {
    pub(super) fn new(given: &'g Given, sheet: &'g Sheet<'g>, drawn: &'g Drawn<'g>) -> Self {
        let mut state = State {
            given,
            sheet,
            draws: &drawn.draws,
            seed: drawn.seed,
            visits: sheet.tasks.iter().map(|_| Vec::new()).collect(),
            away: BTreeSet::new(),
            by_hand: BTreeSet::new(),
        };
        for (task, draw) in drawn.draws.iter().enumerate() {
            for of in &draw.selected {
                let joins = one_visit(&sheet.tasks, &drawn.draws, task, of.id);
                state.push(task, of, joins);
                if joins.is_none() {
                    let held = drawn.staffed.board.seats_of(task, task, of.id);
                    let held = held.into_iter().map(|id| id.map(str::to_owned));
                    state.last(task).seats = held.collect();
                }
            }
        }
        state
    }

    fn push(&mut self, task: usize, of: &DrawnEntity<'g>, joins: Option<usize>) {
        self.visits[task].push(Visit {
            row: of.row,
            stratum: of.stratum,
            seats: Vec::new(),
            left: BTreeSet::new(),
            joins,
            replaced: false,
        });
    }

    fn last(&mut self, task: usize) -> &mut Visit<'g> {
        let last = self.visits[task].last_mut();
        last.expect("it has just been added")
    }

    /// Uses a reserve. The seats of its team are vacant at first.
    pub(super) fn add(&mut self, task: usize, reserve: &Value, joins: Option<usize>) {
        let draws = self.draws;
        let mut reserves = draws[task].reserves.iter();
        let of = reserves.find(|of| reserve["id"] == of.id);
        self.push(task, of.expect("a reserve of the record"), joins);
        let form = self.sheet.tasks[task].form.as_ref();
        if let (Some(form), None) = (form, joins) {
            self.last(task).seats = vec![None; form.seats.len()];
        }
    }

    /// The index of an inspector in the roster.
    pub(super) fn place(&self, id: &str) -> Option<usize> {
        self.given.roster.iter().position(|row| row["id"] == id)
    }

    /// [T3] The load, with the seats that are held now.
    fn load(&self, v: usize) -> u64 {
        let id = text(&self.given.roster[v]["id"]);
        let seats = self.visits.iter().flatten().flat_map(|visit| &visit.seats);
        let held = seats.filter(|seat| seat.as_deref() == Some(id)).count();
        self.given.load(v) + held as u64
    }

    pub(super) fn holder(&self, (task, place, seat): (usize, usize, usize)) -> Option<String> {
        self.visits[task][place].seats[seat].clone()
    }

    /// [M3] The holder of a seat leaves the seat and the team.
    pub(super) fn leave(&mut self, (task, place, seat): (usize, usize, usize)) -> Option<String> {
        let visit = &mut self.visits[task][place];
        let leaves = visit.seats[seat].take();
        visit.left.extend(leaves.clone());
        leaves
    }

    /// [T4.3] The candidates for a team by rank, and the steps.
    pub(super) fn ranks(&self, task: usize, place: usize) -> (Vec<usize>, Value) {
        let of = &self.sheet.tasks[task];
        let (ranks, mut step) = ranks(self.given, of, self.visits[task][place].row, &self.seed);
        step["task"] = json!(of.id);
        (ranks, step)
    }

    /// [M3, T4.4] Who gets a seat: of the possible candidates, the one with the smallest (load, rank).
    pub(super) fn next(
        &self,
        (task, place, seat): (usize, usize, usize),
        ranks: &[usize],
        leaving: &BTreeSet<String>,
    ) -> Option<String> {
        let visit = &self.visits[task][place];
        let form = self.sheet.tasks[task].form.as_ref()?;
        let id = |v: usize| text(&self.given.roster[v]["id"]);
        let free = |v: usize| {
            form.may_sit(&self.given.roster[v], seat, visit.row)
                && !visit
                    .seats
                    .iter()
                    .any(|held| held.as_deref() == Some(id(v)))
                && !visit.left.contains(id(v))
                && !leaving.contains(id(v))
                && !self.away.contains(id(v))
                && self.given.cap(v).is_none_or(|cap| self.load(v) < cap)
        };
        let free = ranks.iter().enumerate().filter(|&(_, &v)| free(v));
        let next = free.min_by_key(|&(rank, &v)| (self.load(v), rank));
        next.map(|(_, &v)| id(v).to_owned())
    }

    /// [M4] The first reserve of the stratum that is not used yet. The entity must not have been replaced before.
    pub(super) fn next_reserve(&self, task: usize, place: usize) -> Option<&'g Value> {
        let visit = &self.visits[task][place];
        if visit.replaced {
            return None;
        }
        let used = |of: &DrawnEntity<'_>| self.visits[task].iter().any(|v| v.row == of.row);
        let draws = self.draws;
        let mut reserves = draws[task].reserves.iter();
        let next = reserves.find(|of| of.stratum == visit.stratum && !used(of));
        next.map(|of| of.row)
    }

    /// [M4] The first task in the plan whose team also visits the entity for this one.
    pub(super) fn joined(&self, task: usize, entity: &Value) -> Option<usize> {
        let form = self.sheet.tasks[task].form.as_ref()?;
        let comes = |&other: &usize| {
            let serves = self.sheet.tasks[other].form.as_ref();
            other != task
                && serves.is_some_and(|other| other.serves(form))
                && self.visits[other]
                    .iter()
                    .any(|visit| visit.row["id"] == entity["id"] && visit.joins.is_none())
        };
        (0..self.sheet.tasks.len()).find(comes)
    }

    /// [M2] Who holds the seats of a task's team now, even if the team belongs to another task.
    pub(super) fn seats(&self, task: usize, place: usize) -> Vec<Option<String>> {
        let visit = &self.visits[task][place];
        let count = self.sheet.tasks[task].form.as_ref();
        let count = count.map_or(0, |form| form.seats.len());
        let of = visit.joins.map_or(visit, |joins| {
            let mut visits = self.visits[joins].iter();
            let same = visits.find(|other| other.row == visit.row);
            same.expect("the team that it joins")
        });
        of.seats.iter().take(count).cloned().collect()
    }

    /// [M5] Whether the id of a known inspector differs only in letter case.
    pub(super) fn differs_by_case(&self, id: &str) -> bool {
        let roster = self.given.roster.iter().map(|row| text(&row["id"]));
        let history = self.given.history.iter();
        let history = history.flat_map(|visit| list(&visit["inspectors"]).iter().map(text));
        let by_hand = self.by_hand.iter().map(String::as_str);
        roster
            .chain(history)
            .chain(by_hand)
            .any(|known| known != id && known.eq_ignore_ascii_case(id))
    }

    /// Task and entity of a team.
    pub(super) fn named(&self, (task, place): (usize, usize)) -> Value {
        json!({"task": self.sheet.tasks[task].id, "entity": self.visits[task][place].row["id"]})
    }

    /// An amendment with its digest, the ranks that were made for it, and the state after it. Loads of 0 are left out.
    pub(super) fn step(&self, amendment: &Value, digest: &str, ranks: &[Value]) -> Value {
        let loads = (0..self.given.roster.len()).map(|v| (v, self.load(v)));
        let loads = loads.filter(|(_, load)| *load > 0).map(|(v, load)| {
            let id = text(&self.given.roster[v]["id"]);
            (id.to_owned(), json!(load))
        });
        let mut left = Vec::new();
        for task in 0..self.visits.len() {
            for (place, visit) in self.visits[task].iter().enumerate() {
                if !visit.left.is_empty() {
                    let mut team = self.named((task, place));
                    team["inspectors"] = json!(visit.left);
                    left.push(team);
                }
            }
        }
        let loads: Map<String, Value> = loads.collect();
        json!({
            "jcs": jcs(amendment), "digest": digest, "ranks": ranks, "loads": loads,
            "away": self.away, "left": left})
    }
}
