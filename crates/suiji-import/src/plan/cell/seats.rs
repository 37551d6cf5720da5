//! The seats of a team, in the form of answers: `县工信局 1 主办人员 [汽车流通]; 县市场监管局 1`.

use std::ops::RangeInclusive;

use suiji::plan::SeatGroup;

use super::numeral::count;
use crate::base::texts::{PEOPLE, SCOPE_JOINS, narrow};

/// The maximum number of groups of seats.
const GROUPS: usize = 20;

const FULL_WIDTH_DIGITS: RangeInclusive<char> = '\u{FF10}'..='\u{FF19}';

/// The groups of seats of an answer: department, number, role, skills in brackets.
pub(crate) fn read(text: &str) -> Option<Vec<SeatGroup>> {
    let text = as_written(text);
    let pieces = text
        .split(';')
        .map(str::trim)
        .filter(|piece| !piece.is_empty());
    let groups: Option<Vec<SeatGroup>> = pieces.map(group).collect();
    groups.filter(|groups| (1..=GROUPS).contains(&groups.len()))
}

/// The answer with `;` between its groups, and with each number as a separate word: 县工信局2人，县市场监管局1人.
fn as_written(text: &str) -> String {
    let mut written = String::new();
    let mut in_skills = false;
    let is_digit = |c: char| c.is_ascii_digit() || FULL_WIDTH_DIGITS.contains(&c);
    let mut rest = text;
    while let Some(c) = rest.chars().next() {
        let digits = rest.find(|c: char| !is_digit(c));
        let digits = digits.filter(|at| *at > 0);
        let behind = digits.and_then(|at| rest.split_at_checked(at));
        if let Some((number, after)) = behind
            && !in_skills
            && let Some(after) = after.strip_prefix(PEOPLE)
        {
            written.push_str(&format!(" {number} "));
            rest = after;
            continue;
        }
        match c {
            '[' => in_skills = true,
            ']' => in_skills = false,
            _ => {}
        }
        let joins = !in_skills && SCOPE_JOINS.contains(&c);
        written.push(if joins { ';' } else { c });
        rest = rest.get(c.len_utf8()..).unwrap_or_default();
    }
    written
}

fn group(text: &str) -> Option<SeatGroup> {
    let (text, skills) = match text.split_once('[') {
        Some((text, skills)) => (text, skills.trim_end().strip_suffix(']')?),
        None => (text, ""),
    };
    let words: Vec<&str> = text.split_whitespace().collect();
    let number = |word: &&str| count(&narrow(word));
    // The first number is the number of seats. The words before it are the department.
    let at = words.iter().position(|word| number(word).is_some())?;
    let department = words.get(..at)?.join(" ");
    let mut role = words.get(at + 1..)?;
    if let [first, others @ ..] = role
        && first.chars().all(|c| PEOPLE.contains(&c))
    {
        role = others;
    }
    let role = role.join(" ");
    let count = words.get(at).and_then(number)?;
    if department.is_empty() {
        return None;
    }
    let mut group = SeatGroup::new(&department, count);
    if !role.is_empty() {
        group = group.with_role(&role);
    }
    let skills = skills.split(SCOPE_JOINS).map(str::trim);
    let skills: Vec<&str> = skills.filter(|skill| !skill.is_empty()).collect();
    Some(group.with_skills(&skills))
}

/// The seats in the form of an answer.
pub(crate) fn words(groups: &[SeatGroup]) -> String {
    let of = |group: &SeatGroup| {
        let mut text = format!("{} {}", group.department(), group.count());
        if let Some(role) = group.role() {
            text.push(' ');
            text.push_str(role);
        }
        if !group.skills().is_empty() {
            text.push_str(&format!(" [{}]", group.skills().join(",")));
        }
        text
    };
    let all: Vec<String> = groups.iter().map(of).collect();
    all.join("; ")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn seats_are_written_as_they_are_read() {
        let text = "县工信局 1 主办人员 [汽车流通,外商投资]; 县工信局 1; 县 局 2 检查人员";
        assert_eq!(read(text).map(|of| words(&of)).as_deref(), Some(text));
        let text = "县工信局 １ 主办人员 [汽车流通、外商投资]；县市场监管局 1；";
        let expected = "县工信局 1 主办人员 [汽车流通,外商投资]; 县市场监管局 1";
        assert_eq!(read(text).map(|of| words(&of)).as_deref(), Some(expected));
        let text = "县工信局2人，县市场监管局 1 人";
        let expected = "县工信局 2; 县市场监管局 1";
        assert_eq!(read(text).map(|of| words(&of)).as_deref(), Some(expected));
        let text = "县工信局２名 主办人员 [汽车流通、外商投资]、县市场监管局1名";
        let expected = "县工信局 2 主办人员 [汽车流通,外商投资]; 县市场监管局 1";
        assert_eq!(read(text).map(|of| words(&of)).as_deref(), Some(expected));
        let text = "县局（城区）2人";
        let expected = "县局（城区） 2";
        assert_eq!(read(text).map(|of| words(&of)).as_deref(), Some(expected));
        for text in ["", "县工信局", "2", "县工信局 0", "县工信局 1 [a"] {
            assert_eq!(read(text), None, "{text}");
        }
    }
}
