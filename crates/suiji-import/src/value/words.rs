//! Words for values of a fixed set, and numbers.

use super::code::without_point;
use super::rules::{Rule, Rules};
use super::text::{tidy, without_blanks};
use super::{Ask, Cleaned};
use crate::ask::Choice;
use crate::base::texts::{
    self, ACTIVE, CASE, INACTIVE, NO, PLANNED, UNITS, UNLIMITED, YES, fold, is_one_of, narrow,
    plain,
};
use crate::sheet::block::{Cell, Kind};

/// A word for yes or no becomes `true`, `false` or nothing.
pub(super) fn flag(cell: Cell<'_>) -> Cleaned {
    let choices = || {
        vec![
            Choice::new("true", texts::yes()),
            Choice::new("false", texts::no()),
        ]
    };
    let word = |word: &str| match word {
        _ if is_one_of(word, YES) => Some("true"),
        _ if is_one_of(word, NO) => Some("false"),
        _ => None,
    };
    if cell.kind == Kind::Flag {
        return Cleaned::as_is(cell.text);
    }
    let mut rules = Rules::NONE;
    let text = tidy(cell.text, false, &mut rules);
    match word(&plain(&text)) {
        _ if text.is_empty() => Cleaned::Value(String::new(), rules),
        Some(value) => known(value, &text, Rule::YesNo, rules),
        None => Cleaned::Ask(Ask::of_value(texts::why_neither_yes_nor_no()).with(choices())),
    }
}

/// A word for the status of a registration becomes `active`, `inactive` or nothing.
pub(super) fn status(cell: Cell<'_>) -> Cleaned {
    let choices = || {
        vec![
            Choice::new("active", texts::status_active()),
            Choice::new("inactive", texts::status_inactive()),
        ]
    };
    let lists = [("active", ACTIVE), ("inactive", INACTIVE)];
    of_lists(cell, &lists, Rule::Status, || {
        Ask::of_value(texts::why_unknown_status()).with(choices())
    })
}

/// A word for the kind of an inspection becomes `planned`, `case` or nothing.
pub(super) fn visit_kind(cell: Cell<'_>) -> Cleaned {
    let choices = || {
        vec![
            Choice::new("planned", texts::kind_planned()),
            Choice::new("case", texts::kind_case()),
        ]
    };
    let lists = [("planned", PLANNED), ("case", CASE)];
    of_lists(cell, &lists, Rule::VisitKind, || {
        Ask::of_value(texts::why_unknown_kind()).with(choices())
    })
}

fn of_lists(
    cell: Cell<'_>,
    lists: &[(&str, &[&str])],
    rule: Rule,
    ask: impl Fn() -> Ask,
) -> Cleaned {
    let mut rules = Rules::NONE;
    let text = tidy(cell.text, false, &mut rules);
    if text.is_empty() {
        return Cleaned::Value(String::new(), rules);
    }
    let word = fold(&text);
    match lists.iter().find(|(_, words)| is_one_of(&word, words)) {
        Some((value, _)) => known(value, &text, rule, rules),
        None => Cleaned::Ask(ask()),
    }
}

fn known(value: &str, text: &str, rule: Rule, mut rules: Rules) -> Cleaned {
    if value != text {
        rules.add(rule);
    }
    Cleaned::Value(value.to_owned(), rules)
}

/// An integer, optionally with a unit after it.
pub(super) fn count(cell: Cell<'_>) -> Cleaned {
    let mut rules = Rules::NONE;
    let text = without_blanks(tidy(cell.text, false, &mut rules), &mut rules);
    if is_one_of(&plain(&text), UNLIMITED) {
        rules.add(Rule::NoEnd);
        return Cleaned::Value(String::new(), rules);
    }
    let narrow = narrow(&text);
    if narrow != text {
        rules.add(Rule::FullWidth);
    }
    let unit = UNITS.iter().find_map(|unit| narrow.strip_suffix(unit));
    if unit.is_some() {
        rules.add(Rule::Number);
    }
    let number = without_point(unit.unwrap_or(&narrow).trim().into(), &mut rules);
    let digits = number.trim_start_matches('0');
    let value = match (number.is_empty(), digits.is_empty()) {
        (true, _) if unit.is_none() => return Cleaned::Value(String::new(), rules),
        (false, true) => "0",
        _ => digits,
    };
    let is_count =
        !value.is_empty() && value.len() <= 15 && value.bytes().all(|byte| byte.is_ascii_digit());
    if !is_count {
        return Cleaned::Ask(Ask::of_value(texts::why_not_a_number()));
    }
    if value != number {
        rules.add(Rule::Number);
    }
    Cleaned::Value(value.to_owned(), rules)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn text(text: &str) -> Cell<'_> {
        let kind = Kind::Text;
        Cell { text, kind }
    }

    fn value(cleaned: Cleaned) -> Option<(String, String)> {
        match cleaned {
            Cleaned::Value(text, rules) => Some((text, rules.words())),
            _ => None,
        }
    }

    #[test]
    fn words_for_yes_and_no() {
        for yes in [
            "是", "√", "1", "TRUE", "True", "yes", "Ｙ", "1.0", " 是 ", "有",
        ] {
            let (found, rules) = value(flag(text(yes))).unwrap();
            assert!(found == "true" && rules.ends_with("yes-no"), "{yes}");
        }
        for no in ["否", "×", "0", "FALSE", "False", "no", "不"] {
            assert_eq!(value(flag(text(no))).unwrap().0, "false", "{no}");
        }
        assert_eq!(value(flag(text("true"))).unwrap().1, "");
        for other in ["可能", "-1", "10", "2", "是否"] {
            assert_eq!(value(flag(text(other))), None, "{other}");
        }
    }

    #[test]
    fn words_for_a_status() {
        for active in [
            "存续",
            "存续（在营、开业、在册）",
            "在营（开业）企业",
            "在业",
            "开业",
            "active",
        ] {
            assert_eq!(value(status(text(active))).unwrap().0, "active", "{active}");
        }
        for inactive in ["注销", "吊销", "吊销，未注销", "已迁出", "inactive"] {
            assert_eq!(
                value(status(text(inactive))).unwrap().0,
                "inactive",
                "{inactive}"
            );
        }
        for other in ["停业", "歇业", "清算", "存续（清算中）", "未注销"] {
            assert_eq!(value(status(text(other))), None, "{other}");
        }
    }

    #[test]
    fn words_for_the_kind_of_an_inspection() {
        for (word, kind) in [
            ("双随机抽查", "planned"),
            ("“双随机、一公开”", "planned"),
            ("投诉举报", "case"),
            ("case", "case"),
        ] {
            assert_eq!(value(visit_kind(text(word))).unwrap().0, kind, "{word}");
        }
        assert_eq!(value(visit_kind(text("专项检查"))), None);
    }

    #[test]
    fn numbers_are_integers() {
        for (before, after, rules) in [
            ("12", "12", ""),
            ("12.0", "12", "number"),
            ("12 户", "12", "inner-blank+number"),
            ("１２", "12", "full-width"),
            ("012", "12", "number"),
            ("0", "0", ""),
            ("不限", "", "no-end"),
            ("", "", ""),
        ] {
            let expected = Some((after.to_owned(), rules.to_owned()));
            assert_eq!(value(count(text(before))), expected, "{before}");
        }
        for other in ["2.5", "-1", "十二", "户", "12-15"] {
            assert_eq!(value(count(text(other))), None, "{other}");
        }
    }
}
