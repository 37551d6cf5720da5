//! Reads a commitment from JSON. Only its form is checked.

use std::collections::BTreeSet;

use super::{Commitment, SPEC, SealedReason, SealedStratum, SealedTask};
use crate::base::id::TaskId;
use crate::base::limits;
use crate::base::texts::{Problem, codes};
use crate::ceremony::source::SourceKind;
use crate::ceremony::terms::Terms;
use crate::json::Json;
use crate::json::reader::{Fields, Path, Reader};
use crate::tree::Root;

/// The fields other than the terms.
const FIELDS: [&str; 11] = [
    "spec",
    "hash",
    "sealed_at",
    "authority",
    "year",
    "blinded",
    "plan",
    "registry",
    "roster",
    "history",
    "tasks",
];

/// Whether a document has this version. It is checked before the fields, because another version may have other fields.
pub(crate) fn spec_of(
    reader: &mut Reader<'_>,
    value: &Json<'_>,
    path: &Path<'_>,
    unknown: impl Fn(&str) -> Problem,
) -> Option<()> {
    let fields = reader.map(value, path)?;
    let spec = reader.required(fields, path, "spec", Reader::string)?;
    if spec != SPEC {
        reader.fault(unknown(spec), &path.key("spec"));
    }
    (spec == SPEC).then_some(())
}

pub(crate) fn read(
    reader: &mut Reader<'_>,
    value: &Json<'_>,
    path: &Path<'_>,
) -> Option<Commitment> {
    spec_of(reader, value, path, |found| codes::spec_commitment(found))?;
    let known = [&FIELDS[..], &Terms::FIELDS].concat();
    let fields = reader.object(value, path, &known)?;
    let hash = reader.required(fields, path, "hash", Reader::hash);
    let sealed_at = reader.required(fields, path, "sealed_at", Reader::time);
    let authority = reader.required(fields, path, "authority", Reader::owned_text);
    let year = reader.required(fields, path, "year", |reader, value, path| {
        reader.integer(value, path, 1000, 9999)
    });
    let blinded = reader.flag(fields, path, "blinded");
    let plan = reader.required(fields, path, "plan", Reader::digest);
    let registry = reader.required(fields, path, "registry", root);
    let roster = reader.required(fields, path, "roster", root);
    let history = reader.required(fields, path, "history", root);
    let tasks = match fields.get("tasks") {
        Some(Json::List(tasks)) if tasks.len() > limits::TASKS => {
            reader.fault(codes::tasks(limits::TASKS), &path.key("tasks"));
            None
        }
        _ => reader.full_list(fields, path, "tasks", task),
    };
    let terms = Terms::read(reader, fields, path);
    let commitment = Commitment {
        hash: hash?,
        sealed_at: sealed_at?,
        authority: authority?,
        year: year?,
        blinded: blinded?,
        plan: plan?,
        registry: registry?,
        roster: roster?,
        history: history?,
        tasks: tasks?,
        terms: terms?,
    };
    check(reader, &commitment, path);
    Some(commitment)
}

fn check(reader: &mut Reader<'_>, commitment: &Commitment, path: &Path<'_>) {
    commitment.terms.check(reader, path);
    let sources = path.key("sources");
    for (index, source) in commitment.terms.sources.iter().enumerate() {
        if source.kind == (SourceKind::Committed { commitment: None }) {
            reader.fault(codes::missing_field("commitment"), &sources.index(index));
        }
    }
    let tasks = path.key("tasks");
    let mut seen = BTreeSet::new();
    for (index, task) in commitment.tasks.iter().enumerate() {
        if !seen.insert(&task.id) {
            reader.fault(codes::task_duplicate(&task.id), &tasks.index(index));
        }
    }
}

/// The fields of a tree, which may be among other fields.
const ROOT: [&str; 2] = ["root", "size"];

fn root(reader: &mut Reader<'_>, value: &Json<'_>, path: &Path<'_>) -> Option<Root> {
    let fields = reader.object(value, path, &ROOT)?;
    read_root(reader, fields, path)
}

fn read_root(reader: &mut Reader<'_>, fields: Fields<'_, '_>, path: &Path<'_>) -> Option<Root> {
    let root = reader.required(fields, path, "root", Reader::digest);
    let size = reader.required(fields, path, "size", |reader, value, path| {
        reader.count(value, path, 0)
    });
    Some(Root {
        root: root?,
        size: size?,
    })
}

/// The tree of the excluded entities, and how many are excluded for each reason.
fn excluded(
    reader: &mut Reader<'_>,
    value: &Json<'_>,
    path: &Path<'_>,
) -> Option<(Root, Vec<SealedReason>)> {
    let fields = reader.object(value, path, &[&ROOT[..], &["reasons"]].concat())?;
    let root = read_root(reader, fields, path);
    let reasons = reader.list(fields, path, "reasons", |reader, value, path| {
        let fields = reader.object(value, path, &["reason", "size"])?;
        let reason = reader.required(fields, path, "reason", Reader::id);
        let size = reader.required(fields, path, "size", |reader, value, path| {
            reader.count(value, path, 1)
        });
        Some(SealedReason {
            reason: reason?.to_owned(),
            size: size?,
        })
    });
    Some((root?, reasons?))
}

