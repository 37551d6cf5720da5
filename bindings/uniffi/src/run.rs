//! Threads, progress, cancelling.

use core::fmt;
use std::sync::Arc;

use crate::count;

/// The progress of a long step.
#[derive(Clone, Debug, uniffi::Record)]
pub struct Progress {
    /// The name of the step, such as `tickets`.
    pub stage: String,
    /// Units done so far.
    pub done: i64,
    /// Units in total; 0 if the total is not known.
    pub total: i64,
}

/// Whether a call continues.
#[derive(Clone, Copy, Debug, uniffi::Enum)]
pub enum ControlFlow {
    /// The call continues.
    Continue,
    /// The call is cancelled, and returns the error `cancelled`.
    Break,
}

/// The error of a watch that throws. The call is cancelled.
#[derive(Clone, Copy, Debug, thiserror::Error, uniffi::Error)]
pub enum WatchError {
    /// The watch threw an exception.
    #[error("the watch failed")]
    Failed,
}

impl From<uniffi::UnexpectedUniFFICallbackError> for WatchError {
    fn from(_: uniffi::UnexpectedUniFFICallbackError) -> Self {
        Self::Failed
    }
}

/// Receives progress reports, on the calling thread, at least after every 1 % of a step.
#[uniffi::export(with_foreign)]
pub trait Watch: Send + Sync {
    /// Called with the progress; returns whether the call continues.
    fn on_progress(&self, progress: Progress) -> Result<ControlFlow, WatchError>;
}

/// Threads and progress reports of a call. They cannot change its result.
#[derive(uniffi::Object)]
pub struct Run {
    threads: usize,
    watch: Option<Arc<dyn Watch>>,
}

#[uniffi::export]
impl Run {
    /// A run with up to `threads` threads, including the calling thread; fewer than 2 means only the calling
    /// thread.
    #[uniffi::constructor(default(threads = 1, watch = None))]
    pub fn new(threads: i32, watch: Option<Arc<dyn Watch>>) -> Arc<Self> {
        Arc::new(Self {
            threads: usize::try_from(threads).unwrap_or_default(),
            watch,
        })
    }
}

impl fmt::Debug for Run {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Run").finish_non_exhaustive()
    }
}

/// The core's run; `None` means only the calling thread, without progress reports.
pub(crate) fn core(run: Option<Arc<Run>>) -> suiji::Run {
    let Some(run) = run else {
        return suiji::Run::default();
    };
    let core = suiji::Run::default().threads(run.threads);
    let Some(watch) = run.watch.clone() else {
        return core;
    };
    core.on_progress(move |progress| {
        let answer = watch.on_progress(Progress {
            stage: progress.stage.as_str().to_owned(),
            done: count(progress.done),
            total: count(progress.total),
        });
        match answer {
            Ok(ControlFlow::Continue) => core::ops::ControlFlow::Continue(()),
            Ok(ControlFlow::Break) | Err(WatchError::Failed) => core::ops::ControlFlow::Break(()),
        }
    })
}
