//! Reads a receipt from JSON. Only its form is checked [G1–G3].

use super::{Framed, OwnRow, Proof, Receipt, State, Statement};
use crate::base::hash::Digest;
use crate::base::id::EntityId;
use crate::base::ratio::Fraction;
use crate::base::texts::codes;
use crate::ceremony::commitment::spec_of;
use crate::inputs::table;
use crate::json::Json;
use crate::json::reader::{Fields, Path, Reader};

const STATEMENT: &[&str] = &[
    "task",
    "state",
    "stratum",
    "ticket",
    "cutoff",
    "cutoff_salt",
    "probability",
    "frame",
    "excluded",
    "reserve",
    "members",
    "vacant",
];

pub(super) fn receipt(
    reader: &mut Reader<'_>,
    value: &Json<'_>,
    path: &Path<'_>,
) -> Option<Receipt> {
    spec_of(reader, value, path, |found| codes::spec_receipt(found))?;
    let known = &["spec", "record", "entity", "registry", "history", "tasks"];
    let fields = reader.object(value, path, known)?;
    let record = reader.required(fields, path, "record", Reader::digest);
    let entity = reader.required(fields, path, "entity", Reader::id);
    let registry = reader.optional(fields, path, "registry", own_row);
    let history = reader.list(fields, path, "history", |reader, value, path| {
        row(reader, value, path, table::of_tree)
    });
    let tasks = reader.full_list(fields, path, "tasks", statement);
    Some(Receipt {
        record: record?,
        entity: EntityId::checked(entity?),
        registry: registry?,
        history: history?,
        tasks: tasks?,
    })
}

/// Reads the row of the registry: `{row, extra_digest, salt, index, proof}`, or only `{row}` if the commitment is not
/// blinded.
fn own_row(reader: &mut Reader<'_>, value: &Json<'_>, path: &Path<'_>) -> Option<OwnRow> {
    let fields = reader.object(
        value,
        path,
        &["row", "extra_digest", "salt", "index", "proof"],
    )?;
    let row = reader.required(fields, path, "row", table::of_tree);
    let extra_digest = reader.optional(fields, path, "extra_digest", Reader::digest);
    let proof = optional_proof(reader, fields, path);
    Some(OwnRow {
        row: row?,
        extra_digest: extra_digest?,
        proof: proof?,
    })
}

