//! The record of a draw (抽取记录) [E1] and its public form [E2].

mod drawn;
mod full;
mod places;
mod public;
mod read;

pub use drawn::{Draw, DrawnEntity, DrawnTeam};
pub use full::Record;
pub(crate) use places::{Listed, Places};
pub(crate) use public::{Hide, hidden};
pub use public::{Last, PublicDraw, PublicForm};
