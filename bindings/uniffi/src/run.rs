//! Threads, progress and cancelling.

use core::fmt;
use core::ops::ControlFlow;
use std::sync::Arc;

use crate::count;

/// How far a long step has come.
#[derive(Clone, Debug, uniffi::Record)]
pub struct Progress {
    /// The step, such as `tickets`.
    pub stage: String,
    /// Units done so far.
    pub done: i64,
    /// Units in all, 0 where that is not known beforehand.
    pub total: i64,
}

/// Whether to go on.
#[derive(Clone, Copy, Debug, uniffi::Enum)]
pub enum Flow {
    /// Go on.
    Continue,
    /// Cancel: the call ends with the error `cancelled`.
    Stop,
}

/// What becomes of a watch that throws: the call is cancelled.
#[derive(Clone, Copy, Debug, thiserror::Error, uniffi::Error)]
pub enum WatchError {
    /// It threw.
    #[error("the watch failed")]
    Failed,
}

impl From<uniffi::UnexpectedUniFFICallbackError> for WatchError {
    fn from(_: uniffi::UnexpectedUniFFICallbackError) -> Self {
        Self::Failed
    }
}

/// Is told of progress, on the thread that called, at least every 1 % of a step.
#[uniffi::export(with_foreign)]
pub trait Watch: Send + Sync {
    /// Takes note, and says whether to go on.
    fn on_progress(&self, progress: Progress) -> Result<Flow, WatchError>;
}

/// How a long step is run. It cannot change a result.
#[derive(uniffi::Object)]
pub struct Run {
    threads: usize,
    watch: Option<Arc<dyn Watch>>,
}

#[uniffi::export]
impl Run {
    /// A run on up to `threads` threads, the calling one alone where that is less than 2.
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

/// The core's run; without one, the calling thread alone, in silence.
pub(crate) fn core(run: Option<Arc<Run>>) -> suiji::Run {
    let Some(run) = run else {
        return suiji::Run::default();
    };
    let core = suiji::Run::default().threads(run.threads);
    let Some(watch) = run.watch.clone() else {
        return core;
    };
    core.on_progress(move |progress| {
        let told = watch.on_progress(Progress {
            stage: format!("{:?}", progress.stage).to_lowercase(),
            done: count(progress.done),
            total: count(progress.total),
        });
        match told {
            Ok(Flow::Continue) => ControlFlow::Continue(()),
            Ok(Flow::Stop) | Err(WatchError::Failed) => ControlFlow::Break(()),
        }
    })
}
