//! Ids [C4], one type for each kind, so that they cannot be mixed up.

use core::cmp::Ordering;
use core::fmt;
use core::str::FromStr;

use crate::base::error::Error;
use crate::base::run::{Cancelled, Run, Stage};
use crate::base::sort::sort_by;
use crate::base::texts::codes;

/// [C4] Whether the text is 1 to 64 characters of the id alphabet.
pub(crate) fn is_id(text: &str) -> bool {
    let inner = |byte: &u8| byte.is_ascii_alphanumeric() || b"-_.:/()".contains(byte);
    (1..=64).contains(&text.len())
        && text.as_bytes()[0].is_ascii_alphanumeric()
        && text.as_bytes().iter().all(inner)
}

macro_rules! ids {
    ($($name:ident: $what:literal;)+) => {$(
        #[doc = concat!("The id of ", $what, " [C4]: 1 to 64 ASCII letters, digits or `-_.:/()`, the first a letter or digit.")]
        ///
        /// ```
        #[doc = concat!("let id: suiji::values::", stringify!($name), " = \"A-1\".parse()?;")]
        /// assert_eq!(id.as_str(), "A-1");
        /// # Ok::<(), suiji::Error>(())
        /// ```
        #[derive(Clone, Eq, Hash, Ord, PartialEq, PartialOrd)]
        pub struct $name(String);

        impl $name {
            /// Its characters.
            pub fn as_str(&self) -> &str {
                &self.0
            }

            /// An id that has been read and checked.
            pub(crate) fn checked(text: &str) -> Self {
                Self(text.to_owned())
            }
        }

        impl fmt::Display for $name {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str(&self.0)
            }
        }

        impl fmt::Debug for $name {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                fmt::Debug::fmt(&self.0, f)
            }
        }

        impl FromStr for $name {
            type Err = Error;

            /// # Errors
            /// `id.form` for anything else.
            fn from_str(text: &str) -> Result<Self, Error> {
                if is_id(text) {
                    Ok(Self(text.to_owned()))
                } else {
                    Err(Error::of_value(codes::id_form(text)))
                }
            }
        }
    )+};
}

ids! {
    EntityId: "an entity (检查对象), normally the unified social credit code";
    InspectorId: "an inspector (执法检查人员), normally the enforcement certificate number";
    TaskId: "a task (抽查任务)";
    ClassId: "a risk class (信用风险分类)";
    LimitId: "a limit (频次上限), which is the reason of an exclusion";
}

/// [C4] The pairs of ids that differ only in letter case.
pub(crate) fn case_twins<'a>(
    ids: impl Iterator<Item = &'a str> + Clone,
    run: &Run,
) -> Result<Vec<(&'a str, &'a str)>, Cancelled> {
    // One id of each pair has a lower-case letter. If no id has one, nothing needs to be sorted.
    if !any_lower_case(ids.clone(), run)? {
        return Ok(Vec::new());
    }
    let mut sorted: Vec<&str> = ids.collect();
    sort_by(&mut sorted, |&a, &b| in_capitals(a, b).then(a.cmp(b)), run)?;
    let twins = |pair: &&[&str]| pair[0] != pair[1] && pair[0].eq_ignore_ascii_case(pair[1]);
    let pairs = sorted.windows(2).filter(twins);
    Ok(pairs.map(|pair| (pair[0], pair[1])).collect())
}

/// The order of ids in capitals.
pub(crate) fn in_capitals(a: &str, b: &str) -> Ordering {
    let (a, b) = (a.bytes(), b.bytes());
    let capital = |byte: u8| byte.to_ascii_uppercase();
    a.map(capital).cmp(b.map(capital))
}

fn any_lower_case<'a>(
    ids: impl Iterator<Item = &'a str> + Clone,
    run: &Run,
) -> Result<bool, Cancelled> {
    let mut step = run.step(Stage::Compare, ids.clone().count());
    for id in ids {
        if id.bytes().any(|byte| byte.is_ascii_lowercase()) {
            return Ok(true);
        }
        step.advance(1)?;
    }
    Ok(false)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn ids_are_of_the_alphabet() {
        // [C4]
        for right in ["A", "9", "a-_.:/()", &"x".repeat(64)] {
            assert!(is_id(right), "{right}");
        }
        for wrong in [
            "",
            "-a",
            "(a",
            "a b",
            "a\n",
            "甲",
            "Ａ",
            "a+b",
            &"x".repeat(65),
        ] {
            assert!(!is_id(wrong), "{wrong}");
        }
    }

    #[test]
    fn ids_equal_but_for_case_are_found() {
        // [C4]
        let twins =
            |ids: &[&'static str]| case_twins(ids.iter().copied(), &Run::default()).unwrap();
        assert_eq!(twins(&["AB", "AC", "AB"]), []);
        assert_eq!(twins(&["ab", "AC", "ab"]), []);
        assert_eq!(
            twins(&["Ab", "X", "aB", "AB"]),
            [("AB", "Ab"), ("Ab", "aB")]
        );
        assert_eq!(twins(&["A_b", "a-b"]), []);
    }
}
