//! The forms of papers: one file, no external references, well-formed documents, the same bytes each
//! time.

use std::collections::BTreeSet;
use std::io::Cursor;

use suiji::Lang;
use suiji_report::{Form, Kind, Office, Paper, Papers};

use crate::example::{Drawn, OFFICE, amended, drawn, inputs, results};
use crate::public::text;

fn all(drawn: &Drawn, lang: Lang) -> Vec<Paper> {
    let amendments = amended(drawn);
    let results = results(drawn, &amendments);
    let papers = Papers::new(&drawn.sealed, &drawn.record).unwrap();
    let papers = papers
        .with_amendments(&amendments)
        .unwrap()
        .with_results(&results)
        .unwrap()
        .in_language(lang);
    let papers = papers.with_office(Office::from_json(OFFICE.as_bytes()).unwrap());
    let mut all = papers.make(&Kind::ALL).unwrap();
    all.extend(
        papers
            .letter(drawn.record.draws()[0].selected()[0].id())
            .unwrap(),
    );
    all.push(papers.index(&all));
    all
}

#[test]
fn the_same_draw_gives_the_same_bytes() {
    let (first, second) = (drawn(&inputs()), drawn(&inputs()));
    assert!(all(&first, Lang::Zh) == all(&second, Lang::Zh));
}

#[test]
fn every_paper_has_a_name_of_its_own_within_the_folder() {
    let drawn = drawn(&inputs());
    for lang in [Lang::Zh, Lang::En] {
        let all = all(&drawn, lang);
        let names: BTreeSet<&str> = all.iter().map(Paper::name).collect();
        assert_eq!(names.len(), all.len());
        let kinds: BTreeSet<Kind> = all.iter().map(Paper::kind).collect();
        assert!(kinds.len() >= 7, "{kinds:?}");
        for name in names {
            assert!(
                !name.starts_with('/') && !name.contains("..") && !name.contains('\\'),
                "{name}"
            );
        }
    }
}

#[test]
fn a_page_refers_to_nothing_outside() {
    let drawn = drawn(&inputs());
    for paper in all(&drawn, Lang::Zh)
        .iter()
        .filter(|of| of.form() == Form::Html)
    {
        let text = text(paper);
        for part in [
            "http:", "https:", "<script", "<link", "@import", "url(", "<iframe",
        ] {
            assert!(!text.contains(part), "{} has {part}", paper.name());
        }
        let sources = text.matches("src=\"").count();
        assert_eq!(
            sources,
            text.matches("src=\"data:image/").count(),
            "{}",
            paper.name()
        );
        if paper.kind() != Kind::Index {
            assert!(
                text.contains("@page{size:A4") && !text.contains("href="),
                "{}",
                paper.name()
            );
        }
    }
}

#[test]
fn a_document_is_well_formed_and_says_what_the_page_says() {
    let drawn = drawn(&inputs());
    let all = all(&drawn, Lang::Zh);
    let mut documents = 0;
    for paper in all.iter().filter(|of| of.form() == Form::Docx) {
        documents += 1;
        let mut archive = zip::ZipArchive::new(Cursor::new(paper.bytes())).unwrap();
        for part in 0..archive.len() {
            let mut file = archive.by_index(part).unwrap();
            let name = file.name().unwrap();
            if name.ends_with(".png") || name.ends_with(".xlsx") {
                continue;
            }
            let mut text = String::new();
            std::io::Read::read_to_string(&mut file, &mut text).unwrap();
            let mut xml = quick_xml::Reader::from_str(&text);
            loop {
                match xml.read_event().unwrap() {
                    quick_xml::events::Event::Eof => break,
                    _ => continue,
                }
            }
        }
        let stem = paper.name().strip_suffix(".docx").unwrap();
        let page = all
            .iter()
            .find(|of| of.name().strip_suffix(".html") == Some(stem))
            .unwrap();
        let (page, document) = (words(&text(page)), words(&main_part(paper)));
        let page: Vec<&String> = page
            .iter()
            .filter(|word| !word.contains("base64"))
            .collect();
        for word in page {
            assert!(document.contains(word), "{}: {word}", paper.name());
        }
    }
    assert!(documents > 100, "{documents}");
}

