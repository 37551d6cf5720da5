//! The head of a plan: title, document number, authority, year.

use super::annex::{Annex, annex_mark};
use super::body::is_heading;
use super::found::Found;
use crate::base::texts::{
    ABOUT_MARKS, AUTHORITY_ENDS, CLOSING, COLONS, FULL_STOP, LETTERHEAD, NUMBER_MARK, OPENING,
    ORDINAL, SENTENCE_MARKS, TITLE_CLOSING, TITLE_MARKS, TITLE_OPENING, YEAR_MARK, narrow,
};
use crate::plan::document::Paragraph;

/// The possible titles, numbers and so on, each once. If there are several, the document does not show which one is
/// right.
#[derive(Debug, Default)]
pub(crate) struct Head {
    pub(crate) title: Vec<Found<String>>,
    pub(crate) number: Vec<Found<String>>,
    pub(crate) authority: Vec<Found<String>>,
    pub(crate) year: Vec<Found<u64>>,
}

/// The number of paragraphs that are searched for the head.
const HEAD: usize = 100;

/// The maximum number of characters of a title. A longer text is a sentence.
const TITLE_LENGTH: usize = 80;

/// Finds the head among the paragraphs before the first annex of each file. If none of them has a title, the titles of the
/// annexes are searched.
pub(crate) fn head(before: &[(&str, Vec<Paragraph>)], annexes: &[Annex]) -> Head {
    let mut head = Head::default();
    for (file, paragraphs) in before {
        letter(&mut head, file, (paragraphs, annexes));
    }
    if head.title.is_empty() {
        let titles = annexes.iter().filter(|annex| is_title(&annex.title));
        for annex in titles {
            let mut place = annex.place.clone();
            place.row = 0;
            let title = Found {
                value: inner_title(&annex.title).to_owned(),
                before: annex.title.clone(),
                place,
            };
            add(&mut head.title, title);
        }
    }
    let of_title: Vec<(Found<String>, Vec<u64>)> = head
        .title
        .iter()
        .map(|title| (title.clone(), years(&title.before)))
        .collect();
    for (title, years) in &of_title {
        for year in years {
            add(&mut head.year, title.map(*year));
        }
        if let Some(name) = authority_of(&title.before) {
            add(&mut head.authority, title.map(name.to_owned()));
        }
    }
    if head.year.is_empty() {
        let numbers: Vec<(Found<String>, Option<u64>)> = head
            .number
            .iter()
            .map(|number| (number.clone(), bracketed_year(&number.value)))
            .collect();
        for (number, year) in numbers {
            if let Some(year) = year {
                add(&mut head.year, number.map(year));
            }
        }
    }
    head
}

/// The head of one file. The title of an annex is not that of the plan.
fn letter(head: &mut Head, file: &str, (paragraphs, annexes): (&[Paragraph], &[Annex])) {
    let of_annex = |text: &str| annexes.iter().any(|annex| annex.title == text);
    let lines: Vec<&Paragraph> = paragraphs
        .iter()
        .take(HEAD)
        .take_while(|of| !is_heading(&of.text) && annex_mark(of.text.trim()).is_none())
        .collect();
    for (index, paragraph) in lines.iter().enumerate() {
        let text = paragraph.text.trim();
        if let Some(name) = text
            .strip_suffix(LETTERHEAD)
            .filter(|name| is_authority(name))
        {
            add(
                &mut head.authority,
                Found::new(name.trim().to_owned(), file, paragraph),
            );
        }
        if let Some(number) = document_number(text) {
            add(
                &mut head.number,
                Found::new(number.to_owned(), file, paragraph),
            );
        }
        if head.title.is_empty() && is_title(text) && !of_annex(text) {
            head.title
                .push(Found::new(inner_title(text).to_owned(), file, paragraph));
            let above = index.checked_sub(1).and_then(|above| lines.get(above));
            if let Some(above) = above.filter(|above| is_authority(above.text.trim())) {
                add(
                    &mut head.authority,
                    Found::new(above.text.trim().to_owned(), file, above),
                );
            }
        }
    }
}

fn add<T: PartialEq>(all: &mut Vec<Found<T>>, found: Found<T>) {
    if !all.iter().any(|of| of.value == found.value) {
        all.push(found);
    }
}

fn is_title(text: &str) -> bool {
    text.chars().count() <= TITLE_LENGTH
        && TITLE_MARKS.iter().any(|mark| text.contains(mark))
        && !text.contains(FULL_STOP)
        && !text.contains(COLONS)
        && annex_mark(text).is_none()
}

/// The title in 《》 of the document that a notice distributes; without one, the whole text.
fn inner_title(text: &str) -> &str {
    let inner = text
        .split_once(TITLE_OPENING)
        .and_then(|(_, rest)| rest.rsplit_once(TITLE_CLOSING));
    inner.map_or(text, |(inner, _)| inner)
}

