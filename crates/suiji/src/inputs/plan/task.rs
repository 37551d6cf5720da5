//! A task (抽查任务) [I2].

use super::{Limit, Mode, Quota, Risk, Scope, Targeting, TaskKind, Team, Window};
use crate::base::id::TaskId;

/// A task of the plan [I2]: the entities that it is about, how many of them are drawn, and who visits them.
///
/// Make it with [`Task::new`] and the `with_…` methods. Building the plan checks whether the settings fit together.
#[derive(Clone, Debug, Eq, PartialEq)]
pub struct Task {
    pub(crate) id: TaskId,
    pub(crate) name: String,
    pub(crate) kind: Option<TaskKind>,
    pub(crate) targeting: Option<Targeting>,
    pub(crate) items: Vec<String>,
    pub(crate) scope: Scope,
    pub(crate) quota: Option<Quota>,
    pub(crate) limits: Vec<Limit>,
    pub(crate) risk: Risk,
    pub(crate) coordination: Option<String>,
    pub(crate) reserves: u64,
    pub(crate) team: Option<Team>,
    pub(crate) window: Option<Window>,
    pub(crate) initiator: Option<String>,
    pub(crate) partners: Vec<String>,
    pub(crate) mode: Option<Mode>,
    pub(crate) methods: Vec<String>,
    pub(crate) risk_note: Option<String>,
    pub(crate) extra: Vec<(String, String)>,
}

impl Task {
    /// A task about every entity. It needs a quota or `risk.minimum`.
    pub fn new(id: TaskId, name: &str) -> Self {
        Self {
            id,
            name: name.to_owned(),
            kind: None,
            targeting: None,
            items: Vec::new(),
            scope: Scope::default(),
            quota: None,
            limits: Vec::new(),
            risk: Risk::default(),
            coordination: None,
            reserves: 0,
            team: None,
            window: None,
            initiator: None,
            partners: Vec::new(),
            mode: None,
            methods: Vec::new(),
            risk_note: None,
            extra: Vec::new(),
        }
    }

    /// Joint or internal.
    #[must_use]
    pub fn with_kind(self, kind: TaskKind) -> Self {
        Self {
            kind: Some(kind),
            ..self
        }
    }

    /// Targeted or untargeted.
    #[must_use]
    pub fn with_targeting(self, targeting: Targeting) -> Self {
        Self {
            targeting: Some(targeting),
            ..self
        }
    }

    /// The items (抽查事项), in order.
    #[must_use]
    pub fn with_items(self, items: &[&str]) -> Self {
        Self {
            items: owned(items),
            ..self
        }
    }

    /// The entities that it is about.
    #[must_use]
    pub fn with_scope(self, scope: Scope) -> Self {
        Self { scope, ..self }
    }

    /// How many are drawn.
    #[must_use]
    pub fn with_quota(self, quota: Quota) -> Self {
        Self {
            quota: Some(quota),
            ..self
        }
    }

    /// How often an entity may be visited for this task (频次); «1次/年» is a limit of one visit.
    #[must_use]
    pub fn with_limits(self, limits: Vec<Limit>) -> Self {
        Self { limits, ..self }
    }

    /// Its settings for risk classes.
    #[must_use]
    pub fn with_risk(self, risk: Risk) -> Self {
        Self { risk, ..self }
    }

    /// Tasks with the same value share their tickets. The value has the form of an id [C4].
    #[must_use]
    pub fn with_coordination(self, group: &str) -> Self {
        Self {
            coordination: Some(group.to_owned()),
            ..self
        }
    }

    /// How many reserves are listed for each stratum.
    #[must_use]
    pub fn with_reserves(self, reserves: u64) -> Self {
        Self { reserves, ..self }
    }

    /// The team that visits. Without it, only entities are drawn.
    #[must_use]
    pub fn with_team(self, team: Team) -> Self {
        Self {
            team: Some(team),
            ..self
        }
    }

