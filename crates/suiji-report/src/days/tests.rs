//! Deadlines and files of holidays.

use suiji::Lang;
use suiji::values::Date;

use super::*;
use crate::base::problem::Error;

fn after(from: &str, span: Span) -> String {
    let day = Calendar::published().after(from.parse().unwrap(), span);
    day.unwrap().to_string()
}

#[test]
fn working_days_leave_out_holidays_and_count_working_weekends() {
    use Span::WorkingDays;
    // Friday 13 September 2024. Saturday is a working day, then Mid-autumn until Tuesday.
    assert_eq!(after("2024-09-13", WorkingDays(1)), "2024-09-14");
    assert_eq!(after("2024-09-13", WorkingDays(3)), "2024-09-19");
    // Sunday 29 September is a working day, then National Day. Saturday 12 October is a working day.
    assert_eq!(after("2024-09-27", WorkingDays(1)), "2024-09-29");
    assert_eq!(after("2024-09-27", WorkingDays(3)), "2024-10-08");
    assert_eq!(after("2024-09-27", WorkingDays(7)), "2024-10-12");
    // 30 November 2024 is a Saturday, so 20 working days are four weeks.
    assert_eq!(after("2024-11-30", WorkingDays(20)), "2024-12-27");
    // The Spring Festival of 2026 has nine days and two working Saturdays.
    assert_eq!(after("2026-02-13", WorkingDays(2)), "2026-02-24");
    assert_eq!(after("2026-02-13", WorkingDays(6)), "2026-02-28");
    assert_eq!(after("2026-02-13", WorkingDays(0)), "2026-02-13");
}

#[test]
fn days_of_the_calendar_need_no_notice() {
    assert_eq!(after("2024-02-25", Span::Days(5)), "2024-03-01");
    assert_eq!(after("2031-12-29", Span::Days(5)), "2032-01-03");
}

#[test]
fn the_year_end_follows_the_next_notice() {
    let calendar = Calendar::published();
    let is = |day: &str| calendar.is_working_day(day.parse().unwrap()).unwrap();
    // Saturday 31 December 2022 is a day off by the notice of 2023. The Friday before is a working day.
    assert!(is("2022-12-30") && !is("2022-12-31") && !is("2023-01-02") && is("2023-01-03"));
    // Friday 29 December 2023 is a working day. New Year 2024 is a Monday.
    assert!(is("2023-12-29") && !is("2024-01-01") && is("2024-01-02"));
}

#[test]
fn a_year_without_its_notice_is_named_and_never_guessed() {
    let calendar = Calendar::published();
    let error = |from: &str, count| -> Error {
        let from: Date = from.parse().unwrap();
        calendar.after(from, Span::WorkingDays(count)).unwrap_err()
    };
    let refused = error("2020-12-01", 1);
    assert_eq!(refused.code(), "report.no-year");
    assert!(refused.message(Lang::Zh).contains("没有 2020 年"));
    assert!(error("2027-03-01", 1).message(Lang::En).contains("2027"));
    // The last week of 2026 needs the notice of 2027.
    let refused = error("2026-12-20", 5);
    assert_eq!(refused.code(), "report.no-year");
    assert!(refused.message(Lang::En).contains("the notice of 2027"));
    assert_eq!(after("2026-12-20", Span::WorkingDays(4)), "2026-12-24");
    let long = calendar.after("2026-12-20".parse().unwrap(), Span::Days(u64::MAX));
    assert_eq!(long.unwrap_err().code(), "report.too-far");
    let end = calendar.after("9999-12-30".parse().unwrap(), Span::Days(2));
    assert_eq!(end.unwrap_err().code(), "report.too-far");
}

