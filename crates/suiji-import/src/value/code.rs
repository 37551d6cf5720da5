//! Codes: ids of entities and inspectors, districts, industries.

use std::borrow::Cow;

use suiji::values::{EntityId, InspectorId};

use super::rules::{Rule, Rules};
use super::text::{tidy, without_blanks};
use super::{Ask, Cleaned, Meaning};
use crate::ask::Choice;
use crate::base::texts::{self, Text, narrow};
use crate::sheet::block::{Cell, Kind};

/// Characters of a unified social credit code (GB 32100-2015).
const CREDIT_CODE: usize = 18;

/// Whether the library accepts an id that also has the form of a credit code or a number.
pub(crate) fn is_plain_id(text: &str) -> bool {
    let bytes = text.as_bytes();
    (2..=64).contains(&bytes.len())
        && bytes
            .iter()
            .all(|byte| byte.is_ascii_digit() || byte.is_ascii_uppercase())
        && !(bytes.len() == CREDIT_CODE && bytes.ends_with(b"0"))
}

/// The minimum number of digits of a text that is an id, not a name.
const SURE_DIGITS: usize = 3;

/// Whether a text can only be an id. Names such as `IBM` or `7-Eleven` also have letters and digits.
pub(crate) fn is_sure_id(text: &str) -> bool {
    let digits = text.bytes().filter(u8::is_ascii_digit).count();
    let code = |byte: u8| byte.is_ascii_alphanumeric() || b"-_.:/()".contains(&byte);
    digits >= SURE_DIGITS && text.len() > SURE_DIGITS && text.bytes().all(code)
}

/// The reason why an answer is not the id of an entity. It must be a complete code with the right check character.
pub(crate) fn entity_refused(id: &str) -> Option<Text> {
    let digits = id.bytes().all(|byte| byte.is_ascii_digit());
    let alphanumeric = id.bytes().all(|byte| byte.is_ascii_alphanumeric());
    match id.len() {
        CREDIT_CODE if alphanumeric => {
            (!has_check_character(id)).then(texts::refused_check_character)
        }
        13 | 15 if digits => None,
        _ => (digits || !is_sure_id(id)).then(texts::refused_code),
    }
}

/// The reason why an answer is not the id of an inspector. `length` is the length of all other ids, if it is the same.
pub(crate) fn inspector_refused(id: &str, length: Option<usize>) -> Option<Text> {
    const SHORTEST: usize = 3;
    let digits = id.bytes().filter(u8::is_ascii_digit).count();
    match length {
        _ if id.len() < SHORTEST || digits == 0 => Some(texts::refused_inspector()),
        Some(length) if digits == id.len() && digits != length => {
            Some(texts::refused_length(length))
        }
        _ => None,
    }
}

/// The id of an entity.
pub(super) fn entity(cell: Cell<'_>) -> Cleaned {
    id(cell, |text| text.parse::<EntityId>().map(drop))
}

/// The id of an inspector.
pub(super) fn inspector(cell: Cell<'_>) -> Cleaned {
    id(cell, |text| text.parse::<InspectorId>().map(drop))
}

fn id(cell: Cell<'_>, check: impl Fn(&str) -> Result<(), suiji::Error>) -> Cleaned {
    if is_plain_id(cell.text) && cell.kind == Kind::Text {
        return Cleaned::as_is(cell.text);
    }
    let mut rules = Rules::NONE;
    let text = packed(cell.text, &mut rules);
    if text.is_empty() {
        return Cleaned::Value(String::new(), rules);
    }
    if rules.has(Rule::InnerBlank) && !is_sure_id(&text) {
        // A name with several words is not an id.
        return Cleaned::Ask(Ask::of_row(texts::why_not_an_id()));
    }
    if cell.kind == Kind::Lost || is_lost(&text) {
        return Cleaned::Ask(Ask::of_row(texts::why_digits_lost()));
    }
    let text = capitals(without_point(text, &mut rules), &mut rules);
    match check(&text) {
        Ok(()) => Cleaned::Value(text.into_owned(), rules),
        Err(_) => Cleaned::Ask(Ask::of_row(texts::why_not_an_id())),
    }
}

/// The text without marks, blanks and full-width forms.
fn packed<'t>(text: &'t str, rules: &mut Rules) -> Cow<'t, str> {
    let mut text = without_blanks(tidy(text, false, rules), rules);
    if !text.is_ascii() {
        let narrow = narrow(&text);
        if narrow != text {
            rules.add(Rule::FullWidth);
            text = Cow::Owned(narrow);
        }
    }
    text
}

