//! Counts the values that are read from a document, for the limit, for progress, and to stop if the caller cancels.

use core::cell::Cell;

use crate::base::limits;
use crate::base::run::{Run, Stage};

/// How many values are read between two reports.
const EVERY: usize = 4096;

/// Why reading stops before the end.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub(crate) enum Stop {
    /// The document contains more values than [`limits::VALUES`].
    Values,
    /// The caller cancelled.
    Cancelled,
}

/// The values parsed and the elements read so far.
#[derive(Debug, Default)]
pub(crate) struct Count<'r> {
    run: Option<&'r Run>,
    parsed: Cell<usize>,
    read: Cell<usize>,
    stop: Cell<Option<Stop>>,
}

impl<'r> Count<'r> {
    /// A counter that reports to the run.
    pub(crate) fn of(run: &'r Run) -> Self {
        Self {
            run: Some(run),
            ..Self::default()
        }
    }

    /// Why reading stopped.
    pub(crate) fn stop(&self) -> Option<Stop> {
        self.stop.get()
    }

    /// Counts a value of the tree. Returns false if reading must stop, so that a document cannot make too large a tree.
    pub(crate) fn parsed(&self) -> bool {
        self.parsed.set(self.parsed.get() + 1);
        if self.parsed.get() > limits::VALUES {
            self.stop.set(Some(Stop::Values));
        }
        self.goes_on()
    }

    /// Counts an element of a list of the tree. Returns false if reading must stop.
    pub(crate) fn read(&self) -> bool {
        self.read.set(self.read.get() + 1);
        self.goes_on()
    }

    fn goes_on(&self) -> bool {
        let done = self.parsed.get() + self.read.get();
        if let Some(run) = self.run
            && done.is_multiple_of(EVERY)
            && run.tell(Stage::Read, done, 0).is_err()
        {
            self.stop.set(Some(Stop::Cancelled));
        }
        self.stop.get().is_none()
    }
}
