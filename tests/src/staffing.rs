//! Cases with few inspectors for many seats, made from a number. Chains of moves, balancing, vacant seats and shared
//! visits are common in them.

use serde_json::{Value, json};
use suiji::Hash;

use crate::Small;
use crate::generated::object;
use crate::generated::words::Words;

const FIRMS: u64 = 6;
const DEPARTMENTS: [&str; 3] = ["县税务局", "县消防队", "县水务局"];
const SKILLS: [&str; 3] = ["汽车", "燃料", "石油"];
const DISTRICTS: [&str; 6] = ["14", "1405", "140521", "140522", "140522001", "3301"];
const DATES: [&str; 3] = ["2024-06-30", "2024-11-30", "2024-12-31"];
const CATEGORIES: [&str; 2] = ["甲", "乙"];

/// Case `number`. No case is refused.
pub fn case(number: u64) -> Small {
    let mut words = Words::new("staffing", number);
    let temper = Temper::new(&mut words);
    let mut case = Small::plain();
    case.ceremony["hash"] = json!(words.of(&[Hash::Sha256, Hash::Sm3]).as_str());
    case.registry = (0..FIRMS).map(|at| firm(&mut words, at)).collect();
    let count = 2 + words.pick(9);
    case.roster = (0..count)
        .map(|at| inspector(&mut words, &temper, at))
        .collect();
    let mut tasks: Vec<Value> = Vec::new();
    for at in 0..1 + words.pick(4) {
        let task = task(&mut words, &temper, &case.roster, at, tasks.first());
        tasks.push(task);
    }
    case.plan["tasks"] = tasks.into();
    case
}

/// The settings for all rows of a case: few or many departments, caps, recusals and so on.
struct Temper {
    departments: usize,
    /// All numbers except `cap` are in per cent.
    skills: u64,
    caps: u64,
    cap: u64,
    recuse: u64,
    rare: u64,
}

impl Temper {
    fn new(words: &mut Words) -> Self {
        Self {
            departments: *words.of(&[1, 2, 3]),
            skills: words.pick(60),
            caps: *words.of(&[0, 50, 100]),
            cap: 1 + words.pick(4),
            recuse: *words.of(&[0, 10, 30]),
            rare: *words.of(&[0, 10, 30]),
        }
    }
}

fn firm(words: &mut Words, at: u64) -> Value {
    object([
        ("id", Some(format!("E{at}").into())),
        ("name", Some("样例企业".into())),
        // The first one has all categories, so that no frame is empty.
        (
            "categories",
            Some(
                if at == 0 {
                    CATEGORIES.to_vec()
                } else {
                    words.some(&CATEGORIES)
                }
                .into(),
            ),
        ),
        ("district", odds(words, 85).then(|| one(words, &DISTRICTS))),
    ])
}

fn inspector(words: &mut Words, temper: &Temper, at: u64) -> Value {
    let firms: Vec<String> = (0..FIRMS).map(|at| format!("E{at}")).collect();
    object([
        ("id", Some(format!("P{at:02}").into())),
        ("name", Some("样例人员".into())),
        (
            "department",
            Some(one(words, &DEPARTMENTS[..temper.departments])),
        ),
        ("district", odds(words, 85).then(|| one(words, &DISTRICTS))),
        ("skills", Some(several(words, &SKILLS, 60).into())),
        ("lead", Some(odds(words, 60).into())),
        // The first one is not an expert, so that each team has somebody for its first two seats.
        ("expert", Some((odds(words, temper.rare) && at > 0).into())),
        (
            "max_load",
            odds(words, temper.caps).then(|| (1 + words.pick(temper.cap)).into()),
        ),
        (
            "valid_to",
            odds(words, temper.rare).then(|| one(words, &DATES)),
        ),
        ("recuse", Some(several(words, &firms, temper.recuse).into())),
    ])
}

fn task(
    words: &mut Words,
    temper: &Temper,
    roster: &[Value],
    at: u64,
    first: Option<&Value>,
) -> Value {
    let window = |to: Value| json!({"from": "2024-01-01", "to": to});
    let mut task = object([
        ("id", Some(format!("T{at}").into())),
        ("name", Some("样例任务".into())),
        (
            "scope",
            odds(words, 40).then(|| json!({"categories": [words.of(&CATEGORIES)]})),
        ),
        ("quota", Some(json!({"count": 1 + words.pick(FIRMS)}))),
        (
            "coordination",
            odds(words, 60).then(|| (*words.of(&["c", "c", "d"])).into()),
        ),
        // [T1] Without an end of the window, no certificate may have an end date.
        (
            "window",
            (temper.rare > 0 || odds(words, 70)).then(|| window(one(words, &DATES))),
        ),
        ("team", odds(words, 95).then(|| team(words, temper, roster))),
    ]);
    // Half of the tasks are similar to the first one. Most of these are similar enough for one visit.
    if odds(words, 50)
        && let Some(first) = first
        && let (Some(team), Some(of_first)) = (task.get("team"), first.get("team"))
    {
        let (own, mut team) = (team.clone(), of_first.clone());
        let mut seats = of_first["seats"].as_array().cloned().unwrap_or_default();
        seats.truncate(2 + usize::from(odds(words, 50)));
        team["seats"] = seats.into();
        if odds(words, 20) {
            team["lead_required"] = own["lead_required"].clone();
        }
        task["team"] = team;
        if odds(words, 90) {
            match first.get("window") {
                Some(window) => task["window"] = window.clone(),
                None => drop(task.as_object_mut().map(|task| task.remove("window"))),
            }
        }
    }
    task
}

fn team(words: &mut Words, temper: &Temper, roster: &[Value]) -> Value {
    let mut officers = roster.to_vec();
    officers.retain(|row| row["expert"] == false);
    let seats: Vec<Value> = (0..2 + words.pick(3))
        .map(|at| seat(words, temper, if at < 2 { &officers } else { roster }))
        .collect();
    let rule = words.pick(100);
    object([
        ("seats", Some(seats.into())),
        ("lead_required", Some(odds(words, temper.rare).into())),
        (
            "district",
            match rule {
                rule if rule < temper.rare => Some("same".into()),
                rule if rule < 2 * temper.rare => Some("other".into()),
                _ => None,
            },
        ),
    ])
}

/// A seat that at least one of these could take [T1].
fn seat(words: &mut Words, temper: &Temper, inspectors: &[Value]) -> Value {
    let model = words.of(inspectors);
    let skills = model["skills"].as_array().cloned().unwrap_or_default();
    json!({
        "department": model["department"], "expert": model["expert"], "count": 1,
        "skills": several(words, &skills, temper.skills)})
}

/// True with this probability in percent.
fn odds(words: &mut Words, percent: u64) -> bool {
    words.pick(100) < percent
}

fn one(words: &mut Words, list: &[&str]) -> Value {
    (*words.of(list)).into()
}

fn several<T: Clone>(words: &mut Words, list: &[T], percent: u64) -> Vec<T> {
    let each = list.iter().filter(|_| odds(words, percent));
    each.cloned().collect()
}
