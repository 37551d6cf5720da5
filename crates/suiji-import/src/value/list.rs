//! Lists in one cell.

use std::collections::{BTreeSet, HashSet};

use super::rules::{Rule, Rules};
use super::text::{is_blank, tidy};
use crate::base::texts::{CLOSING, OPENING, SEPARATORS};

/// The known members. They show whether a blank separates two members or is part of one.
pub(crate) trait Vocabulary {
    /// Whether a text is a member.
    fn knows(&self, member: &str) -> bool;
}

impl Vocabulary for BTreeSet<String> {
    fn knows(&self, member: &str) -> bool {
        self.contains(member)
    }
}

/// Members in order, each once.
#[derive(Debug, Default)]
pub(crate) struct Distinct {
    all: Vec<String>,
    seen: HashSet<String>,
}

impl Distinct {
    /// Adds a member. Returns whether it is new.
    pub(crate) fn add(&mut self, member: &str) -> bool {
        if member.is_empty() || self.seen.contains(member) {
            return false;
        }
        self.seen.insert(member.to_owned());
        self.all.push(member.to_owned());
        true
    }

    pub(crate) const fn len(&self) -> usize {
        self.all.len()
    }

    /// The members as a cell of the list.
    pub(crate) fn joined(&self) -> String {
        self.all.join(";")
    }

    pub(crate) fn into_vec(self) -> Vec<String> {
        self.all
    }
}

/// The members of a cell.
#[derive(Debug, Eq, PartialEq)]
pub(crate) enum Split {
    Members(Vec<String>, Rules),
    /// A blank that may separate members or be part of one.
    Unclear(String),
}

/// Splits a cell into its members, each once. A separator in brackets is part of a member, and so is every separator
/// within a text that is known as a member.
pub(crate) fn split(text: &str, vocabulary: &dyn Vocabulary) -> Split {
    let mut rules = Rules::NONE;
    let text = tidy(text, true, &mut rules);
    let mut members = Distinct::default();
    let mut add = |member: &str, rules: &mut Rules| {
        members.add(&tidy(member, false, rules));
    };
    if vocabulary.knows(&text) {
        add(&text, &mut rules);
        return Split::Members(members.into_vec(), rules);
    }
    let parts = written_as_list(&text)
        .unwrap_or_else(|| joined(&text, &parts(&text), |member| vocabulary.knows(member)));
    if parts.len() > 1 || parts.first().is_some_and(|only| only.len() < text.len()) {
        rules.add(Rule::List);
    }
    for part in parts {
        let part = part.trim_matches(is_blank);
        let without: String = part.chars().filter(|c| !is_blank(*c)).collect();
        if without.len() == part.len() || vocabulary.knows(part) {
            add(part, &mut rules);
            continue;
        }
        let pieces: Vec<&str> = part
            .split(is_blank)
            .filter(|piece| !piece.is_empty())
            .collect();
        let all_known = pieces.iter().all(|piece| vocabulary.knows(piece));
        match (all_known, vocabulary.knows(&without)) {
            (true, false) => {
                rules.add(Rule::ListBlank);
                for piece in pieces {
                    add(piece, &mut rules);
                }
            }
            (false, true) => {
                rules.add(Rule::InnerBlank);
                add(&without, &mut rules);
            }
            _ => return Split::Unclear(part.to_owned()),
        }
    }
    Split::Members(members.into_vec(), rules)
}

/// The members of a list in the form of a data frame: `['a', 'b']`.
fn written_as_list(text: &str) -> Option<Vec<&str>> {
    let inner = text.strip_prefix('[')?.strip_suffix(']')?;
    inner.split(',').map(unquoted).collect()
}

fn unquoted(piece: &str) -> Option<&str> {
    let piece = piece.trim();
    let quote = piece.chars().next().filter(|c| matches!(c, '\'' | '"'))?;
    piece.strip_prefix(quote)?.strip_suffix(quote)
}

/// The maximum number of parts in one member.
const JOINED: usize = 5;

