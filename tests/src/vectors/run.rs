//! Runs the documents of a vector through the public API of the library.

use serde_json::Value;
use suiji::{
    Amendments, Ceremony, Commitment, Contributions, Error, Evidence, History, Inputs, Plan,
    PublicForm, Receipt, Record, Registry, Request, Roster, Run, Sealed,
};

use super::{Document, Documents};

/// The bytes of a document. Empty if there is no such document.
pub fn bytes(documents: &Documents, name: &str) -> Vec<u8> {
    documents.get(name).map(Document::bytes).unwrap_or_default()
}

/// The plan.
///
/// # Errors
/// The errors of the plan.
pub fn plan(documents: &Documents) -> Result<Plan, Error> {
    Plan::from_json(&bytes(documents, "plan.json"))
}

/// The registry, as CSV or JSON Lines.
///
/// # Errors
/// The errors of the registry.
pub fn registry(documents: &Documents) -> Result<Registry, Error> {
    let run = Run::default();
    match documents.get("registry.csv") {
        Some(csv) => suiji_tables::registry_from_csv(&*csv.bytes(), &run),
        None => Registry::from_json_lines_with(&*bytes(documents, "registry.jsonl"), &run),
    }
}

/// The roster, as CSV or JSON Lines.
///
/// # Errors
/// The errors of the roster.
pub fn roster(documents: &Documents) -> Result<Roster, Error> {
    let run = Run::default();
    match documents.get("roster.csv") {
        Some(csv) => suiji_tables::roster_from_csv(&*csv.bytes(), &run),
        None => Roster::from_json_lines_with(&*bytes(documents, "roster.jsonl"), &run),
    }
}

/// The history, as CSV or JSON Lines.
///
/// # Errors
/// The errors of the history.
pub fn history(documents: &Documents) -> Result<History, Error> {
    let run = Run::default();
    match documents.get("history.csv") {
        Some(csv) => suiji_tables::history_from_csv(&*csv.bytes(), &run),
        None => History::from_json_lines_with(&*bytes(documents, "history.jsonl"), &run),
    }
}

/// The four inputs.
///
/// # Errors
/// The errors of any of them.
pub fn inputs(documents: &Documents) -> Result<Inputs, Error> {
    Inputs::new(
        plan(documents)?,
        registry(documents)?,
        roster(documents)?,
        history(documents)?,
    )
}

/// The ceremony, with the earlier commitments if the vector has them.
///
/// # Errors
/// The errors of the ceremony.
pub fn ceremony(documents: &Documents) -> Result<Ceremony, Error> {
    let ceremony = Ceremony::from_json(&bytes(documents, "ceremony.json"))?;
    Ok(ceremony.with_earlier(earlier(documents)?))
}

/// The earlier commitments.
///
/// # Errors
/// The errors of any of them.
pub fn earlier(documents: &Documents) -> Result<Vec<Commitment>, Error> {
    let earlier: Value =
        serde_json::from_slice(&bytes(documents, "earlier.json")).unwrap_or_default();
    let earlier = earlier.as_array().into_iter().flatten();
    earlier
        .map(|commitment| Commitment::from_json(commitment.to_string().as_bytes()))
        .collect()
}

/// Reads the inputs, seals and draws.
///
/// # Errors
/// The reason for the refusal.
pub fn draw(documents: &Documents) -> Result<(Sealed, Record), Error> {
    let sealed = suiji::seal(&inputs(documents)?, &ceremony(documents)?)?;
    let contributions = Contributions::from_json(&bytes(documents, "contributions.json"))?;
    let record = sealed.draw(&contributions)?;
    Ok((sealed, record))
}

/// The amendments that these requests add, after the draw, to an earlier document of amendments. `[]` adds nothing.
///
/// # Errors
/// The reason for the refusal.
pub fn amend(
    documents: &Documents,
    earlier: Option<&Value>,
    requests: &Value,
) -> Result<Amendments, Error> {
    let (sealed, record) = draw(documents)?;
    let earlier = earlier.map(|earlier| Amendments::from_json(earlier.to_string().as_bytes()));
    let requests = match requests.as_array() {
        Some(none) if none.is_empty() => Vec::new(),
        _ => Request::from_json(requests.to_string().as_bytes())?,
    };
    sealed.amend(&record, earlier.transpose()?.as_ref(), &requests)
}

/// Does what `run` of a refusal says.
///
/// # Errors
/// The expected refusal.
pub fn refused(run: &str, documents: &Documents, entity: &str) -> Result<(), Error> {
    match run {
        "read" => documents
            .iter()
            .try_for_each(|(name, document)| read(name, &document.bytes())),
        "reopen" => {
            let commitment = Commitment::from_json(&bytes(documents, "commitment.json"))?;
            let (inputs, ceremony) = (inputs(documents)?, ceremony(documents)?);
            let sealed = Sealed::reopen(&inputs, &commitment, ceremony.secret())?;
            let contributions = Contributions::from_json(&bytes(documents, "contributions.json"))?;
            sealed.draw(&contributions).map(|_| ())
        }
        "receipt" => {
            let sealed = suiji::seal(&inputs(documents)?, &ceremony(documents)?)?;
            let record = Record::from_json(&bytes(documents, "record.json"))?;
            sealed.receipt(&record, &entity.parse()?).map(|_| ())
        }
        "publish" => {
            let record = Record::from_json(&bytes(documents, "record.json"))?;
            let ceremony = ceremony(documents)?;
            PublicForm::of(&record, ceremony.secret()).map(|_| ())
        }
        "require" => {
            let record = Record::from_json(&bytes(documents, "record.json"))?;
            suiji::verify(&record, &Evidence::default()).require()
        }
        _ => draw(documents).map(|_| ()),
    }
}

fn read(name: &str, bytes: &[u8]) -> Result<(), Error> {
    let run = Run::default();
    match name {
        "commitment.json" => Commitment::from_json(bytes).map(|_| ()),
        "record.json" => Record::from_json_with(bytes, &run).map(|_| ()),
        "public-form.json" => PublicForm::from_json_with(bytes, &run).map(|_| ()),
        "receipt.json" => Receipt::from_json(bytes).map(|_| ()),
        "amendments.json" => Amendments::from_json(bytes).map(|_| ()),
        _ => Ok(()),
    }
}

/// The evidence that `with` names: some of `plan`, `registry`, `roster`, `history`, `secret`, `earlier`.
///
/// # Errors
/// The errors of any of them.
pub fn evidence(documents: &Documents, with: &[&str]) -> Result<Evidence, Error> {
    let mut evidence = Evidence::default();
    for name in with {
        evidence = match *name {
            "plan" => evidence.with_plan(plan(documents)?),
            "registry" => evidence.with_registry(registry(documents)?),
            "roster" => evidence.with_roster(roster(documents)?),
            "history" => evidence.with_history(history(documents)?),
            "earlier" => evidence.with_earlier(earlier(documents)?),
            "secret" => match ceremony(documents)?.secret() {
                Some(secret) => evidence.with_secret(secret.clone()),
                None => evidence,
            },
            _ => evidence,
        };
    }
    Ok(evidence)
}
