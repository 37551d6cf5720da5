//! Makes cases from a seed by the rule in `rule.txt`, which any implementation can follow.

mod plan;
mod rows;
pub(crate) mod words;

use serde_json::{Map, Value, json};
use suiji::{Digest, Hash};

use crate::Small;
use words::Words;

/// The rule, as in the vector.
pub const RULE: &str = include_str!("rule.txt");

const CATEGORIES: [&str; 3] = ["汽车销售", "加油站", "外商投资"];
const DISTRICTS: [&str; 4] = ["140521", "140522", "1405", "140521100"];
const DEPARTMENTS: [&str; 2] = ["县工信局", "县市场监管局"];
const SKILLS: [&str; 2] = ["汽车", "财务"];
const LEVELS: [&str; 2] = ["县", "市"];
const RATIOS: [&str; 9] = [
    "1%",
    "5%",
    "12.5%",
    "20%",
    "33.333333%",
    "40%",
    "50%",
    "66.6%",
    "100%",
];

/// Case `number` of `seed`.
pub fn case(seed: &str, number: u64) -> Small {
    made_of(Words::new(seed, number))
}

/// The case that these bytes choose. Every choice takes two bytes, from the end.
pub fn chosen(bytes: &[u8]) -> Small {
    made_of(Words::Given(bytes.to_vec()))
}

fn made_of(mut words: Words) -> Small {
    let hash = *words.of(&[Hash::Sha256, Hash::Sm3]);
    let mut ceremony = json!({"hash": hash.as_str(), "sealed_at": "2024-08-30T09:00:00+08:00"});
    if words.one_in(2) {
        ceremony["secret"] = words.hex().into();
    }
    let classes: Option<Vec<String>> = words.one_in(3).then(|| {
        let count = 2 + words.pick(3);
        (1..=count).map(|number| format!("K{number}")).collect()
    });
    let ids = classes.clone().unwrap_or_else(|| {
        let default = ["high", "elevated", "general", "low"];
        default.map(str::to_owned).into()
    });
    let registry = rows::registry(&mut words, &ids);
    let roster = rows::roster(&mut words, &registry);
    let history = rows::history(&mut words, &registry, &roster);
    let plan = plan::plan(&mut words, classes.as_deref(), &ids);
    let (sources, contributions) = sources(&mut words, hash);
    ceremony["sources"] = sources;
    Small {
        plan,
        registry,
        roster,
        history,
        ceremony,
        contributions,
    }
}

/// The result of a case: its record digest, or `refused`.
pub fn result(case: &Small) -> String {
    case.draw().map_or_else(
        |_| "refused".to_owned(),
        |(_, record)| record.digest().to_string(),
    )
}

/// The hash A of the rule after each number of cases of a seed.
#[derive(Clone, Debug)]
pub struct Accumulated {
    seed: String,
    next: u64,
    so_far: Digest,
}

impl Accumulated {
    /// Before the first case.
    pub fn new(seed: &str) -> Self {
        Self {
            seed: seed.to_owned(),
            next: 0,
            so_far: Digest::from_bytes([0; 32]),
        }
    }

    /// The hash A after the first `count` cases. Call it with increasing counts.
    pub fn after(&mut self, count: u64) -> Digest {
        while self.next < count {
            let result = result(&case(&self.seed, self.next));
            let bytes = [self.so_far.as_bytes(), result.as_bytes()].concat();
            self.so_far = Hash::Sha256.digest(&bytes);
            self.next += 1;
        }
        self.so_far
    }
}

fn sources(words: &mut Words, hash: Hash) -> (Value, Value) {
    let mut parts = vec![json!({"count": 20, "from": 1, "to": 6})];
    let thrown: Vec<u64> = (0..20).map(|_| 1 + words.pick(6)).collect();
    let mut numbers = vec![thrown];
    if words.one_in(2) {
        let count = 2 + words.pick(2);
        let mut balls: Vec<u64> = (0..10).collect();
        let mut drawn: Vec<u64> = (0..count)
            .map(|_| {
                let at = words.pick(balls.len() as u64);
                balls.remove(usize::try_from(at).unwrap_or_default())
            })
            .collect();
        drawn.sort_unstable();
        parts.push(json!({"count": count, "from": 0, "to": 9, "distinct": true}));
        numbers.push(drawn);
    }
    let mut sources =
        vec![json!({"kind": "live", "by": "witness", "name": "样例掷骰", "parts": parts})];
    let mut contributions = vec![json!({"kind": "live", "numbers": numbers})];
    if words.one_in(2) {
        let nonce = words.hex();
        let value = format!("样例{}", words.pick(1000));
        let bytes: Vec<u8> = (0..64)
            .step_by(2)
            .map(|at| u8::from_str_radix(&nonce[at..at + 2], 16).unwrap_or_default())
            .collect();
        let commitment = hash
            .derive("commit", &[&bytes, value.as_bytes()])
            .to_string();
        sources.insert(
            0,
            json!({"kind": "committed", "by": "public", "name": "样例见证", "commitment": commitment}),
        );
        contributions.insert(
            0,
            json!({"kind": "committed", "nonce": nonce, "value": value}),
        );
    }
    (sources.into(), contributions.into())
}

/// An object of the fields that are present.
pub(crate) fn object<const N: usize>(fields: [(&str, Option<Value>); N]) -> Value {
    let there = fields
        .into_iter()
        .filter_map(|(key, value)| Some((key.to_owned(), value?)));
    Value::Object(there.collect::<Map<_, _>>())
}