fn is_authority(text: &str) -> bool {
    const LONGEST: usize = 40;
    let length = text.chars().count();
    (3..=LONGEST).contains(&length)
        && AUTHORITY_ENDS.iter().any(|end| text.trim().ends_with(end))
        && !text.contains(SENTENCE_MARKS)
}

/// The authority before the year or before 关于 in a title.
fn authority_of(title: &str) -> Option<&str> {
    let digit =
        |c: char| narrow(c.encode_utf8(&mut [0; 4])).starts_with(|c: char| c.is_ascii_digit());
    let year = title.char_indices().find(|(_, c)| digit(*c));
    let about = ABOUT_MARKS.iter().filter_map(|mark| title.find(mark));
    let end = year.map(|(at, _)| at).into_iter().chain(about).min()?;
    let name = title.get(..end)?.trim();
    is_authority(name).then_some(name)
}

/// A document number such as 沁工信字〔2024〕15号.
fn document_number(text: &str) -> Option<&str> {
    const LONGEST: usize = 40;
    let (number, _) = text.split_once(NUMBER_MARK)?;
    let number = text.get(..number.len() + NUMBER_MARK.len_utf8())?;
    let of_plan = number.chars().count() <= LONGEST
        && !number.contains([' ', TITLE_OPENING])
        && !number.contains(SENTENCE_MARKS);
    let (word, rest) = number.split_once(OPENING)?;
    let (year, rest) = rest.split_once(CLOSING)?;
    let serial = rest.strip_suffix(NUMBER_MARK)?;
    let digits = |text: &str| !text.is_empty() && narrow(text).chars().all(|c| c.is_ascii_digit());
    let serial = serial.trim_start_matches(ORDINAL);
    (of_plan && !word.is_empty() && year.chars().count() == 4 && digits(year) && digits(serial))
        .then_some(number)
}

fn bracketed_year(number: &str) -> Option<u64> {
    let narrow = narrow(number);
    let digits: String = narrow
        .chars()
        .skip_while(|c| !c.is_ascii_digit())
        .take(4)
        .collect();
    digits.parse().ok()
}

/// The years of a title: four digits before 年.
fn years(title: &str) -> Vec<u64> {
    let narrow: Vec<char> = narrow(title)
        .chars()
        .filter(|c| !c.is_whitespace())
        .collect();
    let mut years = Vec::new();
    for window in narrow.windows(5) {
        let digits: String = window
            .iter()
            .take(4)
            .filter(|c| c.is_ascii_digit())
            .collect();
        if digits.len() == 4
            && window.last() == Some(&YEAR_MARK)
            && let Ok(year) = digits.parse()
            && !years.contains(&year)
        {
            years.push(year);
        }
    }
    years
}

#[cfg(test)]
mod tests {
    use super::*;

    fn of(lines: &[&str]) -> [String; 4] {
        let paragraphs: Vec<Paragraph> = lines
            .iter()
            .map(|text| Paragraph {
                text: (*text).to_owned(),
                ..Paragraph::default()
            })
            .collect();
        let head = head(&[("a", paragraphs)], &[]);
        let texts = |all: &[Found<String>]| {
            all.iter()
                .map(|of| &*of.value)
                .collect::<Vec<_>>()
                .join("|")
        };
        let years: Vec<String> = head.year.iter().map(|of| of.value.to_string()).collect();
        [
            texts(&head.title),
            texts(&head.number),
            texts(&head.authority),
            years.join("|"),
        ]
    }

    #[test]
    fn the_head_of_a_letter_is_read() {
        let title = "沁水县工业和信息化局 2024年“双随机、一公开”工作计划";
        let found = of(&[
            "沁水县工业和信息化局文件",
            "沁工信字〔2024〕15号",
            title,
            "根据工作计划要求，制定本计划。",
        ]);
        assert_eq!(
            found,
            [
                title,
                "沁工信字〔2024〕15号",
                "沁水县工业和信息化局",
                "2024"
            ]
        );
    }

    #[test]
    fn a_notice_sends_a_plan_out() {
        let found = of(&[
            "样例县应急局",
            "样应急〔２０２５〕第3号 签发人：样例",
            "样例县应急局关于印发《样例县应急局2025年度抽查计划》的通知",
        ]);
        assert_eq!(
            found,
            [
                "样例县应急局2025年度抽查计划",
                "样应急〔２０２５〕第3号",
                "样例县应急局",
                "2025"
            ]
        );
        let found = of(&["样例县财政局", "2025年双随机抽查工作计划"]);
        assert_eq!(
            found,
            ["2025年双随机抽查工作计划", "", "样例县财政局", "2025"]
        );
    }

    #[test]
    fn what_the_document_does_not_tell_has_several_values_or_none() {
        let found = of(&["样例县甲局文件", "样例县乙局2025年抽查计划（2024年修订）"]);
        assert_eq!(
            (&*found[2], &*found[3]),
            ("样例县甲局|样例县乙局", "2025|2024")
        );
        let found = of(&["抽查工作计划", "一、抽查时间", "样例县乙局2023年抽查计划"]);
        assert_eq!(found, ["抽查工作计划", "", "", ""]);
    }
}
