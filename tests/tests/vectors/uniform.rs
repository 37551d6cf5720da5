//! The direct vector of uniform [T4.2], through the walk; the library's own is tested beside its code.

use serde_json::Value;
use suiji_conformance::trace::Words;

use super::{File, list, text};

fn number(value: &Value) -> u64 {
    text(value).parse().unwrap()
}

fn numbers(values: &Value) -> Vec<u64> {
    list(values).iter().map(number).collect()
}

#[test]
fn words_at_the_limit_and_above_are_rejected() {
    // [T4.2]: the limit by arithmetic of 128 bits.
    let file = File::named("uniform.json");
    let streams = list(&file.content["keystreams"]);
    let cases = streams.iter().flat_map(|stream| list(&stream["numbers"]));
    let mut rejected = 0;
    for case in list(&file.content["given"]).iter().chain(cases) {
        let (bound, words) = (number(&case["bound"]), numbers(&case["words"]));
        let limit = (1_u128 << 64) / u128::from(bound) * u128::from(bound);
        let (last, before) = words.split_last().unwrap();
        assert!(u128::from(*last) < limit && before.iter().all(|&word| u128::from(word) >= limit));
        assert_eq!(before, numbers(&case["rejected"]));
        assert_eq!(number(&case["value"]), last % bound);
        rejected += before.len();
    }
    assert!(rejected > 10, "{rejected}");
}

#[test]
fn numbers_come_from_the_keystream_in_turn() {
    // [T4.2]
    for stream in list(&File::named("uniform.json").content["keystreams"]) {
        let mut words = Words::of_key(&text(&stream["key"]).parse().unwrap());
        for case in list(&stream["numbers"]) {
            let step = words.uniform(number(&case["bound"]));
            assert_eq!(
                (step.words, step.value),
                (numbers(&case["words"]), number(&case["value"]))
            );
        }
    }
}
