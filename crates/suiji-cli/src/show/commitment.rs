//! A commitment: the sizes of its tables, its digest, and the findings.

use std::collections::BTreeMap;
use std::io;

use serde::ser::{Serialize, SerializeMap, Serializer};
use serde_json::{Map, Value, json};
use suiji::seal::{Finding, TaskSummary};
use suiji::{Commitment, Digest, Sealed};

use super::layout::groups;
use super::session::{Session, parsed};
use crate::base::error;
use crate::texts::{self, Text};

/// The maximum number of findings of one kind that are shown. The JSON output has all of them.
const FIRST: usize = 10;

/// Prints the findings that the person who seals should know. If there are many of one kind, only the first are shown,
/// unless `all` is set.
pub(crate) fn print_findings(
    session: &mut Session<'_>,
    findings: &[Finding],
    all: bool,
) -> io::Result<()> {
    let mut of_kind: BTreeMap<&str, usize> = BTreeMap::new();
    let mut last = None;
    for finding in findings {
        // If a limit names a department twice, the finding occurs twice.
        if last.replace(finding) == Some(finding) {
            continue;
        }
        let count = of_kind.entry(finding.code()).or_default();
        *count += 1;
        if all || *count <= FIRST {
            session.say(error::finding(finding))?;
        }
    }
    for (code, count) in of_kind {
        let more = count.saturating_sub(FIRST);
        if !all && more > 0 {
            session.say(texts::more_findings(more, code))?;
        }
    }
    Ok(())
}

/// Prints how many rows each table has.
pub(crate) fn print_rows(session: &mut Session<'_>, commitment: &Commitment) -> io::Result<()> {
    let [registry, roster, history] = [
        commitment.registry(),
        commitment.roster(),
        commitment.history(),
    ]
    .map(|root| root.size());
    session.say(texts::row_counts(registry, roster, history))
}

/// Prints a digest in groups, under a heading.
pub(crate) fn print_digest(
    session: &mut Session<'_>,
    heading: Text,
    digest: &Digest,
) -> io::Result<()> {
    session.say(heading)?;
    session.print(&groups("  ", digest))
}

/// The commitment, its tasks and its findings, for programs.
pub(crate) struct Output<'s> {
    fields: Map<String, Value>,
    sealed: &'s Sealed,
}

impl<'s> Output<'s> {
    pub(crate) fn new(
        sealed: &'s Sealed,
        summaries: &[TaskSummary<'_>],
        findings: &[Finding],
    ) -> Self {
        let of = sealed.commitment();
        let tasks = summaries.iter().map(|of| parsed(&of.to_json()));
        let mut output = Self {
            fields: Map::new(),
            sealed,
        };
        output.set(
            "rows",
            json!({
                "registry": of.registry().size(),
                "roster": of.roster().size(),
                "history": of.history().size(),
            }),
        );
        output.set("tasks", tasks.collect::<Value>());
        output.set("findings", error::findings_to_json(findings));
        output
    }

    pub(crate) fn set(&mut self, name: &str, value: impl Into<Value>) {
        self.fields.insert(name.to_owned(), value.into());
    }
}

impl Serialize for Output<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut map = serializer.serialize_map(None)?;
        for (name, value) in &self.fields {
            map.serialize_entry(name, value)?;
        }
        map.serialize_entry("short", &Short(self.sealed))?;
        map.end()
    }
}

/// The entities without a full team. This list may be far longer than all others, so it is written item by item.
struct Short<'s>(&'s Sealed);

impl Serialize for Short<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let short = self.0.commitment().tasks().iter().flat_map(|task| {
            let id = task.id().as_str();
            let teams = self.0.short_teams(id);
            teams.map(move |of| json!({"task": id, "entity": of.entity(), "seats": of.seats()}))
        });
        serializer.collect_seq(short)
    }
}
