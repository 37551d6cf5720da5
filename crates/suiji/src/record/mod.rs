//! The record of a draw (抽取记录) [E1] and its public form [E2].

mod drawn;
mod full;
mod hide;
mod places;
mod public;
mod read;

pub(crate) use drawn::ticket;
pub use drawn::{Draw, DrawnEntity, DrawnTeam};
pub use full::Record;
pub use hide::Last;
pub(crate) use hide::{Hide, hidden};
pub(crate) use places::{Listed, Places};
pub use public::{PublicDraw, PublicForm};
