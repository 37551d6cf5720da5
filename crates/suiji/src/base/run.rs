//! What a caller can set for long steps: threads, progress, cancelling.
//!
//! None of this changes a result. Work is cut into chunks by position, and the results of the chunks are combined in
//! their order.

use core::fmt;
use core::ops::ControlFlow;
use std::sync::Mutex;
use std::sync::atomic::{AtomicBool, AtomicUsize, Ordering};

use crate::base::error::{Error, ErrorKind, Fault, Place};
use crate::base::texts::codes;

/// A long step that reports its progress.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
#[non_exhaustive]
pub enum Stage {
    /// Reading rows or the values of a document. The total is not known, so it is reported as 0.
    Read,
    /// Sorting rows by id.
    Sort,
    /// Hashing the leaves of a tree.
    Hash,
    /// Making a task's frame.
    Frame,
    /// Counting the entities whose team cannot be filled.
    Short,
    /// Tickets of a task.
    Tickets,
    /// Staffing teams.
    Teams,
    /// Balancing loads.
    Balance,
    /// Adding the result of a task to the record.
    Record,
    /// Comparing the lists of a record.
    Compare,
    /// Writing or hashing a document. The total is not known, so it is reported as 0.
    Write,
}

impl Stage {
    /// Its name in other languages.
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Read => "read",
            Self::Sort => "sort",
            Self::Hash => "hash",
            Self::Frame => "frame",
            Self::Short => "short",
            Self::Tickets => "tickets",
            Self::Teams => "teams",
            Self::Balance => "balance",
            Self::Record => "record",
            Self::Compare => "compare",
            Self::Write => "write",
        }
    }
}

/// The progress of a long step.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
#[non_exhaustive]
pub struct Progress {
    /// The step.
    pub stage: Stage,
    /// Units done so far.
    pub done: u64,
    /// The total number of units, or 0 if it is not known.
    pub total: u64,
}

type Watch = dyn Fn(Progress) -> ControlFlow<()> + Send + Sync;

/// How long steps are run. `Run::default()` uses only the calling thread and reports nothing.
///
/// ```
/// use std::ops::ControlFlow;
/// use suiji::Run;
///
/// let run = Run::default().threads(2).on_progress(|progress| {
///     eprintln!("{:?}: {} of {}", progress.stage, progress.done, progress.total);
///     ControlFlow::Continue(())
/// });
/// # drop(run);
/// ```
#[derive(Default)]
pub struct Run {
    threads: usize,
    watch: Option<Box<Watch>>,
}

impl Run {
    /// Uses up to `n` threads for reading, frames, hashing and tickets. 0 and 1 both mean only the calling thread.
    #[must_use]
    pub fn threads(mut self, n: usize) -> Self {
        self.threads = n;
        self
    }

    /// Calls `watch` on the calling thread, at least after every 1 % of a step. If it returns `Break`, the step is
    /// cancelled.
    #[must_use]
    pub fn on_progress(
        mut self,
        watch: impl Fn(Progress) -> ControlFlow<()> + Send + Sync + 'static,
    ) -> Self {
        self.watch = Some(Box::new(watch));
        self
    }

    /// The same threads without progress, because the caller reports it.
    pub(crate) fn without_progress(&self) -> Self {
        Self {
            threads: self.threads,
            watch: None,
        }
    }

    pub(crate) fn thread_count(&self) -> usize {
        self.threads.max(1)
    }