fn task(reader: &mut Reader<'_>, value: &Json<'_>, path: &Path<'_>) -> Option<SealedTask> {
    let known = &["id", "coordination", "frame", "excluded", "strata", "short"];
    let fields = reader.object(value, path, known)?;
    let id = reader.required(fields, path, "id", Reader::id);
    let coordination = reader.optional(fields, path, "coordination", Reader::id);
    let frame = reader.required(fields, path, "frame", root);
    let excluded = reader.required(fields, path, "excluded", excluded);
    // The number is limited here, because checks go through lists once for each stratum.
    let strata = match fields.get("strata") {
        Some(Json::List(strata)) if strata.len() > 9 => {
            reader.fault(codes::strata(strata.len()), &path.key("strata"));
            None
        }
        _ => reader.full_list(fields, path, "strata", stratum),
    };
    let short = reader.optional(fields, path, "short", |reader, value, path| {
        reader.count(value, path, 1)
    });
    let (excluded, reasons) = excluded?;
    Some(SealedTask {
        id: TaskId::checked(id?),
        coordination: coordination?.map(str::to_owned),
        frame: frame?,
        excluded,
        reasons,
        strata: strata?,
        short: short?.unwrap_or(0),
    })
}

fn stratum(reader: &mut Reader<'_>, value: &Json<'_>, path: &Path<'_>) -> Option<SealedStratum> {
    let fields = reader.object(value, path, &["stratum", "size", "take"])?;
    let stratum = reader.required(fields, path, "stratum", Reader::id);
    let size = reader.required(fields, path, "size", |reader, value, path| {
        reader.count(value, path, 1)
    });
    let take = reader.required(fields, path, "take", |reader, value, path| {
        reader.count(value, path, 0)
    });
    Some(SealedStratum {
        stratum: stratum?.to_owned(),
        size: size?,
        take: take?,
    })
}

#[cfg(test)]
mod tests {
    use super::super::sample::sheet;
    use crate::Commitment;
    use crate::base::error::{Error, Fault};

    fn codes_of(from: &str, to: &str) -> Vec<&'static str> {
        let codes = |error: Error| error.faults().iter().map(Fault::code).collect();
        sheet(from, to).map_or_else(codes, |_| Vec::new())
    }

    #[test]
    fn a_task_has_its_group_and_what_is_excluded_for_each_reason() {
        // [S3a]
        let read = sheet("J1", "J1").unwrap();
        let task = &read.tasks()[0];
        assert_eq!(task.coordination(), Some("A"));
        let reasons = task.reasons().iter();
        let reasons: Vec<_> = reasons.map(|one| (one.reason(), one.size())).collect();
        assert_eq!(reasons, [("exempt", 2), ("annual", 3)]);
        assert_eq!(Commitment::from_json(read.to_json().as_bytes()), Ok(read));
    }

    #[test]
    fn what_is_empty_or_a_default_is_left_out() {
        // [C2c, S3a]
        let reasons =
            r#", "reasons": [{"reason": "exempt", "size": 2}, {"reason": "annual", "size": 3}]"#;
        assert_eq!(codes_of(reasons, ""), [""; 0]);
        assert_eq!(
            codes_of(reasons, r#", "reasons": []"#),
            ["json.written-empty"]
        );
        assert_eq!(codes_of(r#""size": 2}"#, r#""size": 0}"#), ["json.range"]);
        assert_eq!(
            codes_of(r#""to": 6"#, r#""to": 6, "distinct": false"#),
            ["json.written-default"]
        );
        assert_eq!(
            codes_of(r#""year": 2026,"#, r#""year": 2026, "blinded": false,"#),
            ["json.written-default"]
        );
        assert_eq!(
            codes_of(r#""take": 1}]"#, r#""take": 1}], "short": 0"#),
            ["json.range"]
        );
        for list in ["follows", "supersedes"] {
            let with = format!(r#""{list}": [], "sources": ["#);
            assert_eq!(
                codes_of(r#""sources": ["#, &with),
                ["json.written-empty"],
                "{list}"
            );
        }
    }

    #[test]
    fn every_field_has_its_form() {
        // [C2b, C4]
        assert_eq!(codes_of(r#""A""#, r#""甲""#), ["id.form"]);
        assert_eq!(codes_of(r#""A""#, r#""""#), ["id.form"]);
        assert_eq!(codes_of(r#""exempt""#, r#""免检""#), ["id.form"]);
        assert_eq!(
            codes_of(
                r#"{"reason": "exempt", "size": 2}"#,
                r#"{"reason": "exempt"}"#
            ),
            ["json.missing-field"]
        );
        assert_eq!(
            codes_of(r#""size": 5,"#, r#""size": 5, "salt": "","#),
            ["json.unknown-field"]
        );
        assert_eq!(
            codes_of(r#""root": "ROOT", "size": 9"#, r#""size": 9"#),
            ["json.missing-field"]
        );
        assert_eq!(
            codes_of("suiji-v1", "suiji-v2"),
            ["commitment.spec-unknown"]
        );
    }
}
