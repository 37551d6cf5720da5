//! The result does not depend on the order of rows, the number of threads or the form of the tables.
#![expect(clippy::unwrap_used, reason = "tests")]

use serde_json::{Value, json};
use suiji::tables::{Column, Columns, Entity};
use suiji::{Contributions, History, Inputs, Plan, Registry, Roster, Run, Sealed};
use suiji_conformance::{Case, Small};

/// The rows in four orders: original, reversed, rotated, and even before odd.
fn orders<T: Clone>(rows: &[T]) -> Vec<Vec<T>> {
    let reversed: Vec<T> = rows.iter().rev().cloned().collect();
    let mut rotated = rows.to_vec();
    rotated.rotate_left(rows.len() / 3);
    let even = rows.iter().step_by(2).chain(rows.iter().skip(1).step_by(2));
    vec![rows.to_vec(), reversed, rotated, even.cloned().collect()]
}

fn lines(case: &Case, file: &str) -> Vec<String> {
    String::from_utf8(case.bytes(file))
        .unwrap()
        .lines()
        .map(str::to_owned)
        .collect()
}

#[test]
fn order_of_rows_and_number_of_threads_do_not_matter() {
    // [I6]
    for name in ["02", "08", "14", "16"] {
        let case = Case::named(name);
        let [registry, roster, history] = ["registry.jsonl", "roster.jsonl", "history.jsonl"]
            .map(|file| orders(&lines(&case, file)));
        for (order, threads) in (0..4).zip([1, 2, 8, 3]) {
            let run = Run::default().threads(threads);
            let inputs = Inputs::new(
                case.plan().unwrap(),
                Registry::from_json_lines_with(registry[order].join("\n").as_bytes(), &run)
                    .unwrap(),
                Roster::from_json_lines_with(roster[order].join("\r\n").as_bytes(), &run).unwrap(),
                History::from_json_lines_with(history[order].join("\n\n").as_bytes(), &run)
                    .unwrap(),
            );
            let sealed =
                suiji::seal_with(&inputs.unwrap(), &case.ceremony().unwrap(), &run).unwrap();
            let record = sealed
                .draw_with(&case.contributions().unwrap(), &run)
                .unwrap();
            assert_eq!(
                String::from_utf8(record.canonical()).unwrap(),
                case.expected("record.json"),
                "{name}"
            );
        }
    }
}

/// Enough entities for several threads.
const ENTITIES: usize = 12_000;

fn entity(n: usize) -> (String, String, &'static str) {
    (
        format!("F-{:05}", n * 7919 % ENTITIES),
        format!("样例企业{n}"),
        ["high", "elevated", "general", "low"][n % 4],
    )
}

fn record(registry: Registry, threads: usize) -> String {
    let mut case = Small::with_team();
    case.task(0)["risk"] = json!({"weights": {"high": 3}});
    case.task(0)["quota"] = json!({"count": 300});
    case.task(0)["reserves"] = json!(5);
    let inputs = Inputs::new(
        case.read_plan().unwrap(),
        registry,
        case.read_roster().unwrap(),
        History::default(),
    )
    .unwrap();
    let run = Run::default().threads(threads);
    let sealed = suiji::seal_with(&inputs, &case.read_ceremony().unwrap(), &run).unwrap();
    let document = case.contributions_of(&sealed.commitment().digest().to_string());
    let contributions = Contributions::from_json(document.to_string().as_bytes()).unwrap();
    let record = sealed.draw_with(&contributions, &run).unwrap();
    let evidence = suiji::Evidence::default()
        .with_plan(inputs.plan().clone())
        .with_registry(inputs.registry().clone())
        .with_roster(inputs.roster().clone())
        .with_history(History::default());
    assert_eq!(
        suiji::verify_with(&record, &evidence, &run)
            .unwrap()
            .verdict(),
        suiji::verify::Verdict::Holds
    );
    String::from_utf8(record.canonical()).unwrap()
}

