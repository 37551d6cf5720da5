//! The data that is known when the tasks are read.

use suiji::plan::Window;

use crate::plan::open::scope::Categories;
use crate::plan::parts::Found;

/// The data that is known when the tasks are read.
#[derive(Debug)]
pub(super) struct Context<'c> {
    pub(super) year: Option<u64>,
    pub(super) period: Option<Window>,
    pub(super) methods: Option<&'c Found<Vec<&'static str>>>,
    pub(super) categories: Categories,
    pub(super) departments: Vec<String>,
}
