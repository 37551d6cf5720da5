//! Every long call of the API, on a large case.

use std::io;

use serde_json::json;
use suiji::tables::{Column, Columns};
use suiji::{
    Amendments, Contributions, Error, Evidence, History, Inputs, PublicForm, Record, Registry,
    Request, Roster, Run, Sealed,
};
use suiji_conformance::Small;

/// A case with so many rows that every long step takes several chunks.
pub(super) struct LargeCase {
    registry: String,
    roster: String,
    history: String,
    pub(super) case: Small,
    pub(super) sealed: Sealed,
    pub(super) record: Record,
}

impl LargeCase {
    pub(super) fn new(entities: usize, teams: usize) -> Self {
        let mut case = Small::with_team().blinded();
        case.task(0)["quota"] = json!({"count": teams});
        case.task(0)["limits"] = json!([{"id": "once", "visits": 1}]);
        let place = |n: usize| n * 7919 % entities;
        let registry: String = (0..entities)
            .map(|n| {
                format!(
                    "{}\n",
                    json!({"id": format!("F-{:06}", place(n)), "name": "样例", "class": "low"})
                )
            })
            .collect();
        let history: String = (0..entities / 2).map(|n| format!("{}\n", json!({"entity": format!("F-{:06}", place(n)), "task": "J9", "date": "2024-01-02"}))).collect();
        let roster: String = (0..60)
            .map(|n| {
                format!(
                    "{}\n",
                    json!({"id": format!("Z-{n:03}"), "name": "样例", "department": "局"})
                )
            })
            .collect();
        let run = Run::default();
        let inputs = inputs(&case, &registry, &roster, &history, &run).unwrap();
        let sealed = suiji::seal_with(&inputs, &case.read_ceremony().unwrap(), &run).unwrap();
        let record = sealed
            .draw_with(&contributions(&case, &sealed), &run)
            .unwrap();
        Self {
            registry,
            roster,
            history,
            case,
            sealed,
            record,
        }
    }

    fn evidence(&self) -> Evidence {
        let inputs = self.sealed.inputs();
        Evidence::default()
            .with_plan(inputs.plan().clone())
            .with_registry(inputs.registry().clone())
            .with_roster(inputs.roster().clone())
            .with_history(inputs.history().clone())
            .with_secret(self.case.read_ceremony().unwrap().secret().unwrap().clone())
    }

    fn amended(&self) -> Amendments {
        let away = json!([{"kind": "away", "at": "2030-01-01T09:00:00+08:00", "approved_by": "局长",
            "reason": "病假", "inspectors": ["Z-001"]}]);
        let away = Request::from_json(away.to_string().as_bytes()).unwrap();
        self.sealed.amend(&self.record, None, &away).unwrap()
    }

    fn public(&self) -> PublicForm {
        PublicForm::of(&self.record, self.sealed.secret()).unwrap()
    }

    /// A copy of the sealed value, without the trees that receipts keep, and the record.
    fn fresh(&self) -> (Sealed, Record) {
        let (inputs, secret) = (self.sealed.inputs(), self.sealed.secret());
        let sealed = Sealed::reopen(inputs, self.sealed.commitment(), secret);
        (sealed.unwrap(), self.record.clone())
    }

