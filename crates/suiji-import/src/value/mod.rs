//! Turns a cell into a value, or asks a question. Nothing is guessed.

mod class;
mod code;
mod coded;
mod date;
mod list;
pub(crate) mod rules;
pub(crate) mod text;
mod words;

pub(crate) use class::{Classes, Letters};
pub(crate) use code::{entity_refused, inspector_refused, is_plain_id, is_sure_id};
pub(crate) use coded::{Meant, OWN, ask as ask_coded, meant, pieces};
pub(crate) use date::Order;
pub(crate) use list::{Distinct, Split, Vocabulary, split};

use crate::ask::{About, Choice};
use crate::base::fields::Holds;
use crate::base::texts::{self, FORMULA_ERRORS, NO, NOTHING, Text, YES, is_one_of, plain};
use crate::sheet::block::{Cell, Kind};
use rules::{Rule, Rules};

/// The meaning of a cell.
#[derive(Debug)]
pub(crate) enum Cleaned {
    /// The value (empty if there is none), and the rules that changed it.
    Value(String, Rules),
    Ask(Ask),
}

impl Cleaned {
    fn as_is(text: &str) -> Self {
        Self::Value(text.to_owned(), Rules::NONE)
    }
}

/// A question about a cell.
#[derive(Debug)]
pub(crate) struct Ask {
    pub(crate) about: About,
    pub(crate) why: Text,
    pub(crate) choices: Vec<Choice>,
    /// The answer is about one row only.
    pub(crate) per_row: bool,
}

impl Ask {
    const fn new(about: About, why: Text, choices: Vec<Choice>, per_row: bool) -> Self {
        Self {
            about,
            why,
            choices,
            per_row,
        }
    }

    /// About a value, in all rows of its column.
    pub(crate) const fn of_value(why: Text) -> Self {
        Self::new(About::Value, why, Vec::new(), false)
    }

    /// About the value of one row.
    pub(crate) const fn of_row(why: Text) -> Self {
        Self::new(About::Row, why, Vec::new(), true)
    }

    fn of_letters(choices: Vec<Choice>) -> Self {
        Self::new(About::Letters, texts::why_letters(), choices, false)
    }

    fn of_date_order() -> Self {
        let choices = vec![
            Choice::new(Order::DayFirst.as_str(), texts::day_first()),
            Choice::new(Order::MonthFirst.as_str(), texts::month_first()),
        ];
        Self::new(About::DateOrder, texts::why_date_order(), choices, false)
    }

    pub(crate) fn with(self, choices: Vec<Choice>) -> Self {
        Self { choices, ..self }
    }
}

/// Data about a sheet that decides the meaning of its cells.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Meaning<'m> {
    pub(crate) classes: &'m Classes,
    pub(crate) letters: Option<Letters>,
    pub(crate) order: Option<Order>,
    /// Whether the plan writes industries with the letter of their section.
    pub(crate) industry_letters: bool,
    /// Whether the plan selects by industries.
    pub(crate) industries: bool,
    /// Whether the file is a text. Numbers exported from a workbook have lost their zeros.
    pub(crate) exported: bool,
}

/// Cleans a cell of a field. The caller handles lists and names instead of ids.
pub(crate) fn clean(cell: Cell<'_>, holds: Holds, meaning: &Meaning<'_>) -> Cleaned {
    if cell.text.is_empty() {
        return Cleaned::as_is("");
    }
    if let Some(nothing) = nothing(cell, holds) {
        return nothing;
    }
    let cleaned = match holds {
        Holds::EntityId => code::entity(cell),
        Holds::InspectorId => code::inspector(cell),
        Holds::Class => meaning.classes.clean(cell, meaning.letters),
        Holds::District => code::district(cell),
        Holds::Industry => code::industry(cell, meaning),
        Holds::Status => words::status(cell),
        Holds::Date => date::date(cell, meaning.order),
        Holds::LastDay => date::last_day(cell, meaning.order),
        Holds::Flag => words::flag(cell),
        Holds::Count => words::count(cell),
        Holds::VisitKind => words::visit_kind(cell),
        Holds::Exempt => exempt(cell),
        Holds::Person => person(cell),
        Holds::Coded(of) => coded::code(cell, of),
        Holds::Name
        | Holds::Department
        | Holds::Task
        | Holds::Tasks
        | Holds::Entity
        | Holds::Note
        | Holds::List(_) => text(cell),
    };
    match (cleaned, cell.kind) {
        (Cleaned::Value(value, mut rules), Kind::Filled) => {
            rules.add(Rule::MergedCell);
            Cleaned::Value(value, rules)
        }
        (cleaned, _) => cleaned,
    }
}

