//! The parts of a live source, and how many outcomes they have [S4b].

use crate::base::error::{Error, ErrorKind, Faults};
use crate::base::limits;
use crate::base::texts::codes;
use crate::json::reader::{Path, Policy, Reader};
use crate::json::{Json, ObjectBuilder};

/// One part of a live source [S4b]: `count` numbers from `from` to `to`.
///
/// ```
/// use suiji::ceremony::Part;
///
/// let die = Part::new(20, 1, 6)?; // one die, twenty throws
/// let balls = Part::distinct(6, 1, 33)?; // six balls of one drum
/// assert_eq!(die.outcomes(), Some(6_u64.pow(20)));
/// assert_eq!(balls.outcomes(), Some(1_107_568));
/// # Ok::<(), suiji::Error>(())
/// ```
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub struct Part {
    count: u64,
    from: u64,
    to: u64,
    distinct: bool,
}

impl Part {
    /// Numbers that may repeat, in the order in which they fall: dice, digits.
    ///
    /// # Errors
    /// `json.range` if `count` is not 1 to 1000 or a bound is above 9999; `ceremony.part-range` if `from` is not less
    /// than `to`.
    pub fn new(count: u64, from: u64, to: u64) -> Result<Self, Error> {
        Self::checked(count, from, to, false)
    }

    /// Numbers drawn without replacement, in ascending order: the balls of one drum.
    ///
    /// # Errors
    /// The errors of [`Self::new`], and `ceremony.part-distinct` if fewer than 2 or all numbers are drawn.
    pub fn distinct(count: u64, from: u64, to: u64) -> Result<Self, Error> {
        Self::checked(count, from, to, true)
    }

    /// The constructor runs the same checks as reading.
    fn checked(count: u64, from: u64, to: u64, distinct: bool) -> Result<Self, Error> {
        let part = Self {
            count,
            from,
            to,
            distinct,
        };
        let mut faults = Faults::default();
        let mut reader = Reader::new(ErrorKind::Ceremony, Policy::Refuse, &mut faults);
        let read = read_part(&mut reader, &part.to_json(), &Path::Root);
        faults.into_option(read)
    }

    /// How many numbers fall.
    pub const fn count(&self) -> u64 {
        self.count
    }

    /// The least number that can fall.
    pub const fn from(&self) -> u64 {
        self.from
    }

    /// The greatest number that can fall.
    pub const fn to(&self) -> u64 {
        self.to
    }

    /// Whether the numbers are drawn without replacement, and listed in ascending order.
    pub const fn is_distinct(&self) -> bool {
        self.distinct
    }

    /// [S4b] The number of its outcomes. `None` for 2^53 or more.
    pub fn outcomes(&self) -> Option<u64> {
        if self.distinct {
            choices(self.numbers(), self.count)
        } else {
            (0..self.count).try_fold(1, |product, _| times(product, self.numbers()))
        }
    }

    /// How many numbers can fall.
    const fn numbers(&self) -> u64 {
        self.to - self.from + 1
    }

    pub(super) fn to_json(self) -> Json<'static> {
        ObjectBuilder::default()
            .with("count", Json::count(self.count))
            .with("from", Json::count(self.from))
            .with("to", Json::count(self.to))
            .flag("distinct", self.distinct)
            .build()
    }
}

/// [S4b] Reads a part.
pub(super) fn read_part(
    reader: &mut Reader<'_>,
    value: &Json<'_>,
    path: &Path<'_>,
) -> Option<Part> {
    let fields = reader.object(value, path, &["count", "from", "to", "distinct"])?;
    let count = reader.required(fields, path, "count", |reader, value, path| {
        reader.integer(value, path, 1, limits::NUMBERS)
    });
    let from = reader.required(fields, path, "from", read_number);
    let to = reader.required(fields, path, "to", read_number);
    let distinct = reader.flag(fields, path, "distinct");
    let (count, from, to, distinct) = (count?, from?, to?, distinct?);
    if from >= to {
        reader.fault(codes::part_range(from, to), path);
        return None;
    }
    let part = Part {
        count,
        from,
        to,
        distinct,
    };
    let numbers = part.numbers();
    if distinct && !(2..numbers).contains(&count) {
        reader.fault(codes::part_distinct(numbers, numbers - 1, count), path);
        return None;
    }
    Some(part)
}