/// The working days of each month, from the package `chinesecalendar` 1.11.0. Bit 0 is the first day.
const ORACLE: [(u32, [u32; 12]); 6] = [
    (
        2021,
        [
            0x1F3E7CF8, 0x03EE03DF, 0x73E7CF9F, 0x3F7CF9E3, 0x4F9F3EE0, 0x39F3C7CF, 0x3E7CF9F3,
            0x67CF9F3E, 0x3EE3F3E7, 0x1F3E7D80, 0x33E7CF9F, 0x7CF9F3E7,
        ],
    ),
    (
        2022,
        [
            0x3F9F3E78, 0x09F3E7C0, 0x79F3E7CF, 0x1FBE7CE3, 0x67CF9F70, 0x3CF9F3E3, 0x1F3E7CF9,
            0x73E7CF9F, 0x3E7CF1F3, 0x4F9F3F80, 0x39F3E7CF, 0x3E7CF9F3,
        ],
    ),
    (
        2023,
        [
            0x780F9F3C, 0x0CF9F3E7, 0x7CF9F3E7, 0x0FDF3E6C, 0x73E7CFB8, 0x3F1CF9F3, 0x4F9F3E7C,
            0x79F3E7CF, 0x0F3E7CF9, 0x67CF9FC0, 0x3CF9F3E7, 0x1F3E7CF9,
        ],
    ),
    (
        2024,
        [
            0x73E7CF9E, 0x1E7E01FB, 0x1F3E7CF9, 0x3BE7CFC7, 0x7CF9F7E0, 0x0F9F3C7C, 0x73E7CF9F,
            0x3E7CF9F3, 0x37CE3F3E, 0x79F3EF80, 0x1F3E7CF9, 0x67CF9F3E,
        ],
    ),
    (
        2025,
        [
            0x06F9F3E6, 0x0F9F3EF0, 0x4F9F3E7C, 0x3DF3E7C7, 0x3E7CF9E0, 0x27CF9F3C, 0x79F3E7CF,
            0x1F3E7CF9, 0x3BE7CF9F, 0x7CF9F700, 0x0F9F3E7C, 0x73E7CF9F,
        ],
    ),
    (
        2026,
        [
            0x3E7CF9F8, 0x0F803F3E, 0x67CF9F3E, 0x3CF9F3C7, 0x1F3E7DE0, 0x33E3CF9F, 0x7CF9F3E7,
            0x4F9F3E7C, 0x38FBE7CF, 0x3E7CFB80, 0x27CF9F3E, 0x79F3E7CF,
        ],
    ),
];

#[test]
fn every_day_of_the_published_years_is_as_another_calendar_has_it() {
    let calendar = Calendar::published();
    let mut compared = 0;
    for (year, months) in ORACLE {
        for (month, bits) in (1..).zip(months) {
            for day in 1..=31 {
                let Ok(date) = format!("{year}-{month:02}-{day:02}").parse::<Date>() else {
                    continue;
                };
                if year == 2026 && month == 12 && day >= 25 {
                    assert!(calendar.is_working_day(date).is_err());
                    continue;
                }
                let works = calendar.is_working_day(date).unwrap();
                assert_eq!(works, bits >> (day - 1) & 1 == 1, "{date}");
                compared += 1;
            }
        }
    }
    assert_eq!(compared, 6 * 365 + 1 - 7);
}

#[test]
fn each_published_year_names_its_notice() {
    let calendar = Calendar::published();
    let years: Vec<u32> = calendar.years().collect();
    assert_eq!(years, [2021, 2022, 2023, 2024, 2025, 2026]);
    assert_eq!(calendar.source(2024), Some("国办发明电〔2023〕7号"));
    assert_eq!(calendar.source(2027), None);
}

/// A notice of 2027, invented for this test.
const INVENTED: &str = r#"{"notices": [{"year": 2027, "document_number": "样例〔2026〕1号", "issued": "2026-11-01",
    "off": [{"name": "元旦", "from": "2027-01-01", "to": "2027-01-03"},
        {"name": "劳动节", "from": "2027-05-01", "to": "2027-05-05"},
        {"name": "国庆节", "from": "2027-10-01", "to": "2027-10-07"}],
    "work": ["2026-12-26", "2027-10-09"]}]}"#;

