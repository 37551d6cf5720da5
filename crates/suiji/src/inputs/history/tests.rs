//! Tests of the history.

use super::*;

fn day(text: &str) -> Date {
    Date::parse(text).unwrap()
}

#[test]
fn who_visited_is_kept_as_sets() {
    // [I5, I6, C2c]
    let rows = [
        Visit::new("B", "J1", "2024-03-05")
            .with_by([""; 0])
            .with_inspectors([""; 0]),
        Visit::new("A", "J1", "2024-03-05")
            .with_by(["县局", "市局"])
            .with_inspectors(["Z-2", "Z-1"]),
    ];
    let history = History::from_rows(rows).unwrap();
    let leaf = |index| {
        let mut leaf = Vec::new();
        history.push_row(index, None, &mut leaf);
        String::from_utf8(leaf).unwrap()
    };
    let right = r#"{"by":["县局","市局"],"date":"2024-03-05","entity":"A","inspectors":["Z-1","Z-2"],"task":"J1"}"#;
    assert_eq!(leaf(0), right);
    assert_eq!(leaf(1), r#"{"date":"2024-03-05","entity":"B","task":"J1"}"#);
    assert_eq!(
        history.inspectors(&history.rows()[0]).collect::<Vec<_>>(),
        ["Z-1", "Z-2"]
    );
    let visit = || Visit::new("A", "J1", "2024-03-05");
    let code = |visit| History::from_rows([visit]).unwrap_err().code();
    assert_eq!(code(visit().with_by(["a", "a"])), "set.duplicate-member");
    assert_eq!(code(visit().with_by([" a"])), "text.edge-space");
    assert_eq!(code(visit().with_inspectors(["甲"])), "id.form");
}

#[test]
fn rows_that_differ_in_who_visited_alone_are_one_inspection() {
    // [I5]
    let visit = |by| Visit::new("A", "J1", "2024-03-05").with_by([by]);
    let error = History::from_rows([visit("a"), visit("b")]).unwrap_err();
    assert_eq!(error.code(), "history.duplicate-row");
}

#[test]
fn no_visit_is_after_the_day_of_sealing() {
    // [I5]
    let visits = ["2024-09-02", "2024-09-03", "2024-09-01", "2042-01-01"];
    let rows = visits.map(|date| Visit::new("A", "J1", date));
    let history = History::from_rows(rows).unwrap();
    let faults = |on| {
        let mut faults = Faults::default();
        history
            .check_dates(day(on), &mut faults, &Run::default())
            .unwrap();
        faults.into_result(())
    };
    assert!(faults("2042-01-01").is_ok());
    let error = faults("2024-09-02").unwrap_err();
    let [fault] = error.faults() else {
        panic!("{error:?}");
    };
    assert_eq!(
        (fault.code(), fault.rows()),
        ("history.after-sealing", &[2, 4][..])
    );
}
