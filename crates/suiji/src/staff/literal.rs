//! Section 7 word by word, for tests: full shuffles, every inspector looked at for every seat,
//! every search from nothing. It shares no code with the module but the types.

use std::collections::{BTreeMap, BTreeSet, VecDeque};

use rand_chacha::ChaCha20Rng;
use rand_core::{Rng as _, SeedableRng as _};

use super::problem::{Firm, Moves, Officer, Staffed, TaskTeam};
use crate::base::hash::{Digest, Hash};
use crate::inputs::plan::DistrictRule;

struct Team<'p> {
    task: usize,
    place: usize,
    firm: Firm<'p>,
    seats: Vec<Option<usize>>,
    /// By inspector: his rank, where he is a candidate.
    ranks: Vec<Option<usize>>,
}

struct Draw<'p> {
    officers: &'p [Officer<'p>],
    tasks: &'p [Option<TaskTeam<'p>>],
    teams: Vec<Team<'p>>,
    /// The seats and inspectors that failed searches reached, where later ones are to skip them.
    dead: Option<(BTreeSet<At>, BTreeSet<usize>)>,
}

/// What a search does with what failed ones before it reached.
#[derive(Clone, Copy, Eq, PartialEq)]
pub(super) enum Searches {
    /// Each begins with nothing queued or expanded [T4.5].
    FromNothing,
    /// "What a failed search reached can be skipped by all later ones."
    SkipDeadEnds,
}

/// A seat: team, which are in the order (task, list place), and seat number.
type At = (usize, usize);