fn main_part(paper: &Paper) -> String {
    let mut archive = zip::ZipArchive::new(Cursor::new(paper.bytes())).unwrap();
    let mut text = String::new();
    let mut file = archive.by_name("word/document.xml").unwrap();
    std::io::Read::read_to_string(&mut file, &mut text).unwrap();
    text
}

/// The texts between tags, without blanks.
fn words(text: &str) -> BTreeSet<String> {
    let text = text.split_once("<body>").map_or(text, |(_, body)| body);
    let pieces = text
        .split('<')
        .filter_map(|piece| Some(piece.split_once('>')?.1));
    let pieces = pieces.map(|piece| {
        let piece = piece
            .replace("&quot;", "\"")
            .replace("&#39;", "'")
            .replace("&apos;", "'");
        piece.split_whitespace().collect::<String>()
    });
    pieces.filter(|piece| !piece.is_empty()).collect()
}

#[test]
fn an_amended_draw_shows_who_steps_in() {
    let drawn = drawn(&inputs());
    let all = all(&drawn, Lang::Zh);
    let minutes = all.iter().find(|of| of.kind() == Kind::Minutes).unwrap();
    let minutes = text(minutes);
    for part in [
        "样例人员住院",
        "样例企业已注销",
        "样例局长批准",
        "启用备选对象",
        "已由备选对象替换",
    ] {
        assert!(minutes.contains(part), "{part}");
    }
    let sheets = all
        .iter()
        .filter(|of| of.kind() == Kind::TaskSheet && of.form() == Form::Html);
    let sheets: String = sheets.map(text).collect();
    assert!(sheets.contains("备选对象，替换"));
    let amendments = amended(&drawn);
    let closed = amendments.list().iter().find_map(|of| match of.change() {
        suiji::amend::Change::Reserve { entity, .. } => Some(entity.as_str()),
        _ => None,
    });
    let closed = closed.unwrap();
    // No task sheet has an entity that cannot be inspected.
    let notices = all.iter().filter(|of| of.kind() == Kind::Notice);
    assert!(notices.map(text).all(|notice| !notice.contains(closed)));
}

#[test]
fn tasks_that_share_a_visit_have_one_notice() {
    let drawn = drawn(&inputs());
    let papers = Papers::new(&drawn.sealed, &drawn.record).unwrap();
    let notices = papers.make(&[Kind::Notice]).unwrap();
    let documents = notices.iter().filter(|of| of.form() == Form::Docx).count();
    let teams = drawn.record.draws().iter().flat_map(|draw| draw.teams());
    let (joined, own): (Vec<_>, Vec<_>) = teams.partition(|team| team.joins().is_some());
    assert!(!joined.is_empty());
    assert_eq!(documents, own.len());
}

#[test]
fn the_minutes_count_the_registry_by_class() {
    let drawn = drawn(&inputs());
    let papers = Papers::new(&drawn.sealed, &drawn.record).unwrap();
    let registry = drawn.sealed.inputs().registry();
    let classes = drawn.sealed.inputs().plan().classes().iter();
    let mut counts: Vec<String> = classes
        .map(|class| {
            let id = class.id().as_str();
            let count = registry.iter().filter(|of| of.class() == Some(id)).count();
            format!("{} {count}", class.name())
        })
        .collect();
    let without = registry.iter().filter(|of| of.class().is_none()).count();
    if without > 0 {
        counts.push(format!("未分类 {without}"));
    }
    let line = format!("名录库按信用风险分类：{}。", counts.join("，"));
    let minutes = papers.make(&[Kind::Minutes]).unwrap();
    assert!(text(&minutes[0]).contains(&line), "{line}");
}

#[test]
fn a_limit_is_named_by_what_it_limits() {
    let drawn = drawn(&inputs());
    let all = all(&drawn, Lang::Zh);
    let minutes = text(all.iter().find(|of| of.kind() == Kind::Minutes).unwrap());
    // In the plan of the example, their ids are `low-risk` and `per-year`.
    for part in [
        "低风险自2023-01-01起各任务合计（计县工信局、县市场监管局的检查）满1次",
        "本年度本任务满1次",
    ] {
        assert!(minutes.contains(part), "{part}");
    }
    assert!(!minutes.contains("low-risk") && !minutes.contains("per-year"));
}
