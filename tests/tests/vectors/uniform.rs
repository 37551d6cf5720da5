//! The vector of `uniform` [T4.2], tested with the trace. Unit tests of the library test its own `uniform`.

use serde_json::Value;
use suiji_conformance::trace::Keystream;

use super::{File, list, text};

fn number(value: &Value) -> u64 {
    text(value).parse().unwrap()
}

fn numbers(values: &Value) -> Vec<u64> {
    list(values).iter().map(number).collect()
}

#[test]
fn words_at_or_above_the_limit_are_rejected() {
    // [T4.2] The limit, computed with 128 bits.
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
fn numbers_are_read_from_the_keystream_in_order() {
    // [T4.2]
    for keystream in list(&File::named("uniform.json").content["keystreams"]) {
        let mut stream = Keystream::of_key(&text(&keystream["key"]).parse().unwrap());
        for case in list(&keystream["numbers"]) {
            let step = stream.uniform(number(&case["bound"]));
            assert_eq!(
                (step.words, step.value),
                (numbers(&case["words"]), number(&case["value"]))
            );
        }
    }
}
