//! The record of a draw and its public form.

use std::sync::Arc;

use crate::commitment::Commitment;
use crate::contributions::Contributions;
use crate::error::SuijiError;
use crate::run::{self, Run};

/// The record of a draw (抽取记录).
#[derive(Debug, uniffi::Object)]
pub struct Record {
    pub(crate) core: suiji::Record,
}

/// What a task drew.
#[derive(Clone, Debug, uniffi::Record)]
pub struct Draw {
    /// The task's id.
    pub task: String,
    /// The entities drawn, in the order of their tickets.
    pub selected: Vec<DrawnEntity>,
    /// Those who take the place of one that cannot be inspected, in their order.
    pub reserves: Vec<DrawnEntity>,
    /// The team of each entity drawn, where the task has teams.
    pub teams: Vec<DrawnTeam>,
}

/// An entity drawn.
#[derive(Clone, Debug, uniffi::Record)]
pub struct DrawnEntity {
    /// The entity's id.
    pub id: String,
    /// The stratum it was drawn from: its risk class, or `*`.
    pub stratum: String,
    /// Its ticket (签号).
    pub ticket: String,
}

/// The team of an entity drawn (检查小组).
#[derive(Clone, Debug, uniffi::Record)]
pub struct DrawnTeam {
    /// The entity's id.
    pub entity: String,
    /// The inspectors' ids, by seat.
    pub members: Vec<String>,
    /// The one who leads.
    pub lead: Option<String>,
    /// Seats for which there was nobody, counted from 0.
    pub vacant: Vec<i64>,
}

impl Record {
    pub(crate) fn of(core: suiji::Record) -> Arc<Self> {
        Arc::new(Self { core })
    }
}

#[uniffi::export]
impl Record {
    /// Reads `record.json`, form only: whether it is right, `verify` says.
    #[uniffi::constructor(default(run = None))]
    pub fn from_json(json: Vec<u8>, run: Option<Arc<Run>>) -> Result<Arc<Self>, SuijiError> {
        Ok(Self::of(suiji::Record::from_json_with(
            &json,
            &run::core(run),
        )?))
    }

    /// Its digest.
    pub fn digest(&self) -> String {
        self.core.digest().to_string()
    }

    /// The seed that all sources made together.
    pub fn seed(&self) -> String {
        self.core.seed().to_string()
    }

    /// The sheet it was drawn from.
    pub fn commitment(&self) -> Arc<Commitment> {
        Commitment::of(self.core.commitment())
    }

    /// What the sources gave.
    pub fn contributions(&self) -> Arc<Contributions> {
        Contributions::of(self.core.contributions().clone())
    }

    /// What was drawn, in the order of the tasks.
    pub fn draws(&self) -> Vec<Draw> {
        self.core.draws().iter().map(Draw::from).collect()
    }

    /// What one task drew.
    pub fn draw(&self, task: &str) -> Option<Draw> {
        self.core.draw(task).map(Draw::from)
    }

    /// The form that is published.
    #[uniffi::method(default(run = None))]
    pub fn public_form(&self, run: Option<Arc<Run>>) -> Result<Arc<PublicForm>, SuijiError> {
        let core = suiji::PublicForm::of_with(&self.core, &run::core(run))?;
        Ok(Arc::new(PublicForm { core }))
    }

    /// The record as an indented JSON document.
    pub fn to_json(&self) -> String {
        self.core.to_json()
    }

    /// The record as canonical JSON, whose hash is the digest.
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
            vacant: team.vacant().iter().copied().map(crate::count).collect(),
        }
    }
}

/// The public form of a record (公示): what the public needs to check a draw.
#[derive(Debug, uniffi::Object)]
pub struct PublicForm {
    pub(crate) core: suiji::PublicForm,
}

#[uniffi::export]
impl PublicForm {
    /// Reads `public-form.json`, form only: whether it is right, `verify_public` says.
    #[uniffi::constructor(default(run = None))]
    pub fn from_json(json: Vec<u8>, run: Option<Arc<Run>>) -> Result<Arc<Self>, SuijiError> {
        let core = suiji::PublicForm::from_json_with(&json, &run::core(run))?;
        Ok(Arc::new(Self { core }))
    }

    /// The digest of the record that it is made from.
    pub fn record(&self) -> String {
        self.core.record().to_string()
    }

    /// The sheet.
    pub fn commitment(&self) -> Arc<Commitment> {
        Commitment::of(self.core.commitment())
    }

    /// The ids of the entities that a task drew; none where there is no such task.
    pub fn selected(&self, task: &str) -> Option<Vec<String>> {
        let draw = self.core.draw(task)?;
        Some(draw.selected().iter().map(ToString::to_string).collect())
    }

    /// The public form as an indented JSON document.
    pub fn to_json(&self) -> String {
        self.core.to_json()
    }
}
