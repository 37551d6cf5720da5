//! Properties of allocation: every rule of [F4], for random ratios, weights and quotas.

use proptest::collection::vec;
use proptest::option;
use proptest::prelude::*;

use serde_json::{Map, Value, json};
use suiji::ceremony::SealedStratum;
use suiji::tables::Entity;
use suiji::{Error, History, Inputs, Plan, Registry, Roster, Run, Sealed, seal_with};
use suiji_conformance::Small;

/// A ratio in millionths of a per cent.
type Millionths = u64;

const WHOLE: Millionths = 100_000_000;

#[derive(Clone, Copy, Debug)]
struct Class {
    size: u64,
    minimum: Option<Millionths>,
    maximum: Option<Millionths>,
    weight: Option<u64>,
}

#[derive(Clone, Copy, Debug)]
enum Amount {
    AtLeast(Millionths, Option<u64>),
    AtMost(Millionths, Option<u64>),
    Exactly(Millionths),
    Count(u64),
    Nothing,
}

/// Round ratios and others.
fn ratio() -> impl Strategy<Value = Millionths> {
    prop_oneof![1..=WHOLE, (1_u64..=20).prop_map(|n| n * WHOLE / 20)]
}

/// Classes with few minima and maxima, so that most do not contradict each other.
fn class() -> impl Strategy<Value = Class> {
    let seldom = |odds| option::weighted(odds, ratio());
    (
        1_u64..80,
        seldom(0.2),
        seldom(0.2),
        option::of(1_u64..=1000),
    )
        .prop_map(|(size, minimum, maximum, weight)| Class {
            size,
            minimum,
            maximum,
            weight,
        })
}

fn amount() -> impl Strategy<Value = Amount> {
    let bound = || option::of(1_u64..100);
    prop_oneof![
        (ratio(), bound()).prop_map(|(ratio, min)| Amount::AtLeast(ratio, min)),
        (ratio(), bound()).prop_map(|(ratio, max)| Amount::AtMost(ratio, max)),
        ratio().prop_map(Amount::Exactly),
        (1_u64..300).prop_map(Amount::Count),
        Just(Amount::Nothing),
    ]
}

fn text(ratio: Millionths) -> String {
    let (whole, rest) = (ratio / 1_000_000, ratio % 1_000_000);
    let text = format!("{whole}.{rest:06}");
    format!("{}%", text.trim_end_matches('0').trim_end_matches('.'))
}

fn up(ratio: Millionths, of: u64) -> u64 {
    (ratio * of).div_ceil(WHOLE)
}

fn down(ratio: Millionths, of: u64) -> u64 {
    ratio * of / WHOLE
}

/// The conditions of [F4] before anything is allocated.
struct Terms {
    floors: Vec<u64>,
    caps: Vec<u64>,
    total: u64,
    /// Whether the minima may exceed the quota.
    loose: bool,
}

impl Terms {
    fn of(classes: &[Class], amount: Amount) -> Self {
        let all: u64 = classes.iter().map(|class| class.size).sum();
        let (total, loose) = match amount {
            Amount::AtLeast(ratio, min) => (up(ratio, all).max(min.unwrap_or(0)), true),
            Amount::AtMost(ratio, max) => (down(ratio, all).min(max.unwrap_or(all)), false),
            Amount::Exactly(ratio) => (up(ratio, all), false),
            Amount::Count(count) => (count, false),
            Amount::Nothing => (0, true),
        };
        let floor = |class: &Class| class.minimum.map_or(0, |ratio| up(ratio, class.size));
        let cap = |class: &Class| {
            class
                .maximum
                .map_or(class.size, |ratio| down(ratio, class.size))
        };
        Self {
            floors: classes.iter().map(floor).collect(),
            caps: classes.iter().map(cap).collect(),
            total: total.min(all),
            loose,
        }
    }

    /// The code with which the plan is refused. None if it is accepted.
    fn refusal(&self) -> Option<&'static str> {
        let sum = |list: &[u64]| list.iter().sum::<u64>();
        if self
            .floors
            .iter()
            .zip(&self.caps)
            .any(|(floor, cap)| floor > cap)
        {
            Some("allocation.minimum-above-maximum")
        } else if !self.loose && sum(&self.floors) > self.total {
            Some("allocation.minimum-above-quota")
        } else if sum(&self.caps) < self.total {
            Some("allocation.maximum-below-quota")
        } else {
            None
        }
    }
}

