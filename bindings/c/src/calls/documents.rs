//! Reads, writes and hashes documents.

use serde_json::json;
use suiji::ceremony::PartialContributions;
use suiji::error::{Code, codes as errors, findings};
use suiji::plan::PlanChange;
use suiji::verify::checks;
use suiji::{
    Amendments, Ceremony, Commitment, Contributions, Digest, Lang, Plan, PublicForm, Receipt,
    Record, Request, Run,
};

use crate::codes::{
    SUIJI_AMENDMENTS, SUIJI_CANONICAL, SUIJI_CEREMONY, SUIJI_COMMITMENT, SUIJI_CONTRIBUTIONS,
    SUIJI_DIGEST, SUIJI_HISTORY, SUIJI_INPUTS, SUIJI_JSON, SUIJI_JSON_LINES,
    SUIJI_PARTIAL_CONTRIBUTIONS, SUIJI_PLAN, SUIJI_PUBLIC_FORM, SUIJI_RECEIPT, SUIJI_RECORD,
    SUIJI_REGISTRY, SUIJI_REQUESTS, SUIJI_ROSTER, SUIJI_SEALED, SUIJI_SECRET, SUIJI_SEED,
};
use crate::failure::Failure;
use crate::object::Object;
use crate::values::{hash, list, text};

/// Reads a document of this kind and writes it.
///
/// # Errors
/// The faults of the document. Misuse if there is no such kind or form.
pub fn document(kind: i32, form: i32, data: &[u8], run: &Run) -> Result<Object, Failure> {
    let json = match kind {
        SUIJI_PLAN => Plan::from_json(data)?.to_json(),
        SUIJI_CEREMONY => Ceremony::from_json(data)?.to_json_with_secret(),
        SUIJI_COMMITMENT => Commitment::from_json(data)?.to_json(),
        SUIJI_CONTRIBUTIONS => Contributions::from_json(data)?.to_json(),
        SUIJI_PARTIAL_CONTRIBUTIONS => PartialContributions::from_json(data)?.to_json(),
        SUIJI_RECORD => Record::from_json_with(data, run)?.to_json(),
        SUIJI_PUBLIC_FORM => PublicForm::from_json_with(data, run)?.to_json(),
        SUIJI_RECEIPT => Receipt::from_json(data)?.to_json(),
        SUIJI_AMENDMENTS => Amendments::from_json(data)?.to_json(),
        #[cfg(feature = "results")]
        crate::codes::SUIJI_RESULTS => suiji::Results::from_json(data)?.to_json(),
        SUIJI_REQUESTS => {
            // The library never writes requests. They are checked and passed on.
            Request::from_json(data)?;
            return in_form(form, data.to_vec(), run);
        }
        _ => return Err(Failure::unknown_number("kind", kind.into())),
    };
    in_form(form, json.into_bytes(), run)
}

fn in_form(form: i32, json: Vec<u8>, run: &Run) -> Result<Object, Failure> {
    match form {
        SUIJI_JSON => Ok(Object::bytes(json)),
        SUIJI_CANONICAL => Ok(Object::bytes(suiji::canonical_json_with(&json, run)?)),
        _ => Err(Failure::unknown_number("form", form.into())),
    }
}

/// The digest of a document, in hex. Plan and amendments need a hash suite. Commitment and record have their own, so 0
/// is passed.
///
/// # Errors
/// The faults of the document. Misuse if there is no such kind or hash suite.
pub fn digest(kind: i32, suite: i32, data: &[u8]) -> Result<Object, Failure> {
    let own = |digest: Digest| match suite {
        0 => Ok(digest),
        _ => Err(Failure::unknown_number("hash", suite.into())),
    };
    let digest = match kind {
        SUIJI_PLAN => Plan::from_json(data)?.digest(hash(suite)?),
        SUIJI_AMENDMENTS => Amendments::from_json(data)?.digest(hash(suite)?),
        SUIJI_COMMITMENT => own(Commitment::from_json(data)?.digest())?,
        SUIJI_RECORD => own(Record::from_json(data)?.digest())?,
        _ => return Err(Failure::unknown_number("kind", kind.into())),
    };
    Ok(Object::bytes(digest.to_string()))
}

/// A digest in groups of four.
///
/// # Errors
/// `hex.form`.
pub fn digest_groups(digest: &[u8]) -> Result<Object, Failure> {
    let digest: Digest = text("digest", digest)?.parse()?;
    Ok(Object::bytes(digest.to_groups()))
}

/// The differences of a later plan, as a JSON list.
///
/// # Errors
/// The faults of the plans.
pub fn plan_changes(earlier: &[u8], later: &[u8]) -> Result<Object, Failure> {
    let earlier = Plan::from_json(earlier)?;
    let changes = earlier.changes(&Plan::from_json(later)?);
    Ok(Object::bytes(list(changes.iter().map(PlanChange::to_json))))
}

/// Any JSON in canonical form.
///
/// # Errors
/// The faults of the JSON.
pub fn canonical_json(data: &[u8]) -> Result<Object, Failure> {
    Ok(Object::bytes(suiji::canonical_json(data)?))
}

/// A large document as a handle: a record or a public form.
///
/// # Errors
/// The faults of the document. Misuse if there is no such kind.
pub fn read(kind: i32, data: &[u8], run: &Run) -> Result<Object, Failure> {
    match kind {
        SUIJI_RECORD => {
            let record = Record::from_json_with(data, run)?;
            Ok(Object::Record(Box::new(record)))
        }
        SUIJI_PUBLIC_FORM => {
            let form = PublicForm::from_json_with(data, run)?;
            Ok(Object::PublicForm(Box::new(form)))
        }
        _ => Err(Failure::unknown_number("kind", kind.into())),
    }
}

