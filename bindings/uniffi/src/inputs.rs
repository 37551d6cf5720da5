//! The inputs of a draw.

use std::sync::Arc;

use crate::error::SuijiError;
use crate::plan::Plan;
use crate::run::{self, Run};
use crate::tables::{History, Registry, Roster};

/// Plan, registry, roster and history, checked against each other.
#[derive(Debug, uniffi::Object)]
pub struct Inputs {
    pub(crate) core: suiji::Inputs,
}

#[uniffi::export]
impl Inputs {
    /// Checks the inputs against each other. They are shared, not copied.
    #[uniffi::constructor(default(run = None))]
    pub fn new(
        plan: Arc<Plan>,
        registry: Arc<Registry>,
        roster: Arc<Roster>,
        history: Arc<History>,
        run: Option<Arc<Run>>,
    ) -> Result<Arc<Self>, SuijiError> {
        let core = suiji::Inputs::new_with(
            Arc::clone(&plan.core),
            Arc::clone(&registry.core),
            Arc::clone(&roster.core),
            Arc::clone(&history.core),
            &run::core(run),
        )?;
        Ok(Arc::new(Self { core }))
    }

    /// Reads a plan and three tables in JSON Lines and checks them against each other. The faults of all four are reported together.
    #[uniffi::constructor(default(run = None))]
    pub fn from_json(
        plan: Vec<u8>,
        registry: Vec<u8>,
        roster: Vec<u8>,
        history: Vec<u8>,
        run: Option<Arc<Run>>,
    ) -> Result<Arc<Self>, SuijiError> {
        let (registry, roster, history) =
            (registry.as_slice(), roster.as_slice(), history.as_slice());
        let core =
            suiji::Inputs::from_json_with(&plan, registry, roster, history, &run::core(run))?;
        Ok(Arc::new(Self { core }))
    }
}
