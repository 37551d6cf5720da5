//! Reads amendments from JSON [M1]. Only their form is checked.

use super::document::{Amendment, Amendments, Change, Substitution};
use super::request::{Seat, inspectors, kind, seat};
use crate::base::error::{Error, ErrorKind};
use crate::base::id::{EntityId, InspectorId, TaskId};
use crate::base::limits;
use crate::base::run::Run;
use crate::base::texts::codes;
use crate::ceremony::commitment::spec_of;
use crate::json::Json;
use crate::json::reader::{Fields, Form, Path, Policy, Reader};

const COMMON: [&str; 5] = ["previous", "at", "approved_by", "reason", "kind"];

impl Amendments {
    /// Reads amendments from JSON. Only their form is checked; [`crate::verify()`] checks their contents.
    ///
    /// # Errors
    /// `amendments.spec-unknown` for another version; otherwise all faults of form together.
    pub fn from_json(bytes: &[u8]) -> Result<Self, Error> {
        let form = Form {
            kind: ErrorKind::Amendments,
            limit: limits::RECORD_BYTES,
            policy: Policy::Refuse,
        };
        form.read_long(bytes, &Run::default(), document)
    }
}

fn document(reader: &mut Reader<'_>, value: &Json<'_>, path: &Path<'_>) -> Option<Amendments> {
    spec_of(reader, value, path, |found| codes::spec_amendments(found))?;
    let fields = reader.object(value, path, &["spec", "record", "amendments"])?;
    let record = reader.required(fields, path, "record", Reader::digest);
    let list = reader.full_list(fields, path, "amendments", amendment);
    Some(Amendments {
        record: record?,
        list: list?,
    })
}

fn amendment(reader: &mut Reader<'_>, value: &Json<'_>, path: &Path<'_>) -> Option<Amendment> {
    let fields = reader.map(value, path)?;
    let kind = reader.required(fields, path, "kind", kind)?;
    let own: &[&str] = match kind {
        "away" | "back" => &["inspectors"],
        "substitute" => &["seats"],
        "reserve" => &["task", "entity", "reserve", "members", "vacant", "joins"],
        _ => &["task", "entity", "seat", "inspector"],
    };
    for (key, _) in fields.entries() {
        if !COMMON.contains(&&**key) && !own.contains(&&**key) {
            reader.fault(codes::unknown_field(key), path);
        }
    }
    let previous = reader.required(fields, path, "previous", Reader::digest);
    let at = reader.required(fields, path, "at", Reader::time);
    let approved_by = reader.required(fields, path, "approved_by", Reader::owned_text);
    let reason = reader.required(fields, path, "reason", Reader::owned_text);
    let change = change(reader, fields, path, kind);
    Some(Amendment {
        previous: previous?,
        at: at?,
        approved_by: approved_by?,
        reason: reason?,
        change: change?,
    })
}

fn change(
    reader: &mut Reader<'_>,
    fields: Fields<'_, '_>,
    path: &Path<'_>,
    kind: &str,
) -> Option<Change> {
    match kind {
        "away" => Some(Change::Away {
            inspectors: inspectors(reader, fields, path)?,
        }),
        "back" => Some(Change::Back {
            inspectors: inspectors(reader, fields, path)?,
        }),
        "substitute" => Some(Change::Substitute {
            seats: reader.full_list(fields, path, "seats", substitution)?,
        }),
        "reserve" => reserve(reader, fields, path),
        _ => {
            let seat = seat(reader, fields, path);
            let inspector = reader.required(fields, path, "inspector", Reader::id);
            let Seat {
                task,
                entity,
                number,
            } = seat?;
            Some(Change::ByHand {
                task,
                entity,
                seat: number,
                inspector: InspectorId::checked(inspector?),
            })
        }
    }
}

fn substitution(
    reader: &mut Reader<'_>,
    value: &Json<'_>,
    path: &Path<'_>,
) -> Option<Substitution> {
    let known = &["task", "entity", "seat", "leaves", "inspector"];
    let fields = reader.object(value, path, known)?;
    let seat = seat(reader, fields, path);
    let leaves = reader.required(fields, path, "leaves", Reader::id);
    let inspector = reader.optional(fields, path, "inspector", Reader::id);
    let Seat {
        task,
        entity,
        number,
    } = seat?;
    Some(Substitution {
        task,
        entity,
        seat: number,
        leaves: InspectorId::checked(leaves?),
        inspector: inspector?.map(InspectorId::checked),
    })
}

fn reserve(reader: &mut Reader<'_>, fields: Fields<'_, '_>, path: &Path<'_>) -> Option<Change> {
    let task = reader.required(fields, path, "task", Reader::id);
    let entity = reader.required(fields, path, "entity", Reader::id);
    let reserve = reader.required(fields, path, "reserve", Reader::id);
    let members = reader.list(fields, path, "members", Reader::id);
    let vacant = reader.list(fields, path, "vacant", |reader, value, path| {
        reader.integer(value, path, 0, 19)
    });
    let joins = reader.optional(fields, path, "joins", Reader::id);
    Some(Change::Reserve {
        task: TaskId::checked(task?),
        entity: EntityId::checked(entity?),
        reserve: EntityId::checked(reserve?),
        members: members?.into_iter().map(InspectorId::checked).collect(),
        vacant: vacant?,
        joins: joins?.map(TaskId::checked),
    })
}
