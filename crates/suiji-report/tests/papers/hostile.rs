//! Names that are markup, reverse the text direction, or are very long; templates that are wrong or do not
//! end.

use std::time::Duration;

use suiji::{Lang, Registry};
use suiji_report::{Form, Kind, Office, Papers, Templates};

use crate::example::{drawn, inputs};
use crate::public::text;

#[test]
fn hostile_names_are_text() {
    let given = inputs();
    let mut lines = Vec::new();
    given.registry().write_json_lines(&mut lines).unwrap();
    let lines = String::from_utf8(lines).unwrap();
    let long = "长".repeat(400);
    let mut number = 0;
    let renamed: String = lines
        .lines()
        .map(|line| {
            number += 1;
            let mut row: serde_json::Value = serde_json::from_str(line).unwrap();
            row["name"] = match number % 3 {
                0 => format!("<script>alert({number})</script>&amp;\"'{{{{ 7*7 }}}}").into(),
                1 => format!("</td></table>{{% raw %}}{number}").into(),
                _ => format!("{long}{number}").into(),
            };
            format!("{row}\n")
        })
        .collect();
    let registry = Registry::from_json_lines(renamed.as_bytes()).unwrap();
    let mut rows = [Vec::new(), Vec::new()];
    given.roster().write_json_lines(&mut rows[0]).unwrap();
    given.history().write_json_lines(&mut rows[1]).unwrap();
    let inputs = suiji::Inputs::new(
        suiji::Plan::from_json(given.plan().to_json().as_bytes()).unwrap(),
        registry,
        suiji::Roster::from_json_lines(&*rows[0]).unwrap(),
        suiji::History::from_json_lines(&*rows[1]).unwrap(),
    );
    let drawn = drawn(&inputs.unwrap());
    // The settings of an office are checked less than a registry. Their text may have control characters, also
    // for the text direction.
    let settings = r#"{"place": "a\u202Eb\u0007<b>", "witnesses": [{"role": "</style><script>"}]}"#;
    let papers = Papers::new(&drawn.sealed, &drawn.record).unwrap();
    let papers = papers.with_office(Office::from_json(settings.as_bytes()).unwrap());
    let all = papers.make(&Kind::ALL).unwrap();
    assert!(all.len() > 100);
    for paper in all.iter().chain([&papers.index(&all)]) {
        let text = text(paper);
        if matches!(paper.form(), Form::Html | Form::Docx | Form::Svg) {
            assert!(!text.contains("<script"), "{}", paper.name());
            assert!(!text.contains("</td></table>{%"), "{}", paper.name());
            assert!(!text.contains(['\u{202E}', '\u{7}']), "{}", paper.name());
            assert!(!text.contains("\"'49"), "{}", paper.name());
        }
    }
    let minutes = text(&all[0]);
    assert!(
        minutes.contains("&lt;script&gt;alert(") && minutes.contains("a\u{FFFD}b\u{FFFD}&lt;b&gt;")
    );
}

fn problem(name: &str, template: &str) -> suiji_report::Error {
    let drawn = drawn(&inputs());
    let papers = Papers::new(&drawn.sealed, &drawn.record).unwrap();
    match Templates::default().with(name, template) {
        Ok(templates) => papers
            .with_templates(templates)
            .make(&[Kind::Announcement])
            .unwrap_err(),
        Err(error) => error,
    }
}

#[test]
fn an_error_names_template_and_line() {
    let name = "announcement.zh.html";
    for (template, line, code, part) in [
        (
            "<paper title=\"a\">\n<p>{{ office | nosuch }}</p></paper>",
            2,
            "report.template",
            "unknown filter",
        ),
        (
            "<paper title=\"a\">\n\n<p>{{ contact.fax }}</p></paper>",
            3,
            "report.template",
            "does not exist",
        ),
        (
            "<paper title=\"a\">\n{% for x in %}</paper>",
            2,
            "report.template",
            "syntax",
        ),
        (
            "<paper title=\"a\">\n<p>\n<script>alert(1)</script></p></paper>",
            3,
            "report.markup",
            "<script> is not allowed",
        ),
        (
            "<paper title=\"a\">\n<p><strong>a</p></paper>",
            2,
            "report.markup",
            "not well formed",
        ),
        (
            "<paper title=\"a\">\n<p onclick=\"x\">a</p></paper>",
            2,
            "report.markup",
            "no attribute onclick",
        ),
        (
            "<paper title=\"a\">\n<table><tr><td/></tr>\n<tr><td/><td/></tr></table></paper>",
            3,
            "report.markup",
            "different numbers",
        ),
        (
            "<paper title=\"a\">\n<p><img src=\"nosuch\"/></p></paper>",
            0,
            "report.unknown-picture",
            "nosuch",
        ),
        (
            "<!DOCTYPE html>\n<html></html>",
            1,
            "report.markup",
            "begins with",
        ),
    ] {
        let error = problem(name, template);
        let found = &error.problems()[0];
        let message = found.message(Lang::En);
        assert_eq!(
            (found.code(), found.line().unwrap_or(0)),
            (code, line),
            "{template}: {message}"
        );
        assert!(message.contains(part), "{message}");
        if line > 0 {
            assert_eq!(found.file(), Some(name));
        }
    }
    assert_eq!(problem("nosuch.html", "").code(), "report.unknown-template");
}