/// Reads `{row, salt, index, proof}`, or only `{row}` if the commitment is not blinded.
fn row<T>(
    reader: &mut Reader<'_>,
    value: &Json<'_>,
    path: &Path<'_>,
    read: impl FnOnce(&mut Reader<'_>, &Json<'_>, &Path<'_>) -> Option<T>,
) -> Option<(T, Option<Proof>)> {
    let fields = reader.object(value, path, &["row", "salt", "index", "proof"])?;
    let row = match fields.get("row") {
        Some(value) => read(reader, value, &path.key("row")),
        None => {
            reader.fault(codes::missing_field("row"), path);
            None
        }
    };
    let proof = optional_proof(reader, fields, path);
    Some((row?, proof?))
}

fn optional_proof(
    reader: &mut Reader<'_>,
    fields: Fields<'_, '_>,
    path: &Path<'_>,
) -> Option<Option<Proof>> {
    let any = ["salt", "index", "proof"]
        .iter()
        .any(|field| fields.has(field));
    if any {
        proof(reader, fields, path).map(Some)
    } else {
        Some(None)
    }
}

fn proof(reader: &mut Reader<'_>, fields: Fields<'_, '_>, path: &Path<'_>) -> Option<Proof> {
    let salt = reader.required(fields, path, "salt", Reader::digest);
    let index = reader.required(fields, path, "index", |reader, value, path| {
        reader.count(value, path, 0)
    });
    let nodes = reader.list(
        fields,
        path,
        "proof",
        |reader, value, path| -> Option<Digest> { reader.digest(value, path) },
    );
    Some(Proof {
        salt: salt?,
        index: index?,
        path: nodes?,
    })
}

fn statement(reader: &mut Reader<'_>, value: &Json<'_>, path: &Path<'_>) -> Option<Statement> {
    let fields = reader.object(value, path, STATEMENT)?;
    let task = reader.required(fields, path, "task", Reader::id);
    let state = reader.required(fields, path, "state", |reader, value, path| {
        reader.choice(value, path, &State::ALL)
    });
    let reserve = reader.optional(fields, path, "reserve", |reader, value, path| {
        reader.count(value, path, 1)
    });
    let members = reader.list(fields, path, "members", Reader::id);
    let vacant = reader.list(fields, path, "vacant", |reader, value, path| {
        reader.integer(value, path, 0, 19)
    });
    let state = state?;
    fields_of(reader, fields, path, state)?;
    let framed = match state.is_framed() {
        true => Some(framed(reader, fields, path)?),
        false => None,
    };
    let excluded = reader.optional(fields, path, "excluded", excluded);
    Some(Statement {
        task: task?.to_owned(),
        state,
        framed,
        excluded: excluded?,
        reserve: reserve?,
        members: members?.into_iter().map(str::to_owned).collect(),
        vacant: vacant?,
    })
}

/// [G3] Checks that the statement has the fields of its state and no others.
fn fields_of(
    reader: &mut Reader<'_>,
    fields: Fields<'_, '_>,
    path: &Path<'_>,
    state: State,
) -> Option<()> {
    let framed = state.is_framed();
    let needs = [
        ("stratum", framed, true),
        ("ticket", framed, true),
        ("probability", framed, true),
        ("cutoff", framed, state == State::Selected),
        (
            "cutoff_salt",
            fields.has("frame") && fields.has("cutoff"),
            true,
        ),
        ("frame", framed, false),
        ("excluded", state == State::Excluded, true),
        ("reserve", state == State::Reserve, true),
        ("members", state == State::Selected, false),
        ("vacant", state == State::Selected, false),
    ];
    let mut right = true;
    for (field, allowed, needed) in needs {
        let there = fields.has(field);
        if there && !allowed || !there && allowed && needed {
            reader.fault(codes::receipt_fields(state.as_str(), field), path);
            right = false;
        }
    }
    right.then_some(())
}

fn framed(reader: &mut Reader<'_>, fields: Fields<'_, '_>, path: &Path<'_>) -> Option<Framed> {
    let stratum = reader.required(fields, path, "stratum", Reader::id);
    let ticket = reader.required(fields, path, "ticket", Reader::digest);
    let cutoff = reader.optional(fields, path, "cutoff", Reader::digest);
    let cutoff_salt = reader.optional(fields, path, "cutoff_salt", Reader::digest);
    let probability = reader.required(fields, path, "probability", |reader, value, path| {
        let fields = reader.object(value, path, &["numer", "denom"])?;
        let numer = reader.required(fields, path, "numer", |reader, value, path| {
            reader.count(value, path, 0)
        });
        let denom = reader.required(fields, path, "denom", |reader, value, path| {
            reader.count(value, path, 1)
        });
        Some(Fraction::new(numer?, denom?))
    });
    let proof = reader.optional(fields, path, "frame", |reader, value, path| {
        let fields = reader.object(value, path, &["salt", "index", "proof"])?;
        proof(reader, fields, path)
    });
    Some(Framed {
        stratum: stratum?.to_owned(),
        ticket: ticket?,
        cutoff: cutoff?,
        cutoff_salt: cutoff_salt?,
        probability: probability?,
        proof: proof?,
    })
}

fn excluded(
    reader: &mut Reader<'_>,
    value: &Json<'_>,
    path: &Path<'_>,
) -> Option<(String, Option<Proof>)> {
    let fields = reader.object(value, path, &["reason", "salt", "index", "proof"])?;
    let reason = reader.required(fields, path, "reason", Reader::id);
    let proof = optional_proof(reader, fields, path);
    Some((reason?.to_owned(), proof?))
}