    /// Begins a step of `total` units.
    pub(crate) fn step(&self, stage: Stage, total: usize) -> Step<'_> {
        Step {
            run: self,
            stage,
            total,
            done: 0,
            told: 0,
        }
    }

    pub(crate) fn tell(&self, stage: Stage, done: usize, total: usize) -> Result<(), Cancelled> {
        match &self.watch {
            Some(watch) => match watch(Progress {
                stage,
                done: done as u64,
                total: total as u64,
            }) {
                ControlFlow::Continue(()) => Ok(()),
                ControlFlow::Break(()) => Err(Cancelled),
            },
            None => Ok(()),
        }
    }

    /// Maps the chunks of `0..total` on the run's threads and returns the results in order.
    pub(crate) fn map_chunks<T: Send>(
        &self,
        stage: Stage,
        total: usize,
        chunk: usize,
        map: impl Fn(core::ops::Range<usize>) -> T + Sync,
    ) -> Result<Vec<T>, Cancelled> {
        let count = total.div_ceil(chunk);
        let range = |index: usize| index * chunk..total.min((index + 1) * chunk);
        self.tell(stage, 0, total)?;
        if self.thread_count() == 1 || count < 2 {
            let mut results = Vec::with_capacity(count);
            for index in 0..count {
                results.push(map(range(index)));
                self.tell(stage, range(index).end, total)?;
            }
            return Ok(results);
        }
        let shared = Shared {
            next: AtomicUsize::new(0),
            done: AtomicUsize::new(0),
            stop: AtomicBool::new(false),
            results: Mutex::new((0..count).map(|_| None).collect::<Vec<Option<T>>>()),
        };
        let outcome = std::thread::scope(|scope| {
            for _ in 1..self.thread_count().min(count) {
                scope.spawn(|| shared.work(count, &map, &range, |_| Ok(())));
            }
            shared.work(count, &map, &range, |done| self.tell(stage, done, total))
        });
        outcome?;
        let results = shared
            .results
            .into_inner()
            .unwrap_or_else(|poison| poison.into_inner());
        let done =
            |result: Option<T>| result.expect("every chunk was done, or the run was cancelled");
        Ok(results.into_iter().map(done).collect())
    }
}

impl fmt::Debug for Run {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Run")
            .field("threads", &self.threads)
            .finish_non_exhaustive()
    }
}

struct Shared<T> {
    next: AtomicUsize,
    done: AtomicUsize,
    stop: AtomicBool,
    results: Mutex<Vec<Option<T>>>,
}

impl<T> Shared<T> {
    fn work(
        &self,
        count: usize,
        map: &(impl Fn(core::ops::Range<usize>) -> T + Sync),
        range: &impl Fn(usize) -> core::ops::Range<usize>,
        tell: impl Fn(usize) -> Result<(), Cancelled>,
    ) -> Result<(), Cancelled> {
        while !self.stop.load(Ordering::Relaxed) {
            let index = self.next.fetch_add(1, Ordering::Relaxed);
            if index >= count {
                break;
            }
            let result = map(range(index));
            self.results
                .lock()
                .unwrap_or_else(|poison| poison.into_inner())[index] = Some(result);
            let done =
                self.done.fetch_add(range(index).len(), Ordering::Relaxed) + range(index).len();
            if tell(done).is_err() {
                self.stop.store(true, Ordering::Relaxed);
                return Err(Cancelled);
            }
        }
        Ok(())
    }
}

/// A step that is running on the calling thread.
#[derive(Debug)]
pub(crate) struct Step<'a> {
    run: &'a Run,
    stage: Stage,
    total: usize,
    done: usize,
    told: usize,
}

impl Step<'_> {
    /// Adds `units`. Reports if another 1 % is done.
    pub(crate) fn advance(&mut self, units: usize) -> Result<(), Cancelled> {
        self.done += units;
        if self.done - self.told >= (self.total / 100).max(1) {
            self.told = self.done;
            return self.run.tell(self.stage, self.done, self.total);
        }
        Ok(())
    }

    /// Reports again without progress. This is for units that take long.
    pub(crate) fn pulse(&self) -> Result<(), Cancelled> {
        self.run.tell(self.stage, self.done, self.total)
    }
}

/// The caller cancelled.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub(crate) struct Cancelled;

impl From<Cancelled> for Fault {
    fn from(_: Cancelled) -> Self {
        codes::cancelled().at(Place::new(ErrorKind::Cancelled, ""))
    }
}

impl From<Cancelled> for Error {
    fn from(cancelled: Cancelled) -> Self {
        Self::new(cancelled.into())
    }
}
