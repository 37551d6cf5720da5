//! Stores lists of texts that many rows share only once, such as sets of categories.

use super::Interned;

/// Separates the texts of a list. No text can contain it [C3].
const JOINT: &str = "\0";

/// Distinct lists, numbered from 1 in the order of their first use. 0 means the empty list.
#[derive(Clone, Debug, Default)]
pub(crate) struct Lists(Interned);

impl Lists {
    /// The number of a list. A new list gets the next number.
    pub(crate) fn number(&mut self, texts: &[&str]) -> u32 {
        match texts {
            [] => 0,
            [text] => self.0.number(text),
            texts => self.0.number(&texts.join(JOINT)),
        }
    }

    /// How many lists there are, without the empty one.
    pub(crate) fn len(&self) -> usize {
        self.0.values().count()
    }

    /// The texts of a list.
    pub(crate) fn texts(&self, number: u32) -> impl Iterator<Item = &str> {
        split(self.0.value(number))
    }

    /// The texts of all lists. Each list comes once.
    pub(crate) fn all(&self) -> impl Iterator<Item = &str> + Clone {
        self.0.values().flat_map(|list| split(Some(list)))
    }

    /// The texts of all lists, without the first text of each.
    pub(crate) fn tails(&self) -> impl Iterator<Item = &str> + Clone {
        self.0.values().flat_map(|list| split(Some(list)).skip(1))
    }

    /// The number in this table of a list of `other`.
    pub(crate) fn adopt_one(&mut self, other: &Self, number: u32) -> u32 {
        self.0.adopt_one(&other.0, number)
    }

    /// For each number of `other`, including 0, the number in this table.
    pub(crate) fn adopt(&mut self, other: &Self) -> Vec<u32> {
        self.0.adopt(&other.0)
    }

    /// For each number, including 0, the result of `map` for the texts of its list.
    pub(crate) fn map<T>(&self, map: impl Fn(&[&str]) -> T) -> Vec<T> {
        self.0.map(|list| map(&split(list).collect::<Vec<_>>()))
    }
}

fn split(list: Option<&str>) -> impl Iterator<Item = &str> + Clone {
    list.into_iter().flat_map(|list| list.split(JOINT))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn equal_lists_have_one_number_and_the_empty_one_has_none() {
        let mut lists = Lists::default();
        let numbers = [&["a", "b"][..], &[], &["ab"], &["a", "b"], &["a"]];
        let numbers = numbers.map(|list| lists.number(list));
        assert_eq!(numbers, [1, 0, 2, 1, 3]);
        assert_eq!(lists.texts(1).collect::<Vec<_>>(), ["a", "b"]);
        assert_eq!(lists.texts(0).count(), 0);
        assert_eq!(lists.map(|texts| texts.len()), [0, 2, 1, 1]);
        assert_eq!(lists.all().collect::<Vec<_>>(), ["a", "b", "ab", "a"]);
        assert_eq!(lists.tails().collect::<Vec<_>>(), ["b"]);

        let mut other = Lists::default();
        other.number(&["c"]);
        assert_eq!(other.adopt(&lists), [0, 2, 3, 4]);
        assert_eq!(other.texts(3).collect::<Vec<_>>(), ["ab"]);
    }
}
