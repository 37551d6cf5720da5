//! Invented rosters of any size, for teams of three.

use suiji::tables::Inspector;
use suiji::{Error, History, Inputs, Registry, Roster};

use crate::{Firms, skilled_teams, teams};

/// The skill of every third inspector.
pub(crate) const SKILL: &str = "特种设备";

/// How a roster of a tenth of the firms is loaded: with 30 seats an inspector.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
#[expect(clippy::exhaustive_enums, reason = "unpublished")]
pub enum Load {
    /// Without caps.
    Loose,
    /// With caps that suffice.
    Tight,
    /// With caps of which one department's do not suffice.
    Vacant,
    /// With caps that suffice where those who have a skill leave other seats for it.
    Chained,
}

impl Load {
    /// All of them.
    pub const ALL: [Self; 4] = [Self::Loose, Self::Tight, Self::Vacant, Self::Chained];

    /// These firms with so many inspectors, and a task that takes them all.
    ///
    /// # Errors
    /// Those of the library, which would be a fault of this generator.
    pub fn inputs(self, firms: &Firms, officers: u64) -> Result<Inputs, Error> {
        let registry = Registry::from_json_lines(firms.lines())?;
        let roster = Roster::from_rows((0..officers).map(|number| self.inspector(number, firms)))?;
        let plan = match self {
            Self::Chained => skilled_teams()?,
            _ => teams()?,
        };
        Inputs::new(plan, registry, roster, History::default())
    }

    /// Every third is of another department or, where those are one, has a skill; each is recused from two
    /// of the firms.
    fn inspector(self, number: u64, firms: &Firms) -> Inspector<'static> {
        let third = number % 3 == 2;
        let department = match third && self != Self::Chained {
            true => "县市场监管局",
            false => "县工信局",
        };
        let recused = [0, 1].map(|at| firms.firm((number * 2 + at) * 7 % firms.count).id);
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