#[test]
fn lines_rows_and_columns_give_the_same_record_with_any_number_of_threads() {
    // [I6], [S1], [D3]
    let line = |n: usize| {
        let (id, name, class) = entity(n);
        format!("{}\n", json!({"id": id, "name": name, "class": class}))
    };
    let text: String = (0..ENTITIES).map(line).collect();
    let of_lines = |threads| {
        Registry::from_json_lines_with(text.as_bytes(), &Run::default().threads(threads)).unwrap()
    };
    let expected = record(of_lines(1), 1);
    for threads in [2, 8] {
        assert!(
            record(of_lines(threads), threads) == expected,
            "{threads} threads"
        );
    }
    let rows = (0..ENTITIES).rev().map(|n| {
        let (id, name, class) = entity(n);
        Entity::new(id, name).with_class(class)
    });
    assert!(
        record(Registry::from_rows(rows).unwrap(), 1) == expected,
        "rows"
    );
    for threads in [1, 8] {
        assert!(
            record(of_columns(threads), threads) == expected,
            "columns, {threads} threads"
        );
    }
}

fn of_columns(threads: usize) -> Registry {
    let mut builder = Registry::builder();
    for from in (0..ENTITIES).step_by(5000) {
        let (mut ids, mut names, mut classes) = (
            (vec![0], Vec::new()),
            (vec![0], Vec::new()),
            (vec![0], Vec::new()),
        );
        let to = ENTITIES.min(from + 5000);
        for n in from..to {
            let (id, name, class) = entity(n);
            for ((offsets, data), text) in [
                (&mut ids, &*id),
                (&mut names, &*name),
                (&mut classes, class),
            ] {
                data.extend_from_slice(text.as_bytes());
                offsets.push(i32::try_from(data.len()).unwrap());
            }
        }
        let columns = Columns::new(to - from)
            .with("class", Column::utf8(&classes.0, &classes.1))
            .with("name", Column::utf8(&names.0, &names.1))
            .with("id", Column::utf8(&ids.0, &ids.1));
        builder
            .push_columns_with(&columns, &Run::default().threads(threads))
            .unwrap();
    }
    builder
        .finish_with(&Run::default().threads(threads))
        .unwrap()
}

#[test]
fn a_reopened_commitment_gives_the_same_record() {
    // [S5], [R3]
    for case in Case::all().iter().filter(|case| !case.is_refused()) {
        let commitment =
            suiji::Commitment::from_json(&case.bytes("expected/commitment.json")).unwrap();
        let ceremony = case.ceremony().unwrap();
        let sealed =
            Sealed::reopen(&case.inputs().unwrap(), &commitment, ceremony.secret()).unwrap();
        let record = sealed.draw(&case.contributions().unwrap()).unwrap();
        assert_eq!(
            String::from_utf8(record.canonical()).unwrap(),
            case.expected("record.json"),
            "{}",
            case.name()
        );
    }
}

