//! The vector of `uniform`. Rejections are so rare that no draw has one, so `uniform` is tested directly.

use serde_json::{Value, json};
use suiji::Digest;

use super::Vector;
use crate::trace::{Keystream, Step};

pub(super) fn vector() -> Vector {
    let half = (1 << 63) + 1;
    // 2^64 mod 3 = 1, mod 10 = 6, mod 2^63 = 0, mod (2^63 + 1) = 2^63 − 1.
    let max = u64::MAX;
    let given = [
        (
            "the last word below the limit is accepted",
            3,
            vec![max - 1],
        ),
        ("the limit itself is rejected", 3, vec![max, 0]),
        (
            "words at and above the limit",
            10,
            vec![max, max - 1, max - 4, max - 5, max - 6],
        ),
        ("a power of two rejects nothing", 1 << 63, vec![max]),
        (
            "nearly half of all words are rejected",
            half,
            vec![half, max, half + 1, 1 << 63],
        ),
        ("a bound of 1", 1, vec![max]),
        (
            "the greatest bound rejects one word",
            max,
            vec![max, max - 1],
        ),
    ];
    let given: Vec<Value> = given
        .iter()
        .map(|(about, bound, words)| {
            let step = Keystream::of_words(words).uniform(*bound);
            assert_eq!(
                step.words, *words,
                "{about}: the vector has words that are not read"
            );
            case(about, &step)
        })
        .collect();
    let keys = [
        "00".repeat(32),
        "5e".repeat(32),
        (0..32).map(|byte| format!("{byte:02x}")).collect(),
    ];
    let streams = keys.iter().map(|key| {
        let of: Digest = key.parse().expect("64 digits");
        let mut stream = Keystream::of_key(&of);
        let bounds = [half, half, 3, half, 10, u64::MAX, half];
        let numbers = bounds.map(|bound| case("from the keystream", &stream.uniform(bound)));
        json!({"key": key, "numbers": numbers})
    });
    let content = json!({
        "vector": "uniform", "name": "uniform", "rules": ["T4.2"],
        "about": "uniform(n) of [T4.2] from given words and from keystreams, with rejected words; words and bounds are decimal strings because they exceed 2^53",
        "given": given, "keystreams": streams.collect::<Vec<_>>()});
    Vector {
        path: "uniform.json".to_owned(),
        content,
    }
}

fn case(about: &str, step: &Step) -> Value {
    let words: Vec<String> = step.words.iter().map(u64::to_string).collect();
    let rejected = &words[..words.len() - 1];
    json!({
        "about": about, "bound": step.bound.to_string(), "words": words, "rejected": rejected,
        "value": step.value.to_string()})
}
