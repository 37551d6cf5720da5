//! The probability that an entity is selected, and that two inspectors form a team: with this library, and with methods
//! that are used elsewhere.
//!
//! `cargo run --release -p suiji-examples --example fairness -- PICTURE.svg`
#![expect(
    clippy::float_arithmetic,
    reason = "probabilities for a picture, not for a draw"
)]

mod other_methods;
mod picture;

use std::collections::BTreeMap;
use std::path::PathBuf;

use suiji::ceremony::{By, Part};
use suiji::plan::{Quota, SeatGroup, Task, Team};
use suiji::tables::{Entity, Inspector};
use suiji::values::InspectorId;
use suiji::{
    Ceremony, Contribution, Contributions, Error, Hash, History, Inputs, Plan, Registry, Roster,
    Sealed, Source,
};

const ENTITIES: usize = 100;
const TAKE: usize = 40;
const INSPECTORS: usize = 12;
const DRAWS: u32 = 10_000;

/// A method of drawing, and the probability of each entity, in the order of the list.
struct Method {
    name: &'static str,
    chances: Vec<f64>,
    samples: &'static str,
}

/// The results of many draws.
struct Measured {
    /// By entity: the share of draws in which it was selected.
    selected: Vec<f64>,
    /// By inspector: the share of the first inspector's visits with this one.
    partners: Vec<f64>,
}

/// The methods, ours first. Its probability is exactly take / size [F4].
fn methods() -> [Method; 4] {
    let method = |name, chances, samples| Method {
        name,
        chances,
        samples,
    };
    [
        method("suiji", vec![0.4; ENTITIES], "1.4e28"),
        method(
            "skip sampling 跳号抽样",
            other_methods::skip_sampling(ENTITIES, TAKE),
            "2",
        ),
        method(
            "older skip path 旧跳号法",
            other_methods::older_skip(ENTITIES, TAKE),
            "many",
        ),
        method(
            "Math.round(Math.random()*(n-1))",
            other_methods::rounding(ENTITIES, TAKE),
            "1.4e28",
        ),
    ]
}

/// Invented entities and inspectors, all with the same properties.
fn sealed() -> Result<Sealed, Error> {
    let seats = vec![SeatGroup::new("样例局", 2)];
    let task = Task::new("J1".parse()?, "抽查")
        .with_quota(Quota::Exactly {
            ratio: "40%".parse()?,
        })
        .with_team(Team::new(seats));
    let plan = Plan::builder("样例计划", "样例县工信局", 2024)
        .with_task(task)
        .build()?;
    let ids = |kind: &str, count| -> Vec<String> {
        (1..=count).map(|n| format!("{kind}-{n:03}")).collect()
    };
    let (entities, inspectors) = (ids("F", ENTITIES), ids("P", INSPECTORS));
    let inputs = Inputs::new(
        plan,
        Registry::from_rows(entities.iter().map(|id| Entity::new(id, "样例企业")))?,
        Roster::from_rows(
            inspectors
                .iter()
                .map(|id| Inspector::new(id, "样例人员", "样例局")),
        )?,
        History::default(),
    )?;
    let dice = Source::live(By::Witness, "掷骰", [Part::new(20, 1, 6)?])?;
    let ceremony = Ceremony::new(Hash::Sha256, [dice]);
    let ceremony = ceremony.with_sealed_at("2024-09-02T09:00:00+08:00".parse()?);
    suiji::seal(&inputs, &ceremony)
}

/// Pseudo-random dice, the same in every run.
fn dice(number: u32) -> Result<Contribution, Error> {
    let digest = Hash::Sha256.digest(&number.to_be_bytes());
    let bytes = digest.as_bytes().iter().take(20);
    Contribution::live([bytes.map(|byte| u64::from(byte % 6 + 1))])
}

