//! The sheet that is sealed, and what is made from it.

use std::sync::Arc;

use suiji::Secret;

use crate::ceremony::Ceremony;
use crate::commitment::Commitment;
use crate::contributions::{Contribution, Contributions};
use crate::count;
use crate::error::SuijiError;
use crate::inputs::Inputs;
use crate::receipt::Receipt;
use crate::record::Record;
use crate::report::Finding;
use crate::run::{self, Run};

/// A sealed sheet with what it was sealed over: what a draw is made from.
#[derive(Debug, uniffi::Object)]
pub struct Sealed {
    core: suiji::Sealed,
}

/// Why a task excludes an entity.
#[derive(Clone, Copy, Debug, uniffi::Enum)]
pub enum Reason {
    /// It has had the plan's most visits of the year.
    AnnualCap,
    /// It has had the task's visits of the year.
    PerYear,
}

/// An entity that cannot get a full team.
#[derive(Clone, Debug, uniffi::Record)]
pub struct ShortTeam {
    /// Its id.
    pub entity: String,
    /// The seats that stay empty, counted from 0.
    pub seats: Vec<i64>,
}

/// Seals the inputs: from here on, nothing about the draw can be chosen.
#[uniffi::export(default(run = None))]
pub fn seal(
    inputs: Arc<Inputs>,
    ceremony: Arc<Ceremony>,
    run: Option<Arc<Run>>,
) -> Result<Arc<Sealed>, SuijiError> {
    let core = suiji::seal_with(&inputs.core, &ceremony.core, &run::core(run))?;
    Ok(Arc::new(Sealed { core }))
}

#[uniffi::export]
impl Sealed {
    /// Takes up a sheet that was sealed earlier, or names what has changed since.
    #[uniffi::constructor(default(secret = None, run = None))]
    pub fn reopen(
        inputs: Arc<Inputs>,
        commitment: Arc<Commitment>,
        secret: Option<String>,
        run: Option<Arc<Run>>,
    ) -> Result<Arc<Self>, SuijiError> {
        let secret: Option<Secret> = secret.as_deref().map(str::parse).transpose()?;
        let run = run::core(run);
        let core =
            suiji::Sealed::reopen_with(&inputs.core, &commitment.core, secret.as_ref(), &run)?;
        Ok(Arc::new(Self { core }))
    }

    /// The sheet, to be published before anything falls.
    pub fn commitment(&self) -> Arc<Commitment> {
        Commitment::of(self.core.commitment())
    }

    /// How many entities a task excludes for a reason; 0 if the plan has no such task.
    pub fn excluded(&self, task: &str, reason: Reason) -> i64 {
        let reason = match reason {
            Reason::AnnualCap => suiji::seal::Reason::AnnualCap,
            Reason::PerYear => suiji::seal::Reason::PerYear,
        };
        count(self.core.excluded(task, reason))
    }

    /// The entities of a task's frame whose team cannot be filled; none if the plan has no such task.
    pub fn short_teams(&self, task: &str) -> Vec<ShortTeam> {
        let short = self.core.short_teams(task).map(|short| ShortTeam {
            entity: short.entity().to_owned(),
            seats: short.seats().iter().copied().map(count).collect(),
        });
        short.collect()
    }

    /// What whoever seals should know before it is too late.
    #[uniffi::method(default(run = None))]
    pub fn findings(&self, run: Option<Arc<Run>>) -> Result<Vec<Finding>, SuijiError> {
        let findings = self.core.findings_with(&run::core(run))?;
        Ok(findings.iter().map(Finding::from).collect())
    }

    /// Whether what one source gave is what its place in the sheet demands; `source` is counted from 0.
    pub fn check_contribution(
        &self,
        source: i32,
        contribution: Contribution,
    ) -> Result<(), SuijiError> {
        let source = u64::try_from(source).unwrap_or(u64::MAX); // a source that no commitment has
        let contribution = contribution.try_into().map_err(SuijiError::from)?;
        Ok(self.core.check_contribution(source, &contribution)?)
    }

    /// Whether the contributions are those that the sheet demands.
    pub fn check_contributions(&self, contributions: Arc<Contributions>) -> Result<(), SuijiError> {
        Ok(self.core.check_contributions(&contributions.core)?)
    }

    /// Draws: entities and their teams.
    #[uniffi::method(default(run = None))]
    pub fn draw(
        &self,
        contributions: Arc<Contributions>,
        run: Option<Arc<Run>>,
    ) -> Result<Arc<Record>, SuijiError> {
        let core = self.core.draw_with(&contributions.core, &run::core(run))?;
        Ok(Record::of(core))
    }

    /// The receipt for one entity (查验单).
    #[uniffi::method(default(run = None))]
    pub fn receipt(
        &self,
        record: Arc<Record>,
        entity: &str,
        run: Option<Arc<Run>>,
    ) -> Result<Arc<Receipt>, SuijiError> {
        let entity = entity.parse().map_err(SuijiError::from)?;
        let core = self
            .core
            .receipt_with(&record.core, &entity, &run::core(run))?;
        Ok(Receipt::of(core))
    }
}
