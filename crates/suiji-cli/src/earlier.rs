//! Earlier sheets of a case: their numbered files, and how a new sheet names them [S3c].

use std::fs;

use serde_json::{Value, json};
use suiji::limits;
use suiji::{Commitment, Error, ErrorKind, Time};

use crate::case::{CEREMONY, COMMITMENT, CONTRIBUTIONS, Case, OFFICE_SECRET, PARTIAL, RECORD};
use crate::codes;
use crate::failure::file_error;
use crate::files;
use crate::given::Given;

/// Why a case is sealed again.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub(crate) enum Why<'w> {
    /// The sheet that is there is replaced.
    Supersede {
        reason: &'w str,
        approved_by: &'w str,
    },
    /// Its draw stands, and this is the next one.
    Follow,
}

/// The name of an earlier file: `record.1.json`.
pub(crate) fn numbered(name: &str, number: u64) -> String {
    let stem = name.strip_suffix(".json").unwrap_or(name);
    format!("{stem}.{number}.json")
}

/// The sheets that stand beside `commitment.json`, the oldest first.
pub(crate) fn sheets(case: &Case) -> Result<Vec<Commitment>, Error> {
    let mut numbers = numbers(case, COMMITMENT)?;
    numbers.sort_unstable();
    let read = |number| {
        let bytes = files::read(
            &case.path(&numbered(COMMITMENT, number)),
            limits::SHEET_BYTES,
            ErrorKind::Commitment,
        )?;
        Commitment::from_json(&bytes)
    };
    numbers.into_iter().map(read).collect()
}

/// Those that stand there from before a sheet, which may have been set aside itself.
pub(crate) fn sheets_before(case: &Case, sheet: &Commitment) -> Result<Vec<Commitment>, Error> {
    let mut sheets = sheets(case)?;
    if let Some(own) = sheets.iter().position(|earlier| earlier == sheet) {
        sheets.truncate(own);
    }
    Ok(sheets)
}

/// The number under which no file stands yet.
pub(crate) fn next_number(case: &Case) -> Result<u64, Error> {
    let mut last = 0;
    for name in [COMMITMENT, CONTRIBUTIONS, PARTIAL, RECORD, OFFICE_SECRET] {
        last = numbers(case, name)?.into_iter().fold(last, u64::max);
    }
    Ok(last + 1)
}

/// The number of a sheet that is set aside: the one that it has, where that was begun before.
pub(crate) fn number_for(case: &Case, sheet: &[u8]) -> Result<u64, Error> {
    if let Some(last) = numbers(case, COMMITMENT)?.into_iter().max() {
        let path = case.path(&numbered(COMMITMENT, last));
        if files::read(&path, limits::SHEET_BYTES, ErrorKind::Commitment)? == sheet {
            return Ok(last);
        }
    }
    next_number(case)
}

/// The numbers under which files of that name stand.
pub(crate) fn numbers(case: &Case, name: &str) -> Result<Vec<u64>, Error> {
    let unreadable = |error: std::io::Error| {
        file_error(
            codes::READ,
            case.folder(),
            &[("problem", &error.to_string())],
        )
    };
    let mut numbers = Vec::new();
    for entry in fs::read_dir(case.folder()).map_err(unreadable)? {
        let found = entry.map_err(unreadable)?.file_name();
        let number = found.to_str().and_then(|found| {
            let stem = name.strip_suffix(".json")?;
            found
                .strip_prefix(stem)?
                .strip_prefix('.')?
                .strip_suffix(".json")?
                .parse()
                .ok()
        });
        numbers.extend(number.filter(|&number| numbered(name, number) == found.to_string_lossy()));
    }
    Ok(numbers)
}

/// The ceremony of a sheet that comes after `old`: its own and the old sheet's earlier sheets, and then
/// the old one itself.
///
/// A time of sealing that is not after the old sheet's is the old sheet's own, and is dropped.
pub(crate) fn renewed(
    case: &Case,
    ceremony: &[u8],
    old: &Commitment,
    why: Why<'_>,
) -> Result<Vec<u8>, Error> {
    let parse = |bytes: &[u8], name: &str| -> Result<Value, Error> {
        serde_json::from_slice(bytes).map_err(|error| {
            file_error(
                codes::READ,
                &case.path(name),
                &[("problem", &error.to_string())],
            )
        })
    };
    let mut ceremony = parse(ceremony, CEREMONY)?;
    let sheet = parse(&old.canonical(), COMMITMENT)?;
    for list in ["follows", "supersedes"] {
        let mut merged = elements(&sheet, list);
        for entry in elements(&ceremony, list) {
            let known = ["follows", "supersedes"]
                .iter()
                .flat_map(|list| elements(&sheet, list));
            if known
                .into_iter()
                .all(|earlier| earlier["commitment"] != entry["commitment"])
            {
                merged.push(entry);
            }
        }
        ceremony[list] = Value::Array(merged);
    }
    // Where the office has sealed another plan since, it says so in ceremony.json.
    if ceremony
        .get("previous")
        .is_none_or(|previous| Some(previous) == sheet.get("previous"))
    {
        ceremony["previous"] = json!(old.digest().to_string());
    }
    let time = ceremony["sealed_at"]
        .as_str()
        .and_then(|time| time.parse::<Time>().ok());
    if time.is_some_and(|time| time.unix_seconds() <= old.sealed_at().unix_seconds())
        && let Some(fields) = ceremony.as_object_mut()
    {
        fields.remove("sealed_at");
    }
    let (list, entry) = named(case, old, why)?;
    if let Some(list) = ceremony[list].as_array_mut() {
        list.push(entry);
    }
    Ok(ceremony.to_string().into_bytes())
}

/// How the new sheet names the old one [S3c].
fn named(case: &Case, old: &Commitment, why: Why<'_>) -> Result<(&'static str, Value), Error> {
    let record = case.record()?;
    if record
        .as_ref()
        .is_some_and(|record| record.commitment() != old)
    {
        return Err(file_error(codes::OTHER_RECORD, &case.path(RECORD), &[]));
    }
    let commitment = old.digest().to_string();
    let record = record.map(|record| record.digest().to_string());
    Ok(match (why, record) {
        (Why::Follow, Some(record)) => (
            "follows",
            json!({"commitment": commitment, "record": record}),
        ),
        (Why::Follow, None) => return Err(file_error(codes::NO_RECORD, &case.path(RECORD), &[])),
        (
            Why::Supersede {
                reason,
                approved_by,
            },
            Some(record),
        ) => {
            let entry = json!({"commitment": commitment, "reason": reason, "approved_by": approved_by, "record": record});
            ("supersedes", entry)
        }
        (
            Why::Supersede {
                reason,
                approved_by,
            },
            None,
        ) => {
            let given = match case.contributions()? {
                Some(whole) => Given::whole(&whole),
                None => Given::read_partial(case)?,
            };
            let entry = json!({
                "commitment": commitment, "reason": reason, "approved_by": approved_by, "contributions": given.placed(),
            });
            ("supersedes", entry)
        }
    })
}

fn elements(document: &Value, list: &str) -> Vec<Value> {
    document
        .get(list)
        .and_then(Value::as_array)
        .cloned()
        .unwrap_or_default()
}
