//! Long steps: away from the GIL, with progress, Ctrl-C, and panics as exceptions.

use core::ops::ControlFlow;
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::sync::{Arc, Mutex, PoisonError};
use std::time::{Duration, Instant};

use pyo3::exceptions::PyRuntimeError;
use pyo3::prelude::*;
use suiji::run::{Progress, Stage};
use suiji::{Error, Run};

use crate::errors::exception;

/// How often Python is looked at: often for a person, seldom for the work.
const PACE: Duration = Duration::from_millis(50);

/// How a long step is run, as Python says it.
#[derive(Default)]
pub(crate) struct Settings {
    threads: usize,
    progress: Option<Py<PyAny>>,
}

impl Settings {
    pub(crate) const fn new(threads: usize, progress: Option<Py<PyAny>>) -> Self {
        Self { threads, progress }
    }

    /// Does `work` without the GIL. What `progress` or a signal raises ends the work and is raised.
    pub(crate) fn run<T: Send>(
        self,
        py: Python<'_>,
        work: impl FnOnce(&Run) -> Result<T, Error> + Send,
    ) -> PyResult<T> {
        let raised = Arc::new(Mutex::new(None));
        let watch = Watch {
            progress: self.progress,
            raised: Arc::clone(&raised),
            last: Mutex::new((Instant::now(), Stage::Read)),
        };
        let run = Run::default()
            .threads(self.threads)
            .on_progress(move |progress| watch.look(progress));
        let done = py.detach(|| catch_unwind(AssertUnwindSafe(|| work(&run))));
        let raised = raised.lock().unwrap_or_else(PoisonError::into_inner).take();
        match (raised, done) {
            (Some(raised), _) => Err(raised),
            (None, Ok(done)) => done.map_err(|error| exception(py, &error)),
            (None, Err(_)) => Err(PyRuntimeError::new_err(
                "a fault of suiji itself; what it printed to stderr tells where: please report it",
            )),
        }
    }
}

/// Does work that is short or has no progress, without the GIL.
pub(crate) fn attempt<T: Send>(
    py: Python<'_>,
    work: impl FnOnce() -> Result<T, Error> + Send,
) -> PyResult<T> {
    Settings::default().run(py, |_| work())
}

struct Watch {
    progress: Option<Py<PyAny>>,
    raised: Arc<Mutex<Option<PyErr>>>,
    last: Mutex<(Instant, Stage)>,
}

impl Watch {
    fn look(&self, progress: Progress) -> ControlFlow<()> {
        if !self.is_due(progress) {
            return ControlFlow::Continue(());
        }
        match Python::attach(|py| self.tell(py, progress)) {
            Ok(()) => ControlFlow::Continue(()),
            Err(error) => {
                *self.raised.lock().unwrap_or_else(PoisonError::into_inner) = Some(error);
                ControlFlow::Break(())
            }
        }
    }

    /// A callback is told each new stage and each end, so that a bar never stops short.
    fn is_due(&self, progress: Progress) -> bool {
        let mut last = self.last.lock().unwrap_or_else(PoisonError::into_inner);
        let edge = last.1 != progress.stage || progress.done == progress.total;
        let due = last.0.elapsed() >= PACE || (self.progress.is_some() && edge);
        if due {
            *last = (Instant::now(), progress.stage);
        }
        due
    }

    fn tell(&self, py: Python<'_>, progress: Progress) -> PyResult<()> {
        py.check_signals()?;
        if let Some(callback) = &self.progress {
            callback.call1(py, (name(progress.stage), progress.done, progress.total))?;
        }
        Ok(())
    }
}

const fn name(stage: Stage) -> &'static str {
    match stage {
        Stage::Read => "read",
        Stage::Sort => "sort",
        Stage::Hash => "hash",
        Stage::Frame => "frame",
        Stage::Short => "short",
        Stage::Tickets => "tickets",
        Stage::Teams => "teams",
        Stage::Balance => "balance",
        Stage::Record => "record",
        Stage::Compare => "compare",
        Stage::Write => "write",
        _ => "work",
    }
}
