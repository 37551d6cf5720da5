//! The body of a plan: basis, period, entities, methods.

use super::annex::annex_mark;
use super::found::Found;
use crate::base::texts::{
    BASIS_BEGINS, BASIS_ENDS, BASIS_JOINS, CLOSING, COLONS, HEADING_ENDS, HEADING_NUMERALS,
    METHOD_SENTENCES, METHODS, OBJECT_HEADINGS, OPENING, PERIOD_HEADINGS, SCOPE_ENDS, SCOPE_JOINS,
    SENTENCE_ENDS, TITLE_OPENING,
};
use crate::plan::document::Paragraph;

/// The contents of the paragraphs, in their own words.
#[derive(Debug, Default)]
pub(crate) struct Body {
    pub(crate) basis: Vec<Found<String>>,
    pub(crate) period: Option<Found<String>>,
    /// The kinds of entities in the plan.
    pub(crate) objects: Vec<String>,
    /// The methods of inspection, in the words of the plan.
    pub(crate) methods: Option<Found<Vec<&'static str>>>,
}

/// Reads the paragraphs before the first annex of each file.
pub(crate) fn body(before: &[(&str, Vec<Paragraph>)]) -> Body {
    let mut body = Body::default();
    for (file, paragraphs) in before {
        letter(&mut body, file, paragraphs);
    }
    body
}

fn letter(body: &mut Body, file: &str, paragraphs: &[Paragraph]) {
    let mut heading = Heading::Other;
    let mut objects = String::new();
    for paragraph in paragraphs {
        let text = paragraph.text.trim();
        if annex_mark(text).is_some() {
            break;
        }
        let mut content = text;
        if is_heading(text) {
            let (of, rest) = Heading::of(text);
            heading = of;
            content = rest;
        } else if body.basis.is_empty() {
            let found = basis(text).into_iter();
            body.basis = found
                .map(|document| Found::new(document, file, paragraph))
                .collect();
        }
        if body.methods.is_none() {
            let found = methods(text);
            body.methods = (!found.is_empty()).then(|| Found::new(found, file, paragraph));
        }
        match heading {
            Heading::Period if body.period.is_none() && !content.is_empty() => {
                body.period = Some(Found {
                    before: content.to_owned(),
                    ..Found::new(
                        content.trim_end_matches(SCOPE_ENDS).to_owned(),
                        file,
                        paragraph,
                    )
                });
            }
            Heading::Objects => objects.push_str(content),
            _ => {}
        }
    }
    let words = objects
        .split(SCOPE_JOINS)
        .map(|word| word.trim_matches(SCOPE_ENDS));
    let words = words.filter(|word| !word.is_empty()).map(str::to_owned);
    body.objects.extend(words);
}

enum Heading {
    Period,
    Objects,
    Other,
}

impl Heading {
    /// The subject of a heading, and the text after it on the same line.
    fn of(text: &str) -> (Self, &str) {
        const LONGEST: usize = 24;
        let (name, rest) = text.split_once(COLONS).unwrap_or((text, ""));
        if name.chars().count() > LONGEST {
            return (Self::Other, "");
        }
        let has = |words: &[&str]| words.iter().any(|word| name.contains(word));
        let of = if has(PERIOD_HEADINGS) {
            Self::Period
        } else if has(OBJECT_HEADINGS) {
            Self::Objects
        } else {
            Self::Other
        };
        (of, rest.trim())
    }
}

/// Whether a paragraph begins with the number of a heading, such as 一、 or (一).
pub(super) fn is_heading(text: &str) -> bool {
    let text = text.trim().trim_start_matches(OPENING);
    let rest = text.trim_start_matches(|c| HEADING_NUMERALS.contains(c));
    rest.len() < text.len() && rest.starts_with(HEADING_ENDS)
}

