//! A commitment from JSON, form only.

use std::collections::BTreeSet;

use super::{Commitment, SPEC, SealedStratum, SealedTask};
use crate::base::id::TaskId;
use crate::base::limits;
use crate::base::texts::{Problem, codes};
use crate::ceremony::earlier::{check_sheets, read_followed, read_superseded};
use crate::ceremony::source::{SourceKind, check_sources, read_sources};
use crate::json::Json;
use crate::json::reader::{Path, Reader};
use crate::tree::Root;

const FIELDS: &[&str] = &[
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
    "sources",
    "previous",
    "follows",
    "supersedes",
];

/// Whether a document is of this version: looked at before its fields, since another version may have others.
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
    let fields = reader.object(value, path, FIELDS)?;
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
    let sources = read_sources(reader, fields, path);
    let previous = reader.optional(fields, path, "previous", Reader::digest);
    let follows = reader.list(fields, path, "follows", read_followed);
    let supersedes = reader.list(fields, path, "supersedes", read_superseded);
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
        sources: sources?,
        previous: previous?,
        follows: follows?,
        supersedes: supersedes?,
    };
    check(reader, &commitment, path);
    Some(commitment)
}

fn check(reader: &mut Reader<'_>, commitment: &Commitment, path: &Path<'_>) {
    let sources = path.key("sources");
    check_sources(reader, &commitment.sources, &sources);
    for (index, source) in commitment.sources.iter().enumerate() {
        if source.kind == (SourceKind::Committed { commitment: None }) {
            reader.fault(codes::missing_field("commitment"), &sources.index(index));
        }
    }
    let sheets = (
        commitment.previous.as_ref(),
        &*commitment.follows,
        &*commitment.supersedes,
    );
    check_sheets(reader, sheets, path);
    let tasks = path.key("tasks");
    let mut seen = BTreeSet::new();
    for (index, task) in commitment.tasks.iter().enumerate() {
        if !seen.insert(&task.id) {
            reader.fault(codes::task_duplicate(&task.id), &tasks.index(index));
        }
    }
}

fn root(reader: &mut Reader<'_>, value: &Json<'_>, path: &Path<'_>) -> Option<Root> {
    let fields = reader.object(value, path, &["root", "size"])?;
    let root = reader.required(fields, path, "root", Reader::digest);
    let size = reader.required(fields, path, "size", |reader, value, path| {
        reader.count(value, path, 0)
    });
    Some(Root {
        root: root?,
        size: size?,
    })
}

fn task(reader: &mut Reader<'_>, value: &Json<'_>, path: &Path<'_>) -> Option<SealedTask> {
    let fields = reader.object(value, path, &["id", "frame", "excluded", "strata", "short"])?;
    let id = reader.required(fields, path, "id", Reader::id);
    let frame = reader.required(fields, path, "frame", root);
    let excluded = reader.required(fields, path, "excluded", root);
    // Bounded here, since checks go through lists once for each stratum.
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
    Some(SealedTask {
        id: TaskId::checked(id?),
        frame: frame?,
        excluded: excluded?,
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
