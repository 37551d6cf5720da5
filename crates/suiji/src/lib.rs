#![doc = include_str!("../README.md")]
#![forbid(unsafe_code)]

// The rooms, in the order in which data flows. A room imports from those above it only; a test checks this.

// Errors, ids, text rules, dates, ratios, hashes, runs.
mod base;

// The strict reader and the canonical writer.
mod json;

// Plan, registry, roster, history and the tables that they come in.
mod inputs;

// Who may be drawn for a task, in which strata, and how many [F1–F4].
mod frame;

// Merkle trees, their leaves and salts [S1] [S2].
mod tree;

// Sources, contributions, the commitment and the ones before it [S3a–S4c] [R1].
mod ceremony;

// Who inspects whom: teams [T1–T7].
mod staff;

// Inputs and ceremony to the commitment [S5]; findings.
mod seal;

// The record and its public form [E1] [E2].
mod record;

// Seed, tickets, selection and teams to the record [R2] [D1–D3].
mod draw;

// One module for each input that adds checks [V1] [V2].
mod verify;

// What one entity can check [G1–G5].
mod receipt;

#[cfg(test)]
mod chance;

pub use base::date::{Date, Time};
pub use base::error::{Error, ErrorKind, Fault, Faults, Place};
pub use base::hash::{Digest, Hash, Secret};
pub use base::id::{ClassId, EntityId, InspectorId, TaskId};
pub use base::{codes, limits};
pub use ceremony::Ceremony;
pub use ceremony::commitment::{Commitment, SealedStratum, SealedTask};
pub use ceremony::contribution::{Contribution, Contributions, PartialContributions};
pub use frame::Reason;
pub use inputs::Inputs;
pub use inputs::history::{History, HistoryBuilder, Visit};
pub use seal::finding::Finding;

pub use base::lang::Lang;
pub use base::ratio::{Fraction, Ratio};
pub use base::run::{Progress, Run, Stage};
pub use ceremony::earlier::{Followed, Superseded};
pub use ceremony::source::{By, Source, SourceKind};
pub use inputs::plan::{
    Class, DistrictRule, Kind, Mode, Plan, PlanBuilder, Quota, Risk, Scope, SeatGroup, Targeting,
    Task, Team, Window,
};
pub use inputs::registry::{Entity, Registry, RegistryBuilder};
pub use inputs::roster::{Inspector, Roster, RosterBuilder};
pub use inputs::table::{Column, Columns, Indices, Validity};
pub use json::reader::canonical_json;
pub use receipt::{Receipt, State, Statement};
pub use record::{Draw, Drawn, PublicDraw, PublicForm, Record, TeamDrawn};
pub use seal::{Sealed, seal};
pub use tree::Root;
pub use verify::checks;
pub use verify::{
    Check, Evidence, Fact, Outcome, Report, Said, Trust, Verdict, Want, verify, verify_public,
};
