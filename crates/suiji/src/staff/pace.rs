//! Progress of the one-threaded work, and noticing soon that the caller cancelled.

use crate::base::run::{Cancelled, Run, Stage, Step};

/// So many steps of the inner loops, a few nanoseconds each, go between two looks at the caller.
const BREATH: usize = 1 << 18;

/// A long step that counts its inner work as well as its units.
#[derive(Debug)]
pub(super) struct Pace<'r> {
    step: Step<'r>,
    work: usize,
}

impl<'r> Pace<'r> {
    pub(super) fn new(run: &'r Run, stage: Stage, total: usize) -> Self {
        Self {
            step: run.step(stage, total),
            work: 0,
        }
    }

    /// Counts work within one unit.
    pub(super) fn spend(&mut self, work: usize) -> Result<(), Cancelled> {
        self.work += work;
        if self.work < BREATH {
            return Ok(());
        }
        self.work = 0;
        self.step.pulse()
    }

    /// Counts one unit done.
    pub(super) fn advance(&mut self) -> Result<(), Cancelled> {
        self.step.advance(1)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use core::ops::ControlFlow;

    #[test]
    fn work_within_one_unit_notices_cancelling() {
        let run = Run::default().on_progress(|_| ControlFlow::Break(()));
        let mut pace = Pace::new(&run, Stage::Teams, 1);
        assert_eq!(pace.spend(BREATH - 1), Ok(()));
        assert_eq!(pace.spend(1), Err(Cancelled));
    }
}
