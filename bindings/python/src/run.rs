//! Long calls: without the GIL, with progress, Ctrl-C, and panics as exceptions.

use core::ops::ControlFlow;
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::sync::{Arc, Mutex, PoisonError};
use std::time::{Duration, Instant};

use pyo3::exceptions::PyRuntimeError;
use pyo3::prelude::*;
use suiji::run::{Progress, Stage};
use suiji::{Error, Run};

use crate::errors::exception;
use crate::texts;

/// The interval between calls of Python: short enough for a person who watches, long enough not to slow the
/// work.
const INTERVAL: Duration = Duration::from_millis(50);

/// The keywords of a long call.
#[derive(Default)]
pub(crate) struct Settings {
    threads: usize,
    progress: Option<Py<PyAny>>,
}

impl Settings {
    pub(crate) const fn new(threads: usize, progress: Option<Py<PyAny>>) -> Self {
        Self { threads, progress }
    }

    /// Does `work` without the GIL. An exception of `progress` or of a signal stops the work and is raised.
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
            .on_progress(move |progress| watch.report(progress));
        let done = py.detach(|| catch_unwind(AssertUnwindSafe(|| work(&run))));
        let raised = raised.lock().unwrap_or_else(PoisonError::into_inner).take();
        match (raised, done) {
            (Some(raised), _) => Err(raised),
            (None, Ok(done)) => done.map_err(|error| exception(py, &error)),
            (None, Err(_)) => Err(PyRuntimeError::new_err(texts::bug().in_both())),
        }
    }
}

/// Does short work without the GIL.
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
    fn report(&self, progress: Progress) -> ControlFlow<()> {
        if !self.is_due(progress) {
            return ControlFlow::Continue(());
        }
        match Python::attach(|py| self.call(py, progress)) {
            Ok(()) => ControlFlow::Continue(()),
            Err(error) => {
                *self.raised.lock().unwrap_or_else(PoisonError::into_inner) = Some(error);
                ControlFlow::Break(())
            }
        }
    }

    /// A callback gets every new stage and every end, so that a progress bar always reaches its end.
    fn is_due(&self, progress: Progress) -> bool {
        let mut last = self.last.lock().unwrap_or_else(PoisonError::into_inner);
        let edge = last.1 != progress.stage || progress.done == progress.total;
        let due = last.0.elapsed() >= INTERVAL || (self.progress.is_some() && edge);
        if due {
            *last = (Instant::now(), progress.stage);
        }
        due
    }

    fn call(&self, py: Python<'_>, progress: Progress) -> PyResult<()> {
        py.check_signals()?;
        if let Some(callback) = &self.progress {
            callback.call1(py, (progress.stage.as_str(), progress.done, progress.total))?;
        }
        Ok(())
    }
}
