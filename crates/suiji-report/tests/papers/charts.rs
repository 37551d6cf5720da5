//! The charts of documents: drawn from numbers that are also in a workbook inside the document.

use std::collections::BTreeMap;
use std::io::{Cursor, Read};

use serde_json::Value;
use suiji::Lang;
use suiji_report::{Form, Kind, Paper, Papers};

use crate::example::{amended, drawn, inputs, results};
use crate::public::text;

/// The files in an archive.
fn files(archive: &[u8]) -> BTreeMap<String, Vec<u8>> {
    let mut archive = zip::ZipArchive::new(Cursor::new(archive)).unwrap();
    let mut files = BTreeMap::new();
    for place in 0..archive.len() {
        let mut file = archive.by_index(place).unwrap();
        let mut bytes = Vec::new();
        file.read_to_end(&mut bytes).unwrap();
        files.insert(file.name().unwrap().to_string(), bytes);
    }
    files
}

/// The charts of a document, in its order, each with its workbook.
fn charts(paper: &Paper) -> Vec<(String, Vec<u8>)> {
    let files = files(paper.bytes());
    let chart = |place: usize| {
        let chart = files.get(&format!("word/charts/chart{place}.xml"))?;
        let workbook = files[&format!("word/embeddings/chart{place}.xlsx")].clone();
        Some((String::from_utf8(chart.clone()).unwrap(), workbook))
    };
    (0..).map_while(chart).collect()
}

/// The texts between two marks.
fn between<'t>(text: &'t str, open: &str, close: &str) -> Vec<&'t str> {
    let pieces = text.split(open).skip(1);
    pieces.map(|of| of.split(close).next().unwrap()).collect()
}

/// All papers with charts, and the announcement.
fn made(lang: Lang) -> (Vec<Paper>, Value) {
    let drawn = drawn(&inputs());
    let amendments = amended(&drawn);
    let results = results(&drawn, &amendments);
    let papers = Papers::new(&drawn.sealed, &drawn.record).unwrap();
    let papers = papers
        .with_amendments(&amendments)
        .unwrap()
        .with_results(&results)
        .unwrap()
        .in_language(lang);
    let kinds = [
        Kind::Minutes,
        Kind::Announcement,
        Kind::Outcomes,
        Kind::Summary,
    ];
    let facts = papers.context(Kind::Minutes).unwrap();
    let facts = serde_json::from_str(&facts).unwrap();
    (papers.make(&kinds).unwrap(), facts)
}

#[test]
fn a_document_has_the_charts_of_its_page() {
    for lang in [Lang::Zh, Lang::En] {
        let (all, _) = made(lang);
        let mut with_charts = 0;
        for paper in all.iter().filter(|of| of.form() == Form::Docx) {
            let stem = paper.name().strip_suffix(".docx").unwrap();
            let page = format!("{stem}.html");
            let page = all.iter().find(|of| of.name() == page).unwrap();
            let count = text(page).matches("data:image/svg").count();
            assert_eq!(charts(paper).len(), count, "{}", paper.name());
            let files = files(paper.bytes());
            let part = |name: &str| String::from_utf8(files[name].clone()).unwrap();
            let document = part("word/document.xml");
            assert_eq!(document.matches("<c:chart ").count(), count);
            for place in 0..count {
                let id = format!("\"rIdChart{place}\"");
                assert!(document.contains(&id), "{id}");
                assert!(part("word/_rels/document.xml.rels").contains(&id));
                let name = format!("/word/charts/chart{place}.xml\"");
                assert!(part("[Content_Types].xml").contains(&name), "{name}");
            }
            with_charts += usize::from(count > 0);
            // Charts have classes, so no public paper has one.
            assert!(count == 0 || !paper.is_public(), "{}", paper.name());
        }
        // Minutes, annex and summary.
        assert_eq!(with_charts, 3);
    }
}

