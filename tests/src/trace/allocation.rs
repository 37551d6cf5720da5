//! How many are taken from each stratum [C6, F4].

use serde_json::{Value, json};

use super::clean::default_classes;
use super::frame::Framed;
use super::{Given, list, number, text};

pub(super) struct Stratum<'g> {
    pub(super) name: &'g str,
    pub(super) size: u64,
    pub(super) take: u64,
    minimum: u64,
    maximum: u64,
    weight: u64,
}

/// The strata with their takes, and the steps: bounds, the target, and which stratum got one more in each round. If a
/// step fails, that step.
pub(super) fn allocate<'g>(
    given: &'g Given,
    task: &'g Value,
    framed: &Framed<'g>,
) -> Result<(Vec<Stratum<'g>>, Value), &'static str> {
    let classes = given.plan.get("classes").cloned();
    let classes = classes.unwrap_or_else(default_classes);
    let mut strata: Vec<Stratum<'g>> = Vec::new();
    for class in list(&classes)
        .iter()
        .map(|class| text(&class["id"]))
        .chain(["all"])
    {
        let of_class = framed.rows.iter().filter(|(_, stratum)| *stratum == class);
        let names: Vec<&'g str> = of_class.map(|(_, stratum)| *stratum).collect();
        if let Some(name) = names.first() {
            strata.push(stratum(&task["risk"], name, names.len() as u64));
        }
    }
    if strata.iter().any(|of| of.minimum > of.maximum) {
        return Err("F4.1");
    }
    let target = target(&task["quota"], framed.rows.len() as u64);
    let bound = ["at_most", "exactly", "count"];
    if bound.iter().any(|field| task["quota"].get(field).is_some()) && taken(&strata) > target {
        return Err("F4.2");
    }
    let mut rounds = Vec::new();
    while taken(&strata) < target {
        let next = next(&strata).ok_or("F4.3")?;
        strata[next].take += 1;
        rounds.push(strata[next].name);
    }
    let each = strata.iter().map(|of| {
        json!({"stratum": of.name, "size": of.size, "minimum": of.minimum, "maximum": of.maximum,
            "weight": of.weight, "take": of.take})
    });
    let each: Vec<Value> = each.collect();
    let steps =
        json!({"size": framed.rows.len(), "target": target, "strata": each, "rounds": rounds});
    Ok((strata, steps))
}

/// [F4.1]
fn stratum<'g>(risk: &Value, name: &'g str, size: u64) -> Stratum<'g> {
    let ratio = |field: &str| risk.get(field).and_then(|of| of.get(name)).map(text);
    let minimum = ratio("minimum").map_or(0, |ratio| up(ratio, size));
    Stratum {
        name,
        size,
        take: minimum,
        minimum,
        maximum: ratio("maximum").map_or(size, |ratio| down(ratio, size)),
        weight: number(&risk["weights"][name]).unwrap_or(1),
    }
}

/// [F4.2]
fn target(quota: &Value, size: u64) -> u64 {
    let ratio = |field: &str| quota.get(field).map(text);
    let target = if let Some(least) = ratio("at_least") {
        up(least, size).max(number(&quota["min"]).unwrap_or(0))
    } else if let Some(most) = ratio("at_most") {
        down(most, size).min(number(&quota["max"]).unwrap_or(size))
    } else if let Some(exactly) = ratio("exactly") {
        up(exactly, size)
    } else {
        number(&quota["count"]).unwrap_or(0)
    };
    target.min(size)
}

/// [F4.3] The stratum that gets one more: w·N/s is compared by cross-multiplication.
fn next(strata: &[Stratum<'_>]) -> Option<usize> {
    let mut best: Option<usize> = None;
    for (index, of) in strata
        .iter()
        .enumerate()
        .filter(|(_, of)| of.take < of.maximum)
    {
        let greater = best.is_none_or(|best| {
            let best = &strata[best];
            let (this, that) = (of.weight * of.size, best.weight * best.size);
            match (of.take, best.take) {
                (_, 0) => false,
                (0, _) => true,
                (own, other) => {
                    u128::from(this) * u128::from(other) > u128::from(that) * u128::from(own)
                }
            }
        });
        if greater {
            best = Some(index);
        }
    }
    best
}

fn taken(strata: &[Stratum<'_>]) -> u64 {
    strata.iter().map(|of| of.take).sum()
}

/// ⌈r·n⌉
fn up(ratio: &str, n: u64) -> u64 {
    let (numer, denom) = fraction(ratio);
    whole((numer * u128::from(n)).div_ceil(denom))
}

/// ⌊r·n⌋
fn down(ratio: &str, n: u64) -> u64 {
    let (numer, denom) = fraction(ratio);
    whole(numer * u128::from(n) / denom)
}

/// `12.5%` is 125 of 1000.
fn fraction(ratio: &str) -> (u128, u128) {
    let digits = ratio.trim_end_matches('%');
    let decimals = digits.split_once('.').map_or("", |(_, decimals)| decimals);
    let numer = digits.replace('.', "").parse().unwrap_or(0);
    (numer, decimals.chars().fold(100, |denom, _| denom * 10))
}

fn whole(number: u128) -> u64 {
    u64::try_from(number).expect("at most the size of the frame")
}
