//! How likely each firm is to be drawn, and each pair of officers to go together: here, and by methods in use
//! elsewhere. `cargo run --release -p suiji-examples --example fairness -- PICTURE.svg`
#![expect(
    clippy::float_arithmetic,
    reason = "chances for the eye; no draw rests on them"
)]

mod field;
mod picture;

use std::collections::BTreeMap;
use std::path::PathBuf;

use suiji::ceremony::By;
use suiji::plan::{Quota, SeatGroup, Task, Team};
use suiji::tables::{Entity, Inspector};
use suiji::values::InspectorId;
use suiji::{
    Ceremony, Contribution, Contributions, Error, Hash, History, Inputs, Plan, Registry, Roster,
    Sealed, Source,
};

const FIRMS: usize = 100;
const TAKE: usize = 40;
const OFFICERS: usize = 12;
const DRAWS: u32 = 10_000;

/// A way of drawing, and the chance it gives to each firm, in the order of the list.
struct Method {
    name: &'static str,
    chances: Vec<f64>,
    samples: &'static str,
}

/// What came of many draws.
struct Measured {
    /// By firm.
    drawn: Vec<f64>,
    /// By officer: of the first one's visits, how many with him.
    partners: Vec<f64>,
}

/// The methods, ours first: there the chance is take over size, exactly [F4].
fn methods() -> [Method; 4] {
    let method = |name, chances, samples| Method {
        name,
        chances,
        samples,
    };
    [
        method("suiji", vec![0.4; FIRMS], "1.4e28"),
        method(
            "skip sampling 跳号抽样",
            field::skip_sampling(FIRMS, TAKE),
            "2",
        ),
        method(
            "older skip path 旧跳号法",
            field::older_skip(FIRMS, TAKE),
            "many",
        ),
        method(
            "Math.round(Math.random()*(n-1))",
            field::rounding(FIRMS, TAKE),
            "1.4e28",
        ),
    ]
}

/// Invented firms and officers, all alike.
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
    let (firms, officers) = (ids("F", FIRMS), ids("P", OFFICERS));
    let inputs = Inputs::new(
        plan,
        Registry::from_rows(firms.iter().map(|id| Entity::new(id, "样例企业")))?,
        Roster::from_rows(
            officers
                .iter()
                .map(|id| Inspector::new(id, "样例人员", "样例局")),
        )?,
        History::default(),
    )?;
    let dice = Source::live(By::Witness, "掷骰", "123456", 20, None)?;
    let ceremony = Ceremony::new(Hash::Sha256, [dice]);
    let ceremony = ceremony.with_sealed_at("2024-09-02T09:00:00+08:00".parse()?);
    suiji::seal(&inputs, &ceremony)
}

/// Throws of a generator of numbers, so that they are the same in every run.
fn throws(number: u32) -> Result<Contributions, Error> {
    let digest = Hash::Sha256.digest(&number.to_be_bytes());
    let eyes = digest.as_bytes().iter().take(20).map(|byte| byte % 6 + 1);
    let eyes: String = eyes.map(|eye| eye.to_string()).collect();
    Ok(Contributions::new([Contribution::live(&eyes)?]))
}

fn measure() -> Result<Measured, Error> {
    let sealed = sealed()?;
    let mut drawn: BTreeMap<String, usize> = BTreeMap::new();
    let mut together = vec![0; OFFICERS];
    let number = |id: &InspectorId| id.as_str()[2..].parse::<usize>().unwrap_or(0);
    for n in 0..DRAWS {
        let record = sealed.draw(&throws(n)?)?;
        let draw = &record.draws()[0];
        for firm in draw.selected() {
            *drawn.entry(firm.id().to_string()).or_default() += 1;
        }
        for team in draw.teams() {
            let members: Vec<usize> = team.members().iter().map(number).collect();
            match members[..] {
                [1, other] | [other, 1] => together[other - 1] += 1,
                _ => {}
            }
        }
    }
    let share = |&count: &usize| field::real(count) / f64::from(DRAWS);
    Ok(Measured {
        drawn: drawn.values().map(share).collect(),
        partners: field::shares(&together),
    })
}

fn ends(values: &[f64]) -> (f64, f64) {
    let least = values.iter().copied().fold(f64::INFINITY, f64::min);
    (least, values.iter().copied().fold(0.0, f64::max))
}

fn table(methods: &[Method], measured: &Measured) -> String {
    const ROWS: [usize; 6] = [1, 2, 50, 81, 99, 100];
    let mut text = format!("{TAKE} of {FIRMS} firms: the chance of the firm in that row\n");
    text += &format!("{:34}", "");
    for row in ROWS {
        text += &format!("{row:>7}");
    }
    text += "   never drawn   possible samples\n";
    for method in methods {
        // A Chinese character is as wide as two others.
        let wide = method.name.chars().filter(|c| !c.is_ascii()).count();
        text += &format!("{:1$}", method.name, 34 - wide);
        for row in ROWS {
            text += &format!("{:7.3}", method.chances[row - 1]);
        }
        let never = method.chances.iter().filter(|&&chance| chance == 0.0);
        text += &format!("{:14}   {}\n", never.count(), method.samples);
    }
    let (least, most) = ends(&measured.drawn);
    text += &format!("suiji, counted in {DRAWS} draws: from {least:.3} to {most:.3}\n\n");
    text += &format!("{OFFICERS} officers in pairs: with whom the first one goes\n");
    let mut partners = |name: &str, shares: &[f64]| {
        let others = shares.iter().filter(|&&share| share > 0.0);
        let others: Vec<f64> = others.copied().collect();
        let (least, most) = ends(&others);
        text += &format!(
            "{name:34} {:2} of the other {}, each {least:.3} to {most:.3} of his visits\n",
            others.len(),
            OFFICERS - 1
        );
    };
    partners("suiji, counted", &measured.partners);
    let by_list = field::list_order(OFFICERS, TAKE);
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
    fn the_picture_in_the_readmes_is_the_one_that_is_drawn() {
        let svg = picture::svg(&methods(), &measure().unwrap()).unwrap();
        let kept = concat!(env!("CARGO_MANIFEST_DIR"), "/fairness/fairness.svg");
        assert!(
            std::fs::read_to_string(kept).unwrap() == svg,
            "run: cargo run --release -p suiji-examples --example fairness -- examples/fairness/fairness.svg"
        );
    }

    #[test]
    fn every_firm_and_every_pair_comes_as_often_as_it_should() {
        // Six standard deviations: of 10 000 draws at 0.4, and of about 67 000 visits at 1/11.
        let measured = measure().unwrap();
        assert_eq!((measured.drawn.len(), measured.partners[0]), (FIRMS, 0.0));
        assert!(
            measured
                .drawn
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
