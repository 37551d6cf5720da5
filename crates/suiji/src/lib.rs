#![doc = include_str!("../README.md")]
#![forbid(unsafe_code)]

pub mod checks;
pub mod codes;
pub mod limits;

mod allocate;
mod ceremony;
#[cfg(test)]
mod chance;
mod commitment;
mod contribution;
mod date;
mod draw;
mod earlier;
mod error;
mod finding;
mod frame;
mod hash;
mod history;
mod id;
mod inputs;
mod json;
mod lang;
mod leaf;
mod place;
mod plan;
mod ratio;
mod reader;
mod receipt;
mod record;
mod registry;
mod roster;
mod run;
mod salt;
mod seal;
mod sheets;
mod sort;
mod source;
mod table;
mod team;
mod teams;
mod text;
mod ticket;
mod tree;
mod verify;

pub use ceremony::Ceremony;
pub use commitment::{Commitment, SealedStratum, SealedTask};
pub use contribution::{Contribution, Contributions, PartialContributions};
pub use date::{Date, Time};
pub use error::{Error, ErrorKind, Fault, Faults, Place};
pub use finding::Finding;
pub use frame::Reason;
pub use hash::{Digest, Hash, Secret};
pub use history::{History, Visit};
pub use id::{ClassId, EntityId, InspectorId, TaskId};
pub use inputs::Inputs;

pub use lang::Lang;
pub use plan::{
    Class, DistrictRule, Kind, Mode, Plan, PlanBuilder, Quota, Risk, Scope, SeatGroup, Targeting,
    Task, Team, Window,
};
pub use ratio::{Fraction, Ratio};
pub use reader::canonical_json;
pub use receipt::{Receipt, State, Statement};
pub use record::{Draw, Drawn, PublicDraw, PublicForm, Record, TeamDrawn};
pub use registry::{Entity, Registry};
pub use roster::{Inspector, Roster};
pub use run::{Progress, Run, Stage};
pub use seal::{Sealed, seal};
pub use sheets::{Followed, Superseded};
pub use source::{By, Source, SourceKind};
pub use table::{
    Column, Columns, HistoryBuilder, Indices, RegistryBuilder, RosterBuilder, Validity,
};
pub use tree::Root;
pub use verify::{
    Check, Evidence, Fact, Outcome, Report, Said, Trust, Verdict, Want, verify, verify_public,
};