/// A number that can fall in some part.
pub(crate) fn read_number(
    reader: &mut Reader<'_>,
    value: &Json<'_>,
    path: &Path<'_>,
) -> Option<u64> {
    reader.integer(value, path, 0, 9999)
}

/// [S4b] The outcomes of parts that fall together. `None` for 2^53 or more.
pub(super) fn product(parts: &[Part]) -> Option<u64> {
    parts
        .iter()
        .try_fold(1, |product, part| times(product, part.outcomes()?))
}

/// The product. `None` if it is more than 2^53 − 1.
fn times(a: u64, b: u64) -> Option<u64> {
    a.checked_mul(b)
        .filter(|&product| product <= limits::INTEGER.unsigned_abs())
}

/// In how many ways `count` of `all` can be chosen. `None` if this is more than 2^53 − 1.
fn choices(all: u64, count: u64) -> Option<u64> {
    // Each step is an integer and greater than the one before, because at most half are chosen.
    let fewer = count.min(all - count);
    (1..=fewer).try_fold(1_u64, |chosen, step| {
        let chosen = u128::from(chosen) * u128::from(all - fewer + step) / u128::from(step);
        u64::try_from(chosen)
            .ok()
            .filter(|&chosen| chosen <= limits::INTEGER.unsigned_abs())
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn code(count: u64, from: u64, to: u64) -> &'static str {
        Part::new(count, from, to).map_or_else(|error| error.code(), |_| "")
    }

    #[test]
    fn numbers_and_bounds_have_limits() {
        // [S4b]
        assert_eq!(code(1, 0, 1), "");
        assert_eq!(code(1000, 0, 9999), "");
        for (count, from, to) in [(0, 1, 6), (1001, 1, 6), (1, 0, 10_000), (1, 10_000, 10_001)] {
            assert_eq!(code(count, from, to), "json.range", "{count} {from} {to}");
        }
        for (from, to) in [(6, 6), (6, 1)] {
            assert_eq!(code(2, from, to), "ceremony.part-range");
        }
    }

    #[test]
    fn without_return_at_least_two_and_not_all_are_drawn() {
        // [S4b]
        let code = |count| {
            let part = Part::distinct(count, 1, 33);
            part.map_or_else(
                |error| error.code(),
                |part| if part.is_distinct() { "" } else { "?" },
            )
        };
        assert_eq!([2, 32].map(code), ["", ""]);
        assert_eq!([1, 33, 34].map(code), ["ceremony.part-distinct"; 3]);
    }

    #[test]
    fn outcomes_are_exact_up_to_2_to_the_53_less_1() {
        // [S4b, V2]
        let all = |part: Result<Part, Error>| part.unwrap().outcomes();
        assert_eq!(all(Part::new(20, 1, 6)), Some(3_656_158_440_062_976));
        assert_eq!(all(Part::new(21, 1, 6)), None);
        assert_eq!(all(Part::new(52, 0, 1)), Some(1 << 52));
        assert_eq!(all(Part::new(53, 0, 1)), None);
        assert_eq!(all(Part::new(1000, 0, 9999)), None);
        assert_eq!(all(Part::distinct(6, 1, 33)), Some(1_107_568));
        // 双色球: six of 33 and one of 16. 七乐彩: seven of 30. 大乐透: five of 35 and two of 12.
        let two_colours = [
            Part::distinct(6, 1, 33).unwrap(),
            Part::new(1, 1, 16).unwrap(),
        ];
        assert_eq!(product(&two_colours), Some(17_721_088));
        assert_eq!(all(Part::distinct(7, 1, 30)), Some(2_035_800));
        let lotto = [
            Part::distinct(5, 1, 35).unwrap(),
            Part::distinct(2, 1, 12).unwrap(),
        ];
        assert_eq!(product(&lotto), Some(21_425_712));
        // There are 7,648,690,600,760,440 ways to choose 28 of 56. To choose 28 of 57, there are more than 2^53.
        assert_eq!(all(Part::distinct(28, 1, 56)), Some(7_648_690_600_760_440));
        assert_eq!(all(Part::distinct(28, 1, 57)), None);
        // Choosing the numbers that are drawn gives the same count as choosing those that are not.
        assert_eq!(all(Part::distinct(998, 0, 999)), Some(499_500));
    }
}
