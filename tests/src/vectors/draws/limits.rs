//! Who is excluded, and why: exemptions, and limits on visits [F2].

use serde_json::{Value, json};

use super::{Draw, entities, limit, of_task, task, visit, with};
use crate::Small;

pub(super) fn all() -> Vec<Draw> {
    vec![
        Draw::new(
            "limits",
            "limits of plan and task count the dates of planned visits in the year; the first reason that applies is given",
            &["F2", "I2", "I5", "S3a"],
            dates(),
        ),
        Draw::new(
            "limit-from",
            "a limit with from counts from that day on, also in earlier years, up to the last day of the year",
            &["F2"],
            from(),
        ),
        Draw::new(
            "limit-classes",
            "a limit with classes applies to rows of these classes, and to unrated rows if unrated_as is one of them",
            &["F2", "I2"],
            classes(),
        ),
        Draw::new(
            "limit-by",
            "a limit with by counts visits by one of these, and visits that do not say by whom",
            &["F2", "I5"],
            by(),
        ),
        Draw::new(
            "limits-of-two-tasks",
            "two tasks have limits with the same id, and each counts its own visits",
            &["F2", "I2"],
            tasks(),
        ),
        Draw::new(
            "exempt",
            "entities that are exempt from all tasks or from one: exempt comes before any limit, and only matching rows are excluded",
            &["F1", "F2", "I3"],
            exempt(),
        ),
    ]
}

/// A case with one task, sealed after the year of its plan.
fn of(fields: Value, count: usize) -> Small {
    let mut case = of_task(
        with(json!({"quota": {"count": 2}}), fields),
        entities(&[("low", count)]),
    );
    case.ceremony["sealed_at"] = json!("2025-01-02T10:00:00+08:00");
    case
}

fn dates() -> Small {
    let mut case = of(json!({"limits": [limit("own", 2), limit("once", 1)]}), 9);
    case.plan["limits"] = json!([limit("z-year", 3), limit("a-year", 3)]);
    let case_visit = |entity: &str, task: &str, date: &str| {
        with(visit(entity, task, date), json!({"kind": "case"}))
    };
    case.history = vec![
        // Three dates. The first limit of the plan applies, although the others are also reached.
        visit("F01", "J1", "2024-01-01"),
        visit("F01", "J1", "2024-02-02"),
        visit("F01", "T9", "2024-12-31"),
        // Two dates of the task.
        visit("F02", "J1", "2024-01-02"),
        visit("F02", "J1", "2024-02-02"),
        // Two visits on one date count once. Visits of another year and cases do not count.
        visit("F03", "T8", "2024-01-02"),
        visit("F03", "T9", "2024-01-02"),
        visit("F03", "T9", "2024-01-03"),
        visit("F03", "J1", "2023-12-31"),
        visit("F03", "J1", "2025-01-01"),
        case_visit("F03", "J1", "2024-03-03"),
        case_visit("F03", "J1", "2024-01-02"),
        // One visit of this task.
        visit("F04", "J1", "2024-01-02"),
        visit("F04", "T9", "2024-02-02"),
        // The day of sealing, but another year.
        visit("F05", "J1", "2025-01-02"),
        // Not in the registry.
        visit("X99", "J1", "2024-01-02"),
    ];
    case
}

fn from() -> Small {
    let since = |id: &str, from: &str| with(limit(id, 2), json!({"from": from}));
    let mut case = of(json!({"limits": [since("own", "2024-07-01")]}), 8);
    case.plan["limits"] = json!([since("three-years", "2022-06-15")]);
    case.history = vec![
        visit("F01", "T9", "2022-06-15"),
        visit("F01", "T9", "2024-12-31"),
        visit("F02", "T9", "2022-06-14"),
        visit("F02", "T9", "2023-01-01"),
        visit("F03", "T9", "2024-01-01"),
        visit("F03", "T9", "2025-01-01"),
        visit("F04", "J1", "2024-06-30"),
        visit("F05", "J1", "2024-07-01"),
        visit("F05", "J1", "2024-07-02"),
    ];
    case
}

fn classes() -> Small {
    let once = |classes: Value| with(limit("once", 1), json!({"classes": classes}));
    let mut case = of(json!({}), 1);
    case.registry = entities(&[("high", 2), ("general", 2), ("low", 2), ("", 3)]);
    case.plan["limits"] = json!([once(json!(["low", "general"]))]);
    let quota = json!({"count": 2});
    case.plan["tasks"] = json!([
        task("J1", json!({"quota": quota, "risk": {"unrated_as": "low"}})),
        task(
            "J2",
            json!({"quota": quota, "risk": {"unrated_as": "high"}})
        ),
        // Without unrated_as, an unrated row has no class.
        task("J3", json!({"quota": quota}))
    ]);
    let visited = ["F01", "F03", "F05", "F07"].into_iter();
    case.history = visited.map(|id| visit(id, "T9", "2024-05-05")).collect();
    case
}

fn by() -> Small {
    let mut case = of(json!({}), 9);
    let once = |id: &str, by: Value| with(limit(id, 1), json!({"by": by}));
    case.plan["limits"] = json!([
        once("city", json!(["市", "省"])),
        once("office", json!(["市场局"])),
        limit("twice", 2)
    ]);
    let by =
        |entity: &str, date: &str, by: Value| with(visit(entity, "T9", date), json!({"by": by}));
    case.history = vec![
        by("F01", "2024-05-05", json!(["县", "市"])),
        by("F02", "2024-05-05", json!(["县"])),
        visit("F03", "T9", "2024-05-05"),
        by("F04", "2024-05-05", json!(["市场局"])),
        by("F05", "2024-05-05", json!(["县", "消防队"])),
        by("F05", "2024-06-06", json!(["县"])),
        by("F06", "2024-05-05", json!(["市场"])),
    ];
    case
}

fn tasks() -> Small {
    let mut case = of(json!({}), 6);
    let of = |id: &str, visits: u64| {
        task(
            id,
            json!({"quota": {"count": 2}, "limits": [limit("own", visits)]}),
        )
    };
    case.plan["tasks"] = json!([of("J1", 1), of("J2", 2)]);
    case.history = vec![
        visit("F01", "J1", "2024-05-05"),
        visit("F02", "J2", "2024-05-05"),
        visit("F03", "J2", "2024-05-05"),
        visit("F03", "J2", "2024-06-06"),
    ];
    case
}

fn exempt() -> Small {
    let mut case = of(json!({}), 9);
    let of = |id: &str| task(id, json!({"quota": {"count": 2}, "reserves": 9}));
    case.plan["tasks"] = json!([of("J1"), of("J2")]);
    case.plan["limits"] = json!([limit("year", 1)]);
    let mut set = |at: usize, fields: Value| {
        case.registry[at] = with(case.registry[at].clone(), fields);
    };
    set(0, json!({"exempt": "样例免检名单（一）"}));
    set(
        1,
        json!({"exempt": "样例免检名单（二）", "exempt_from": ["J2"]}),
    );
    set(
        2,
        json!({"exempt": "样例免检名单（二）", "exempt_from": ["J9", "J1"]}),
    );
    set(
        3,
        json!({"exempt": "样例免检名单（三）", "exempt_from": ["J9"]}),
    );
    set(
        4,
        json!({"exempt": "样例免检名单（一）", "status": "inactive"}),
    );
    case.history = ["F01", "F02", "F06"]
        .map(|id| visit(id, "T9", "2024-05-05"))
        .into();
    case
}
