//! Sealing, and the calls on sealed inputs.

use std::sync::Arc;

use suiji::Secret;
use suiji::error::{ErrorKind, Fault, Faults, Place, codes};
use suiji::values::EntityId;

use crate::amend::{Amendments, Request};
use crate::ceremony::Ceremony;
use crate::commitment::{Commitment, SealedReason};
use crate::contributions::{Contribution, Contributions};
use crate::count;
use crate::error::{SuijiError, source_number};
use crate::inputs::Inputs;
use crate::receipt::Receipt;
use crate::record::Record;
use crate::report::Finding;
use crate::run::{self, Run};

/// Sealed inputs: a commitment together with the inputs that it fixes. They are needed for draws and receipts.
#[derive(Debug, uniffi::Object)]
pub struct Sealed {
    core: suiji::Sealed,
}

/// An entity that cannot get a full team.
#[derive(Clone, Debug, uniffi::Record)]
pub struct ShortTeam {
    /// The id of the entity.
    pub entity: String,
    /// The seats that cannot be filled, counted from 0.
    pub seats: Vec<i64>,
}

/// Seals the inputs. After this only the contributions of the sources can influence the draw.
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
    /// Reopens a commitment that was sealed earlier. Fails if an input has changed since. The error names the changes.
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

    /// The commitment. Publish it before any source produces its value.
    pub fn commitment(&self) -> Arc<Commitment> {
        Commitment::of(self.core.commitment())
    }

    /// The number of entities that a task excludes for each reason. Empty if the plan has no such task.
    pub fn excluded(&self, task: &str) -> Vec<SealedReason> {
        let reasons = self.core.excluded(task).map(|(reason, size)| SealedReason {
            reason: reason.to_owned(),
            size: count(size),
        });
        reasons.collect()
    }

    /// The entities in a task's frame that cannot get a full team; empty if the plan has no such task.
    pub fn short_teams(&self, task: &str) -> Vec<ShortTeam> {
        let short = self.core.short_teams(task).map(|short| ShortTeam {
            entity: short.entity().to_owned(),
            seats: short.seats().iter().copied().map(count).collect(),
        });
        short.collect()
    }

    /// The findings. Read them before the commitment is published.
    #[uniffi::method(default(run = None))]
    pub fn findings(&self, run: Option<Arc<Run>>) -> Result<Vec<Finding>, SuijiError> {
        let findings = self.core.findings_with(&run::core(run))?;
        Ok(findings.iter().map(Finding::from).collect())
    }

    /// Checks the contribution of one source against the commitment. Sources are counted from 0.
    pub fn check_contribution(
        &self,
        source: i32,
        contribution: Contribution,
    ) -> Result<(), SuijiError> {
        let source = source_number(source, self.core.commitment().sources().len())?;
        let contribution = contribution.try_into().map_err(SuijiError::from)?;
        Ok(self.core.check_contribution(source as u64, &contribution)?)
    }

    /// Checks the contributions of all sources against the commitment.
    pub fn check_contributions(&self, contributions: Arc<Contributions>) -> Result<(), SuijiError> {
        Ok(self.core.check_contributions(&contributions.core)?)
    }

    /// Draws the entities and their teams.
    #[uniffi::method(default(run = None))]
    pub fn draw(
        &self,
        contributions: Arc<Contributions>,
        run: Option<Arc<Run>>,
    ) -> Result<Arc<Record>, SuijiError> {
        let core = self.core.draw_with(&contributions.core, &run::core(run))?;
        Ok(Record::of(core))
    }

    /// Adds amendments (变更) to the earlier ones. Record, inputs and seed decide who steps in. If one request
    /// does not fit, nothing is amended.
    #[uniffi::method(default(run = None))]
    pub fn amend(
        &self,
        record: Arc<Record>,
        earlier: Option<Arc<Amendments>>,
        requests: Vec<Arc<Request>>,
        run: Option<Arc<Run>>,
    ) -> Result<Arc<Amendments>, SuijiError> {
        let earlier = earlier.as_deref().map(|earlier| &earlier.core);
        let requests: Vec<_> = requests
            .iter()
            .map(|request| request.core.clone())
            .collect();
        let run = run::core(run);
        let core = self
            .core
            .amend_with(&record.core, earlier, &requests, &run)?;
        Ok(Amendments::of(core))
    }

    /// The receipt (查验单) for one entity.
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

    /// The receipts of several entities, in this order. Common parts are computed only once, so call it with some
    /// thousands of ids at a time, not with single ids.
    #[uniffi::method(default(run = None))]
    pub fn receipts(
        &self,
        record: Arc<Record>,
        entities: Vec<String>,
        run: Option<Arc<Run>>,
    ) -> Result<Vec<Arc<Receipt>>, SuijiError> {
        let entities = entity_ids(&entities)?;
        let receipts = self.core.receipts_with(&record.core, &run::core(run))?;
        Ok(receipts.each(&entities)?.map(Receipt::of).collect())
    }
}

/// Checked ids, or the faults of all invalid ids.
fn entity_ids(ids: &[String]) -> Result<Vec<EntityId>, suiji::Error> {
    let (mut faults, mut checked) = (Faults::default(), Vec::with_capacity(ids.len()));
    for (at, id) in ids.iter().enumerate() {
        match id.parse() {
            Ok(id) => checked.push(id),
            Err(_) => {
                let place = Place::new(ErrorKind::Receipt, format!("$[{at}]"));
                faults.push(Fault::new(codes::ID_FORM, place, &[("found", id)]));
            }
        }
    }
    faults.into_result(checked)
}
