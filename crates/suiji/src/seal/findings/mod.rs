//! Findings before sealing: things that are allowed but may be mistakes. One module for each subject.
//!
//! Each module goes through the rows once, or through the distinct values that the tables keep.

mod finding;

mod columns;
mod credit_code;
mod dates;
mod earlier;
mod extra;
mod forms;
mod history;
mod inspectors;
mod nearest;
mod numbers;
mod scope;
mod shared;
mod sources;
mod spelled;
mod spelling;
mod teams;
mod twice;
mod values;

#[cfg(test)]
mod tests;

pub use finding::Finding;

pub(crate) use earlier::earlier;
pub(crate) use sources::sources;

use std::collections::BTreeMap;

use super::Sealed;
use crate::base::date::{Date, Time};
use crate::base::error::{Error, ErrorKind};
use crate::base::limits;
use crate::base::run::{Cancelled, Run};
use crate::base::texts::{self, Localized, Notice, Text, findings};
use crate::inputs::Inputs;

/// The inputs that are checked, and the findings.
struct Search<'i> {
    inputs: &'i Inputs,
    sealed_on: Option<Date>,
    run: &'i Run,
    found: Vec<Finding>,
    /// How many findings of each code there are.
    counts: BTreeMap<&'static str, usize>,
}

impl Search<'_> {
    /// Adds a finding about a document.
    fn add(&mut self, kind: ErrorKind, notice: Notice) {
        self.keep(Finding::new(kind, notice));
    }

    /// Keeps a finding. If there are enough of its code, it is only counted.
    fn keep(&mut self, finding: Finding) {
        let count = self.counts.entry(finding.code()).or_default();
        *count += 1;
        if *count <= limits::FINDINGS {
            self.found.push(finding);
        }
    }

    /// All findings, the most serious first, and how many more of each code were only counted.
    fn graded(mut self) -> Vec<Finding> {
        for (code, count) in &self.counts {
            if let Some(more) = count.checked_sub(limits::FINDINGS).filter(|more| *more > 0) {
                let of_code = self.found.iter().find(|finding| finding.code() == *code);
                let kind = of_code.map_or(ErrorKind::Plan, |finding| finding.place().kind());
                let notice = findings::more(more, code);
                self.found.push(Finding::new(kind, notice));
            }
        }
        self.name_rows();
        graded(self.found)
    }

    /// Adds the ids of the rows that findings name, with one pass through each table.
    fn name_rows(&mut self) {
        let inputs = self.inputs;
        let registry = inputs.registry().numbered_ids();
        name_rows(&mut self.found, ErrorKind::Registry, registry);
        let roster = inputs.roster().members().iter();
        let roster = roster.map(|member| (member.id.as_str(), member.number));
        name_rows(&mut self.found, ErrorKind::Roster, roster);
    }

    /// Adds a finding about rows of a column, if there are any.
    fn add_rows(&mut self, kind: ErrorKind, column: &'static str, notice: Notice, rows: Vec<u64>) {
        if !rows.is_empty() {
            self.keep(Finding::in_rows(kind, column, notice, rows));
        }
    }

    /// Makes the findings that need only the inputs.
    fn inputs(&mut self) -> Result<(), Cancelled> {
        scope::scope(self)?;
        spelling::spelling(self)?;
        values::values(self)?;
        forms::forms(self)?;
        extra::extra(self)?;
        credit_code::ids(self)?;
        twice::entities(self)?;
        dates::dates(self)?;
        inspectors::inspectors(self)?;
        history::history(self)
    }
}

impl Inputs {
    /// Possible mistakes in the inputs. It also works if the inputs cannot be sealed. `sealed_at` is the time of
    /// sealing.
    ///
    #[expect(clippy::missing_panics_doc, reason = "this run is never cancelled")]
    pub fn findings(&self, sealed_at: Option<&Time>) -> Vec<Finding> {
        self.findings_with(sealed_at, &Run::default())
            .expect("this run is never cancelled")
    }

    /// [`Self::findings`] with a [`Run`]: progress, cancelling.
    ///
    /// # Errors
    /// `cancelled`.
    pub fn findings_with(
        &self,
        sealed_at: Option<&Time>,
        run: &Run,
    ) -> Result<Vec<Finding>, Error> {
        let mut search = Search {
            inputs: self,
            sealed_on: sealed_at.map(Time::date),
            run,
            found: Vec::new(),
            counts: BTreeMap::new(),
        };
        search.inputs()?;
        Ok(search.graded())
    }
}

impl Sealed {
    /// Findings for the person who seals, the most serious first. Show them before the digest is published.
    ///
    #[expect(clippy::missing_panics_doc, reason = "this run is never cancelled")]
    pub fn findings(&self) -> Vec<Finding> {
        self.findings_with(&Run::default())
            .expect("this run is never cancelled")
    }

    /// [`Self::findings`] with a [`Run`]: progress, cancelling.
    ///
    /// # Errors
    /// The errors of [`Self::findings`], and `cancelled`.
    pub fn findings_with(&self, run: &Run) -> Result<Vec<Finding>, Error> {
        let mut search = Search {
            inputs: &self.inputs,
            sealed_on: Some(self.commitment.sealed_at.date()),
            run,
            found: Vec::new(),
            counts: BTreeMap::new(),
        };
        numbers::numbers(self, &mut search)?;
        shared::classes(self, &mut search);
        teams::teams(self, &mut search);
        search.inputs()?;
        earlier(&self.commitment, &mut search.found);
        sources(self.commitment.sources(), &mut search.found);
        Ok(search.graded())
    }
}

/// Adds the ids of the rows of one table. `ids` has all its ids with the numbers of their rows.
fn name_rows<'t>(
    found: &mut [Finding],
    kind: ErrorKind,
    ids: impl Iterator<Item = (&'t str, u64)>,
) {
    let of_kind = |finding: &Finding| finding.place().kind() == kind;
    let rows = found.iter().filter(|finding| of_kind(finding));
    let mut rows: Vec<u64> = rows.flat_map(|finding| finding.rows().to_vec()).collect();
    if rows.is_empty() {
        return;
    }
    rows.sort_unstable();
    let ids: BTreeMap<u64, &str> = ids
        .filter(|(_, row)| rows.binary_search(row).is_ok())
        .map(|(id, row)| (row, id))
        .collect();
    for finding in found.iter_mut().filter(|finding| of_kind(finding)) {
        finding.name_rows(|row| ids.get(&row).copied());
    }
}

/// Sorts the most serious first. Findings of one severity stay in the order of their modules.
fn graded(mut found: Vec<Finding>) -> Vec<Finding> {
    found.sort_by_key(Finding::severity);
    found
}

/// How many examples a text names.
const NAMED: usize = 4;

/// The first items of a list, and whether there are more.
fn some<T: Localized>(items: impl IntoIterator<Item = T>) -> Text {
    let mut items = items.into_iter();
    let named: Vec<T> = items.by_ref().take(NAMED).collect();
    let more = match items.next() {
        Some(_) => texts::AND_SO_ON,
        None => texts::NO_TEXT,
    };
    texts::with_more(Text::joined(&named, &texts::COMMA), more)
}