#[test]
fn a_template_that_does_not_end_is_stopped() {
    let endless = "<paper title=\"a\">{% for a in range(99999) %}{% for b in range(99999) %}{% for c in range(99999) %}<p>{{ a }}</p>{% endfor %}{% endfor %}{% endfor %}</paper>";
    let (send, receive) = std::sync::mpsc::channel();
    std::thread::spawn(move || send.send(problem("announcement.zh.html", endless).code()));
    // Far longer than necessary, so that only a hang fails the test.
    let code = receive.recv_timeout(Duration::from_secs(600)).unwrap();
    assert_eq!(code, "report.template");
}

#[test]
fn a_template_of_the_office_gives_both_forms() {
    let drawn = drawn(&inputs());
    let own = "<paper title=\"本局公示\"><h1>本局的标题</h1><p>{{ office }}：{{ tasks | length }} 项</p></paper>";
    let templates = Templates::default()
        .with("announcement.zh.html", own)
        .unwrap();
    let papers = Papers::new(&drawn.sealed, &drawn.record).unwrap();
    let all = papers
        .with_templates(templates)
        .make(&[Kind::Announcement])
        .unwrap();
    assert_eq!(
        all.iter().map(|of| of.form()).collect::<Vec<_>>(),
        [Form::Html, Form::Docx]
    );
    for paper in &all {
        assert_eq!(paper.title(), "本局公示");
        let text = text(paper);
        assert!(
            text.contains("本局的标题") && text.contains("：8 项"),
            "{text}"
        );
    }
}

#[test]
fn several_templates_are_refused_with_all_their_faults() {
    let faulty = [
        ("notice.zh.html", "<paper>\n{{ visit."),
        ("nosuch.html", ""),
        (
            "letter.zh.html",
            "\u{FEFF}<paper title=\"a\"><p>a</p></paper>",
        ),
        ("minutes.zh.html", "{% for %}"),
    ];
    let error = Templates::default().with_all(faulty).unwrap_err();
    let found = error.problems().iter();
    let found: Vec<_> = found.map(|of| (of.file(), of.line(), of.code())).collect();
    assert_eq!(
        found,
        [
            (Some("notice.zh.html"), Some(2), "report.template"),
            (None, None, "report.unknown-template"),
            (Some("minutes.zh.html"), Some(1), "report.template"),
        ]
    );
    // Of two templates with one name, the later one is used. A byte order mark is not part of its text.
    let two = [
        (
            "announcement.zh.html",
            "<paper title=\"一\"><p>一</p></paper>",
        ),
        (
            "announcement.zh.html",
            "\u{FEFF}<paper title=\"二\"><p>二</p></paper>",
        ),
    ];
    let drawn = drawn(&inputs());
    let papers = Papers::new(&drawn.sealed, &drawn.record).unwrap();
    let papers = papers.with_templates(Templates::default().with_all(two).unwrap());
    let all = papers.make(&[Kind::Announcement]).unwrap();
    assert!(all.iter().all(|of| of.title() == "二"));
}

#[test]
fn settings_with_a_fault_are_refused_with_its_line() {
    let error = Office::from_json("{\n  \"place\": 3\n}".as_bytes()).unwrap_err();
    assert!(error.message(Lang::En).contains("line 2"), "{error}");
    for wrong in [
        "{\"drawn_at\": \"yesterday\"}",
        "{\"deadlines\": {\"report\": {\"weeks\": 1}}}",
        "[]",
        "{",
        "{\"a\": 1}",
    ] {
        assert_eq!(
            Office::from_json(wrong.as_bytes()).unwrap_err().code(),
            "report.office",
            "{wrong}"
        );
    }
}