    /// The dates of the inspections (起止时间).
    #[must_use]
    pub fn with_window(self, window: Window) -> Self {
        Self {
            window: Some(window),
            ..self
        }
    }

    /// The department that initiates (发起部门).
    #[must_use]
    pub fn with_initiator(self, department: &str) -> Self {
        Self {
            initiator: Some(department.to_owned()),
            ..self
        }
    }

    /// The departments that take part (配合部门).
    #[must_use]
    pub fn with_partners(self, departments: &[&str]) -> Self {
        Self {
            partners: owned(departments),
            ..self
        }
    }

    /// Who draws and who inspects.
    #[must_use]
    pub fn with_mode(self, mode: Mode) -> Self {
        Self {
            mode: Some(mode),
            ..self
        }
    }

    /// How it is inspected.
    #[must_use]
    pub fn with_methods(self, methods: &[&str]) -> Self {
        Self {
            methods: owned(methods),
            ..self
        }
    }

    /// What the text of the plan says about risk classes.
    #[must_use]
    pub fn with_risk_note(self, note: &str) -> Self {
        Self {
            risk_note: Some(note.to_owned()),
            ..self
        }
    }

    /// Adds another field that the office keeps.
    #[must_use]
    pub fn with_extra(mut self, key: &str, value: &str) -> Self {
        self.extra.push((key.to_owned(), value.to_owned()));
        self
    }

    /// Its id.
    pub const fn id(&self) -> &TaskId {
        &self.id
    }

    /// Its name.
    pub fn name(&self) -> &str {
        &self.name
    }

    /// Joint or internal.
    pub const fn kind(&self) -> Option<TaskKind> {
        self.kind
    }

    /// Targeted or untargeted.
    pub const fn targeting(&self) -> Option<Targeting> {
        self.targeting
    }

    /// Its items.
    pub fn items(&self) -> &[String] {
        &self.items
    }

    /// The entities that it is about.
    pub const fn scope(&self) -> &Scope {
        &self.scope
    }

    /// How many are drawn.
    pub const fn quota(&self) -> Option<Quota> {
        self.quota
    }

    /// How often an entity may be visited for this task [F2].
    pub fn limits(&self) -> &[Limit] {
        &self.limits
    }

    /// Its settings for risk classes.
    pub const fn risk(&self) -> &Risk {
        &self.risk
    }

    /// The group with which it shares its tickets.
    pub fn coordination(&self) -> Option<&str> {
        self.coordination.as_deref()
    }

    /// The number of reserves for each stratum.
    pub const fn reserves(&self) -> u64 {
        self.reserves
    }

    /// The number of reserves in a stratum of that size. It is lower if the stratum has too few entities [D3].
    pub(crate) fn reserves_of(&self, size: u64, take: u64) -> u64 {
        self.reserves.min(size.saturating_sub(take))
    }

    /// The team that visits.
    pub const fn team(&self) -> Option<&Team> {
        self.team.as_ref()
    }

    /// The dates of the inspections.
    pub const fn window(&self) -> Option<Window> {
        self.window
    }

    /// The department that initiates.
    pub fn initiator(&self) -> Option<&str> {
        self.initiator.as_deref()
    }

    /// The departments that take part.
    pub fn partners(&self) -> &[String] {
        &self.partners
    }

    /// Who draws and who inspects.
    pub const fn mode(&self) -> Option<&Mode> {
        self.mode.as_ref()
    }

    /// How it is inspected.
    pub fn methods(&self) -> &[String] {
        &self.methods
    }

    /// What the text of the plan says about risk classes.
    pub fn risk_note(&self) -> Option<&str> {
        self.risk_note.as_deref()
    }

    /// Other fields that the office keeps, as keys and values.
    pub fn extra(&self) -> impl Iterator<Item = (&str, &str)> {
        self.extra.iter().map(|(key, value)| (&**key, &**value))
    }
}

fn owned(texts: &[&str]) -> Vec<String> {
    texts.iter().map(|text| (*text).to_owned()).collect()
}