/// Whether the last digits are lost: `9.11405E+17`, or a credit code with only digits that a spreadsheet has rounded. A
/// rounded code ends with 0, and its check character is wrong.
fn is_lost(text: &str) -> bool {
    if let Some((digits, exponent)) = text.split_once(['e', 'E']) {
        let is_number =
            |part: &str| !part.is_empty() && part.bytes().all(|byte| byte.is_ascii_digit());
        let (whole, rest) = digits.split_once('.').unwrap_or((digits, "0"));
        if let Some(exponent) = exponent.strip_prefix('+') {
            return whole.len() == 1 && is_number(whole) && is_number(rest) && is_number(exponent);
        }
    }
    text.len() == CREDIT_CODE
        && text.ends_with('0')
        && text.bytes().all(|byte| byte.is_ascii_digit())
        && !has_check_character(text)
}

/// [GB 32100] Whether the last character follows from the others.
fn has_check_character(code: &str) -> bool {
    const SYMBOLS: &str = "0123456789ABCDEFGHJKLMNPQRTUWXY";
    let mut weight = 1;
    let mut sum = 0;
    let value = |c: char| SYMBOLS.find(c);
    let mut last = None;
    for (index, c) in code.chars().enumerate() {
        let Some(value) = value(c) else {
            return false;
        };
        if index + 1 == CREDIT_CODE {
            last = Some(value);
        } else {
            sum = (sum + value * weight) % 31;
            weight = weight * 3 % 31;
        }
    }
    last == Some((31 - sum) % 31)
}

/// `140521.0`, the form in which data frames write whole numbers.
pub(super) fn without_point<'t>(text: Cow<'t, str>, rules: &mut Rules) -> Cow<'t, str> {
    let Some((whole, fraction)) = text.split_once('.') else {
        return text;
    };
    let is_digits = |part: &str| !part.is_empty() && part.bytes().all(|byte| byte.is_ascii_digit());
    match is_digits(whole) && fraction.bytes().all(|byte| byte == b'0') && !fraction.is_empty() {
        true => {
            rules.add(Rule::Number);
            Cow::Owned(whole.to_owned())
        }
        false => text,
    }
}

/// Credit codes and the codes inside them have capitals.
fn capitals<'t>(text: Cow<'t, str>, rules: &mut Rules) -> Cow<'t, str> {
    let is_code = matches!(text.len(), 9 | 10 | 15 | CREDIT_CODE)
        && text.bytes().filter(u8::is_ascii_digit).count() >= 4
        && text
            .bytes()
            .all(|byte| byte.is_ascii_alphanumeric() || byte == b'-');
    match is_code && text.bytes().any(|byte| byte.is_ascii_lowercase()) {
        true => {
            rules.add(Rule::LetterCase);
            Cow::Owned(text.to_ascii_uppercase())
        }
        false => text,
    }
}

/// A district code: 2 to 12 digits, optionally with the name.
pub(super) fn district(cell: Cell<'_>) -> Cleaned {
    let mut rules = Rules::NONE;
    let text = without_point(packed(cell.text, &mut rules), &mut rules);
    let is_code = |part: &str| {
        (2..=12).contains(&part.len()) && part.bytes().all(|byte| byte.is_ascii_digit())
    };
    if text.is_empty() || is_code(&text) {
        return Cleaned::Value(text.into_owned(), rules);
    }
    match only_digits(&text).filter(|digits| is_code(digits)) {
        Some(digits) => {
            rules.add(Rule::Code);
            Cleaned::Value(digits.to_owned(), rules)
        }
        None => Cleaned::Ask(Ask::of_value(texts::why_not_a_district())),
    }
}

/// The only run of digits in a text without ASCII letters.
fn only_digits(text: &str) -> Option<&str> {
    let mut runs = text
        .split(|c: char| !c.is_ascii_digit())
        .filter(|run| !run.is_empty());
    let run = runs.next()?;
    let single = runs.next().is_none() && !text.bytes().any(|byte| byte.is_ascii_alphabetic());
    single.then_some(run)
}

