//! Modes (市抽县查) and whether a task is targeted.

use suiji::plan::{Mode, Targeting};

use super::Read;
use crate::base::texts::{
    DRAWS, INSPECTS, LEVELS, SCOPE_ENDS, SCOPE_JOINS, TARGETED, UNTARGETED, is_one_of, narrow,
    plain,
};

/// Who draws and who inspects. If a cell has several modes, none is used.
pub(crate) fn mode(text: &str) -> Read<Mode> {
    let text = narrow(text);
    let words = text
        .split(SCOPE_JOINS)
        .map(|word| plain(word.trim_matches(SCOPE_ENDS)));
    let modes: Vec<Option<Mode>> = words
        .filter(|word| !word.is_empty())
        .map(|word| one(&word))
        .collect();
    match modes.as_slice() {
        [Some(only)] => Read::Is(only.clone()),
        all => Read::Ask(all.iter().flatten().cloned().collect()),
    }
}

fn one(word: &str) -> Option<Mode> {
    let (draws, inspects) = word.split_once(DRAWS)?;
    let inspects = inspects.strip_suffix(INSPECTS)?;
    Some(Mode::new(level(draws)?, level(inspects)?))
}

fn level(word: &str) -> Option<&'static str> {
    let found = LEVELS.iter().find(|(_, words)| is_one_of(word, words));
    found.map(|(level, _)| *level)
}

/// The mode in the form of an answer: any two words.
pub(crate) fn answer(text: &str) -> Option<Mode> {
    let mut words = text.split_whitespace();
    match (words.next(), words.next(), words.next()) {
        (Some(draws), Some(inspects), None) => Some(Mode::new(draws, inspects)),
        _ => match mode(text) {
            Read::Is(mode) => Some(mode),
            Read::Ask(_) => None,
        },
    }
}

/// The mode in the form of an answer.
pub(crate) fn words(mode: &Mode) -> String {
    format!("{} {}", mode.drawn_by(), mode.inspected_by())
}

/// Targeted or not.
pub(crate) fn targeting(text: &str) -> Option<Targeting> {
    let word = plain(text);
    if is_one_of(&word, TARGETED) {
        return Some(Targeting::Targeted);
    }
    is_one_of(&word, UNTARGETED).then_some(Targeting::Untargeted)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn modes_name_two_levels() {
        let shown = |text| match mode(text) {
            Read::Is(mode) => words(&mode),
            Read::Ask(modes) => format!(
                "? {}",
                modes.iter().map(words).collect::<Vec<_>>().join(" | ")
            ),
        };
        assert_eq!(shown("县抽县查"), "county county");
        assert_eq!(shown("市抽县（区）查。"), "city county");
        assert_eq!(shown("市抽查"), "? ");
        assert_eq!(shown("市抽市查、市抽县(区)查"), "? city city | city county");
        assert_eq!(
            answer("city county").map(|of| words(&of)).as_deref(),
            Some("city county")
        );
        assert_eq!(targeting("定向"), Some(Targeting::Targeted));
        assert_eq!(targeting("不定向"), Some(Targeting::Untargeted));
        assert_eq!(targeting("随机"), None);
    }
}
