//! Outcomes and measures of inspections, in the words of offices and the signs of the published lists [O1].

use std::collections::HashMap;
use std::sync::LazyLock;

use suiji::Lang;
use suiji::results::{MeasureCode, OutcomeCode, OutcomeGroup};

use super::list::{joined, parts};
use super::rules::{Rule, Rules};
use super::text::{is_blank, tidy};
use super::{Ask, Cleaned};
use crate::ask::Choice;
use crate::base::fields::Coded;
use crate::base::texts::{
    self, MEASURES, NO_MEASURE, OUTCOMES, SEPARATORS, Text, fold, is_one_of, narrow,
};
use crate::sheet::block::Cell;

/// The answer that an outcome is the office's own. The word of the group as which it counts follows; a measure has no
/// group.
pub(crate) const OWN: &str = "own";

/// The meaning of a word.
#[derive(Debug, Eq, PartialEq)]
pub(crate) enum Meant {
    Code(&'static str),
    /// No measure.
    Nothing,
    /// A sign that has different meanings in the published lists.
    Several(Vec<&'static str>),
    Unknown,
}

/// The codes by their folded names.
type Words = HashMap<String, &'static str>;

fn words(of: Coded) -> &'static Words {
    static ALL: LazyLock<[Words; 2]> = LazyLock::new(|| {
        let outcomes = OutcomeCode::ALL.iter();
        let outcomes = outcomes.map(|of| (of.code(), [of.name(Lang::Zh), of.name(Lang::En)]));
        let measures = MeasureCode::ALL.iter();
        let measures = measures.map(|of| (of.code(), [of.name(Lang::Zh), of.name(Lang::En)]));
        [folded(outcomes, OUTCOMES), folded(measures, MEASURES)]
    });
    match of {
        Coded::Outcomes => &ALL[0],
        Coded::Measures => &ALL[1],
    }
}

fn folded(
    names: impl Iterator<Item = (&'static str, [&'static str; 2])>,
    words: &[(&'static str, &[&'static str])],
) -> Words {
    let mut all = Words::new();
    for (code, names) in names {
        for name in [code].into_iter().chain(names) {
            all.insert(fold(name), code);
        }
    }
    for (code, words) in words {
        for word in *words {
            all.entry(fold(word)).or_insert(*code);
        }
    }
    all
}

/// The maximum number of characters of a word that means a code.
const LONGEST: usize = 200;

/// The meaning of a word.
pub(crate) fn meant(of: Coded, word: &str) -> Meant {
    if word.len() > LONGEST {
        return Meant::Unknown;
    }
    let word = fold(word);
    if let Some(code) = words(of).get(&word) {
        return Meant::Code(code);
    }
    if of == Coded::Measures {
        return match is_one_of(&word, NO_MEASURE) {
            true => Meant::Nothing,
            false => Meant::Unknown,
        };
    }
    // A sign may precede its name.
    let name = word.trim_start_matches(|c: char| c.is_ascii_alphanumeric());
    let (sign, named) = word.split_at(word.len() - name.len());
    let of_sign = signs(sign);
    match (of_sign.as_slice(), words(of).get(named)) {
        ([only], None) if named.is_empty() => Meant::Code(only),
        ([_, ..], None) if named.is_empty() => Meant::Several(of_sign),
        (all, Some(code)) if all.contains(code) => Meant::Code(code),
        _ => Meant::Unknown,
    }
}

/// The possible outcomes of a sign, according to the lists.
fn signs(sign: &str) -> Vec<&'static str> {
    let sign = narrow(sign).to_uppercase();
    let is = |of: Option<&str>| of == Some(sign.as_str());
    let all = OutcomeCode::ALL.iter();
    let all = all.filter(|of| is(of.list_2017()) || is(of.list_later()));
    all.map(OutcomeCode::code).collect()
}

/// The words of a cell. They are separated by separators, or by blanks between known words.
pub(crate) fn pieces(of: Coded, text: &str, rules: &mut Rules) -> Vec<String> {
    let text = tidy(text, true, rules);
    let knows = |word: &str| !matches!(meant(of, word), Meant::Unknown | Meant::Several(_));
    if knows(&text) {
        return vec![text.into_owned()];
    }
    let mut all = Vec::new();
    for part in joined(&text, &parts(&text), knows) {
        let part = part.trim_matches(|c| is_blank(c) || SEPARATORS.contains(&c));
        let mut pieces = part.split(is_blank).filter(|piece| !piece.is_empty());
        match !knows(part) && pieces.clone().count() > 1 && pieces.clone().all(knows) {
            true => all.extend(pieces.by_ref().map(str::to_owned)),
            false => all.extend((!part.is_empty()).then(|| part.to_owned())),
        }
    }
    all
}