#[test]
fn reopening_names_what_changed() {
    // [S3a]
    let mut case = Small::with_team();
    case.history = vec![json!({"entity": "A-1", "task": "J9", "date": "2024-01-02"})];
    let commitment = case.seal().unwrap().commitment().clone();
    let changed = |change: fn(&mut Small)| -> Vec<String> {
        let mut other = case.clone();
        change(&mut other);
        let result = Sealed::reopen(&other.inputs().unwrap(), &commitment, None);
        let Err(error) = result else {
            return Vec::new();
        };
        assert!(
            error
                .faults()
                .iter()
                .all(|fault| fault.code() == "sealed.changed")
        );
        error
            .faults()
            .iter()
            .map(|fault| fault.place().path().to_owned())
            .collect()
    };
    assert_eq!(changed(|_| {}), [""; 0]);
    assert_eq!(
        changed(|case| case.plan["title"] = json!("另一计划")),
        ["$.plan"]
    );
    assert_eq!(
        changed(|case| case.registry[0]["name"] = json!("另一企业")),
        ["$.registry"]
    );
    assert_eq!(changed(|case| drop(case.registry.pop())), ["$.registry"]);
    assert_eq!(
        changed(|case| case.roster[0]["lead"] = json!(true)),
        ["$.roster"]
    );
    assert_eq!(
        changed(|case| case.history[0]["date"] = json!("2024-01-03")),
        ["$.history"]
    );
    let both = |case: &mut Small| {
        case.registry.pop();
        case.history.clear();
    };
    assert_eq!(changed(both), ["$.registry", "$.history"]);
    // A commitment with a frame that does not match the inputs.
    let tampered = |pointer: &str, value: Value| {
        let mut changed: Value = serde_json::from_str(&commitment.to_json()).unwrap();
        *changed.pointer_mut(pointer).unwrap() = value;
        let changed = suiji::Commitment::from_json(changed.to_string().as_bytes()).unwrap();
        let error = Sealed::reopen(&case.inputs().unwrap(), &changed, None)
            .map(|_| ())
            .unwrap_err();
        error
            .faults()
            .iter()
            .map(|fault| fault.place().path().to_owned())
            .collect::<Vec<_>>()
    };
    assert_eq!(tampered("/tasks/0/strata/0/take", json!(3)), ["$.tasks[0]"]);
    assert_eq!(
        tampered("/tasks/0/frame/root", json!("0".repeat(64))),
        ["$.tasks[0]"]
    );
    assert_eq!(tampered("/year", json!(2025)), ["$.plan"]);
}

#[test]
fn a_wrong_secret_is_suggested_only_if_all_rows_differ() {
    // [S2]
    let suggests_secret = |case: &Small, change: fn(&mut Small), secret: Option<[u8; 32]>| {
        let commitment = case.seal().unwrap().commitment().clone();
        let mut other = case.clone();
        change(&mut other);
        let secret = secret.map(suiji::Secret::from_bytes);
        let inputs = other.inputs().unwrap();
        let error = Sealed::reopen(&inputs, &commitment, secret.as_ref()).unwrap_err();
        [suiji::Lang::Zh, suiji::Lang::En].map(|lang| error.message(lang).contains("secret"))
    };
    let (correct, wrong) = (Some([0x5e; 32]), Some([1; 32]));
    let without_history = Small::with_team().blinded();
    let mut whole = without_history.clone();
    whole.history = vec![json!({"entity": "A-1", "task": "J9", "date": "2024-01-02"})];
    for case in [&without_history, &whole] {
        assert_eq!(suggests_secret(case, |_| {}, wrong), [true; 2]);
    }
    let rename: fn(&mut Small) = |case| case.registry[0]["name"] = json!("另一企业");
    let shorten: fn(&mut Small) = |case| drop(case.registry.pop());
    for change in [rename, shorten] {
        assert_eq!(suggests_secret(&whole, change, correct), [false; 2]);
    }
    // Without blinding there is no secret, even if every row differs.
    let mut open = Small::with_team();
    open.history = whole.history.clone();
    let all: fn(&mut Small) = |case| {
        case.registry[0]["name"] = json!("另一企业");
        case.roster[0]["lead"] = json!(true);
        case.history[0]["date"] = json!("2024-01-03");
    };
    assert_eq!(suggests_secret(&open, all, None), [false; 2]);
}

#[test]
fn repeated_draws_give_the_same_result() {
    // [S3a], [E1]
    let case = Case::named("03");
    let once = case.draw().unwrap();
    let plan = Plan::from_json(&case.bytes("plan.json")).unwrap();
    let commitment = once.0.commitment();
    assert_eq!(plan.digest(commitment.hash()), commitment.plan());
    for _ in 0..3 {
        let again = case.draw().unwrap();
        assert_eq!(again.1, once.1);
        assert_eq!(again.0.commitment(), once.0.commitment());
    }
}