#[test]
fn a_file_adds_later_years() {
    let calendar = Calendar::published()
        .with_json(INVENTED.as_bytes())
        .unwrap();
    let day = |from: &str, count| {
        let from = from.parse().unwrap();
        let day = calendar.after(from, Span::WorkingDays(count));
        day.unwrap().to_string()
    };
    // Saturday 26 December 2026 is a working day by the notice of 2027.
    assert_eq!(day("2026-12-25", 1), "2026-12-26");
    assert_eq!(day("2026-12-31", 1), "2027-01-04");
    assert_eq!(calendar.source(2027), Some("样例〔2026〕1号"));
    // With a byte order mark, which Windows writes.
    let marked = ["\u{FEFF}", INVENTED].concat();
    assert!(Calendar::published().with_json(marked.as_bytes()).is_ok());
}

#[test]
fn all_faults_of_a_file_are_told_at_once() {
    let faulty = INVENTED
        .replace(
            r#""issued": "2026-11-01""#,
            r#""issued": "2026-11-31", "note": 1"#,
        )
        .replace(r#""to": "2027-05-05""#, r#""to": "2027-04-05""#)
        .replace("2027-10-09", "2027-10-08\", \"2027-10-03\", \"2029-01-06");
    let error = Calendar::published()
        .with_json(faulty.as_bytes())
        .unwrap_err();
    assert!(
        error
            .problems()
            .iter()
            .all(|of| of.code() == "report.calendar")
    );
    let all = error.message(Lang::Zh);
    for part in [
        "notices[0]：没有“note”",
        "notices[0].issued：应为存在的日期",
        "notices[0].off[1]：2027-04-05 早于 2027-05-01",
        "notices[0].work[1]：2027-10-08 不是周六或周日",
        "notices[0].work[2]：2027-10-03 既放假又上班",
        "notices[0].work[3]：2029-01-06 不属于 2027 年",
        "notices[0]：2027-05-01 是法定节假日",
    ] {
        assert!(all.contains(part), "{part}\n{all}");
    }
    assert_eq!(error.problems().len(), 7, "{all}");
}

#[test]
fn a_hostile_file_is_refused() {
    let notice = INVENTED
        .replace(r#"{"notices": ["#, "")
        .replace("]}]}", "]}");
    let twice = format!(r#"{{"notices": [{notice}, {notice}]}}"#);
    let long = INVENTED.replace("2027-10-07", "9998-10-07");
    let deep = "[".repeat(100_000);
    let large = " ".repeat(2 << 20);
    for file in [
        "",
        "null",
        "{}",
        "[]",
        r#"{"notices": {}}"#,
        r#"{"notices": [1]}"#,
        r#"{"notices": [{"year": 20270}]}"#,
        r#"{"notices": [], "notices": []}"#,
        &twice,
        &long,
        &deep,
        &large,
    ] {
        let error = Calendar::empty().with_json(file.as_bytes()).unwrap_err();
        assert_eq!(error.code(), "report.calendar");
        assert!(error.message(Lang::En).len() < 2_000);
    }
    assert!(Calendar::empty().with_json(b"\xFF\xFE").is_err());
}

#[test]
fn deadlines_of_known_rules_have_their_source() {
    let known = |what: &str, span: Span| source(what, span).map(|of| of.get(Lang::Zh).to_owned());
    let county = known("notify", Span::WorkingDays(3)).unwrap();
    assert!(county.contains("沁工信字〔2024〕15号"));
    assert!(known("report", Span::Days(5)).is_some());
    let national = known("publish", Span::WorkingDays(20)).unwrap();
    assert!(national.contains("国发〔2019〕5号") && national.contains("未核对"));
    // Five working days are a different rule from five days.
    assert_eq!(known("report", Span::WorkingDays(5)), None);
    assert_eq!(known("notify", Span::WorkingDays(20)), None);
}