/// The parts of a text. Neighbours that, with the separators between them, are one known member are joined.
pub(super) fn joined<'t>(
    text: &'t str,
    parts: &[(usize, usize)],
    knows: impl Fn(&str) -> bool,
) -> Vec<&'t str> {
    let slice = |first: usize, last: usize| {
        let (start, end) = (parts.get(first)?.0, parts.get(last)?.1);
        text.get(start..end)
    };
    let mut members = Vec::new();
    let mut first = 0;
    while first < parts.len() {
        let longest = (first + JOINED).min(parts.len());
        let mut lasts = (first + 1..longest).rev();
        let last = lasts.find(|last| slice(first, *last).is_some_and(|of| knows(of.trim())));
        let last = last.unwrap_or(first);
        members.extend(slice(first, last));
        first = last + 1;
    }
    members
}

/// The positions of the texts between separators. Separators in brackets do not count.
pub(super) fn parts(text: &str) -> Vec<(usize, usize)> {
    let mut parts = Vec::new();
    let mut depth = 0u32;
    let mut start = 0;
    for (at, c) in text.char_indices() {
        if OPENING.contains(&c) {
            depth += 1;
        } else if CLOSING.contains(&c) {
            depth = depth.saturating_sub(1);
        } else if depth == 0 && SEPARATORS.contains(&c) {
            parts.push((start, at));
            start = at + c.len_utf8();
        }
    }
    parts.push((start, text.len()));
    // A bracket that is never closed has no effect.
    if depth > 0 {
        parts.clear();
        start = 0;
        for (at, separator) in text.match_indices(SEPARATORS) {
            parts.push((start, at));
            start = at + separator.len();
        }
        parts.push((start, text.len()));
    }
    parts
}

#[cfg(test)]
mod tests {
    use super::*;

    fn known(words: &[&str]) -> BTreeSet<String> {
        words.iter().map(|word| (*word).to_owned()).collect()
    }

    fn members(text: &str, words: &[&str]) -> Option<(String, String)> {
        match split(text, &known(words)) {
            Split::Members(members, rules) => Some((members.join("|"), rules.words())),
            Split::Unclear(_) => None,
        }
    }

    #[test]
    fn members_are_found_between_all_separators() {
        for text in [
            "超市、加油站",
            "超市，加油站",
            "超市,加油站",
            "超市；加油站",
            "超市;加油站",
            "超市/加油站",
            "超市|加油站",
            "超市\n加油站",
            "超市、 加油站、",
            "超市、加油站、超市",
            "['超市', '加油站']",
            "[\"超市\",\"加油站\"]",
        ] {
            let (found, rules) = members(text, &[]).unwrap();
            assert_eq!(
                (found.as_str(), rules.contains("list")),
                ("超市|加油站", true),
                "{text}"
            );
        }
        assert_eq!(
            members("汽车（新车、二手车）", &[]).unwrap().0,
            "汽车（新车、二手车）"
        );
        assert_eq!(
            members("汽车（新车、二手车", &[]).unwrap().0,
            "汽车（新车|二手车"
        );
        assert_eq!(
            members("餐饮/食堂", &["餐饮/食堂"]).unwrap(),
            ("餐饮/食堂".to_owned(), String::new())
        );
    }

    #[test]
    fn very_many_members_are_compared_once_each() {
        let many: Vec<String> = (0..100_000).map(|number| format!("甲{number}")).collect();
        let text = many.join("、") + "、甲7";
        let Split::Members(found, _) = split(&text, &known(&[])) else {
            unreachable!()
        };
        assert_eq!(found, many);
    }

    #[test]
    fn a_blank_separates_members_that_are_known() {
        let words = ["超市", "加油站"];
        assert_eq!(
            members("超市 加油站", &words).unwrap(),
            ("超市|加油站".to_owned(), "list-blank".to_owned())
        );
        assert_eq!(
            members("加\u{A0}油站", &words).unwrap(),
            ("加油站".to_owned(), "inner-blank".to_owned())
        );
        assert_eq!(members("超市 饭店", &words), None);
        assert_eq!(members("A B", &["A", "B", "AB"]), None);
        assert_eq!(
            members("gas station", &["gas station"]).unwrap().0,
            "gas station"
        );
    }
}
