//! Progress of work on one thread, and quick cancelling.

use crate::base::run::{Cancelled, Run, Stage, Step};

/// How many steps of inner loops are between two calls of the progress callback. A step takes a few nanoseconds.
const PULSE: usize = 1 << 18;

/// A long step that counts its units and also the work within a unit.
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
        if self.work < PULSE {
            return Ok(());
        }
        self.work = 0;
        self.step.pulse()
    }

    /// Counts one finished unit.
    pub(super) fn advance(&mut self) -> Result<(), Cancelled> {
        self.step.advance(1)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use core::ops::ControlFlow;

    #[test]
    fn work_within_one_unit_can_be_cancelled() {
        let run = Run::default().on_progress(|_| ControlFlow::Break(()));
        let mut pace = Pace::new(&run, Stage::Teams, 1);
        assert_eq!(pace.spend(PULSE - 1), Ok(()));
        assert_eq!(pace.spend(1), Err(Cancelled));
    }
}
