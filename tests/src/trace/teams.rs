//! Teams [T3–T5, T7]: the shuffle, the seats in order.

use serde_json::{Value, json};
use suiji::Digest;

use super::board::{At, Board, Team};
use super::keystream::{Keystream, Step};
use super::sheet::Task;
use super::tickets::{Draw, DrawnEntity};
use super::{Given, hex, text};

/// The results of section 7.
pub(super) struct Staffed<'g> {
    pub(super) board: Board<'g>,
    /// By task: the steps of each team.
    pub(super) steps: Vec<Vec<Value>>,
    /// The steps of [T6], if any task has teams.
    pub(super) balance: Option<Value>,
}

pub(super) fn staff<'g>(
    given: &'g Given,
    tasks: &'g [Task<'g>],
    draws: &[Draw<'g>],
    seed: &Digest,
) -> Staffed<'g> {
    let mut board = Board {
        given,
        tasks,
        teams: Vec::new(),
    };
    let mut steps: Vec<Vec<Value>> = vec![Vec::new(); tasks.len()];
    for (index, draw) in draws.iter().enumerate() {
        if tasks[index].form.is_none() {
            continue;
        }
        for entity in &draw.selected {
            let step = match one_visit(tasks, draws, index, entity.id) {
                Some(first) => json!({"entity": entity.id, "visit_of": tasks[first].id}),
                None => board.make_team(index, entity, seed),
            };
            steps[index].push(step);
        }
    }
    let balance = tasks
        .iter()
        .any(|task| task.form.is_some())
        .then(|| board.balance(seed));
    Staffed {
        board,
        steps,
        balance,
    }
}

/// [T7] The first earlier task whose team also visits for this one.
pub(super) fn one_visit(
    tasks: &[Task<'_>],
    draws: &[Draw<'_>],
    index: usize,
    id: &str,
) -> Option<usize> {
    let later = tasks[index].form.as_ref()?;
    (0..index).find(|&earlier| {
        let form = tasks[earlier].form.as_ref();
        form.is_some_and(|form| form.serves(later))
            && draws[earlier].selected.iter().any(|drawn| drawn.id == id)
    })
}

impl<'g> Board<'g> {
    /// [T4]
    fn make_team(&mut self, task: usize, entity: &DrawnEntity<'g>, seed: &Digest) -> Value {
        let of = &self.tasks[task];
        let count = of.form.as_ref().map_or(0, |form| form.seats.len());
        self.teams.push(Team {
            task,
            entity: entity.clone(),
            seats: vec![None; count],
            ranks: Vec::new(),
        });
        let team = self.teams.len() - 1;
        let (ranks, mut step) = ranks(self.given, of, entity.row, seed);
        self.teams[team].ranks = ranks;
        step["seats"] = (0..count).map(|seat| self.fill((team, seat))).collect();
        step
    }

    /// [T4.4–T4.6]
    fn fill(&mut self, at: At) -> Value {
        let (team, seat) = at;
        let ranks = self.teams[team].ranks.clone();
        let free = ranks.iter().enumerate().filter(|&(_, &v)| {
            self.may_sit(v, at) && self.seat_in(v, team).is_none() && self.below_cap(v)
        });
        let best = free.min_by_key(|&(rank, &v)| (self.load(v), rank));
        if let Some((rank, &v)) = best {
            let load = self.load(v);
            self.teams[team].seats[seat] = Some(v);
            return json!({"seat": seat, "by": "rank", "inspector": self.id(v), "load": load, "rank": rank});
        }
        match self.search(&[at], None) {
            Some(moves) => json!({"seat": seat, "by": "chain", "moves": self.moves(&moves)}),
            None => json!({"seat": seat, "by": "vacant"}),
        }
    }
}

/// [T4.1–T4.3] The candidates for the team of a task and an entity in the order of their ranks, and the steps.
pub(super) fn ranks(
    given: &Given,
    task: &Task<'_>,
    entity: &Value,
    seed: &Digest,
) -> (Vec<usize>, Value) {
    let form = task.form.as_ref();
    let may_sit = |v: usize| {
        form.is_some_and(|form| {
            let mut seats = 0..form.seats.len();
            seats.any(|seat| form.may_sit(&given.roster[v], seat, entity))
        })
    };
    let candidates: Vec<usize> = (0..given.roster.len()).filter(|&v| may_sit(v)).collect();
    let id = text(&entity["id"]);
    let parts = [
        seed.as_bytes().as_slice(),
        task.id.as_bytes(),
        id.as_bytes(),
    ];
    let key = given.hash.derive("team", &parts);
    let (ranks, numbers) = Keystream::of_key(&key).shuffle(candidates.clone());
    let ids = |of: &[usize]| {
        let ids = of.iter().map(|&v| &given.roster[v]["id"]);
        ids.collect::<Vec<_>>()
    };
    let step = json!({
        "entity": id, "key": hex(&key), "candidates": ids(&candidates),
        "numbers": numbers.iter().map(number_step).collect::<Vec<_>>(), "ranks": ids(&ranks)});
    (ranks, step)
}

/// Words can be too large for a JSON integer [C2a], so they are decimal strings.
fn number_step(step: &Step) -> Value {
    let words: Vec<String> = step.words.iter().map(u64::to_string).collect();
    json!({"bound": step.bound, "words": words, "value": step.value})
}
