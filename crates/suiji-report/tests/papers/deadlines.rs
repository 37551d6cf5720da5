//! The deadlines on task sheets and in the table of visits, with and without the table of holidays.

use suiji::Lang;
use suiji_report::{Calendar, Form, Kind, Office, Papers};

use crate::example::{OFFICE, drawn, inputs};
use crate::public::text;

/// The published holidays, as a file of an office.
const PUBLISHED: &str = include_str!("../../src/days/published.json");

/// The task sheets as pages, and the table of visits as CSV.
fn made(calendar: Calendar, lang: Lang) -> (String, String) {
    let drawn = drawn(&inputs());
    let papers = Papers::new(&drawn.sealed, &drawn.record).unwrap();
    let papers = papers
        .with_office(Office::from_json(OFFICE.as_bytes()).unwrap())
        .with_calendar(calendar)
        .in_language(lang);
    let all = papers.make(&[Kind::TaskSheet, Kind::Table]).unwrap();
    let pages = all.iter().filter(|of| of.form() == Form::Html);
    let visits = ["检查安排", "visits"];
    let visits = all
        .iter()
        .find(|of| visits.contains(&of.title()) && of.form() == Form::Csv);
    (pages.map(text).collect(), text(visits.unwrap()))
}

/// The notices of some years, as a file.
fn notices(years: &[u64]) -> String {
    let mut file: serde_json::Value = serde_json::from_str(PUBLISHED).unwrap();
    let list = file["notices"].as_array_mut().unwrap();
    list.retain(|of| years.contains(&of["year"].as_u64().unwrap()));
    assert_eq!(list.len(), years.len());
    file.to_string()
}

#[test]
fn last_days_are_counted_with_the_holidays() {
    let (sheets, visits) = made(Calendar::published(), Lang::Zh);
    // Drawn on Wednesday 18 September 2024. A weekend follows.
    assert!(sheets.contains("3个工作日内（至2024年9月23日止）"));
    // The windows end on Saturday 30 November. 日 are days of the calendar, and 20 working days are four weeks.
    let both = "（如最后一日完成检查，报告至2024年12月5日止，公示至2024年12月27日止）";
    assert!(sheets.contains(both));
    assert!(visits.contains("2024-12-05,2024-12-27"));
    assert!(!sheets.contains("未能计算"));
    // The last days of 2024 also depend on the notice of 2025.
    let notices = "工作日按国办发明电〔2023〕7号、国办发明电〔2024〕12号计算。";
    assert!(sheets.contains(notices));
    // The same from a file.
    let file = Calendar::empty().with_json(PUBLISHED.as_bytes()).unwrap();
    assert!(made(file, Lang::Zh) == (sheets, visits));
}

#[test]
fn without_the_year_a_paper_says_so_and_gives_no_day() {
    let (sheets, visits) = made(Calendar::empty(), Lang::Zh);
    let problem = "没有 2024 年的节假日安排";
    assert!(sheets.contains(&format!("3个工作日内（{problem}")));
    assert!(sheets.contains(&format!("截止日未能计算：{problem}")));
    // Days of the calendar need no holidays.
    let both = "（如最后一日完成检查，报告至2024年12月5日止，公示截止日未能计算）";
    assert!(sheets.contains(both));
    assert!(!sheets.contains("公示至") && !sheets.contains("至2024年9月"));
    assert!(!sheets.contains("工作日按"));
    assert!(visits.contains("2024-12-05") && visits.contains(problem));
    assert!(!visits.contains("2024-12-27"));
    let (sheets, visits) = made(Calendar::empty(), Lang::En);
    assert!(sheets.contains("report by 5 December 2024, publication: last day not computed)"));
    for text in [&sheets, &visits] {
        assert!(text.contains("the holidays of 2024 are not known"));
    }
}

#[test]
fn a_file_with_later_years_gives_the_days() {
    // The last days of 2024 also need the notice of 2025.
    let of_2024 = Calendar::empty().with_json(notices(&[2024]).as_bytes());
    let of_2024 = of_2024.unwrap();
    let (sheets, _) = made(of_2024.clone(), Lang::Zh);
    assert!(sheets.contains("3个工作日内（至2024年9月23日止）"));
    assert!(sheets.contains("公示截止日未能计算") && sheets.contains("还须看 2025 年"));
    let both = of_2024.with_json(notices(&[2025]).as_bytes()).unwrap();
    let (sheets, _) = made(both, Lang::Zh);
    assert!(sheets.contains("公示至2024年12月27日止"));
    // Another file replaces the notice of its year: a working weekend more, so the deadline ends a day earlier.
    let other = notices(&[2024]).replace("\"2024-10-12\"", "\"2024-10-12\",\"2024-12-07\"");
    let other = Calendar::published().with_json(other.as_bytes()).unwrap();
    let (sheets, _) = made(other, Lang::Zh);
    assert!(sheets.contains("公示至2024年12月26日止"));
}