/// The documents that a paragraph names as its basis: the text between 根据 and 要求, with their titles in 《》.
fn basis(text: &str) -> Vec<String> {
    let begin = BASIS_BEGINS.iter().find(|word| text.starts_with(**word));
    let Some(rest) = begin.and_then(|word| text.get(word.len()..)) else {
        return Vec::new();
    };
    let mut documents = Vec::new();
    let mut rest = rest.trim();
    while let Some((document, end)) = document(rest) {
        documents.push(document.trim().to_owned());
        let behind = rest.get(end..).unwrap_or_default();
        let join = BASIS_JOINS.iter().find(|join| behind.starts_with(**join));
        let Some(next) = join.and_then(|join| behind.get(join.len()..)) else {
            break;
        };
        rest = next.trim_start();
    }
    documents
}

/// The first document that a text names, and where the sentence continues after it.
fn document(text: &str) -> Option<(&str, usize)> {
    let mut depth = 0u32;
    let mut titled = false;
    let mut end = text.len();
    for (at, c) in text.char_indices() {
        match c {
            _ if OPENING.contains(&c) => {
                titled |= c == TITLE_OPENING;
                depth += 1;
            }
            _ if CLOSING.contains(&c) => depth = depth.saturating_sub(1),
            _ if depth > 0 => {}
            _ => {
                let rest = text.get(at..).unwrap_or_default();
                let ends = BASIS_ENDS.iter().any(|word| rest.starts_with(word));
                let joins = titled && BASIS_JOINS.iter().any(|word| rest.starts_with(word));
                if ends || joins {
                    end = at;
                    break;
                }
            }
        }
    }
    titled.then(|| (text.get(..end).unwrap_or_default(), end))
}

/// The methods that sentences about methods name.
fn methods(text: &str) -> Vec<&'static str> {
    let sentences = text.split(SENTENCE_ENDS);
    let mut about = sentences.filter(|of| METHOD_SENTENCES.iter().any(|word| of.contains(word)));
    let Some(sentence) = about.next() else {
        return Vec::new();
    };
    let named = METHODS
        .iter()
        .filter(|(_, words)| words.iter().any(|word| sentence.contains(word)));
    named.map(|(method, _)| *method).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn of(lines: &[&str]) -> Body {
        let paragraphs: Vec<Paragraph> = lines
            .iter()
            .map(|text| Paragraph {
                text: (*text).to_owned(),
                ..Paragraph::default()
            })
            .collect();
        body(&[("a", paragraphs)])
    }

    #[test]
    fn documents_of_the_basis_are_cut_out() {
        let texts = |text: &str| basis(text);
        assert_eq!(
            texts(
                "根据沁水县“双随机、一公开”办公室《关于印发计划的通知》(沁市双随机办〔2024〕2号)要求，结合我局实际，制定本计划。"
            ),
            ["沁水县“双随机、一公开”办公室《关于印发计划的通知》(沁市双随机办〔2024〕2号)"]
        );
        assert_eq!(
            texts("按照《甲办法》、省局《乙和丙通知》（样〔2024〕1号）以及《丁》有关规定，"),
            [
                "《甲办法》",
                "省局《乙和丙通知》（样〔2024〕1号）",
                "《丁》"
            ]
        );
        assert_eq!(texts("根据上级要求，制定本计划。"), [""; 0]);
        assert_eq!(texts("为落实《甲办法》，"), [""; 0]);
    }

    #[test]
    fn sections_are_told_by_their_headings() {
        let body = of(&[
            "一、双随机抽查工作时间",
            "2024年9月至2024年11月。",
            "二、双随机抽查对象",
            "甲企业、乙企业、",
            "丙市场",
            "三、工作流程",
            "2、检查方式以实地检查为主，并结合网络监测等手段。丁企业、",
        ]);
        assert_eq!(body.period.unwrap().value, "2024年9月至2024年11月");
        assert_eq!(body.objects, ["甲企业", "乙企业", "丙市场"]);
        assert_eq!(body.methods.unwrap().value, ["on_site", "network"]);
        let body = of(&["（一）抽查时间：9月", "（二）其他"]);
        assert_eq!(body.period.unwrap().value, "9月");
    }
}