/// The divisions of each section of GB/T 4754-2017.
const SECTIONS: &[(char, u8, u8)] = &[
    ('A', 1, 5),
    ('B', 6, 12),
    ('C', 13, 43),
    ('D', 44, 46),
    ('E', 47, 50),
    ('F', 51, 52),
    ('G', 53, 60),
    ('H', 61, 62),
    ('I', 63, 65),
    ('J', 66, 69),
    ('K', 70, 70),
    ('L', 71, 72),
    ('M', 73, 75),
    ('N', 76, 79),
    ('O', 80, 82),
    ('P', 83, 83),
    ('Q', 84, 85),
    ('R', 86, 90),
    ('S', 91, 96),
    ('T', 97, 97),
];

/// An industry code of GB/T 4754: 2 to 4 digits. A letter before it is the section, which the digits imply. If there is
/// only a name and the plan selects by industries, a question asks. Otherwise the name is kept and noted.
pub(super) fn industry(cell: Cell<'_>, meaning: &Meaning<'_>) -> Cleaned {
    let (letters, exported) = (meaning.industry_letters, meaning.exported);
    let mut rules = Rules::NONE;
    let tidied = tidy(cell.text, false, &mut rules);
    let chinese = tidied.chars().any(super::text::is_chinese)
        && !narrow(&tidied).chars().any(|c| c.is_ascii_alphanumeric());
    if tidied.is_empty() {
        return Cleaned::Value(String::new(), rules);
    }
    if chinese && meaning.industries {
        let keep = Choice::new(&tidied, texts::keep_name());
        let ask = Ask::of_value(texts::why_industry_name());
        return Cleaned::Ask(ask.with(vec![keep]));
    }
    if chinese {
        rules.add(Rule::IndustryName);
        return super::checked(tidied.into_owned(), rules);
    }
    let mut rules = Rules::NONE;
    let text = without_point(packed(cell.text, &mut rules), &mut rules);
    let digits = |part: &str| {
        (2..=4).contains(&part.len()) && part.bytes().all(|byte| byte.is_ascii_digit())
    };
    if digits(&text) {
        let number = cell.kind == Kind::Number || exported;
        return match number && text.len() == 3 && could_lack_zero(&text) {
            true => {
                let zero = Choice::new(&format!("0{text}"), texts::with_zeros());
                let choices = vec![zero, Choice::new(&text, texts::without_zeros())];
                Cleaned::Ask(Ask::of_value(texts::why_industry_zero()).with(choices))
            }
            false => Cleaned::Value(text.into_owned(), rules),
        };
    }
    let mut chars = text.chars();
    let section = chars.next().map(|c| c.to_ascii_uppercase());
    let section = SECTIONS
        .iter()
        .find(|(letter, ..)| Some(*letter) == section);
    if let Some((_, first, last)) = section {
        let rest = chars.as_str().trim_start_matches(['-', '.', '_']);
        if rest.is_empty() || letters {
            return Cleaned::Value(text.into_owned(), rules);
        }
        if let Some(code) = only_digits(rest) {
            let within = |code: &str| {
                let division: Option<u8> = code.get(..2).and_then(|two| two.parse().ok());
                division.is_some_and(|division| (*first..=*last).contains(&division))
            };
            let with_zero = format!("0{code}");
            rules.add(Rule::Code);
            if digits(code) && within(code) {
                return Cleaned::Value(code.to_owned(), rules);
            }
            if digits(&with_zero) && within(&with_zero) {
                return Cleaned::Value(with_zero, rules);
            }
        }
        return Cleaned::Ask(Ask::of_value(texts::why_not_an_industry()));
    }
    match only_digits(&text).filter(|code| digits(code)) {
        Some(code) => {
            rules.add(Rule::Code);
            Cleaned::Value(code.to_owned(), rules)
        }
        None => Cleaned::Ask(Ask::of_value(texts::why_not_an_industry())),
    }
}

