#![doc = include_str!("../README.md")]
#![forbid(unsafe_code)]

// The rooms, in the order in which data flows. A room imports only from the rooms above it. A test checks this.

// Errors, ids, text rules, dates, ratios, hashes, runs.
mod base;

// The strict reader and the canonical writer.
mod json;

// Plan, registry, roster, history and the tables that they come in.
mod inputs;

// Which entities can be drawn for a task, in which strata, and how many [F1–F4].
mod frame;

// Merkle trees, their leaves and salts [S1] [S2].
mod tree;

// Sources, contributions, the commitment and the ones before it [S3a–S4c] [R1].
pub mod ceremony;

// Who inspects whom: teams [T1–T7].
mod staff;

// From inputs and ceremony to the commitment [S5]. Findings.
pub mod seal;

// The record and its public form [E1] [E2].
pub mod record;

// From seed, tickets, selection and teams to the record [R2] [D1–D3].
mod draw;

// The frame before the draw and every entity after it, as rows for statistics.
pub mod sample;

// What changes after the draw [M1–M6].
pub mod amend;

// What the inspections found [O1–O3].
pub mod results;

// One module for each input that adds checks [V1] [V2].
pub mod verify;

// What one entity can check [G1–G5].
pub mod receipt;

pub use amend::{Amendments, Request};
pub use base::error::Error;
pub use base::hash::{Digest, Hash, Secret};
pub use base::lang::Lang;
pub use base::limits;
pub use base::run::Run;
pub use ceremony::Ceremony;
pub use ceremony::commitment::Commitment;
pub use ceremony::contribution::Contribution;
pub use ceremony::contributions::Contributions;
pub use ceremony::source::Source;
pub use inputs::Inputs;
pub use inputs::history::History;
pub use inputs::plan::Plan;
pub use inputs::registry::Registry;
pub use inputs::roster::Roster;
pub use json::reader::{canonical_json, canonical_json_with};
pub use receipt::Receipt;
pub use record::{PublicForm, Record};
pub use results::Results;
pub use seal::{Sealed, seal, seal_with};
pub use verify::{Evidence, Report, verify, verify_public, verify_public_with, verify_with};

/// The parts of a plan: tasks, quotas, scopes, risk classes, teams.
pub mod plan {
    pub use crate::inputs::plan::{
        Class, DistrictRule, Limit, Mode, PlanBuilder, PlanChange, PlanChangeKind, Quota, Risk,
        Scope, SeatGroup, Targeting, Task, TaskKind, Team, Window,
    };
}

/// Rows and columns, and the builders that make registry, roster and history from them.
pub mod tables {
    pub use crate::inputs::history::{HistoryBuilder, Visit, VisitKind};
    pub use crate::inputs::registry::{Entity, RegistryBuilder, Status};
    pub use crate::inputs::roster::{Inspector, RosterBuilder};
    pub use crate::inputs::table::{Column, Columns, Indices, RowChange, RowChangeKind, Validity};
}

/// Merkle trees of RFC 9162, for documents other than a commitment.
pub mod merkle {
    pub use crate::tree::growing::Tree;
}

/// Checked values: dates, times, ratios, fractions, ids.
pub mod values {
    pub use crate::base::date::{Date, Time};
    pub use crate::base::id::{ClassId, EntityId, InspectorId, LimitId, TaskId};
    pub use crate::base::ratio::{Fraction, Ratio};
}

/// What an [`Error`] contains: faults with code, place and details; the table of all codes.
pub mod error {
    pub use crate::base::error::{ErrorKind, Fault, Faults, Place};
    pub use crate::base::texts::{Code, codes, findings};
}

/// What a [`Run`] reports.
pub mod run {
    pub use crate::base::run::{Progress, Stage};
}
