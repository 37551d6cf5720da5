//! The plan, rule 6.

use serde_json::{Map, Value, json};

use super::words::Words;
use super::{CATEGORIES, DEPARTMENTS, LEVELS, RATIOS, SKILLS, object};

pub(super) fn plan(words: &mut Words, own: Option<&[String]>, classes: &[String]) -> Value {
    let class = |id: &String| json!({"id": id, "name": id.replace('K', "类")});
    object([
        ("title", Some("样例计划".into())),
        ("authority", Some("样例县工信局".into())),
        ("year", Some(2024.into())),
        ("classes", own.map(|own| own.iter().map(class).collect())),
        ("limits", {
            let count = words.pick(3);
            Some(limits(words, "L", count, classes))
        }),
        (
            "max_load",
            words.one_in(3).then(|| (1 + words.pick(6)).into()),
        ),
        (
            "window",
            (!words.one_in(8)).then(|| json!({"from": "2024-09-01", "to": "2024-11-30"})),
        ),
        ("tasks", {
            let mut tasks: Vec<Value> = Vec::new();
            for i in 0..1 + words.pick(3) {
                let task = task(words, classes, i, &tasks);
                tasks.push(task);
            }
            Some(tasks.into())
        }),
    ])
}

fn limits(words: &mut Words, letter: &str, count: u64, classes: &[String]) -> Value {
    let limits = (0..count).map(|j| {
        object([
            ("id", Some(format!("{letter}{j}").into())),
            ("visits", Some((1 + words.pick(2)).into())),
            (
                "from",
                words
                    .one_in(4)
                    .then(|| (*words.of(&["2023-06-01", "2024-04-01"])).into()),
            ),
            (
                "classes",
                words.one_in(4).then(|| json!([words.of(classes)])),
            ),
            ("by", words.one_in(4).then(|| json!([words.of(&LEVELS)]))),
        ])
    });
    limits.collect()
}

fn task(words: &mut Words, classes: &[String], i: u64, earlier: &[Value]) -> Value {
    let mut task = object([
        ("id", Some(format!("T{i}").into())),
        ("name", Some(format!("样例任务{i}").into())),
        ("limits", {
            let count = words.pick(2);
            Some(limits(words, "M", count, classes))
        }),
        ("scope", words.one_in(2).then(|| scope(words))),
        ("quota", quota(words)),
    ]);
    if task.get("quota").is_none() || words.one_in(2) {
        task["risk"] = risk(words, classes);
    }
    if !words.one_in(3) {
        task["coordination"] = (*words.of(&["g", "g", "h"])).into();
    }
    task["reserves"] = words.pick(3).into();
    if words.one_in(6) {
        let to = *words.of(&["2024-10-31", "2024-11-30"]);
        task["window"] = json!({"from": "2024-09-01", "to": to});
    }
    if !words.one_in(4) {
        task["team"] = match shared(words, &task, earlier) {
            Some(team) => team,
            None => team(words),
        };
    }
    task
}

/// The team of the first earlier task of the same coordination, or only its first seats.
fn shared(words: &mut Words, task: &Value, earlier: &[Value]) -> Option<Value> {
    let group = task.get("coordination")?;
    let mut teams = earlier.iter().filter(|of| of["coordination"] == *group);
    let mut team = teams.find_map(|of| of.get("team"))?.clone();
    if words.one_in(3) {
        return None;
    }
    if words.one_in(2) {
        team["seats"] = json!([team["seats"][0]]);
    }
    Some(team)
}

fn scope(words: &mut Words) -> Value {
    object([
        (
            "categories",
            words.one_in(2).then(|| json!([words.of(&CATEGORIES)])),
        ),
        (
            "districts",
            words
                .one_in(3)
                .then(|| json!([words.of(&["1405", "140521"])])),
        ),
        (
            "industries",
            words.one_in(4).then(|| json!([words.of(&["5", "52"])])),
        ),
        (
            "established_before",
            words.one_in(4).then(|| "2020-01-01".into()),
        ),
    ])
}

fn quota(words: &mut Words) -> Option<Value> {
    let ratio = |words: &mut Words| Some((*words.of(&RATIOS)).into());
    match words.pick(6) {
        0 | 1 => Some(object([
            ("at_least", ratio(words)),
            ("min", words.one_in(3).then(|| (1 + words.pick(8)).into())),
        ])),
        2 => Some(object([
            ("at_most", ratio(words)),
            ("max", words.one_in(2).then(|| (1 + words.pick(8)).into())),
        ])),
        3 => Some(object([("exactly", ratio(words))])),
        4 => Some(json!({"count": 1 + words.pick(10)})),
        _ => None,
    }
}

fn risk(words: &mut Words, classes: &[String]) -> Value {
    let mut of_classes = |one_in: u64, value: fn(&mut Words) -> Value| {
        let mut map = Map::new();
        for class in classes {
            if words.one_in(one_in) {
                map.insert(class.clone(), value(words));
            }
        }
        Some(Value::Object(map))
    };
    let ratio = |words: &mut Words| Value::from(*words.of(&RATIOS));
    let (minimum, maximum) = (of_classes(2, ratio), of_classes(6, ratio));
    let weights = of_classes(3, |words| (1 + words.pick(9)).into());
    object([
        ("minimum", minimum),
        ("maximum", maximum),
        ("weights", weights),
        (
            "unrated_as",
            (!words.one_in(8)).then(|| words.of(classes).as_str().into()),
        ),
    ])
}

fn team(words: &mut Words) -> Value {
    let mut seats = vec![object([
        ("department", Some((*words.of(&DEPARTMENTS)).into())),
        ("count", Some(2.into())),
        (
            "skills",
            words.one_in(4).then(|| json!([words.of(&SKILLS)])),
        ),
    ])];
    for _ in 0..words.pick(2) {
        seats.push(object([
            ("department", Some((*words.of(&DEPARTMENTS)).into())),
            ("count", Some((1 + words.pick(2)).into())),
            ("expert", Some(words.one_in(6).into())),
        ]));
    }
    object([
        ("seats", Some(seats.into())),
        ("lead_required", Some(words.one_in(3).into())),
        (
            "district",
            match words.pick(6) {
                0 => Some("same".into()),
                1 => Some("other".into()),
                _ => None,
            },
        ),
        (
            "rotation_from",
            words
                .one_in(2)
                .then(|| (*words.of(&["2023-01-01", "2024-05-01"])).into()),
        ),
    ])
}
