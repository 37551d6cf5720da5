//! Asks for points that are missing in the notes on risk classes, for all
//! tasks.

use suiji::plan::{Limit, Risk};
use suiji::values::ClassId;

use super::task::ReadTask;
use crate::plan::open::{Asking, risk};

/// The values that apply to all tasks.
#[derive(Debug)]
pub(super) struct Risks {
    pub(super) limits: Option<Vec<Limit>>,
    /// `None` if a question is open.
    unrated: Option<Option<ClassId>>,
}

impl Risks {
    pub(super) fn settle(asking: &mut Asking<'_>, read: &[ReadTask], year: Option<u64>) -> Self {
        let with_frequencies = read.iter().find(|of| risk::has_frequencies(&of.note));
        let limits = match (with_frequencies, year) {
            (Some(of), Some(year)) => risk::limits(asking, &of.note_place, &of.note, year),
            _ => Some(Vec::new()),
        };
        let with_note = read.iter().find(|of| risk::matters(&of.note));
        let unrated = match with_note {
            Some(of) => risk::unrated(asking, &of.note_place),
            None => Some(None),
        };
        Self { limits, unrated }
    }

    /// The settings of a task. `None` if a question is open.
    pub(super) fn minimum(&self, asking: &mut Asking<'_>, of: &ReadTask) -> Option<Risk> {
        if !risk::matters(&of.note) {
            return Some(Risk::default());
        }
        let at = (&of.note_place, &*of.id, &*of.name);
        let minimum = risk::minimum(asking, at, (&of.quota, &of.in_words, &of.note))?;
        Some(risk::settings(minimum, self.unrated.as_ref()?.as_ref()))
    }
}
