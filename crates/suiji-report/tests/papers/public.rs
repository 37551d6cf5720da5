//! Public papers show no secret data.

use std::io::Read;

use suiji::{Inputs, Lang, Plan, Registry};
use suiji_report::{Form, Kind, Office, Paper, Papers};

use crate::example::{MEASURES, NOTE, OFFICE, amended, drawn, inputs, results};

const EXTRA: &str = "保密路8号";

/// The example, in which each entity has an address in `extra`.
fn with_extra() -> Inputs {
    let given = inputs();
    let mut lines = Vec::new();
    given.registry().write_json_lines(&mut lines).unwrap();
    let text = String::from_utf8(lines).unwrap();
    let lines = text.lines().map(|line| {
        let rest = line.strip_suffix('}').unwrap();
        format!("{rest}, \"extra\": {{\"住所\": \"{EXTRA}\"}}}}\n")
    });
    let registry = Registry::from_json_lines(lines.collect::<String>().as_bytes()).unwrap();
    let mut rows = [Vec::new(), Vec::new()];
    given.roster().write_json_lines(&mut rows[0]).unwrap();
    given.history().write_json_lines(&mut rows[1]).unwrap();
    let plan = Plan::from_json(given.plan().to_json().as_bytes()).unwrap();
    let roster = suiji::Roster::from_json_lines(&*rows[0]).unwrap();
    let history = suiji::History::from_json_lines(&*rows[1]).unwrap();
    Inputs::new(plan, registry, roster, history).unwrap()
}

/// The text of a page, or of the main part of a document.
pub(crate) fn text(paper: &Paper) -> String {
    match paper.form() {
        Form::Docx => {
            let mut archive = zip::ZipArchive::new(std::io::Cursor::new(paper.bytes())).unwrap();
            let mut all = String::new();
            for part in 0..archive.len() {
                let mut file = archive.by_index(part).unwrap();
                let name = file.name().unwrap();
                // The numbers in the workbook of a chart are also in the chart.
                if !name.ends_with(".png") && !name.ends_with(".xlsx") {
                    file.read_to_string(&mut all).unwrap();
                }
            }
            all
        }
        _ => String::from_utf8_lossy(paper.bytes()).into_owned(),
    }
}

#[test]
fn a_public_paper_has_no_class_no_column_no_salt_and_no_secret() {
    let drawn = drawn(&with_extra());
    let amendments = amended(&drawn);
    let results = results(&drawn, &amendments);
    let settings = OFFICE.replace("联系电话", "住所");
    for lang in [Lang::Zh, Lang::En] {
        let papers = Papers::new(&drawn.sealed, &drawn.record).unwrap();
        let papers = papers
            .with_amendments(&amendments)
            .unwrap()
            .with_results(&results)
            .unwrap()
            .in_language(lang);
        let papers = papers.with_office(Office::from_json(settings.as_bytes()).unwrap());
        let all = papers.make(&Kind::ALL).unwrap();
        let public: Vec<&Paper> = all.iter().filter(|paper| paper.is_public()).collect();
        assert_eq!(public.len(), 4);
        // 住所 is also part of the name of an outcome.
        let mut forbidden = vec![EXTRA.to_owned(), ">住所<".to_owned(), NOTE.to_owned()];
        for (code, name) in MEASURES {
            forbidden.extend([name.to_owned(), format!(">{code}<")]);
        }
        let plan = drawn.sealed.inputs().plan();
        for class in plan.classes() {
            // Only as a separate word, because an id may be part of the name of
            // a style.
            forbidden.push(class.name().to_owned());
            forbidden.push(format!("{} ", class.id()));
            forbidden.push(format!(">{}<", class.id()));
        }
        let secret = drawn.sealed.secret().unwrap();
        forbidden.push(secret.reveal().to_owned());
        // The salt and the tickets of every entity, drawn or not.
        for entity in drawn.sealed.inputs().registry().iter() {
            let id = entity.id().parse().unwrap();
            let receipt = drawn.sealed.receipt(&drawn.record, &id).unwrap();
            forbidden.push(receipt.salt().unwrap().to_string());
            let tickets = receipt.tasks().iter().filter_map(|of| of.ticket());
            forbidden.extend(tickets.map(|ticket| ticket.to_string()));
        }
        for draw in drawn.record.draws() {
            for reserve in draw.reserves() {
                let used = amendments.to_json().contains(reserve.id().as_str());
                let elsewhere = drawn
                    .record
                    .draws()
                    .iter()
                    .any(|of| of.selected().iter().any(|one| one.id() == reserve.id()));
                if !used && !elsewhere {
                    forbidden.push(reserve.id().to_string());
                }
            }
        }
        assert!(forbidden.len() > 600, "{}", forbidden.len());
        for paper in public {
            let text = text(paper);
            assert!(text.contains(drawn.record.draws()[0].selected()[0].id().as_str()));
            for word in &forbidden {
                assert!(!text.contains(word), "{} has {word}", paper.name());
            }
        }
        // The same words are found in other papers, so the search works.
        let annex = all
            .iter()
            .find(|of| of.title().contains("附件") || of.title().contains("Annex"));
        let annex = text(annex.unwrap());
        assert!(annex.contains(&drawn.record.draws()[0].selected()[0].ticket().to_string()));
        let notice = all.iter().find(|of| of.kind() == Kind::Notice).unwrap();
        assert!(text(notice).contains(EXTRA));
        let summary = all.iter().find(|of| of.kind() == Kind::Summary).unwrap();
        assert!(lang == Lang::En || text(summary).contains(MEASURES[0].1));
    }
}

#[test]
fn inspectors_are_published_as_the_office_chooses() {
    let drawn = drawn(&inputs());
    let member = drawn.record.draws()[0].teams()[0].members()[0].as_str();
    let name = drawn.sealed.inputs().roster().name(member).unwrap().0;
    for (choice, number, named) in [
        ("none", false, false),
        ("numbers", true, false),
        ("names", false, true),
        ("names_and_numbers", true, true),
    ] {
        let settings = format!(r#"{{"announcement": {{"inspectors": "{choice}"}}}}"#);
        let papers = Papers::new(&drawn.sealed, &drawn.record).unwrap();
        let papers = papers.with_office(Office::from_json(settings.as_bytes()).unwrap());
        let all = papers.make(&[Kind::Announcement]).unwrap();
        let text = text(&all[0]);
        assert_eq!(
            (text.contains(member), text.contains(name)),
            (number, named),
            "{choice}"
        );
    }
}