pub(super) fn staff(
    hash: Hash,
    seed: &Digest,
    officers: &[Officer<'_>],
    tasks: &[Option<TaskTeam<'_>>],
    selected: &[Vec<Firm<'_>>],
    searches: Searches,
) -> (Vec<Vec<Staffed>>, Moves) {
    let mut draw = Draw {
        officers,
        tasks,
        teams: Vec::new(),
        dead: (searches == Searches::SkipDeadEnds).then(Default::default),
    };
    let mut chains = 0;
    for (task, team) in tasks.iter().enumerate() {
        let Some(team) = team else { continue };
        for (place, &firm) in selected[task].iter().enumerate() {
            if first_visit(tasks, selected, task, firm).is_some() {
                continue; // [T7]
            }
            let seats = vec![None; team.seats.len()];
            draw.teams.push(Team {
                task,
                place,
                firm,
                seats,
                ranks: Vec::new(),
            });
            let new = draw.teams.len() - 1;
            draw.teams[new].ranks = draw.shuffle(hash, seed, new);
            for number in 0..team.seats.len() {
                // [T4.4]
                let sits =
                    |&v: &usize| draw.may_sit(v, (new, number)) && draw.seat_in(v, new).is_none();
                let best = (0..officers.len())
                    .filter(|&v| draw.below_cap(v))
                    .filter(sits)
                    .min_by_key(|&v| (draw.load(v), draw.teams[new].ranks[v]));
                match best {
                    Some(v) => draw.teams[new].seats[number] = Some(v),
                    None => chains += u64::from(draw.search(&[(new, number)], u64::MAX)),
                }
            }
        }
    }
    let loads_before_balance = draw.loads();
    let balance = draw.balance(hash, seed);
    let loads_after = draw.loads();
    let staffed = (0..tasks.len())
        .map(|task| draw.results(selected, task))
        .collect();
    (
        staffed,
        Moves {
            chains,
            balance,
            loads_before_balance,
            loads_after,
        },
    )
}

/// [T7] The first earlier task whose team comes for this one too.
fn first_visit(
    tasks: &[Option<TaskTeam<'_>>],
    selected: &[Vec<Firm<'_>>],
    task: usize,
    firm: Firm<'_>,
) -> Option<usize> {
    let this = tasks[task].as_ref()?;
    (0..task).find(|&earlier| {
        let Some(first) = &tasks[earlier] else {
            return false;
        };
        let seats = || {
            this.seats.iter().zip(&first.seats).all(|(a, b)| {
                let skills = |seat: &super::problem::Seat<'_>| {
                    seat.skills
                        .iter()
                        .map(|s| s.to_string())
                        .collect::<BTreeSet<_>>()
                };
                a.department == b.department && a.expert == b.expert && skills(a) == skills(b)
            })
        };
        this.coordination.is_some()
            && first.coordination == this.coordination
            && selected[earlier].iter().any(|other| other.id == firm.id)
            && first.lead_required == this.lead_required
            && first.district == this.district
            && first.window_end == this.window_end
            && first.seats.len() >= this.seats.len()
            && seats()
    })
}

/// [T2]
pub(super) fn may_sit(
    task: &TaskTeam<'_>,
    number: usize,
    officer: &Officer<'_>,
    firm: Firm<'_>,
) -> bool {
    let seat = &task.seats[number];
    if task.lead_required && number == 0 && !officer.lead {
        return false;
    }
    if let (Some(valid_to), Some(end)) = (officer.valid_to, task.window_end)
        && valid_to < end
    {
        return false;
    }
    if let Some(rule) = task.district {
        let (Some(a), Some(b)) = (officer.district, firm.district) else {
            return false;
        };
        let prefix = a.starts_with(b) || b.starts_with(a);
        if prefix != (rule == DistrictRule::Same) {
            return false;
        }
    }
    officer.department == seat.department
        && officer.expert == seat.expert
        && seat
            .skills
            .iter()
            .all(|skill| officer.skills.contains(skill))
        && !officer.recuse.contains(&firm.id)
}

impl Draw<'_> {
    fn may_sit(&self, v: usize, (team, number): At) -> bool {
        let Team { task, firm, .. } = self.teams[team];
        let task = self.tasks[task].as_ref();
        task.is_some_and(|task| may_sit(task, number, &self.officers[v], firm))
    }

    /// [T4.1] to [T4.3]
    fn shuffle(&self, hash: Hash, seed: &Digest, team: usize) -> Vec<Option<usize>> {
        let Team {
            task, firm, seats, ..
        } = &self.teams[team];
        let mut list: Vec<usize> = (0..self.officers.len())
            .filter(|&v| (0..seats.len()).any(|number| self.may_sit(v, (team, number))))
            .collect();
        let task = self.tasks[*task].as_ref().map_or("", |task| task.task);
        let key = hash.derive(
            "team",
            &[seed.as_bytes(), task.as_bytes(), firm.id.as_bytes()],
        );
        let mut words = ChaCha20Rng::from_seed(*key.as_bytes());
        let c = list.len();
        for i in 0..c.saturating_sub(1) {
            let n = (c - i) as u128;
            let word = loop {
                let word = u128::from(words.next_u64());
                if word < (1 << 64) - (1 << 64) % n {
                    break word;
                }
            };
            list.swap(i, i + usize::try_from(word % n).unwrap());
        }
        let rank = |v| list.iter().position(|&other| other == v);
        (0..self.officers.len()).map(rank).collect()
    }

    fn load(&self, v: usize) -> u64 {
        self.held(v).len() as u64
    }

    fn loads(&self) -> Vec<u64> {
        (0..self.officers.len()).map(|v| self.load(v)).collect()
    }

    fn below_cap(&self, v: usize) -> bool {
        self.officers[v].cap.is_none_or(|cap| self.load(v) < cap)
    }

    fn seat_in(&self, v: usize, team: usize) -> Option<At> {
        let number = self.teams[team]
            .seats
            .iter()
            .position(|&other| other == Some(v))?;
        Some((team, number))
    }

    fn held(&self, v: usize) -> Vec<At> {
        (0..self.teams.len())
            .filter_map(|team| self.seat_in(v, team))
            .collect()
    }

    /// [T4.5], and [T6] with its limit on the load of the one who gets a seat more.
    fn search(&mut self, start: &[At], limit: u64) -> bool {
        let (dead, mut expanded) = self.dead.clone().unwrap_or_default();
        let mut queue: VecDeque<At> = start.iter().copied().collect();
        queue.retain(|x| !dead.contains(x));
        let mut reached: BTreeMap<At, Option<(usize, At)>> =
            queue.iter().map(|&x| (x, None)).collect();
        while let Some(x) = queue.pop_front() {
            let mut order: Vec<usize> = (0..self.officers.len())
                .filter(|&v| self.may_sit(v, x))
                .collect();
            order.sort_by_key(|&v| self.teams[x.0].ranks[v]);
            for v in order {
                let seats = if let Some(y) = self.seat_in(v, x.0) {
                    vec![y]
                } else if self.below_cap(v) && self.load(v) <= limit {
                    self.shift(v, x, &reached);
                    return true;
                } else if expanded.insert(v) {
                    self.held(v)
                } else {
                    continue;
                };
                for y in seats.into_iter().filter(|y| !dead.contains(y)) {
                    reached.entry(y).or_insert_with(|| {
                        queue.push_back(y);
                        Some((v, x))
                    });
                }
            }
        }
        if let Some((seats, officers)) = &mut self.dead {
            seats.extend(reached.into_keys());
            officers.extend(expanded);
        }
        false
    }

    fn shift(&mut self, v: usize, x: At, reached: &BTreeMap<At, Option<(usize, At)>>) {
        self.teams[x.0].seats[x.1] = Some(v);
        let mut x = x;
        while let Some((w, next)) = reached[&x] {
            self.teams[next.0].seats[next.1] = Some(w);
            x = next;
        }
    }

    /// [T6]
    fn balance(&mut self, hash: Hash, seed: &Digest) -> u64 {
        let key = hash.derive("balance", &[seed.as_bytes()]);
        let lot = |id: &str| hash.concat(&[key.as_bytes(), id.as_bytes()]);
        let mut open: Vec<usize> = (0..self.officers.len()).collect();
        let mut chains = 0;
        while !open.is_empty() {
            open.sort_by_key(|&v| {
                let id = self.officers[v].id;
                (u64::MAX - self.load(v), lot(id), id)
            });
            let u = open[0];
            let start = self.held(u);
            if self.load(u) >= 2 && self.search(&start, self.load(u) - 2) {
                chains += 1;
            } else {
                open.remove(0);
            }
        }
        chains
    }

    fn results(&self, selected: &[Vec<Firm<'_>>], task: usize) -> Vec<Staffed> {
        let Some(team) = &self.tasks[task] else {
            return Vec::new();
        };
        let staffed = selected[task].iter().map(|&firm| {
            let shared_with = first_visit(self.tasks, selected, task, firm);
            let held_in = shared_with.unwrap_or(task);
            let place = selected[held_in]
                .iter()
                .position(|other| other.id == firm.id);
            let own = self
                .teams
                .iter()
                .find(|team| team.task == held_in && Some(team.place) == place);
            let seats = own.map_or(&[][..], |own| &own.seats[..team.seats.len()]);
            Staffed {
                seats: seats
                    .iter()
                    .map(|seat| seat.map(|v| u32::try_from(v).unwrap()))
                    .collect(),
                shared_with,
            }
        });
        staffed.collect()
    }
}