#[test]
fn the_sample_is_drawn_from_the_numbers_of_the_draw() {
    let (all, facts) = made(Lang::Zh);
    let minutes = all.iter().find(|of| of.form() == Form::Docx).unwrap();
    let (chart, _) = &charts(minutes)[0];
    let strata = facts["tasks"][0]["strata"].as_array().unwrap();
    assert!(strata.len() > 1);
    let column = |field: &str| -> Vec<String> {
        let values = strata.iter().map(|of| match &of[field] {
            Value::String(text) => text.clone(),
            other => other.to_string(),
        });
        values.collect()
    };
    let series = between(chart, "<c:ser>", "</c:ser>");
    assert_eq!(series.len(), 2);
    for (series, (name, field)) in series.iter().zip([("抽中", "take"), ("抽样框", "size")]) {
        let head = between(series, "<c:tx>", "</c:tx>")[0];
        assert_eq!(between(head, "<c:v>", "</c:v>"), [name]);
        let rows = between(series, "<c:cat>", "</c:cat>")[0];
        assert_eq!(between(rows, "<c:v>", "</c:v>"), column("name"));
        let values = between(series, "<c:val>", "</c:val>")[0];
        assert_eq!(between(values, "<c:v>", "</c:v>"), column(field));
    }
}

#[test]
fn the_annex_has_a_mark_for_each_ticket() {
    let (all, facts) = made(Lang::Zh);
    let mut documents = all.iter().filter(|of| of.form() == Form::Docx);
    let annex = documents.find(|of| of.title().contains("附件"));
    let charts = charts(annex.unwrap());
    // For each task the sample and the tickets, then the loads.
    let tasks = facts["tasks"].as_array().unwrap();
    assert_eq!(charts.len(), 2 * tasks.len() + 1);
    for (task, pair) in tasks.iter().zip(charts.chunks(2)) {
        let series = between(&pair[1].0, "<c:ser>", "</c:ser>");
        let marks = series.iter().map(|series| {
            let name = between(series, "<c:tx><c:v>", "</c:v>")[0];
            let at = between(series, "<c:xVal>", "</c:xVal>")[0];
            let at = between(at, "<c:v>", "</c:v>").into_iter();
            let at: Vec<u64> = at.map(|of| of.parse().unwrap()).collect();
            (name, at)
        });
        let marks: BTreeMap<&str, Vec<u64>> = marks.collect();
        let count = |field: &str| task[field].as_array().unwrap().len();
        assert_eq!(marks["抽中"].len(), count("selected"));
        assert_eq!(marks.get("备选").map_or(0, Vec::len), count("reserves"));
        // The names of the strata.
        assert_eq!(marks[""], vec![0; count("strata")]);
        assert!(marks.values().flatten().all(|at| *at <= 1_000_000));
        let cutoffs = task["strata"].as_array().unwrap().iter();
        for cutoff in cutoffs.filter_map(|of| of["cutoff"].as_str()) {
            assert!(pair[1].0.contains(&cutoff[..8]), "{cutoff}");
        }
        // The last selected ticket of a stratum is its cutoff.
        let last = |name: &str| marks.get(name).and_then(|of| of.iter().max());
        assert_eq!(last("抽中"), last("末位签号"));
    }
}

#[test]
fn a_workbook_has_the_numbers_to_which_its_chart_refers() {
    let (all, _) = made(Lang::Zh);
    let mut compared = 0;
    for paper in all.iter().filter(|of| of.form() == Form::Docx) {
        for (chart, workbook) in charts(paper) {
            let files = files(&workbook);
            let sheet = String::from_utf8(files["xl/worksheets/sheet1.xml"].clone()).unwrap();
            for reference in between(&chart, "<c:numRef>", "</c:numRef>") {
                let formula = between(reference, "<c:f>", "</c:f>")[0];
                let (_, cells) = formula.split_once("!$").unwrap();
                let (first, last) = cells.split_once(":$").unwrap();
                let (column, first) = first.split_once('$').unwrap();
                let first: usize = first.parse().unwrap();
                let values = between(reference, "<c:v>", "</c:v>");
                assert_eq!(last, format!("{column}${}", first + values.len() - 1));
                for (row, value) in (first..).zip(values) {
                    let cell = between(&sheet, &format!("<c r=\"{column}{row}\""), "</c>");
                    assert_eq!(cell.len(), 1, "{column}{row}");
                    assert_eq!(between(cell[0], "<v>", "</v>"), [value], "{column}{row}");
                    compared += 1;
                }
            }
        }
    }
    assert!(compared > 500, "{compared}");
}