/// The document of a handle: a record, a public form or a table.
///
/// # Errors
/// `cancelled`. Misuse if the handle has no such form.
pub fn write(object: &Object, form: i32, run: &Run) -> Result<Object, Failure> {
    let mut bytes = Vec::new();
    let written = match (object, form) {
        (Object::Record(record), SUIJI_JSON) => record.write_json_with(&mut bytes, run),
        (Object::Record(record), SUIJI_CANONICAL) => record.write_canonical_with(&mut bytes, run),
        (Object::PublicForm(public), SUIJI_JSON) => public.write_json_with(&mut bytes, run),
        (Object::PublicForm(public), SUIJI_CANONICAL) => {
            return in_form(form, public.to_json().into_bytes(), run);
        }
        (Object::Registry(table), SUIJI_JSON_LINES) => table.write_json_lines_with(&mut bytes, run),
        (Object::Roster(table), SUIJI_JSON_LINES) => table.write_json_lines_with(&mut bytes, run),
        (Object::History(table), SUIJI_JSON_LINES) => table.write_json_lines_with(&mut bytes, run),
        (
            Object::Record(_)
            | Object::PublicForm(_)
            | Object::Registry(_)
            | Object::Roster(_)
            | Object::History(_),
            _,
        ) => return Err(Failure::unknown_number("form", form.into())),
        _ => return Err(Failure::wrong_kind("handle", &WRITTEN, object.kind())),
    };
    match written {
        Ok(()) => Ok(Object::bytes(bytes)),
        // Writing to a vector does not fail, so only the run can end it.
        Err(_) => Err(Failure::cancelled()),
    }
}

const WRITTEN: [i32; 5] = [
    SUIJI_RECORD,
    SUIJI_PUBLIC_FORM,
    SUIJI_REGISTRY,
    SUIJI_ROSTER,
    SUIJI_HISTORY,
];

/// A part of a handle; none for the secret if the commitment is not blinded.
///
/// # Errors
/// Misuse if the handle has no such part.
pub fn part(object: &Object, part: i32) -> Result<Option<Object>, Failure> {
    let bytes = |text: String| Ok(Some(Object::bytes(text)));
    match (object, part) {
        (Object::Inputs(inputs), SUIJI_PLAN) => bytes(inputs.plan.to_json()),
        (Object::Inputs(inputs), SUIJI_REGISTRY) => {
            Ok(Some(Object::Registry(inputs.registry.clone())))
        }
        (Object::Inputs(inputs), SUIJI_ROSTER) => Ok(Some(Object::Roster(inputs.roster.clone()))),
        (Object::Inputs(inputs), SUIJI_HISTORY) => {
            Ok(Some(Object::History(inputs.history.clone())))
        }
        (Object::Sealed(sealed), SUIJI_INPUTS) => Ok(Some(Object::Inputs(sealed.1.clone()))),
        (Object::Sealed(sealed), SUIJI_COMMITMENT) => bytes(sealed.0.commitment().to_json()),
        (Object::Sealed(sealed), SUIJI_DIGEST) => bytes(sealed.0.commitment().digest().to_string()),
        (Object::Sealed(sealed), SUIJI_SECRET) => {
            let secret = sealed.0.secret().map(suiji::Secret::reveal);
            Ok(secret.map(Object::bytes))
        }
        (Object::Record(record), SUIJI_COMMITMENT) => bytes(record.commitment().to_json()),
        (Object::Record(record), SUIJI_CONTRIBUTIONS) => bytes(record.contributions().to_json()),
        (Object::Record(record), SUIJI_DIGEST) => bytes(record.digest().to_string()),
        (Object::Record(record), SUIJI_SEED) => bytes(record.seed().to_string()),
        (Object::PublicForm(form), SUIJI_COMMITMENT) => bytes(form.commitment().to_json()),
        (Object::PublicForm(form), SUIJI_CONTRIBUTIONS) => bytes(form.contributions().to_json()),
        (Object::PublicForm(form), SUIJI_DIGEST) => bytes(form.record().to_string()),
        (Object::PublicForm(form), SUIJI_SEED) => bytes(form.seed().to_string()),
        (Object::Inputs(_) | Object::Sealed(_) | Object::Record(_) | Object::PublicForm(_), _) => {
            Err(Failure::unknown_number("part", part.into()))
        }
        _ => Err(Failure::wrong_kind("handle", &DIVIDED, object.kind())),
    }
}

const DIVIDED: [i32; 4] = [SUIJI_INPUTS, SUIJI_SEALED, SUIJI_RECORD, SUIJI_PUBLIC_FORM];

/// All error codes, findings and checks, with their texts.
#[must_use]
pub fn codes() -> Object {
    let text = |of: &Code, what: &str| {
        json!({
            "id": of.id(),
            "what": what,
            "rule": of.rule(),
            "message": {"zh": of.template(Lang::Zh), "en": of.template(Lang::En)},
        })
    };
    let tables = [
        ("error", errors::ALL),
        ("finding", findings::ALL),
        ("check", checks::ALL),
        ("trust", checks::TRUST),
    ];
    let all = tables
        .iter()
        .flat_map(|(what, codes)| codes.iter().map(move |of| text(of, what)));
    let all: Vec<_> = all.collect();
    Object::bytes(format!("{:#}", serde_json::Value::from(all)))
}
