//! Which entities are in the frame, which are excluded, and why [F1–F3].

use super::*;
use crate::inputs::history::{Visit, VisitKind};
use crate::inputs::plan::{Limit, Quota, Risk, Scope};
use crate::inputs::registry::{Entity, Status};

fn task(id: &str) -> Task {
    Task::new(id.parse().unwrap(), "抽查").with_quota(Quota::Count { count: 1 })
}

fn limit(id: &str, visits: u64) -> Limit {
    Limit::new(id.parse().unwrap(), visits)
}

fn plan(limits: Vec<Limit>, tasks: impl IntoIterator<Item = Task>) -> Plan {
    let builder = Plan::builder("样例计划", "样例局", 2024).with_limits(limits);
    let with_tasks = tasks
        .into_iter()
        .fold(builder, |plan, task| plan.with_task(task));
    with_tasks.build().unwrap()
}

fn entity(id: &'static str) -> Entity<'static> {
    Entity::new(id, "样例")
}

fn visit(entity: &'static str, date: &'static str) -> Visit<'static> {
    Visit::new(entity, "J1", date)
}

/// The excluded entities of each task, with their reasons. "Z" is always in the frame.
fn excluded(
    plan: &Plan,
    entities: &[Entity<'static>],
    visits: &[Visit<'static>],
) -> Vec<Vec<(String, String)>> {
    let last = [entity("Z").with_class("high")];
    let registry = Registry::from_rows(entities.iter().cloned().chain(last)).unwrap();
    let history = History::from_rows(visits.iter().cloned()).unwrap();
    let frames = frames(plan, &registry, &history, &Run::default()).unwrap();
    let of_frame = |frame: &Frame| {
        let places = 0..frame.excluded.len();
        let row = |at: usize| registry.id(wide(frame.excluded[at].0)).to_owned();
        places
            .map(|at| (row(at), frame.reason(at).to_owned()))
            .collect()
    };
    frames.iter().map(of_frame).collect()
}

fn pairs(pairs: &[(&str, &str)]) -> Vec<(String, String)> {
    let own = |(id, reason): &(&str, &str)| ((*id).to_owned(), (*reason).to_owned());
    pairs.iter().map(own).collect()
}

#[test]
fn exempt_entities_are_excluded_from_the_tasks_named_or_from_all() {
    // [F2]
    let entities = [
        entity("A").with_exempt("白名单"),
        entity("B")
            .with_exempt("白名单")
            .with_exempt_from(["J2", "X"]),
        entity("C").with_exempt("白名单").with_exempt_from(["X"]),
        entity("D")
            .with_exempt("白名单")
            .with_status(Status::Inactive),
    ];
    let plan = plan(vec![], [task("J1"), task("J2")]);
    assert_eq!(
        excluded(&plan, &entities, &[]),
        [
            pairs(&[("A", "exempt")]),
            pairs(&[("A", "exempt"), ("B", "exempt")])
        ]
    );
}

#[test]
fn a_limit_counts_different_dates_of_planned_visits_of_the_year() {
    // [F2]
    let visits = [
        // Two dates.
        visit("A", "2024-01-01"),
        visit("A", "2024-12-31"),
        // One date of two tasks.
        visit("B", "2024-03-05"),
        Visit::new("B", "J2", "2024-03-05"),
        // One planned.
        visit("C", "2024-03-05"),
        visit("C", "2024-03-06").with_kind(VisitKind::Case),
        // Planned and case on one date, and another.
        visit("D", "2024-03-05"),
        visit("D", "2024-03-05").with_kind(VisitKind::Case),
        visit("D", "2024-03-06"),
        // Other years.
        visit("E", "2023-12-31"),
        visit("E", "2024-03-05"),
        visit("E", "2025-01-01"),
        // Not in the registry.
        visit("Q", "2024-03-05"),
        visit("Q", "2024-03-06"),
    ];
    let entities = ["A", "B", "C", "D", "E"].map(entity);
    let of_plan = plan(vec![limit("twice", 2)], [task("J1")]);
    let found = excluded(&of_plan, &entities, &visits);
    assert_eq!(found, [pairs(&[("A", "twice"), ("D", "twice")])]);

    // From a day in the year before: E counts twice. Visits after the year never count.
    let from = limit("twice", 2).with_from("2023-12-31".parse().unwrap());
    let found = excluded(&plan(vec![from], [task("J1")]), &entities, &visits);
    assert_eq!(
        found,
        [pairs(&[("A", "twice"), ("D", "twice"), ("E", "twice")])]
    );

    // From a day within the year.
    let from = limit("twice", 2).with_from("2024-03-05".parse().unwrap());
    let found = excluded(&plan(vec![from], [task("J1")]), &entities, &visits);
    assert_eq!(found, [pairs(&[("D", "twice")])]);
}

#[test]
fn a_limit_of_a_task_counts_its_own_visits() {
    // [F2]
    let visits = [
        visit("A", "2024-03-05"),
        Visit::new("A", "J2", "2024-03-06"),
        Visit::new("B", "J2", "2024-03-05"),
        Visit::new("C", "J9", "2024-03-05"),
    ];
    let with = |id: &str| task(id).with_limits(vec![limit("once", 1)]);
    let plan = plan(vec![], [with("J1"), with("J2"), task("J3")]);
    assert_eq!(
        excluded(&plan, &["A", "B", "C"].map(entity), &visits),
        [
            pairs(&[("A", "once")]),
            pairs(&[("A", "once"), ("B", "once")]),
            pairs(&[])
        ]
    );
}

#[test]
fn a_limit_by_departments_counts_theirs_and_those_of_which_nothing_is_known() {
    // [F2]
    let visits = [
        visit("A", "2024-03-05").with_by(["县局", "市局"]),
        visit("B", "2024-03-05").with_by(["省局"]),
        visit("C", "2024-03-05"),
        visit("D", "2024-03-05").with_by(["省局"]),
        visit("D", "2024-03-06").with_by(["县局"]),
    ];
    let entities = ["A", "B", "C", "D"].map(entity);
    let by = |visits| limit("by", visits).with_by(&["县局", "区局", "县局"]);
    let of_plan = excluded(&plan(vec![by(1)], [task("J1")]), &entities, &visits);
    assert_eq!(of_plan, [pairs(&[("A", "by"), ("C", "by"), ("D", "by")])]);
    let task = task("J1").with_limits(vec![by(2), limit("any", 2)]);
    let of_task = excluded(&plan(vec![], [task]), &entities, &visits);
    assert_eq!(of_task, [pairs(&[("D", "any")])]);
}

#[test]
fn a_limit_for_classes_takes_an_unrated_row_as_its_task_does() {
    // [F2, F3]
    let entities = [
        entity("A").with_class("low"),
        entity("B").with_class("high"),
        entity("C"),
    ];
    let visits = ["A", "B", "C"].map(|id| visit(id, "2024-03-05"));
    let low: crate::values::ClassId = "low".parse().unwrap();
    let limits = || vec![limit("low", 1).with_classes(std::slice::from_ref(&low))];
    let rated = |class: Option<&str>| Risk {
        weights: vec![("high".parse().unwrap(), 2)],
        unrated_as: class.map(|class| class.parse().unwrap()),
        ..Risk::default()
    };
    let tasks = [
        task("J1"),
        task("J2").with_risk(rated(Some("low"))),
        task("J3").with_risk(rated(Some("high"))),
    ];
    let right = [
        pairs(&[("A", "low")]),
        pairs(&[("A", "low"), ("C", "low")]),
        pairs(&[("A", "low")]),
    ];
    assert_eq!(excluded(&plan(limits(), tasks), &entities, &visits), right);
    // The same as limits of the tasks.
    let visits =
        ["J1", "J2"].map(|task| ["A", "B", "C"].map(|id| Visit::new(id, task, "2024-03-05")));
    let tasks = [
        task("J1").with_limits(limits()),
        task("J2")
            .with_risk(rated(Some("low")))
            .with_limits(limits()),
    ];
    assert_eq!(
        excluded(&plan(vec![], tasks), &entities, &visits.concat()),
        right[..2]
    );
}

#[test]
fn an_unrated_row_without_a_class_is_a_fault_only_if_it_is_framed() {
    // [F3]
    let risk = Risk {
        weights: vec![("high".parse().unwrap(), 2)],
        ..Risk::default()
    };
    let make = |entity: Entity<'static>| {
        let registry =
            Registry::from_rows([entity, Entity::new("Z", "样例").with_class("low")]).unwrap();
        let plan = plan(vec![], [task("J1").with_risk(risk.clone())]);
        let frames = frames(&plan, &registry, &History::default(), &Run::default());
        frames.map(|_| ()).map_err(|error| error.code())
    };
    assert_eq!(make(entity("A")), Err("frame.unrated"));
    assert_eq!(make(entity("A").with_exempt("白名单")), Ok(()));
    assert_eq!(make(entity("A").with_status(Status::Inactive)), Ok(()));
}

#[test]
fn the_first_reason_applies_and_reasons_are_counted_in_order() {
    // [F2]
    let limits = vec![limit("p2", 2), limit("p1", 1)];
    let task = task("J1").with_limits(vec![limit("a3", 3), limit("a1", 1)]);
    let other = Task::new("J2".parse().unwrap(), "抽查").with_quota(Quota::Count { count: 1 });
    let of_other = other.with_limits(vec![limit("a1", 1)]);
    let visits = [
        visit("A", "2024-03-05"),
        visit("B", "2024-03-05"),
        visit("B", "2024-03-06"),
        visit("C", "2024-03-05"),
        visit("D", "2024-03-05"),
    ];
    let entities = [
        entity("A").with_class("low"),
        entity("B").with_class("low"),
        entity("C").with_class("low").with_exempt("白名单"),
        entity("D").with_class("high"),
        entity("Z").with_class("high"),
    ];
    let only = |class: &str, limit: Limit| limit.with_classes(&[class.parse().unwrap()]);
    let [p2, p1] = <[Limit; 2]>::try_from(limits).unwrap();
    let limits = vec![only("low", p2), only("low", p1)];
    let plan = plan(limits, [task, of_other]);
    let registry = Registry::from_rows(entities).unwrap();
    let history = History::from_rows(visits).unwrap();
    let frames = frames(&plan, &registry, &history, &Run::default()).unwrap();
    let counts = |frame: &Frame| {
        let counts = frame
            .reasons
            .iter()
            .map(|of| (of.reason.to_string(), of.size));
        counts.collect::<Vec<_>>()
    };
    let own = |counts: &[(&str, u64)]| {
        let own = counts
            .iter()
            .map(|(reason, size)| ((*reason).to_owned(), *size));
        own.collect::<Vec<_>>()
    };
    assert_eq!(
        counts(&frames[0]),
        own(&[("exempt", 1), ("p2", 1), ("p1", 1), ("a1", 1)])
    );
    assert_eq!(
        counts(&frames[1]),
        own(&[("exempt", 1), ("p2", 1), ("p1", 1)])
    );
    let reasons: Vec<&str> = (0..4).map(|at| frames[0].reason(at)).collect();
    assert_eq!(reasons, ["p1", "p2", "exempt", "a1"]);
    let standing = |row| frames[0].standing(&registry, row);
    assert_eq!(
        standing(1),
        Standing::Excluded {
            position: 1,
            reason: "p2"
        }
    );
    assert_eq!(
        standing(4),
        Standing::Framed {
            position: 0,
            stratum: 0
        }
    );
}

#[test]
fn exclusions_do_not_depend_on_chunks_and_threads() {
    // [F2]
    let count = 3 * CHUNK + 7;
    let ids: Vec<String> = (0..count).map(|n| format!("E{n:06}")).collect();
    let registry = Registry::from_rows(ids.iter().map(|id| Entity::new(id, "样例"))).unwrap();
    let visited = ids.iter().step_by(3);
    let history = History::from_rows(visited.map(|id| Visit::new(id, "J1", "2024-03-05"))).unwrap();
    let plan = plan(vec![limit("once", 1)], [task("J1")]);
    for threads in [1, 3] {
        let run = Run::default().threads(threads);
        let frames = frames(&plan, &registry, &history, &run).unwrap();
        let rows: Vec<usize> = frames[0]
            .excluded
            .iter()
            .map(|(row, _)| wide(*row))
            .collect();
        assert_eq!(rows, (0..count).step_by(3).collect::<Vec<_>>());
        assert_eq!(frames[0].rows.len(), count - rows.len());
    }
}

#[test]
fn a_scope_is_shared_categories_and_prefixes() {
    // [F1]
    let entities = [
        entity("A")
            .with_categories(["加油站", "超市"])
            .with_district("140521")
            .with_industry("5265"),
        entity("B")
            .with_categories(["加油站"])
            .with_district("1405")
            .with_industry("F5265"),
        entity("C")
            .with_categories(["加油"])
            .with_district("140522100")
            .with_industry("52"),
        entity("D"),
    ];
    let registry = Registry::from_rows(entities).unwrap();
    let texts = |texts: &[&str]| {
        texts
            .iter()
            .map(|text| (*text).to_owned())
            .collect::<Vec<_>>()
    };
    let framed = |scope: Scope| {
        let plan = plan(vec![], [task("J1").with_scope(scope)]);
        let frames = frames(&plan, &registry, &History::default(), &Run::default());
        let ids = |frame: &Frame| {
            frame
                .rows
                .iter()
                .map(|row| registry.id(wide(*row)))
                .collect::<String>()
        };
        frames.map_or_else(|error| error.code().to_owned(), |frames| ids(&frames[0]))
    };
    let categories = |of: &[&str]| {
        framed(Scope {
            categories: texts(of),
            ..Scope::default()
        })
    };
    let districts = |of: &[&str]| {
        framed(Scope {
            districts: texts(of),
            ..Scope::default()
        })
    };
    let industries = |of: &[&str]| {
        framed(Scope {
            industries: texts(of),
            ..Scope::default()
        })
    };
    assert_eq!(framed(Scope::default()), "ABCD");
    assert_eq!(categories(&["超市", "药店"]), "A");
    assert_eq!(categories(&["加油站", "加油站"]), "AB");
    assert_eq!(categories(&["加"]), "frame.empty");
    assert_eq!(districts(&["1405"]), "ABC");
    assert_eq!(districts(&["140522", "140521"]), "AC");
    assert_eq!(districts(&["140522", "14052", "1405", "15"]), "ABC");
    assert_eq!(districts(&["140521", "140521100", "13"]), "A");
    assert_eq!(industries(&["52651", "5", "F"]), "ABC");
    assert_eq!(industries(&["53", "52652"]), "frame.empty");
}