/// Handles a cell with a word for nothing, or with the error of a formula.
pub(crate) fn nothing(cell: Cell<'_>, holds: Holds) -> Option<Cleaned> {
    const LONGEST: usize = 16;
    if cell.kind == Kind::Formula {
        let why = texts::why_formula();
        let own = matches!(
            holds,
            Holds::EntityId | Holds::InspectorId | Holds::Entity | Holds::Name | Holds::Person
        );
        return Some(Cleaned::Ask(match own {
            true => Ask::of_row(why),
            false => Ask::of_value(why),
        }));
    }
    if cell.text.len() > LONGEST {
        return None;
    }
    let word = plain(cell.text);
    let failed = || {
        FORMULA_ERRORS
            .iter()
            .any(|error| error.eq_ignore_ascii_case(&word))
    };
    if cell.kind == Kind::Failed || failed() {
        return Some(Cleaned::Ask(Ask::of_value(texts::why_formula_error())));
    }
    if word.is_empty() {
        let blank = if cell.text.is_empty() {
            Rules::NONE
        } else {
            Rules::of(Rule::Trim)
        };
        return Some(Cleaned::Value(String::new(), blank));
    }
    if is_one_of(&word, NOTHING) {
        return Some(Cleaned::Value(String::new(), Rules::of(Rule::BlankWord)));
    }
    // If a text is expected, 0 usually comes from a formula or from the export of an empty
    // cell.
    let is_text = matches!(
        holds,
        Holds::List(_)
            | Holds::Coded(_)
            | Holds::Name
            | Holds::Person
            | Holds::Department
            | Holds::Note
    );
    (is_text && word == "0").then(|| Cleaned::Ask(Ask::of_value(texts::why_zero())))
}

/// A text, unchanged.
pub(crate) fn text(cell: Cell<'_>) -> Cleaned {
    if text::is_plain(cell.text) {
        return Cleaned::as_is(cell.text);
    }
    let mut rules = Rules::NONE;
    let tidied = text::tidy(cell.text, false, &mut rules);
    checked(tidied.into_owned(), rules)
}

/// A value, unless the library would refuse it.
fn checked(text: String, rules: Rules) -> Cleaned {
    match text::refused(&text) {
        Some(error) if !text.is_empty() => {
            let of = |lang| {
                let fault = error.faults().first();
                fault.map(|fault| fault.problem(lang)).unwrap_or_default()
            };
            let why = texts::why_refused(Text::of(of));
            Cleaned::Ask(Ask::of_row(why))
        }
        _ => Cleaned::Value(text, rules),
    }
}

/// A person's name. Blanks between Chinese characters have no meaning.
fn person(cell: Cell<'_>) -> Cleaned {
    match text(cell) {
        Cleaned::Value(name, mut rules)
            if name
                .chars()
                .all(|c| text::is_blank(c) || text::is_chinese(c)) =>
        {
            let name = text::without_blanks(name.into(), &mut rules).into_owned();
            Cleaned::Value(name, rules)
        }
        other => other,
    }
}

/// The reason why an entity is exempt. “Yes” is not a reason.
fn exempt(cell: Cell<'_>) -> Cleaned {
    let word = plain(cell.text);
    if is_one_of(&word, NO) {
        return Cleaned::Value(String::new(), Rules::of(Rule::YesNo));
    }
    if is_one_of(&word, YES) {
        return Cleaned::Ask(Ask::of_value(texts::why_exempt_reason()));
    }
    text(cell)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn cleaned(text: &str, holds: Holds) -> Option<(String, String)> {
        let classes = Classes::of(None);
        let meaning = Meaning {
            classes: &classes,
            letters: None,
            order: None,
            industry_letters: false,
            industries: false,
            exported: false,
        };
        let kind = Kind::Text;
        match clean(Cell { text, kind }, holds, &meaning) {
            Cleaned::Value(text, rules) => Some((text, rules.words())),
            Cleaned::Ask(_) => None,
        }
    }

    #[test]
    fn words_for_nothing_are_empty_cells() {
        for word in [
            "-",
            "—",
            "/",
            "无",
            "NULL",
            "None",
            "NaN",
            "N/A",
            "（空）",
            "暂无",
        ] {
            for holds in [
                Holds::Class,
                Holds::Date,
                Holds::Name,
                Holds::EntityId,
                Holds::Count,
            ] {
                let expected = (String::new(), "blank-word".to_owned());
                assert_eq!(cleaned(word, holds), Some(expected), "{word}");
            }
        }
        assert_eq!(
            cleaned("\u{3000} ", Holds::Class),
            Some((String::new(), "trim".to_owned()))
        );
    }

    #[test]
    fn what_a_failed_formula_leaves_is_asked_about() {
        for word in ["#N/A", "#REF!", "#value!", " #DIV/0! "] {
            assert_eq!(cleaned(word, Holds::Name), None, "{word}");
        }
        assert_eq!(cleaned("0", Holds::Name), None);
        assert_eq!(
            cleaned("0", Holds::Count),
            Some(("0".to_owned(), String::new()))
        );
    }

    #[test]
    fn a_reason_is_needed_for_an_exemption() {
        assert_eq!(cleaned("是", Holds::Exempt), None);
        assert_eq!(cleaned("否", Holds::Exempt).unwrap().0, "");
        assert_eq!(
            cleaned("县重点项目", Holds::Exempt).unwrap().0,
            "县重点项目"
        );
    }

    #[test]
    fn names_of_persons_have_no_blanks() {
        assert_eq!(
            cleaned("张\u{3000}三", Holds::Person),
            Some(("张三".to_owned(), "inner-blank".to_owned()))
        );
        assert_eq!(cleaned("Li Si", Holds::Person).unwrap().0, "Li Si");
        assert_eq!(cleaned("沁水 样例", Holds::Name).unwrap().0, "沁水 样例");
        assert_eq!(cleaned("加油\u{FFFD}站", Holds::Name), None);
    }
}
