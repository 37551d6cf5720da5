//! Small problems from a number, for tests.

use rand_chacha::ChaCha20Rng;
use rand_core::{Rng as _, SeedableRng as _};

use super::problem::{Firm, Officer, Seat, TaskTeam};
use crate::base::date::Date;
use crate::base::hash::{Digest, Hash};
use crate::inputs::plan::DistrictRule;

const OFFICERS: [&str; 12] = [
    "i00", "i01", "i02", "i03", "i04", "i05", "i06", "i07", "i08", "i09", "i10", "i11",
];
const FIRMS: [&str; 9] = ["e0", "e1", "e2", "e3", "e4", "e5", "e6", "e7", "e8"];
const TASKS: [&str; 5] = ["t0", "t1", "t2", "t3", "t4"];
const DEPARTMENTS: [&str; 3] = ["tax", "fire", "water"];
const SKILLS: [&str; 3] = ["cars", "fuel", "oil"];
const DISTRICTS: [&str; 6] = ["14", "1405", "140521", "140522", "140522001", "3301"];
const DATES: [&str; 3] = ["2024-06-30", "2024-11-30", "2024-12-31"];

pub(super) struct Sample {
    pub(super) hash: Hash,
    pub(super) seed: Digest,
    pub(super) officers: Vec<Officer<'static>>,
    pub(super) tasks: Vec<Option<TaskTeam<'static>>>,
    pub(super) selected: Vec<Vec<Firm<'static>>>,
}

impl Sample {
    pub(super) fn new(number: u64) -> Self {
        let seed = Hash::Sha256.derive("sample", &[&number.to_be_bytes()]);
        let mut dice = Dice(ChaCha20Rng::from_seed(*seed.as_bytes()));
        // Each sample is of its own temper: few or many departments, caps, recusals and so on.
        let temper = Temper {
            departments: 1 + dice.below(DEPARTMENTS.len()),
            skills: dice.below(60),
            caps: [0, 50, 100][dice.below(3)],
            cap: 1 + dice.below(6),
            recuse: [0, 10, 30][dice.below(3)],
            rare: [0, 10, 30][dice.below(3)],
        };
        let firms: Vec<Firm<'_>> = FIRMS
            .iter()
            .map(|id| Firm {
                id,
                district: dice.odds(85).then(|| dice.one_of(&DISTRICTS)),
            })
            .collect();
        let officers = OFFICERS[..2 + dice.below(OFFICERS.len() - 1)]
            .iter()
            .map(|id| dice.officer(&temper, id))
            .collect();
        let mut tasks: Vec<Option<TaskTeam<'_>>> = Vec::new();
        for id in &TASKS[..1 + dice.below(TASKS.len())] {
            let task = dice.task(&temper, id, &tasks);
            tasks.push(task);
        }
        let selected = tasks
            .iter()
            .map(|_| {
                let mut list = firms.clone();
                for at in 0..list.len() {
                    let other = at + dice.below(list.len() - at);
                    list.swap(at, other);
                }
                list.truncate(dice.below(FIRMS.len() + 1));
                list
            })
            .collect();
        let hash = if dice.odds(50) {
            Hash::Sha256
        } else {
            Hash::Sm3
        };
        Self {
            hash,
            seed,
            officers,
            tasks,
            selected,
        }
    }
}

struct Temper {
    departments: usize,
    /// Percentages, but for `cap`.
    skills: usize,
    caps: usize,
    cap: usize,
    recuse: usize,
    rare: usize,
}

struct Dice(ChaCha20Rng);

impl Dice {
    fn below(&mut self, n: usize) -> usize {
        usize::try_from(self.0.next_u64() % n as u64).unwrap()
    }

    fn odds(&mut self, percent: usize) -> bool {
        self.below(100) < percent
    }

    fn one_of(&mut self, list: &[&'static str]) -> &'static str {
        list[self.below(list.len())]
    }

    fn some_of(&mut self, list: &[&'static str], percent: usize) -> Vec<&'static str> {
        list.iter()
            .copied()
            .filter(|_| self.odds(percent))
            .collect()
    }

    fn date(&mut self) -> Option<Date> {
        Date::parse(self.one_of(&DATES))
    }

    fn officer(&mut self, temper: &Temper, id: &'static str) -> Officer<'static> {
        Officer {
            id,
            department: self.one_of(&DEPARTMENTS[..temper.departments]),
            district: self.odds(85).then(|| self.one_of(&DISTRICTS)),
            skills: self.some_of(&SKILLS, 60),
            lead: self.odds(60),
            expert: self.odds(temper.rare),
            cap: self
                .odds(temper.caps)
                .then(|| 1 + self.below(temper.cap) as u64),
            valid_to: if self.odds(temper.rare) {
                self.date()
            } else {
                None
            },
            recuse: self.some_of(&FIRMS, temper.recuse),
        }
    }

    fn task(
        &mut self,
        temper: &Temper,
        id: &'static str,
        earlier: &[Option<TaskTeam<'static>>],
    ) -> Option<TaskTeam<'static>> {
        if self.odds(5) {
            return None;
        }
        let mut task = TaskTeam {
            task: id,
            seats: (0..2 + self.below(3)).map(|_| self.seat(temper)).collect(),
            lead_required: self.odds(temper.rare),
            district: match self.below(100) {
                n if n < temper.rare => Some(DistrictRule::Same),
                n if n < 2 * temper.rare => Some(DistrictRule::Other),
                _ => None,
            },
            window_end: if self.odds(70) { self.date() } else { None },
            coordination: self.odds(60).then_some("c"),
        };
        // Half of the tasks follow an earlier one, most of them closely enough for one visit.
        if self.odds(50)
            && let Some(Some(first)) = earlier.first()
        {
            let seats = first.seats.iter().take(2 + self.below(3));
            task.seats = seats
                .map(|seat| Seat {
                    skills: seat.skills.clone(),
                    ..*seat
                })
                .collect();
            if self.odds(80) {
                (task.lead_required, task.district) = (first.lead_required, first.district);
            }
            if self.odds(90) {
                task.window_end = first.window_end;
            }
        }
        Some(task)
    }

    fn seat(&mut self, temper: &Temper) -> Seat<'static> {
        Seat {
            department: self.one_of(&DEPARTMENTS[..temper.departments]),
            expert: self.odds(temper.rare),
            skills: self.some_of(&SKILLS, temper.skills),
        }
    }
}
