//! Exact ratios [C6] and fractions.

use core::fmt;
use core::str::FromStr;

use crate::base::error::Error;
use crate::base::texts::codes;

/// The number of parts in the whole. A percentage has up to six decimals.
const WHOLE: u128 = 100_000_000;

/// A ratio of more than 0 % and at most 100 %, such as `20%` or `12.5%` [C6].
///
/// ```
/// use suiji::values::Ratio;
///
/// let ratio: Ratio = "12.5%".parse()?;
/// assert_eq!((ratio.up(9), ratio.down(9)), (2, 1));
/// assert!("20.0%".parse::<Ratio>().is_err());
/// # Ok::<(), suiji::Error>(())
/// ```
#[derive(Clone, Copy, Eq, Hash, Ord, PartialEq, PartialOrd)]
pub struct Ratio(u32);

impl Ratio {
    /// [C6] ⌈ratio · n⌉.
    pub fn up(self, n: u64) -> u64 {
        // At most n, so it fits.
        u64::try_from((u128::from(self.0) * u128::from(n)).div_ceil(WHOLE)).unwrap_or(n)
    }

    /// [C6] ⌊ratio · n⌋.
    pub fn down(self, n: u64) -> u64 {
        u64::try_from(u128::from(self.0) * u128::from(n) / WHOLE).unwrap_or(n)
    }

    /// [C6] Reads a ratio; `None` if it is not in canonical form.
    pub(crate) fn parse(text: &str) -> Option<Self> {
        let number = text.strip_suffix('%')?;
        let (whole, decimals) = match number.split_once('.') {
            Some((whole, decimals)) => (whole, Some(decimals)),
            None => (number, None),
        };
        let digits = |text: &str| text.bytes().all(|byte| byte.is_ascii_digit());
        let decimals_right =
            |text: &str| (1..=6).contains(&text.len()) && digits(text) && !text.ends_with('0');
        let whole_right = digits(whole)
            && match (whole.len(), decimals) {
                (1, Some(_)) => true,
                (1, None) => whole != "0",
                (2, _) => !whole.starts_with('0'),
                _ => whole == "100" && decimals.is_none(),
            };
        if !whole_right || !decimals.is_none_or(decimals_right) {
            return None;
        }
        let millionths = format!("{:0<6}", decimals.unwrap_or_default());
        Some(Self(
            whole.parse::<u32>().ok()? * 1_000_000 + millionths.parse::<u32>().ok()?,
        ))
    }
}

impl fmt::Display for Ratio {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let (whole, decimals) = (self.0 / 1_000_000, self.0 % 1_000_000);
        if decimals == 0 {
            return write!(f, "{whole}%");
        }
        let decimals = format!("{decimals:06}");
        write!(f, "{whole}.{}%", decimals.trim_end_matches('0'))
    }
}

impl fmt::Debug for Ratio {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Display::fmt(self, f)
    }
}

impl FromStr for Ratio {
    type Err = Error;

    /// # Errors
    /// `ratio.form` for anything that is not in the canonical form of [C6].
    fn from_str(text: &str) -> Result<Self, Error> {
        Self::parse(text).ok_or_else(|| Error::of_value(codes::ratio_form(text)))
    }
}

/// An exact fraction, such as an inclusion probability. It is not reduced: 2/10 shows that two of ten were taken.
///
/// ```
/// use suiji::values::Fraction;
///
/// let fraction = Fraction::new(2, 5);
/// assert_eq!((fraction.numer(), fraction.denom()), (2, 5));
/// assert_eq!(fraction.to_string(), "2/5");
/// ```
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub struct Fraction {
    numer: u64,
    denom: u64,
}

impl Fraction {
    /// `numer / denom`; a denominator of 0 counts as 1.
    pub const fn new(numer: u64, denom: u64) -> Self {
        let denom = if denom == 0 { 1 } else { denom };
        Self { numer, denom }
    }

    /// The numerator.
    pub const fn numer(self) -> u64 {
        self.numer
    }

    /// The denominator, at least 1.
    pub const fn denom(self) -> u64 {
        self.denom
    }
}

impl fmt::Display for Fraction {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}/{}", self.numer, self.denom)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn ratios_have_one_form() {
        // [C6]
        for right in [
            "100%",
            "1%",
            "99%",
            "0.5%",
            "12.5%",
            "0.000001%",
            "99.999999%",
            "10.01%",
        ] {
            let ratio = Ratio::parse(right).unwrap();
            assert_eq!(ratio.to_string(), right);
            assert_eq!(format!("{ratio:?}"), right);
        }
        for wrong in [
            "0%",
            "0.0%",
            "101%",
            "20",
            "20％",
            "1/5",
            "20.0%",
            "020%",
            "00.5%",
            "100.5%",
            ".5%",
            "5.%",
            "1.0000001%",
            "-1%",
            "+1%",
            " 1%",
            "1% ",
            "1%\n",
            "1e1%",
            "1_0%",
            "٢%",
            "",
        ] {
            assert_eq!(Ratio::parse(wrong), None, "{wrong}");
        }
    }

    #[test]
    fn rounding_is_exact() {
        // [C6]; 1.1 % of 1000 is 11, where floating point gives 11.000000000000002.
        let ratio = |text| Ratio::parse(text).unwrap();
        assert_eq!((ratio("1.1%").up(1000), ratio("1.1%").down(1000)), (11, 11));
        assert_eq!(
            (ratio("33.333333%").up(3), ratio("33.333333%").down(3)),
            (1, 0)
        );
        assert_eq!(ratio("100%").up(u64::MAX), u64::MAX);
        assert_eq!(ratio("0.000001%").up(1), 1);
    }
}
