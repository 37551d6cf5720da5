#![doc = include_str!("../README.md")]
#![forbid(unsafe_code)]

pub mod checks;

mod base;

mod allocate;
mod ceremony;
#[cfg(test)]
mod chance;
mod commitment;
mod contribution;
mod draw;
mod earlier;
mod finding;
mod frame;
mod inputs;
mod json;
mod leaf;
mod receipt;
mod record;
mod salt;
mod seal;
mod sheets;
mod source;
mod team;
mod teams;
mod ticket;
mod tree;
mod verify;

pub use base::date::{Date, Time};
pub use base::error::{Error, ErrorKind, Fault, Faults, Place};
pub use base::hash::{Digest, Hash, Secret};
pub use base::id::{ClassId, EntityId, InspectorId, TaskId};
pub use base::{codes, limits};
pub use ceremony::Ceremony;
pub use commitment::{Commitment, SealedStratum, SealedTask};
pub use contribution::{Contribution, Contributions, PartialContributions};
pub use finding::Finding;
pub use frame::Reason;
pub use inputs::Inputs;
pub use inputs::history::{History, HistoryBuilder, Visit};

pub use base::lang::Lang;
pub use base::ratio::{Fraction, Ratio};
pub use base::run::{Progress, Run, Stage};
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
pub use sheets::{Followed, Superseded};
pub use source::{By, Source, SourceKind};
pub use tree::Root;
pub use verify::{
    Check, Evidence, Fact, Outcome, Report, Said, Trust, Verdict, Want, verify, verify_public,
};
