//! Inputs that do not fit together.

use super::history::Visit;
use super::plan::{SeatGroup, Task, Team, Window};
use super::registry::Entity;
use super::roster::Inspector;
use super::*;
use crate::base::error::Fault;
use crate::base::lang::Lang;
use crate::inputs::plan::Quota;

fn task(id: &str) -> Task {
    Task::new(id.parse().unwrap(), "抽查").with_quota(Quota::Count { count: 1 })
}

fn plan(task: Task, window: Option<Window>) -> Plan {
    let builder = Plan::builder("样例计划", "样例局", 2024).with_task(task);
    let builder = match window {
        Some(window) => builder.with_window(window),
        None => builder,
    };
    builder.build().unwrap()
}

fn entity(id: &'static str) -> Entity<'static> {
    Entity::new(id, "样例")
}

fn inspector(id: &'static str) -> Inspector<'static> {
    Inspector::new(id, "样例", "县局")
}

fn faults(
    plan: Plan,
    entities: impl IntoIterator<Item = Entity<'static>>,
    inspectors: impl IntoIterator<Item = Inspector<'static>>,
    visits: impl IntoIterator<Item = Visit<'static>>,
) -> Vec<Fault> {
    let registry = Registry::from_rows(entities).unwrap();
    let roster = Roster::from_rows(inspectors).unwrap();
    let history = History::from_rows(visits).unwrap();
    match Inputs::new(plan, registry, roster, history) {
        Ok(_) => Vec::new(),
        Err(error) => error.faults().to_vec(),
    }
}

#[test]
fn ids_that_differ_in_letter_case_alone_are_found_in_all_inputs() {
    // [C4]
    let visit = || Visit::new("A-1", "J1", "2024-03-05");
    let messages = |entities: Vec<Entity<'static>>, inspectors, visits| {
        let faults = faults(plan(task("J1"), None), entities, inspectors, visits);
        assert!(faults.iter().all(|fault| fault.code() == "id.case"));
        faults
            .iter()
            .map(|fault| fault.message(Lang::En))
            .collect::<Vec<_>>()
    };
    let says = |place: &str, id: &str, other: &str, at: &str| {
        vec![format!(
            "{place}: ids “{id}” and “{other}” ({at}) differ only in letter case"
        )]
    };
    assert_eq!(
        messages(vec![entity("A-1")], vec![inspector("Z-1")], vec![visit()]),
        [""; 0]
    );
    assert_eq!(
        messages(
            vec![entity("X"), entity("a-1"), entity("A-1")],
            vec![],
            vec![]
        ),
        says(
            "registry row 3 (A-1) column “id”",
            "A-1",
            "a-1",
            "registry row 2 column “id”"
        )
    );
    assert_eq!(
        messages(vec![entity("X"), entity("a-1")], vec![], vec![visit()]),
        says(
            "history row 1 (A-1) column “entity”",
            "A-1",
            "a-1",
            "registry row 2 column “id”"
        )
    );
    assert_eq!(
        messages(
            vec![],
            vec![inspector("Z-1").with_recuse(["a-1"])],
            vec![visit()]
        ),
        says(
            "history row 1 (A-1) column “entity”",
            "A-1",
            "a-1",
            "roster row 1 column “recuse”"
        )
    );
    assert_eq!(
        messages(
            vec![],
            vec![inspector("Z-1")],
            vec![
                visit(),
                Visit::new("X", "J1", "2024-01-01").with_inspectors(["Y", "z-1"])
            ]
        ),
        says(
            "history row 2 column “inspectors”",
            "z-1",
            "Z-1",
            "roster row 1 column “id”"
        )
    );
    let exempt = || {
        entity("A-1")
            .with_exempt("免检")
            .with_exempt_from(["J2", "j1"])
    };
    assert_eq!(
        messages(vec![exempt()], vec![], vec![]),
        says(
            "registry row 1 column “exempt_from”",
            "j1",
            "J1",
            "plan tasks[0].id"
        )
    );
    assert_eq!(
        messages(
            vec![exempt()],
            vec![],
            vec![Visit::new("A-1", "j2", "2024-03-05")]
        ),
        [
            says(
                "registry row 1 column “exempt_from”",
                "j1",
                "J1",
                "plan tasks[0].id"
            ),
            says(
                "history row 1 column “task”",
                "j2",
                "J2",
                "registry row 1 column “exempt_from”"
            ),
        ]
        .concat()
    );
}

#[test]
fn certificates_that_end_need_a_window_to_end_after() {
    // [T1]
    let team = || Team::new(vec![SeatGroup::new("县局", 2)]);
    let day = |text: &str| text.parse().unwrap();
    let window = || Window::new(day("2024-09-01"), day("2024-11-30"));
    let codes = |task: Task, window, inspector: Inspector<'static>| {
        let faults = faults(plan(task, window), [entity("A-1")], [inspector], []);
        faults
            .iter()
            .map(|fault| (fault.code(), fault.place().path().to_owned()))
            .collect::<Vec<_>>()
    };
    let ends = || inspector("Z-1").with_valid_to("2025-12-31");
    let refused = [("team.no-window-end", "$.tasks[0].team".to_owned())];
    assert_eq!(codes(task("J1").with_team(team()), None, ends()), refused);
    assert_eq!(
        codes(task("J1").with_team(team()), Some(window()), ends()),
        []
    );
    assert_eq!(
        codes(
            task("J1").with_team(team()).with_window(window()),
            None,
            ends()
        ),
        []
    );
    assert_eq!(
        codes(task("J1").with_team(team()), None, inspector("Z-1")),
        []
    );
    assert_eq!(codes(task("J1"), None, ends()), []);
}

#[test]
fn a_seat_that_nobody_could_take_is_named() {
    // [T1]
    let group = |department, skills: &[&str]| SeatGroup::new(department, 2).with_skills(skills);
    let roster = || {
        [
            inspector("Z-1").with_skills(["a", "b"]),
            inspector("Z-2").with_expert(true),
        ]
    };
    let seats = |groups: Vec<SeatGroup>| {
        let task = task("J1").with_team(Team::new(groups));
        let faults = faults(plan(task, None), [entity("A-1")], roster(), []);
        assert!(
            faults
                .iter()
                .all(|fault| fault.code() == "team.seat-nobody")
        );
        let seat = |fault: &Fault| fault.detail("seat").unwrap().to_owned();
        faults.iter().map(seat).collect::<Vec<_>>()
    };
    assert_eq!(
        seats(vec![
            group("县局", &["b", "a"]),
            group("县局", &[]).with_expert(true)
        ]),
        [""; 0]
    );
    assert_eq!(
        seats(vec![group("县局", &[]), group("县局", &["c"])]),
        ["2", "3"]
    );
    assert_eq!(
        seats(vec![group("市局", &[]), group("市局", &[])]),
        ["0", "1", "2", "3"]
    );
    assert_eq!(
        seats(vec![
            group("县局", &[]),
            group("县局", &["a"]).with_expert(true)
        ]),
        ["2", "3"]
    );
}