/// The question about a word that means no code, or several codes.
pub(crate) fn ask(of: Coded, meant: &Meant) -> Ask {
    let name = |code: &OutcomeCode| Text::of(|lang| code.name(lang).to_owned());
    if let Meant::Several(codes) = meant {
        let codes = codes.iter().filter_map(|code| OutcomeCode::of(code));
        let choices = codes.map(|of| Choice::new(of.code(), name(of)));
        return Ask::of_value(texts::why_unclear_sign()).with(choices.collect());
    }
    match of {
        Coded::Outcomes => {
            let all = OutcomeCode::ALL.iter();
            let published = all.map(|of| Choice::new(of.code(), name(of)));
            let own = OutcomeGroup::ALL.map(|group| {
                let of_group = Text::of(|lang| group.name(lang).to_owned());
                let answer = format!("{OWN}:{}", group.as_str());
                Choice::new(&answer, texts::own_outcome(of_group))
            });
            let choices = published.chain(own);
            Ask::of_value(texts::why_unknown_outcome()).with(choices.collect())
        }
        Coded::Measures => {
            let name = |code: &MeasureCode| Text::of(|lang| code.name(lang).to_owned());
            let all = MeasureCode::ALL.iter();
            let published = all.map(|of| Choice::new(of.code(), name(of)));
            let own = [Choice::new(OWN, texts::own_measure())];
            let choices = published.chain(own);
            Ask::of_value(texts::why_unknown_measure()).with(choices.collect())
        }
    }
}

/// The code of a cell that has one word.
pub(super) fn code(cell: Cell<'_>, of: Coded) -> Cleaned {
    match meant(of, cell.text) {
        Meant::Code(code) if code == cell.text => Cleaned::as_is(code),
        Meant::Code(code) => Cleaned::Value(code.to_owned(), Rules::of(Rule::ResultWord)),
        Meant::Nothing => Cleaned::Value(String::new(), Rules::of(Rule::BlankWord)),
        other => Cleaned::Ask(ask(of, &other)),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_and_signs_of_the_published_lists_are_known() {
        for (word, code) in [
            ("未发现问题", "no_problem"),
            ("正 常", "no_problem"),
            ("通过登记的住所(经营场所)无法联系", "unreachable"),
            ("公示信息隐瞒真实情况、弄虚作假", "false_information"),
            ("e", "rectified"),
            ("Ｅ．发现问题已责令改正", "rectified"),
            ("6 无法联系", "unreachable"),
            ("11", "registration_cancelled"),
            ("rectification ordered, problem found", ""),
            ("problem found, rectification ordered", "rectified"),
            ("moved_away", "moved_away"),
            ("发现问题", ""),
            ("异常", ""),
            ("7 无法联系", ""),
        ] {
            let expected = match code {
                "" => Meant::Unknown,
                code => Meant::Code(code),
            };
            assert_eq!(meant(Coded::Outcomes, word), expected, "{word}");
        }
        let several = Meant::Several(vec!["report_not_published", "food_drug_violation"]);
        assert_eq!(meant(Coded::Outcomes, "3"), several);
        assert_eq!(meant(Coded::Measures, "无需处理"), Meant::Nothing);
        assert_eq!(meant(Coded::Measures, "列异"), Meant::Code("abnormal_list"));
    }

    #[test]
    fn a_cell_has_several_words() {
        let of = |text: &str| pieces(Coded::Outcomes, text, &mut Rules::default()).join("|");
        let both = "未按规定公示年报|无法联系";
        for text in [
            "未按规定公示年报、无法联系",
            "未按规定公示年报；无法联系；",
            "未按规定公示年报 无法联系",
            "未按规定公示年报\n无法联系",
        ] {
            assert_eq!(of(text), both, "{text}");
        }
        assert_eq!(
            of("无法联系、公示信息隐瞒真实情况、弄虚作假"),
            "无法联系|公示信息隐瞒真实情况、弄虚作假"
        );
        assert_eq!(of("台账 不全、3"), "台账 不全|3");
        assert_eq!(of("6、无法联系"), "6、无法联系");
    }

    #[test]
    fn each_word_has_one_meaning() {
        for (of, table) in [(Coded::Outcomes, OUTCOMES), (Coded::Measures, MEASURES)] {
            for (code, words) in table {
                for word in *words {
                    assert_eq!(meant(of, word), Meant::Code(code), "{word}");
                }
            }
        }
    }
}