fn measure() -> Result<Measured, Error> {
    let sealed = sealed()?;
    let mut selected: BTreeMap<String, usize> = BTreeMap::new();
    let mut together = vec![0; INSPECTORS];
    let number = |id: &InspectorId| id.as_str()[2..].parse::<usize>().unwrap_or(0);
    for n in 0..DRAWS {
        let contributions = Contributions::new(sealed.commitment().digest(), [dice(n)?]);
        let record = sealed.draw(&contributions)?;
        let draw = &record.draws()[0];
        for entity in draw.selected() {
            *selected.entry(entity.id().to_string()).or_default() += 1;
        }
        for team in draw.teams() {
            let members: Vec<usize> = team.members().iter().map(number).collect();
            match members[..] {
                [1, other] | [other, 1] => together[other - 1] += 1,
                _ => {}
            }
        }
    }
    let share = |&count: &usize| other_methods::real(count) / f64::from(DRAWS);
    Ok(Measured {
        selected: selected.values().map(share).collect(),
        partners: other_methods::shares(&together),
    })
}

fn range(values: &[f64]) -> (f64, f64) {
    let least = values.iter().copied().fold(f64::INFINITY, f64::min);
    (least, values.iter().copied().fold(0.0, f64::max))
}

fn table(methods: &[Method], measured: &Measured) -> String {
    const ROWS: [usize; 6] = [1, 2, 50, 81, 99, 100];
    let mut text = format!("{TAKE} of {ENTITIES} firms: the probability of the firm in this row\n");
    text += &format!("{:34}", "");
    for row in ROWS {
        text += &format!("{row:>7}");
    }
    text += "   never drawn   possible samples\n";
    for method in methods {
        // A Chinese character is two columns wide.
        let wide = method.name.chars().filter(|c| !c.is_ascii()).count();
        text += &format!("{:1$}", method.name, 34 - wide);
        for row in ROWS {
            text += &format!("{:7.3}", method.chances[row - 1]);
        }
        let never = method.chances.iter().filter(|&&chance| chance == 0.0);
        text += &format!("{:14}   {}\n", never.count(), method.samples);
    }
    let (least, most) = range(&measured.selected);
    text += &format!("suiji, counted in {DRAWS} draws: from {least:.3} to {most:.3}\n\n");
    text += &format!("{INSPECTORS} inspectors in pairs: the partners of the first one\n");
    let mut partners = |name: &str, shares: &[f64]| {
        let others = shares.iter().filter(|&&share| share > 0.0);
        let others: Vec<f64> = others.copied().collect();
        let (least, most) = range(&others);
        text += &format!(
            "{name:34} {:2} of the other {}, each {least:.3} to {most:.3} of its visits\n",
            others.len(),
            INSPECTORS - 1
        );
    };
    partners("suiji, counted", &measured.partners);
    let by_list = other_methods::list_order(INSPECTORS, TAKE);
    partners("pairs in the order of the list", &by_list);
    text
}

#[expect(clippy::print_stdout, reason = "the table")]
fn main() -> Result<(), Box<dyn std::error::Error>> {
    let (methods, measured) = (methods(), measure()?);
    println!("{}", table(&methods, &measured).trim_end());
    if let Some(path) = std::env::args_os().nth(1).map(PathBuf::from) {
        std::fs::write(&path, picture::svg(&methods, &measured)?)?;
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_picture_in_the_readmes_is_current() {
        let svg = picture::svg(&methods(), &measure().unwrap()).unwrap();
        let kept = concat!(env!("CARGO_MANIFEST_DIR"), "/fairness/fairness.svg");
        assert!(
            std::fs::read_to_string(kept).unwrap() == svg,
            "run: cargo run --release -p suiji-examples --example fairness -- examples/fairness/fairness.svg"
        );
    }

    #[test]
    fn entities_and_pairs_have_equal_frequencies() {
        // Within six standard deviations, for 10 000 draws at 0.4 and about 67 000 visits at 1/11.
        let measured = measure().unwrap();
        assert_eq!(
            (measured.selected.len(), measured.partners[0]),
            (ENTITIES, 0.0)
        );
        assert!(
            measured
                .selected
                .iter()
                .all(|share| (share - 0.4).abs() < 0.03)
        );
        let others = &measured.partners[1..];
        assert!(
            others
                .iter()
                .all(|share| (share - 1.0 / 11.0).abs() < 0.007)
        );
    }
}