/// Whether three digits of a number cell may be a code of four digits whose zero a spreadsheet has lost.
fn could_lack_zero(digits: &str) -> bool {
    matches!(digits.as_bytes().first(), Some(b'1'..=b'9'))
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
    fn codes_are_brought_into_their_form() {
        for (before, after, rules) in [
            ("91140521MA00MMAM0X", "91140521MA00MMAM0X", ""),
            ("91140521MA08A8633F  ", "91140521MA08A8633F", "trim"),
            ("91140521ma4kuw3967", "91140521MA4KUW3967", "letter-case"),
            ("９１１４0521MA08A8633F", "91140521MA08A8633F", "full-width"),
            ("9114 0521 MA08 A8633F", "91140521MA08A8633F", "inner-blank"),
            ("'140521600012345", "140521600012345", "text-mark"),
            ("140521600012345.0", "140521600012345", "number"),
            ("ZF-001", "ZF-001", ""),
            ("zf-001", "zf-001", ""),
            ("91110000802100433B", "91110000802100433B", ""),
            ("9.5", "9.5", ""),
            ("", "", ""),
        ] {
            let expected = Some((after.to_owned(), rules.to_owned()));
            assert_eq!(value(entity(text(before))), expected, "{before}");
        }
    }

    #[test]
    fn lost_digits_and_wrong_characters_are_asked_about() {
        // The check character of 911405211023457000 would have to be 5 (weights 3^i mod 31).
        for before in [
            "9.11405E+17",
            "9.11405e+17",
            "911405211023457000",
            "911405211102345700",
            "编号1",
            "a b!c",
            "甲",
            "Acme Ltd",
            "7 Eleven",
        ] {
            assert!(
                matches!(entity(text(before)), Cleaned::Ask(ask) if ask.per_row),
                "{before}"
            );
        }
        let lost = Cell {
            text: "911405211102345700",
            kind: Kind::Lost,
        };
        assert!(matches!(entity(lost), Cleaned::Ask(_)));
    }

    #[test]
    fn check_characters_are_those_of_the_standard() {
        // Codes of real organisations, and two of other kinds, from published test vectors.
        for code in [
            "91350100M000100Y43",
            "911101066976941872",
            "12440600MB2C07549J",
        ] {
            assert!(has_check_character(code), "{code}");
        }
        assert!(!has_check_character("111111111111111111"));
    }

    #[test]
    fn districts_are_digits() {
        for (before, after, rules) in [
            ("140521", "140521", ""),
            ("140521.0", "140521", "number"),
            ("１４０５２１", "140521", "full-width"),
            ("140521 沁水县", "140521", "inner-blank+code"),
            ("沁水县（140521）", "140521", "full-width+code"),
        ] {
            let expected = Some((after.to_owned(), rules.to_owned()));
            assert_eq!(value(district(text(before))), expected, "{before}");
        }
        for before in ["沁水县", "1", "1405211000001", "14 A 05"] {
            assert!(
                matches!(district(text(before)), Cleaned::Ask(ask) if !ask.per_row),
                "{before}"
            );
        }
    }

    #[test]
    fn industries_are_digits_and_names_stay() {
        let classes = crate::value::Classes::of(None);
        let meaning = Meaning {
            classes: &classes,
            letters: None,
            order: None,
            industry_letters: false,
            industries: false,
            exported: false,
        };
        let exported = Meaning {
            exported: true,
            ..meaning
        };
        let letters = Meaning {
            industry_letters: true,
            ..meaning
        };
        // A plan that selects by codes would leave the entity out.
        let industries = Meaning {
            industries: true,
            ..meaning
        };
        let Cleaned::Ask(ask) = industry(text("机动车燃油零售"), &industries) else {
            unreachable!()
        };
        assert_eq!(ask.choices[0].answer, "机动车燃油零售");
        assert!(value(industry(text("F5265"), &industries)).is_some());
        for (before, after, rules) in [
            ("5265", "5265", ""),
            ("F5265", "5265", "code"),
            ("F-5265", "5265", "code"),
            ("f5265", "5265", "code"),
            ("52 65", "5265", "inner-blank"),
            ("５２６５", "5265", "full-width"),
            ("5265.0", "5265", "number"),
            ("5265机动车燃油零售", "5265", "code"),
            ("A111", "0111", "code"),
            ("C", "C", ""),
            ("机动车燃油零售 ", "机动车燃油零售", "trim+industry-name"),
        ] {
            let expected = Some((after.to_owned(), rules.to_owned()));
            assert_eq!(
                value(industry(text(before), &meaning)),
                expected,
                "{before}"
            );
        }
        for before in ["F1111", "Z52", "52651"] {
            assert!(
                matches!(industry(text(before), &meaning), Cleaned::Ask(_)),
                "{before}"
            );
        }
        let number = Cell {
            text: "111",
            kind: Kind::Number,
        };
        assert!(matches!(industry(number, &meaning), Cleaned::Ask(_)));
        // A text file may have been exported from a workbook.
        assert!(matches!(industry(text("111"), &exported), Cleaned::Ask(_)));
        assert!(matches!(
            industry(text("111"), &meaning),
            Cleaned::Value(..)
        ));
        assert_eq!(
            value(industry(text("F52"), &letters)).map(|of| of.0),
            Some("F52".to_owned())
        );
    }
}