/// A task with a stratum for each class, of its size.
fn sealed(classes: &[Class], amount: Amount) -> Result<Sealed, Error> {
    let name = |at: usize| format!("K{at}");
    let of = |value: &dyn Fn(&Class) -> Option<Value>| {
        let given = classes.iter().enumerate();
        let given = given.filter_map(|(at, class)| Some((name(at), value(class)?)));
        given.collect::<Map<_, _>>()
    };
    let ratio = |ratio: Option<Millionths>| ratio.map(|ratio| text(ratio).into());
    let mut quota = match amount {
        Amount::AtLeast(ratio, min) => json!({"at_least": text(ratio), "min": min}),
        Amount::AtMost(ratio, max) => json!({"at_most": text(ratio), "max": max}),
        Amount::Exactly(ratio) => json!({"exactly": text(ratio)}),
        Amount::Count(count) => json!({"count": count}),
        Amount::Nothing => Value::Null,
    };
    if let Some(quota) = quota.as_object_mut() {
        quota.retain(|_, value| !value.is_null());
    }
    let mut case = Small::plain();
    // One more class, because a plan has at least two. It has no entity and therefore no stratum.
    let named = (0..=classes.len()).map(|at| json!({"id": name(at), "name": name(at)}));
    case.plan["classes"] = named.collect();
    let mut minimum = of(&|class| ratio(class.minimum));
    minimum.insert(name(classes.len()), "1%".into()); // A task without quota needs a minimum.
    case.task(0)["risk"] = json!({
        "minimum": minimum, "maximum": of(&|class| ratio(class.maximum)),
        "weights": of(&|class| class.weight.map(Value::from)), "unrated_as": "K0"});
    match quota {
        Value::Null => drop(case.task(0).as_object_mut().unwrap().remove("quota")),
        quota => case.task(0)["quota"] = quota,
    }
    let rows = classes.iter().enumerate().flat_map(|(at, class)| {
        (0..class.size).map(move |n| Entity::new(format!("F{at}-{n}"), "样例").with_class(name(at)))
    });
    let run = Run::default().threads(1);
    let inputs = Inputs::new_with(
        Plan::from_json(case.plan.to_string().as_bytes())?,
        Registry::from_rows(rows)?,
        Roster::default(),
        History::default(),
        &run,
    )?;
    seal_with(&inputs, &case.read_ceremony()?, &run)
}

/// The take of each class, or the code of the refusal.
fn takes(classes: &[Class], amount: Amount) -> Result<Vec<u64>, &'static str> {
    let sealed = sealed(classes, amount).map_err(|error| error.code())?;
    let strata = sealed.commitment().tasks()[0].strata();
    Ok(strata.iter().map(SealedStratum::take).collect())
}

proptest! {
    #![proptest_config(super::cases(4))]

    #[test]
    fn floors_caps_and_total_are_kept_or_the_plan_is_refused(
        classes in vec(class(), 1..7), amount in amount(),
    ) {
        // [F4.1], [F4.2]
        let terms = Terms::of(&classes, amount);
        let found = takes(&classes, amount);
        prop_assert_eq!(found.as_ref().err().copied(), terms.refusal());
        let Ok(takes) = found else { return Ok(()) };
        for (at, take) in takes.iter().enumerate() {
            prop_assert!((terms.floors[at]..=terms.caps[at]).contains(take), "class {}", at);
        }
        let floors: u64 = terms.floors.iter().sum();
        prop_assert_eq!(takes.iter().sum::<u64>(), terms.total.max(floors));
    }

    #[test]
    fn no_class_is_exempt_as_long_as_the_quota_reaches_round(
        classes in vec(class(), 1..7), amount in amount(),
    ) {
        // [F4.3]: classes without a floor get their first place, in order. Only then does a class get a place above its
        // floor.
        let terms = Terms::of(&classes, amount);
        let Ok(takes) = takes(&classes, amount) else { return Ok(()) };
        let waiting = |at: &usize| terms.floors[*at] == 0 && terms.caps[*at] > 0;
        let waiting: Vec<usize> = (0..classes.len()).filter(waiting).collect();
        let floors: u64 = terms.floors.iter().sum();
        let places = usize::try_from(terms.total.saturating_sub(floors)).unwrap();
        let served = places.min(waiting.len());
        prop_assert!(waiting[..served].iter().all(|&at| takes[at] > 0));
        prop_assert!(waiting[served..].iter().all(|&at| takes[at] == 0));
    }

    #[test]
    fn more_weight_is_never_fewer_places(
        classes in vec(class(), 1..7), amount in amount(), at in any::<prop::sample::Index>(), more in 1_u64..500,
    ) {
        // [F4.3]: with a greater weight, a class gets no fewer places, and no other class gets more.
        let Ok(before) = takes(&classes, amount) else { return Ok(()) };
        let at = at.index(classes.len());
        let mut heavier = classes.clone();
        heavier[at].weight = Some((classes[at].weight.unwrap_or(1) + more).min(1000));
        let after = takes(&heavier, amount).unwrap();
        prop_assert!(after[at] >= before[at]);
        let others = (0..classes.len()).filter(|&other| other != at);
        prop_assert!(others.into_iter().all(|other| after[other] <= before[other]));
    }

    #[test]
    fn a_class_of_less_risk_is_ahead_by_less_than_one_entity(
        sizes in vec(1_u64..80, 2..7), mut weights in vec(1_u64..=1000, 7), count in 1_u64..300,
    ) {
        // [F4.3]: (s_c − 1)/N_c < s_b/N_b for b of higher risk, if weights never rise as risk falls.
        weights.sort_unstable_by(|a, b| b.cmp(a));
        let class = |(&size, &weight): (&u64, &u64)| Class {
            size,
            minimum: None,
            maximum: None,
            weight: Some(weight),
        };
        let classes: Vec<Class> = sizes.iter().zip(&weights).map(class).collect();
        let takes = takes(&classes, Amount::Count(count)).unwrap();
        for c in 0..sizes.len() {
            for b in (0..c).filter(|_| takes[c] > 0) {
                prop_assert!((takes[c] - 1) * sizes[b] < takes[b] * sizes[c], "{:?}", takes);
            }
        }
    }
}
