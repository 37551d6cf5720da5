//! Invented rosters of any size, for teams of three.

use suiji::tables::Inspector;
use suiji::{Error, History, Inputs, Registry, Roster};

use crate::entities::Entities;
use crate::inputs::{SKILL, skilled_teams, teams};

/// How tight the caps of a roster are. The roster has one inspector for ten entities, so there are 30 seats for each.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
#[expect(clippy::exhaustive_enums, reason = "unpublished")]
pub enum Load {
    /// No caps.
    Loose,
    /// Caps that are sufficient.
    Tight,
    /// Caps that are too small in one department.
    Vacant,
    /// Caps that are sufficient only if inspectors with a skill leave other seats.
    Chained,
}

impl Load {
    /// All values.
    pub const ALL: [Self; 4] = [Self::Loose, Self::Tight, Self::Vacant, Self::Chained];

    /// Inputs with these entities, this number of inspectors, and a task that takes all entities.
    ///
    /// # Errors
    /// Returns the errors of the library. An error is a bug of this generator.
    pub fn inputs(self, entities: &Entities, inspectors: u64) -> Result<Inputs, Error> {
        let registry = Registry::from_json_lines(entities.lines())?;
        let roster =
            Roster::from_rows((0..inspectors).map(|number| self.inspector(number, entities)))?;
        let plan = match self {
            Self::Chained => skilled_teams()?,
            _ => teams()?,
        };
        Inputs::new(plan, registry, roster, History::default())
    }

    /// Every third inspector is in another department or, with one department, has a skill. Each is recused
    /// from two entities.
    fn inspector(self, number: u64, entities: &Entities) -> Inspector<'static> {
        let third = number % 3 == 2;
        let department = match third && self != Self::Chained {
            true => "县市场监管局",
            false => "县工信局",
        };
        let recused = [0, 1].map(|at| entities.entity((number * 2 + at) * 7 % entities.count).id);
        let id = format!("1405210{number:05}");
        let row = Inspector::new(id, format!("检查员{number}"), department)
            .with_skills(third.then_some(SKILL))
            .with_recuse(recused);
        match self {
            Self::Loose => row,
            Self::Tight | Self::Chained => row.with_max_load(31),
            Self::Vacant => row.with_max_load(30),
        }
    }
}
