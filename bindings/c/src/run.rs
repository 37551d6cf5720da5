//! Threads, progress and cancelling, shared between the working thread and the threads that watch
//! it.

use core::ffi::CStr;
use core::fmt;
use core::ops::ControlFlow;
use std::sync::atomic::{AtomicBool, AtomicI32, AtomicI64, Ordering};
use std::sync::{Arc, Mutex, PoisonError};

use suiji::Run;
use suiji::run::{Progress, Stage};

use crate::failure::Failure;

/// The stages in the order of their numbers, which begin with 1, and their names for C.
const STAGES: [(Stage, &CStr); 11] = [
    (Stage::Read, c"read"),
    (Stage::Sort, c"sort"),
    (Stage::Hash, c"hash"),
    (Stage::Frame, c"frame"),
    (Stage::Short, c"short"),
    (Stage::Tickets, c"tickets"),
    (Stage::Teams, c"teams"),
    (Stage::Balance, c"balance"),
    (Stage::Record, c"record"),
    (Stage::Compare, c"compare"),
    (Stage::Write, c"write"),
];

/// The progress of a call: the number of the stage, units done, units in total.
type Watch = dyn Fn(i32, i64, i64) -> ControlFlow<()> + Send + Sync;

/// The state that a run shares with its calls.
#[derive(Default)]
pub struct Shared {
    threads: usize,
    cancelled: AtomicBool,
    stage: AtomicI32,
    done: AtomicI64,
    total: AtomicI64,
    watch: Mutex<Option<Arc<Watch>>>,
}

impl Shared {
    /// A run with up to this number of threads.
    #[must_use]
    pub fn new(threads: usize) -> Arc<Self> {
        Arc::new(Self {
            threads,
            ..Self::default()
        })
    }

    /// Sets or removes the callback for progress.
    pub fn watch(
        &self,
        watch: Option<impl Fn(i32, i64, i64) -> ControlFlow<()> + Send + Sync + 'static>,
    ) {
        let watch = watch.map(|watch| Arc::new(watch) as Arc<Watch>);
        *self.watch.lock().unwrap_or_else(PoisonError::into_inner) = watch;
    }

    /// Cancels all current and later calls that use this run.
    pub fn cancel(&self) {
        self.cancelled.store(true, Ordering::Relaxed);
    }

    /// Stage, units done, units in total.
    #[must_use]
    pub fn progress(&self) -> (i32, i64, i64) {
        let load = |number: &AtomicI64| number.load(Ordering::Relaxed);
        let stage = self.stage.load(Ordering::Relaxed);
        (stage, load(&self.done), load(&self.total))
    }

    /// The run of the core for one call.
    ///
    /// # Errors
    /// `cancelled` if the run was cancelled before.
    pub fn begin(self: &Arc<Self>) -> Result<Run, Failure> {
        if self.cancelled.load(Ordering::Relaxed) {
            return Err(Failure::cancelled());
        }
        let shared = Arc::clone(self);
        let run = Run::default().threads(self.threads);
        Ok(run.on_progress(move |progress| shared.report(progress)))
    }

    fn report(&self, progress: Progress) -> ControlFlow<()> {
        let count = |count: u64| i64::try_from(count).unwrap_or(i64::MAX);
        let (stage, done, total) = (
            number_of(progress.stage),
            count(progress.done),
            count(progress.total),
        );
        self.stage.store(stage, Ordering::Relaxed);
        self.done.store(done, Ordering::Relaxed);
        self.total.store(total, Ordering::Relaxed);
        if self.cancelled.load(Ordering::Relaxed) {
            return ControlFlow::Break(());
        }
        // The lock is not held during the call, because the call may set another watch.
        let watch = self
            .watch
            .lock()
            .unwrap_or_else(PoisonError::into_inner)
            .clone();
        match watch {
            Some(watch) => watch(stage, done, total),
            None => ControlFlow::Continue(()),
        }
    }
}

impl fmt::Debug for Shared {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Run")
            .field("threads", &self.threads)
            .field("cancelled", &self.cancelled)
            .field("progress", &self.progress())
            .finish_non_exhaustive()
    }
}

/// The number of a stage; 0 for a stage without a number in this version.
fn number_of(stage: Stage) -> i32 {
    let mut numbers = (1..).zip(STAGES);
    numbers
        .find(|(_, (of, _))| *of == stage)
        .map_or(0, |(number, _)| number)
}

/// The name of the stage with this number.
pub(crate) fn stage_name(number: i32) -> Option<&'static CStr> {
    let index = usize::try_from(number).ok()?.checked_sub(1)?;
    STAGES.get(index).map(|(_, name)| *name)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn stages_have_the_names_of_the_core() {
        for (stage, name) in STAGES {
            assert_eq!(name.to_str(), Ok(stage.as_str()));
            assert_eq!(stage_name(number_of(stage)), Some(name));
        }
        assert_eq!(stage_name(0), None);
        assert_eq!(stage_name(12), None);
    }
}