    /// Every long call with a name.
    pub(super) fn calls(&self) -> Vec<(&'static str, Call<'_>)> {
        let inputs_of = self.sealed.inputs();
        let id = self.record.draws()[0].selected()[0].id().clone();
        vec![
            (
                "registry",
                Box::new(|run| {
                    Registry::from_json_lines_with(self.registry.as_bytes(), run).map(drop)
                }),
            ),
            (
                "roster",
                Box::new(|run| Roster::from_json_lines_with(self.roster.as_bytes(), run).map(drop)),
            ),
            (
                "history",
                Box::new(|run| {
                    History::from_json_lines_with(self.history.as_bytes(), run).map(drop)
                }),
            ),
            ("columns", Box::new(columns)),
            ("inputs", Box::new(|run| rebuilt(inputs_of, run).map(drop))),
            (
                "findings",
                Box::new(|run| self.sealed.findings_with(run).map(drop)),
            ),
            (
                "seal",
                Box::new(|run| {
                    suiji::seal_with(inputs_of, &self.case.read_ceremony()?, run).map(drop)
                }),
            ),
            (
                "reopen",
                Box::new(|run| {
                    Sealed::reopen_with(
                        inputs_of,
                        self.sealed.commitment(),
                        self.case.read_ceremony()?.secret(),
                        run,
                    )
                    .map(drop)
                }),
            ),
            (
                "draw",
                Box::new(|run| {
                    self.sealed
                        .draw_with(&contributions(&self.case, &self.sealed), run)
                        .map(drop)
                }),
            ),
            (
                "verify",
                Box::new(|run| suiji::verify_with(&self.record, &self.evidence(), run).map(drop)),
            ),
            (
                "verify_public",
                Box::new(|run| {
                    suiji::verify_public_with(&self.public(), &self.evidence(), run).map(drop)
                }),
            ),
            (
                "receipt",
                Box::new(move |run| {
                    let (sealed, record) = self.fresh();
                    sealed.receipt_with(&record, &id, run).map(drop)
                }),
            ),
            (
                "receipts",
                Box::new(|run| {
                    let (sealed, record) = self.fresh();
                    sealed.receipts_with(&record, run).map(drop)
                }),
            ),
            (
                "compare inputs",
                Box::new(|run| self.sealed.check_inputs_with(inputs_of, run)),
            ),
            (
                "read record",
                Box::new(|run| {
                    Record::from_json_with(self.record.to_json().as_bytes(), run).map(drop)
                }),
            ),
            (
                "write record",
                Box::new(|run| library_error(self.record.write_json_with(io::sink(), run))),
            ),
            (
                "write canonical record",
                Box::new(|run| library_error(self.record.write_canonical_with(io::sink(), run))),
            ),
            (
                "write registry",
                Box::new(|run| {
                    let registry = self.sealed.inputs().registry();
                    library_error(registry.write_json_lines_with(io::sink(), run))
                }),
            ),
            (
                "make public form",
                Box::new(|run| {
                    PublicForm::of_with(&self.record, self.sealed.secret(), run).map(drop)
                }),
            ),
            (
                "read public form",
                Box::new(|run| {
                    PublicForm::from_json_with(self.public().to_json().as_bytes(), run).map(drop)
                }),
            ),
            (
                "write public form",
                Box::new(|run| library_error(self.public().write_json_with(io::sink(), run))),
            ),
            (
                "canonical",
                // The document is long enough for reports during parsing and during checking.
                Box::new(|run| {
                    let zeros = format!("[{}0]", "0,".repeat(20_000));
                    suiji::canonical_json_with(zeros.as_bytes(), run).map(drop)
                }),
            ),
            (
                "verify amendments",
                Box::new(|run| {
                    let evidence = self.evidence().with_amendments(self.amended());
                    suiji::verify_with(&self.record, &evidence, run).map(drop)
                }),
            ),
        ]
    }
}

/// Extracts the error of the library from that of a writer.
fn library_error(result: io::Result<()>) -> Result<(), Error> {
    result.map_err(|error| error.downcast().unwrap())
}

pub(super) type Call<'l> = Box<dyn Fn(&Run) -> Result<(), Error> + 'l>;

/// The same inputs, combined again.
fn rebuilt(inputs: &Inputs, run: &Run) -> Result<Inputs, Error> {
    Inputs::new_with(
        inputs.plan().clone(),
        inputs.registry().clone(),
        inputs.roster().clone(),
        inputs.history().clone(),
        run,
    )
}

fn inputs(
    case: &Small,
    registry: &str,
    roster: &str,
    history: &str,
    run: &Run,
) -> Result<Inputs, Error> {
    Inputs::new_with(
        case.read_plan()?,
        Registry::from_json_lines_with(registry.as_bytes(), run)?,
        Roster::from_json_lines_with(roster.as_bytes(), run)?,
        History::from_json_lines_with(history.as_bytes(), run)?,
        run,
    )
}

pub(super) fn contributions(case: &Small, sealed: &Sealed) -> Contributions {
    let document = case.contributions_of(&sealed.commitment().digest().to_string());
    Contributions::from_json(document.to_string().as_bytes()).unwrap()
}

fn columns(run: &Run) -> Result<(), Error> {
    let rows = 5000;
    let ids: String = (0..rows).map(|n| format!("F-{n:04}")).collect();
    let offsets: Vec<i32> = (0..=rows).map(|n| n * 6).collect();
    let columns = Columns::new(usize::try_from(rows).unwrap())
        .with("id", Column::utf8(&offsets, ids.as_bytes()))
        .with("name", Column::utf8(&offsets, ids.as_bytes()));
    let mut builder = Registry::builder();
    builder.push_columns_with(&columns, run)?;
    builder.finish_with(run).map(drop)
}
