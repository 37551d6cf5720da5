//! Items of a task. Numbered items are split and lose their numbers; their texts do not change.

use super::Read;
use crate::base::texts::{CIRCLED, FULL_STOP, HEADING_ENDS, ITEM_ENDS, narrow};

/// The items of a cell. Lines with neither numbers nor end signs could be several items or one text.
pub(crate) fn read(text: &str, is_list: bool) -> Read<Vec<String>> {
    let text = text.trim();
    if text.is_empty() {
        return Read::Is(Vec::new());
    }
    if let Some(numbered) = numbered(text) {
        return Read::Is(numbered);
    }
    let lines: Vec<&str> = text
        .lines()
        .map(str::trim)
        .filter(|line| !line.is_empty())
        .collect();
    let ended = lines
        .iter()
        .rev()
        .skip(1)
        .all(|line| line.ends_with(ITEM_ENDS));
    let each: Vec<String> = lines.iter().map(|line| tidy(line)).collect();
    if lines.len() == 1 || is_list || ended {
        return Read::Is(each);
    }
    Read::Ask(vec![vec![lines.concat()], each])
}

/// The items after 1. 2. 3., if the text begins with the first number and has a second one.
fn numbered(text: &str) -> Option<Vec<String>> {
    let chars: Vec<(usize, char)> = text.char_indices().collect();
    let mut items: Vec<String> = Vec::new();
    let mut begin = mark(&chars, 0, 1)?;
    let mut at = begin;
    let mut number = 2;
    let slice = |from: usize, to: usize| {
        let from = chars.get(from).map_or(text.len(), |(at, _)| *at);
        let to = chars.get(to).map_or(text.len(), |(at, _)| *at);
        tidy(text.get(from..to).unwrap_or_default())
    };
    while at < chars.len() {
        match mark(&chars, at, number) {
            Some(behind) => {
                items.push(slice(begin, at));
                (begin, at) = (behind, behind);
                number += 1;
            }
            None => at += 1,
        }
    }
    items.push(slice(begin, at));
    items.retain(|item| !item.is_empty());
    Some(items)
}

/// The position after a mark such as `2.`, `2、`, `(2)` or ②, if the text has one here.
fn mark(chars: &[(usize, char)], at: usize, number: usize) -> Option<usize> {
    let char_at = |at: usize| chars.get(at).map(|(_, c)| narrow_char(*c));
    let circled = CIRCLED.chars().nth(number - 1);
    if circled.is_some() && chars.get(at).map(|(_, c)| *c) == circled {
        return Some(at + 1);
    }
    let opened = char_at(at) == Some('(');
    let mut next = at + usize::from(opened);
    for digit in number.to_string().chars() {
        if char_at(next) != Some(digit) {
            return None;
        }
        next += 1;
    }
    let before = at.checked_sub(1).and_then(char_at);
    let in_number = before.is_some_and(|c| c.is_ascii_digit() || c == '.' || c == '-');
    let end = char_at(next)?;
    // The text after 3. must not be a decimal.
    let behind = char_at(next + 1);
    let ends = match opened {
        true => end == ')',
        false => end != ' ' && end != ':' && HEADING_ENDS.contains(&end),
    };
    let decimal = end == '.' && behind.is_some_and(|c| c.is_ascii_digit());
    (ends && !in_number && !decimal).then_some(next + 1)
}

fn narrow_char(c: char) -> char {
    narrow(c.encode_utf8(&mut [0; 4]))
        .chars()
        .next()
        .unwrap_or(c)
}

/// An item without the sign at its end, and without line ends.
fn tidy(text: &str) -> String {
    let ends = |c: char| c != FULL_STOP && ITEM_ENDS.contains(&c);
    let text: String = text.lines().map(str::trim).collect();
    text.trim()
        .trim_end_matches(|c| ends(c) || c.is_whitespace())
        .to_owned()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbered_items_are_split_and_keep_their_texts() {
        for (text, expected) in [
            (
                "1. 甲的检查; 2. 乙情况的检查3. 丙、丁检查4.戊",
                &["甲的检查", "乙情况的检查", "丙、丁检查", "戊"][..],
            ),
            ("1、甲\n2、乙；", &["甲", "乙"]),
            ("（1）甲（2）乙", &["甲", "乙"]),
            ("①甲②乙", &["甲", "乙"]),
            ("１．甲２．乙", &["甲", "乙"]),
            (
                "1. 对2023版清单12.5%以上、3.甲",
                &["对2023版清单12.5%以上、3.甲"],
            ),
            ("甲的检查", &["甲的检查"]),
            ("甲；\n乙。", &["甲", "乙。"]),
            ("对1.甲和2.乙", &["对1.甲和2.乙"]),
            ("5. 甲\"乙乙情况", &["5. 甲\"乙乙情况"]),
        ] {
            let expected: Vec<String> = expected.iter().map(|of| (*of).to_owned()).collect();
            assert_eq!(read(text, false), Read::Is(expected), "{text}");
        }
    }

    #[test]
    fn lines_are_items_only_if_something_says_so() {
        let both = vec![
            vec!["甲乙".to_owned()],
            vec!["甲".to_owned(), "乙".to_owned()],
        ];
        assert_eq!(read("甲\n乙", false), Read::Ask(both.clone()));
        assert_eq!(read("甲\n乙", true), Read::Is(both[1].clone()));
    }
}
