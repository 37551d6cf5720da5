//! The county's example, drawn and amended.

use std::fs;
use std::path::{Path, PathBuf};

use suiji::ceremony::PartialContributions;
use suiji::results::Inspection;
use suiji::values::Date;
use suiji::{
    Amendments, Ceremony, Contribution, Contributions, Inputs, Record, Request, Results, Sealed,
    Secret,
};

pub(crate) fn folder() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../../examples/qinshui-2024")
}

fn read(name: &str) -> Vec<u8> {
    fs::read(folder().join(name)).unwrap()
}

/// The settings of the office.
pub(crate) const OFFICE: &str = include_str!("../../../../examples/qinshui-2024/office.json");

/// A draw.
pub(crate) struct Drawn {
    pub(crate) sealed: Sealed,
    pub(crate) record: Record,
}

pub(crate) fn inputs() -> Inputs {
    let [plan, registry, roster, history] = [
        "plan.json",
        "registry.jsonl",
        "roster.jsonl",
        "history.jsonl",
    ]
    .map(read);
    Inputs::from_json(&plan, &*registry, &*roster, &*history).unwrap()
}

/// Seals inputs with the sources of the example, and draws.
pub(crate) fn drawn(inputs: &Inputs) -> Drawn {
    let ceremony = Ceremony::from_json(&read("ceremony.json")).unwrap();
    let (nonce, value) = (Secret::from_bytes([7; 32]), "office");
    let commitment = Contribution::commitment(ceremony.hash(), &nonce, value);
    let ceremony = ceremony.with_commitment(0, commitment);
    let sealed = suiji::seal(inputs, &ceremony).unwrap();
    let live = PartialContributions::from_json(&read("throws.json")).unwrap();
    let office = Contribution::committed(nonce, value).unwrap();
    let all = std::iter::once(office).chain(live.iter().map(|(_, one)| one.clone()));
    let contributions = Contributions::new(sealed.commitment().digest(), all);
    let record = sealed.draw(&contributions).unwrap();
    Drawn { sealed, record }
}

/// The example with an inspector who falls ill, and a firm that has closed.
pub(crate) fn amended(drawn: &Drawn) -> Amendments {
    let draw = &drawn.record.draws()[0];
    let away = draw.teams()[0].members()[0].as_str();
    let closed = draw.selected().iter().map(|of| of.id().as_str());
    let reserves: Vec<&str> = draw.reserves().iter().map(|of| of.stratum()).collect();
    let mut closed = closed.filter(|id| {
        let stratum = draw.selected().iter().find(|of| of.id().as_str() == *id);
        stratum.is_some_and(|of| reserves.contains(&of.stratum()))
    });
    let (task, closed) = (draw.task().as_str(), closed.next().unwrap());
    let requests = format!(
        r#"[{{"kind": "away", "inspectors": ["{away}"], "reason": "样例人员住院", "approved_by": "样例局长", "at": "2024-09-20T09:00:00+08:00"}},
            {{"kind": "reserve", "task": "{task}", "entity": "{closed}", "reason": "样例企业已注销", "approved_by": "样例局长", "at": "2024-09-21T09:00:00+08:00"}}]"#
    );
    let requests = Request::from_json(requests.as_bytes()).unwrap();
    drawn.sealed.amend(&drawn.record, None, &requests).unwrap()
}

/// A note of an inspection. Nobody outside the office may read it.
pub(crate) const NOTE: &str = "仅供内部的备注";
/// Measures whose names do not occur in an outcome.
pub(crate) const MEASURES: [(&str, &str); 2] = [("case", "立案"), ("transfer", "移送有关部门")];
/// The outcomes of the example, in turn.
pub(crate) const OUTCOMES: [&str; 8] = [
    "no_problem",
    "no_problem",
    "rectified",
    "false_information",
    "no_problem",
    "unreachable",
    "uncooperative",
    "deregistered",
];

/// Results of an amended draw. Every ninth entity has none yet. The replaced entity has its own result.
pub(crate) fn results(drawn: &Drawn, amendments: &Amendments) -> Results {
    let empty = Results::new(&drawn.record);
    let status = empty.status(&drawn.record, Some(amendments)).unwrap();
    let date: Date = "2024-10-15".parse().unwrap();
    let mut list = Vec::new();
    for task in status.tasks() {
        for (place, course) in task.courses().iter().enumerate() {
            let outcome = match course.is_replaced() {
                true => "deregistered",
                false if place % 9 == 8 => continue,
                false => OUTCOMES[place % OUTCOMES.len()],
            };
            let (task, entity) = (task.task().parse().unwrap(), course.entity().clone());
            let inspectors = course.seats().iter().flatten().cloned();
            let mut found = Inspection::new(task, entity, date, inspectors, outcome);
            if outcome == "false_information" {
                let measures = MEASURES.map(|(code, _)| code);
                found = measures.into_iter().fold(found, Inspection::with_measure);
                found = found.with_note(NOTE);
            }
            list.push(found.with_published(date));
        }
    }
    empty.clone().with_inspections(list)
}
