//! The numbers of a live source, part by part.

use suiji::Error;
use suiji::error::ErrorKind;

use crate::count;
use crate::error::natural;

/// One part of a live source: `count` numbers from `from` to `to`.
#[derive(Clone, Copy, Debug, uniffi::Record)]
pub struct Part {
    /// How many numbers are produced.
    pub count: i64,
    /// The smallest possible number.
    pub from: i64,
    /// The greatest possible number.
    pub to: i64,
    /// Whether the numbers are drawn without replacement, such as the balls of one drum.
    #[uniffi(default = false)]
    pub distinct: bool,
}

impl TryFrom<Part> for suiji::ceremony::Part {
    type Error = Error;

    fn try_from(part: Part) -> Result<Self, Error> {
        let number = |number, field| natural(number, ErrorKind::Ceremony, field);
        let count = number(part.count, "$.count")?;
        let (from, to) = (number(part.from, "$.from")?, number(part.to, "$.to")?);
        if part.distinct {
            Self::distinct(count, from, to)
        } else {
            Self::new(count, from, to)
        }
    }
}

impl From<&suiji::ceremony::Part> for Part {
    fn from(part: &suiji::ceremony::Part) -> Self {
        Self {
            count: count(part.count()),
            from: count(part.from()),
            to: count(part.to()),
            distinct: part.is_distinct(),
        }
    }
}
