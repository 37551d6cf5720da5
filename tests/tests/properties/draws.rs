//! Properties of whole draws.

use std::collections::BTreeSet;

use proptest::collection::vec;
use proptest::prelude::*;
use serde_json::json;
use suiji::record::{Draw, DrawnEntity};
use suiji_conformance::{Small, generated, thrown};

/// A generated case, and the same case with its rows in other orders.
fn shuffled() -> impl Strategy<Value = (Small, Small)> {
    any::<u32>().prop_flat_map(|number| {
        let case = generated::case("properties", number.into());
        let rows = |rows: &Vec<serde_json::Value>| Just(rows.clone()).prop_shuffle();
        let other = (
            rows(&case.registry),
            rows(&case.roster),
            rows(&case.history),
        );
        (Just(case), other).prop_map(|(case, (registry, roster, history))| {
            let other = Small {
                registry,
                roster,
                history,
                ..case.clone()
            };
            (case, other)
        })
    })
}

/// Firms of category `a`, `b`, both or neither, and five tasks that share tickets. They draw all firms, `count` of `a`,
/// `more` of `a`, `count` of `a` or `b`, and `count` of `a` or the category that only the last firm has.
fn sharing(kinds: &[u8], count: usize, more: usize, dice: &str, blinded: bool) -> Small {
    let mut case = Small::plain();
    let categories = |kind: u8| {
        let each = ["a", "b"].iter().zip([1, 2]);
        let those = each
            .filter(|(_, bit)| kind & bit != 0)
            .map(|(name, _)| *name);
        those.collect::<Vec<&str>>()
    };
    let firm = |(n, kind): (usize, &u8)| json!({"id": format!("F-{n}"), "name": "样例企业", "categories": categories(*kind)});
    case.registry = kinds.iter().enumerate().map(firm).collect();
    case.registry
        .push(json!({"id": "NEW", "name": "样例企业", "categories": ["new"]}));
    let task = |id: &str, quota: serde_json::Value, scope: &[&str]| {
        let mut task = json!({"id": id, "name": "抽查", "coordination": "g", "quota": quota});
        if !scope.is_empty() {
            task["scope"] = json!({"categories": scope});
        }
        task
    };
    case.plan["tasks"] = json!([
        task("all", json!({"exactly": "100%"}), &[]),
        task("some", json!({"count": count}), &["a"]),
        task("more", json!({"count": more}), &["a"]),
        task("either", json!({"count": count}), &["a", "b"]),
        task("one-more", json!({"count": count}), &["a", "new"]),
    ]);
    case.contributions = json!([thrown(dice)]);
    case.task(1)["reserves"] = 3.into();
    if blinded { case.blinded() } else { case }
}

fn ids(draw: &Draw) -> BTreeSet<String> {
    listed(draw.selected()).into_iter().collect()
}

/// The entities drawn by the task that draws all, in the order of tickets.
fn by_ticket(all: &Draw, of: impl Fn(&str) -> bool) -> Vec<String> {
    let mut drawn: Vec<&DrawnEntity> = all
        .selected()
        .iter()
        .filter(|one| of(one.id().as_str()))
        .collect();
    drawn.sort_by_key(|drawn| drawn.ticket());
    drawn.iter().map(|drawn| drawn.id().to_string()).collect()
}

/// The first `count` of these.
fn first(all: &Draw, count: usize, of: impl Fn(&str) -> bool) -> BTreeSet<String> {
    by_ticket(all, of).into_iter().take(count).collect()
}

fn listed(drawn: &[DrawnEntity]) -> Vec<String> {
    drawn.iter().map(|drawn| drawn.id().to_string()).collect()
}

proptest! {
    #![proptest_config(super::cases(1))]

    #[test]
    fn rows_in_another_order_give_the_same_record_or_refusal((case, other) in shuffled()) {
        // [I6]
        match (case.draw(), other.draw()) {
            (Ok((_, record)), Ok((_, same))) => prop_assert_eq!(record.to_json(), same.to_json()),
            (one, same) => {
                let code = |result: Result<_, suiji::Error>| result.map(|_| ()).map_err(|error| error.code());
                prop_assert_eq!(code(one), code(same));
            }
        }
    }

    #[test]
    fn tasks_that_share_tickets_draw_as_one_list_filtered(
        kinds in vec(0_u8..4, 1..40), count in 1_usize..30, more in 0_usize..10,
        dice in "[1-6]{20}", blinded in any::<bool>(),
    ) {
        // [D1], [D2], [D3]
        prop_assume!(kinds.iter().any(|kind| kind & 1 != 0));
        let case = sharing(&kinds, count, count + more, &dice, blinded);
        let (_, record) = case.draw().unwrap();
        let [all, some, larger, either, one_more] = record.draws() else { unreachable!() };
        let kind = |id: &str| id.strip_prefix("F-").map_or(0, |n| kinds[n.parse::<usize>().unwrap()]);
        // Filtering before the draw and filtering after it give the same result.
        prop_assert_eq!(ids(some), first(all, count, |id| kind(id) & 1 != 0));
        prop_assert_eq!(ids(either), first(all, count, |id| kind(id) != 0));
        // The same is true for the reserves, which come next, and for the order of visits.
        let next = by_ticket(all, |id| kind(id) & 1 != 0).into_iter().skip(count).take(3);
        prop_assert_eq!(listed(some.reserves()), next.collect::<Vec<_>>());
        let mut visits = listed(all.selected());
        visits.retain(|id| ids(some).contains(id));
        prop_assert_eq!(listed(some.selected()), visits);
        // A larger take contains the smaller.
        prop_assert!(ids(some).is_subset(&ids(larger)));
        // One more firm in the frame displaces at most one.
        let (before, after) = (ids(some), ids(one_more));
        prop_assert!(before.difference(&after).count() <= 1);
        prop_assert!(after.difference(&before).all(|id| id == "NEW"));
    }
}
