//! The draw of the county's example, for tests of the rooms.

use std::fs;
use std::path::Path;

use suiji::ceremony::PartialContributions;
use suiji::results::Inspection;
use suiji::{
    Amendments, Ceremony, Contribution, Contributions, Inputs, Lang, Record, Request, Results,
    Sealed, Secret,
};

use crate::days::Calendar;
use crate::facts::{Facts, Material};
use crate::office::Office;

fn read(name: &str) -> Vec<u8> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../examples/qinshui-2024");
    fs::read(folder.join(name)).unwrap()
}

/// A draw, and the changes after it.
pub(crate) struct Trial {
    pub(crate) sealed: Sealed,
    pub(crate) record: Record,
    pub(crate) amendments: Option<Amendments>,
    pub(crate) results: Option<Results>,
}

impl Trial {
    /// The example, with some bytes replaced in all its documents.
    pub(crate) fn with(replaced: &[(&str, &str)]) -> Self {
        let document = |name: &str| {
            let text = String::from_utf8(read(name)).unwrap();
            let change = |text: String, (from, to): &(&str, &str)| text.replace(from, to);
            replaced.iter().fold(text, change).into_bytes()
        };
        let [plan, registry, roster, history] = [
            "plan.json",
            "registry.jsonl",
            "roster.jsonl",
            "history.jsonl",
        ]
        .map(document);
        let inputs = Inputs::from_json(&plan, &*registry, &*roster, &*history).unwrap();
        let ceremony = Ceremony::from_json(&read("ceremony.json")).unwrap();
        let (nonce, value) = (Secret::from_bytes([7; 32]), "office");
        let commitment = Contribution::commitment(ceremony.hash(), &nonce, value);
        let sealed = suiji::seal(&inputs, &ceremony.with_commitment(0, commitment)).unwrap();
        let live = PartialContributions::from_json(&read("throws.json")).unwrap();
        let office = Contribution::committed(nonce, value).unwrap();
        let all = std::iter::once(office).chain(live.iter().map(|(_, one)| one.clone()));
        let contributions = Contributions::new(sealed.commitment().digest(), all);
        let record = sealed.draw(&contributions).unwrap();
        Self {
            sealed,
            record,
            amendments: None,
            results: None,
        }
    }

    pub(crate) fn new() -> Self {
        Self::with(&[])
    }

    /// Adds an inspector who is away, and a selected entity that is replaced by a reserve. Both are in the first
    /// task.
    pub(crate) fn amended(self) -> Self {
        let (away, closed) = (self.away(), self.closed());
        let task = self.record.draws()[0].task();
        let first = self.record.draws()[0].teams()[0].entity();
        let requests = format!(
            r#"[{{"kind": "away", "inspectors": ["{away}"], "reason": "样例人员住院", "approved_by": "样例局长", "at": "2024-09-20T09:00:00+08:00"}},
                {{"kind": "substitute", "seats": [{{"task": "{task}", "entity": "{first}", "seat": 0}}], "reason": "样例人员住院", "approved_by": "样例局长", "at": "2024-09-20T09:00:00+08:00"}},
                {{"kind": "reserve", "task": "{task}", "entity": "{closed}", "reason": "样例企业已注销", "approved_by": "样例局长", "at": "2024-09-21T09:00:00+08:00"}}]"#
        );
        let requests = Request::from_json(requests.as_bytes()).unwrap();
        let amendments = self.sealed.amend(&self.record, None, &requests).unwrap();
        Self {
            amendments: Some(amendments),
            ..self
        }
    }

    /// Adds a result for each entity, as if none was replaced: the outcomes in turn, the last one open.
    pub(crate) fn inspected(self) -> Self {
        let outcomes = [
            "no_problem",
            "false_information",
            "unreachable",
            "deregistered",
        ];
        let date = "2024-10-15".parse().unwrap();
        let empty = Results::new(&self.record);
        let status = empty.status(&self.record, None).unwrap();
        let mut list = Vec::new();
        for task in status.tasks() {
            let courses = task.courses();
            for (place, course) in courses[..courses.len() - 1].iter().enumerate() {
                let (task, entity) = (task.task().parse().unwrap(), course.entity().clone());
                let outcome = outcomes[place % outcomes.len()];
                let inspectors = course.seats().iter().flatten().cloned();
                list.push(Inspection::new(task, entity, date, inspectors, outcome));
            }
        }
        let results = empty.clone().with_inspections(list);
        Self {
            results: Some(results),
            ..self
        }
    }

    /// The inspector who is away.
    pub(crate) fn away(&self) -> String {
        self.record.draws()[0].teams()[0].members()[0].to_string()
    }

    /// The first selected entity with a reserve in its stratum.
    pub(crate) fn closed(&self) -> String {
        let draw = &self.record.draws()[0];
        let has_reserve = |stratum: &str| {
            let mut reserves = draw.reserves().iter();
            reserves.any(|of| of.stratum() == stratum)
        };
        let mut selected = draw.selected().iter();
        let found = selected.find(|of| has_reserve(of.stratum()));
        found.unwrap().id().to_string()
    }

    pub(crate) fn facts(&self, lang: Lang) -> Facts {
        self.material(lang, Facts::of)
    }

    pub(crate) fn material<T>(&self, lang: Lang, use_it: impl FnOnce(&Material<'_>) -> T) -> T {
        let state = match &self.amendments {
            Some(amendments) => amendments.state(&self.record),
            None => self.record.state(),
        };
        let office =
            br#"{"columns": ["address", "phone"], "drawn_at": "2024-09-18T10:30:00+08:00"}"#;
        use_it(&Material {
            sealed: &self.sealed,
            record: &self.record,
            amendments: self.amendments.as_ref(),
            results: self.results.as_ref(),
            state: &state.unwrap(),
            office: &Office::from_json(office).unwrap(),
            calendar: &Calendar::published(),
            lang,
        })
    }
}
