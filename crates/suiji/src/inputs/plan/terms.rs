//! The settings of a task: kind, scope, quota, risk classes, mode [I2].

use crate::base::date::Date;
use crate::base::id::ClassId;
use crate::base::ratio::Ratio;

/// Joint or internal (部门联合 / 内部).
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
#[non_exhaustive]
pub enum TaskKind {
    /// Of several departments (部门联合).
    Joint,
    /// Of one department (内部).
    Internal,
}

/// Targeted or untargeted (定向 / 不定向).
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
#[non_exhaustive]
pub enum Targeting {
    /// Limited to a type, trade or region (定向).
    Targeted,
    /// Not limited (不定向).
    Untargeted,
}

/// The entities that a task is about [F1]; an empty list sets no condition.
#[derive(Clone, Debug, Default, Eq, PartialEq)]
#[non_exhaustive]
pub struct Scope {
    /// The entity must have one of these categories.
    pub categories: Vec<String>,
    /// The district of the entity must begin with one of these, 1 to 12 digits.
    pub districts: Vec<String>,
    /// The industry of the entity must begin with one of these.
    pub industries: Vec<String>,
    /// The entity must have been established before this day.
    pub established_before: Option<Date>,
}

/// How many are drawn (抽查比例/数量) [F4.2].
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
#[non_exhaustive]
pub enum Quota {
    /// «不低于»: the ratio rounded up, or `min` if that is greater.
    AtLeast {
        /// The ratio.
        ratio: Ratio,
        /// At least this many.
        min: Option<u64>,
    },
    /// The ratio rounded down, or `max` if that is smaller.
    AtMost {
        /// The ratio.
        ratio: Ratio,
        /// At most this many.
        max: Option<u64>,
    },
    /// The ratio, rounded up.
    Exactly {
        /// The ratio.
        ratio: Ratio,
    },
    /// This many, or the whole frame if it is smaller.
    Count {
        /// How many, at least 1.
        count: u64,
    },
}

/// The settings of a task for risk classes [F3, F4].
#[derive(Clone, Debug, Default, Eq, PartialEq)]
#[non_exhaustive]
pub struct Risk {
    /// At least this ratio of a class.
    pub minimum: Vec<(ClassId, Ratio)>,
    /// At most this ratio of a class.
    pub maximum: Vec<(ClassId, Ratio)>,
    /// The weight of a class, 1 to 1000.
    pub weights: Vec<(ClassId, u64)>,
    /// The class for unrated entities.
    pub unrated_as: Option<ClassId>,
}

/// Who draws and who inspects (抽查检查模式).
#[derive(Clone, Debug, Eq, PartialEq)]
pub struct Mode {
    pub(crate) drawn_by: String,
    pub(crate) inspected_by: String,
}

impl Mode {
    /// 县抽县查 is `Mode::new("county", "county")`.
    pub fn new(drawn_by: &str, inspected_by: &str) -> Self {
        Self {
            drawn_by: drawn_by.to_owned(),
            inspected_by: inspected_by.to_owned(),
        }
    }

    /// The level that draws.
    pub fn drawn_by(&self) -> &str {
        &self.drawn_by
    }

    /// The level that inspects.
    pub fn inspected_by(&self) -> &str {
        &self.inspected_by
    }
}

impl Risk {
    /// Without `risk` there is one stratum [F3].
    pub(crate) fn is_empty(&self) -> bool {
        *self == Self::default()
    }
}
