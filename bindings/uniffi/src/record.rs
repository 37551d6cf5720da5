//! The record of a draw and its public form.

use std::sync::Arc;

use suiji::Secret;

use crate::commitment::Commitment;
use crate::contributions::Contributions;
use crate::count;
use crate::error::SuijiError;
use crate::run::{self, Run};

/// The record of a draw (抽取记录).
#[derive(Debug, uniffi::Object)]
pub struct Record {
    pub(crate) core: suiji::Record,
}

/// The draw of one task.
#[derive(Clone, Debug, uniffi::Record)]
pub struct Draw {
    /// The id of the task.
    pub task: String,
    /// The selected entities, in the order of visits.
    pub selected: Vec<DrawnEntity>,
    /// The reserves (备选), by stratum, in the order in which they are used.
    pub reserves: Vec<DrawnEntity>,
    /// The team of each selected entity, if the task has teams.
    pub teams: Vec<DrawnTeam>,
}

/// An entity that was drawn, either selected or as a reserve.
#[derive(Clone, Debug, uniffi::Record)]
pub struct DrawnEntity {
    /// The id of the entity.
    pub id: String,
    /// Its stratum: the id of the risk class, or `all`.
    pub stratum: String,
    /// Its ticket (签号).
    pub ticket: String,
}

/// The team (检查小组) of a selected entity.
#[derive(Clone, Debug, uniffi::Record)]
pub struct DrawnTeam {
    /// The id of the entity.
    pub entity: String,
    /// The ids of the inspectors, in the order of the seats.
    pub members: Vec<String>,
    /// The lead (主办人员).
    pub lead: Option<String>,
    /// The seats that are vacant, counted from 0.
    pub vacant: Vec<i64>,
    /// The earlier task whose team this is, if one visit serves both tasks.
    pub joins: Option<String>,
}

impl Record {
    pub(crate) fn of(core: suiji::Record) -> Arc<Self> {
        Arc::new(Self { core })
    }
}

#[uniffi::export]
impl Record {
    /// Reads `record.json`. Only the form is checked; `verify` checks the content.
    #[uniffi::constructor(default(run = None))]
    pub fn from_json(json: Vec<u8>, run: Option<Arc<Run>>) -> Result<Arc<Self>, SuijiError> {
        let core = suiji::Record::from_json_with(&json, &run::core(run))?;
        Ok(Self::of(core))
    }

    /// The digest.
    pub fn digest(&self) -> String {
        self.core.digest().to_string()
    }

    /// The seed, computed from all contributions.
    pub fn seed(&self) -> String {
        self.core.seed().to_string()
    }

    /// The commitment.
    pub fn commitment(&self) -> Arc<Commitment> {
        Commitment::of(self.core.commitment())
    }

    /// The contributions.
    pub fn contributions(&self) -> Arc<Contributions> {
        Contributions::of(self.core.contributions().clone())
    }

    /// The draws, in the order of the tasks.
    pub fn draws(&self) -> Vec<Draw> {
        self.core.draws().iter().map(Draw::from).collect()
    }

    /// The draw of one task; none if there is no such task.
    pub fn draw(&self, task: &str) -> Option<Draw> {
        self.core.draw(task).map(Draw::from)
    }

    /// The record as an indented JSON document.
    pub fn to_json(&self) -> String {
        self.core.to_json()
    }

    /// The record as canonical JSON. The digest is the hash of these bytes.
    pub fn canonical(&self) -> Vec<u8> {
        self.core.canonical()
    }
}

impl From<&suiji::record::Draw> for Draw {
    fn from(draw: &suiji::record::Draw) -> Self {
        Self {
            task: draw.task().to_string(),
            selected: draw.selected().iter().map(DrawnEntity::from).collect(),
            reserves: draw.reserves().iter().map(DrawnEntity::from).collect(),
            teams: draw.teams().iter().map(DrawnTeam::from).collect(),
        }
    }
}

impl From<&suiji::record::DrawnEntity> for DrawnEntity {
    fn from(drawn: &suiji::record::DrawnEntity) -> Self {
        Self {
            id: drawn.id().to_string(),
            stratum: drawn.stratum().to_owned(),
            ticket: drawn.ticket().to_string(),
        }
    }
}

impl From<&suiji::record::DrawnTeam> for DrawnTeam {
    fn from(team: &suiji::record::DrawnTeam) -> Self {
        Self {
            entity: team.entity().to_string(),
            members: team.members().iter().map(ToString::to_string).collect(),
            lead: team.lead().map(ToString::to_string),
            vacant: team.vacant().iter().copied().map(count).collect(),
            joins: team.joins().map(ToString::to_string),
        }
    }
}

/// The greatest selected ticket of a stratum, in published form.
#[derive(Clone, Debug, uniffi::Record)]
pub struct Last {
    /// The stratum.
    pub stratum: String,
    /// The ticket, unless the commitment is blinded.
    pub ticket: Option<String>,
    /// The commitment to the ticket, if the commitment is blinded. The receipts of the stratum open it.
    pub commitment: Option<String>,
}

impl From<(&str, suiji::record::Last)> for Last {
    fn from((stratum, last): (&str, suiji::record::Last)) -> Self {
        let (ticket, commitment) = match last {
            suiji::record::Last::Ticket(ticket) => (Some(ticket), None),
            suiji::record::Last::Commitment(commitment) => (None, Some(commitment)),
            _ => (None, None),
        };
        Self {
            stratum: stratum.to_owned(),
            ticket: ticket.map(|ticket| ticket.to_string()),
            commitment: commitment.map(|commitment| commitment.to_string()),
        }
    }
}

/// The public form of a record (公示文本): what the public needs to check the draw.
#[derive(Debug, uniffi::Object)]
pub struct PublicForm {
    pub(crate) core: suiji::PublicForm,
}

#[uniffi::export]
impl PublicForm {
    /// The public form of a record. A blinded commitment needs its secret to hide the tickets.
    #[uniffi::constructor(default(secret = None, run = None))]
    pub fn of(
        record: Arc<Record>,
        secret: Option<String>,
        run: Option<Arc<Run>>,
    ) -> Result<Arc<Self>, SuijiError> {
        let secret: Option<Secret> = secret.as_deref().map(str::parse).transpose()?;
        let core = suiji::PublicForm::of_with(&record.core, secret.as_ref(), &run::core(run))?;
        Ok(Arc::new(Self { core }))
    }

    /// Reads `public-form.json`. Only the form is checked; `verify_public` checks the content.
    #[uniffi::constructor(default(run = None))]
    pub fn from_json(json: Vec<u8>, run: Option<Arc<Run>>) -> Result<Arc<Self>, SuijiError> {
        let core = suiji::PublicForm::from_json_with(&json, &run::core(run))?;
        Ok(Arc::new(Self { core }))
    }

    /// The digest of the record.
    pub fn record(&self) -> String {
        self.core.record().to_string()
    }

    /// The commitment.
    pub fn commitment(&self) -> Arc<Commitment> {
        Commitment::of(self.core.commitment())
    }

    /// The ids of the entities that a task selected; none if there is no such task.
    pub fn selected(&self, task: &str) -> Option<Vec<String>> {
        let draw = self.core.draw(task)?;
        Some(draw.selected().iter().map(ToString::to_string).collect())
    }

    /// The greatest selected ticket of each stratum of a task; none if there is no such task.
    pub fn last(&self, task: &str) -> Option<Vec<Last>> {
        let draw = self.core.draw(task)?;
        Some(draw.last().map(Last::from).collect())
    }

    /// The public form as an indented JSON document.
    pub fn to_json(&self) -> String {
        self.core.to_json()
    }
}
