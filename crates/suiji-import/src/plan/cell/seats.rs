//! The seats of a team, as answers have them: `县工信局 1 主办人员 [汽车流通]; 县市场监管局 1`.

use suiji::plan::SeatGroup;

use super::numeral::count;
use crate::base::texts::{FULL_WIDTH_SEMICOLON, narrow};

/// Groups of seats, at most.
const GROUPS: usize = 20;

/// The groups of seats of an answer: department, number, role, skills in brackets.
pub(crate) fn read(text: &str) -> Option<Vec<SeatGroup>> {
    let text = text.replace(FULL_WIDTH_SEMICOLON, ";");
    let pieces = text
        .split(';')
        .map(str::trim)
        .filter(|piece| !piece.is_empty());
    let groups: Option<Vec<SeatGroup>> = pieces.map(group).collect();
    groups.filter(|groups| (1..=GROUPS).contains(&groups.len()))
}

fn group(text: &str) -> Option<SeatGroup> {
    let (text, skills) = match text.split_once('[') {
        Some((text, skills)) => (text, skills.trim_end().strip_suffix(']')?),
        None => (text, ""),
    };
    let words: Vec<&str> = text.split_whitespace().collect();
    let number = |word: &&str| count(&narrow(word));
    // The number is the first word that is one; what stands before is the department.
    let at = words.iter().position(|word| number(word).is_some())?;
    let department = words.get(..at)?.join(" ");
    let role = words.get(at + 1..)?.join(" ");
    let count = words.get(at).and_then(number)?;
    if department.is_empty() {
        return None;
    }
    let mut group = SeatGroup::new(&department, count);
    if !role.is_empty() {
        group = group.with_role(&role);
    }
    let separators = crate::base::texts::SCOPE_JOINS;
    let skills = skills.split(separators).map(str::trim);
    let skills: Vec<&str> = skills.filter(|skill| !skill.is_empty()).collect();
    Some(group.with_skills(&skills))
}

/// The seats as an answer has them.
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
        for text in ["", "县工信局", "2", "县工信局 0", "县工信局 1 [a"] {
            assert_eq!(read(text), None, "{text}");
        }
    }
}
