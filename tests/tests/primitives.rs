//! The primitives give the results of their standards.
#![expect(clippy::unwrap_used, reason = "tests")]

use std::fs;

use rand_chacha::ChaCha20Rng;
use rand_core::{Rng as _, SeedableRng as _};
use serde_json::Value;
use suiji::Hash;
use suiji_conformance::{Case, root};

fn vectors(name: &str) -> Value {
    let bytes = fs::read(root().join("vectors/primitives").join(name)).unwrap();
    serde_json::from_slice(&bytes).unwrap()
}

fn bytes(hex: &Value) -> Vec<u8> {
    let hex = hex.as_str().unwrap();
    (0..hex.len())
        .step_by(2)
        .map(|at| u8::from_str_radix(&hex[at..at + 2], 16).unwrap())
        .collect()
}

fn text(value: &Value) -> &str {
    value.as_str().unwrap()
}

#[test]
fn hashes_match_their_standards() {
    // [C1]
    for (hash, file) in [(Hash::Sha256, "sha256.json"), (Hash::Sm3, "sm3.json")] {
        let vectors = vectors(file);
        for case in vectors["cases"].as_array().unwrap() {
            let times = usize::try_from(case["times"].as_u64().unwrap()).unwrap();
            let message = text(&case["text"]).repeat(times);
            assert_eq!(
                hash.digest(message.as_bytes()).to_string(),
                text(&case["digest"]),
                "{file} {}",
                case["text"]
            );
        }
    }
}

#[test]
fn keystream_blocks_match_rfc_8439() {
    // [T4.2]
    let vectors = vectors("chacha20.json");
    let cases = vectors["cases"].as_array().unwrap();
    assert_eq!(cases.len(), 6);
    for case in cases {
        let mut stream = ChaCha20Rng::from_seed(bytes(&case["key"]).try_into().unwrap());
        let nonce = bytes(&case["nonce"]);
        let word = |at: usize| u64::from(u32::from_le_bytes(nonce[at..at + 4].try_into().unwrap()));
        // Words 14 and 15 of the state have the stream. Word 13 has the upper half of the block number.
        stream.set_stream(word(4) | word(8) << 32);
        let block = word(0) << 32 | case["counter"].as_u64().unwrap();
        stream.set_word_pos(u128::from(block) * 16);
        let mut found = [0; 64];
        stream.fill_bytes(&mut found);
        assert_eq!(found.as_slice(), bytes(&case["block"]), "{}", case["name"]);
    }
}

#[test]
fn the_keystream_is_read_as_little_endian_64_bit_words() {
    // [T4.2] Blocks 0 and 1 of the zero key, eight words each.
    let vectors = vectors("chacha20.json");
    let blocks = [&vectors["cases"][0]["block"], &vectors["cases"][1]["block"]];
    let blocks: Vec<u8> = blocks.into_iter().flat_map(bytes).collect();
    let expected: Vec<u64> = blocks
        .chunks(8)
        .map(|word| u64::from_le_bytes(word.try_into().unwrap()))
        .collect();
    assert_eq!(expected[0], 0x903d_f1a0_ade0_b876);
    let mut stream = ChaCha20Rng::from_seed([0; 32]);
    let found: Vec<u64> = (0..16).map(|_| stream.next_u64()).collect();
    assert_eq!(found, expected);
}

#[test]
fn canonical_json_matches_rfc_8785() {
    // [C2a] The JCS crate also writes fractions and null.
    for document in vectors("jcs.json")["documents"].as_array().unwrap() {
        let value: Value = serde_json::from_str(text(&document["input"])).unwrap();
        let found = serde_json_canonicalizer::to_string(&value).unwrap();
        assert_eq!(found, text(&document["output"]), "{}", document["name"]);
    }
}

#[test]
fn numbers_match_appendix_b_of_rfc_8785() {
    // [C2a]
    let vectors = vectors("jcs.json");
    let number = |bits: &Value| f64::from_bits(u64::from_str_radix(text(bits), 16).unwrap());
    for pair in vectors["numbers"].as_array().unwrap() {
        let found = serde_json_canonicalizer::to_string(&number(&pair[0])).unwrap();
        assert_eq!(found, text(&pair[1]), "{}", pair[0]);
    }
    for bits in vectors["not_numbers"].as_array().unwrap() {
        // NaN and infinities are not JSON. The crate fails or writes null, which [C2a] forbids.
        let written = serde_json_canonicalizer::to_string(&number(bits)).unwrap_or_default();
        assert!(written.is_empty() || written == "null", "{bits}: {written}");
    }
}

#[test]
fn documents_with_fractions_or_null_are_refused() {
    // [C2a]
    let expected = [
        ("arrays", Err("json.null")),
        ("french", Ok(())),
        ("structures", Err("json.number")),
        ("unicode", Ok(())),
        ("values", Err("json.number")),
        ("weird", Ok(())),
    ];
    let vectors = vectors("jcs.json");
    let documents = vectors["documents"].as_array().unwrap();
    assert_eq!(documents.len(), expected.len());
    for (document, (name, outcome)) in documents.iter().zip(expected) {
        assert_eq!(document["name"], name);
        match (
            suiji::canonical_json(text(&document["input"]).as_bytes()),
            outcome,
        ) {
            (Ok(found), Ok(())) => {
                assert_eq!(String::from_utf8(found).unwrap(), text(&document["output"]))
            }
            (Err(error), Err(code)) => assert!(
                error.faults().iter().any(|fault| fault.code() == code),
                "{error}"
            ),
            (found, _) => assert!(found.is_err(), "accepted: {name}"),
        }
    }
}

/// The intermediate values of cases, from another implementation.
fn traces() -> Vec<(Case, Value)> {
    let traced = Case::all()
        .into_iter()
        .filter(|case| case.dir.join("expected/trace.json").exists());
    traced
        .map(|case| {
            (
                case.clone(),
                serde_json::from_slice(&case.bytes("expected/trace.json")).unwrap(),
            )
        })
        .collect()
}

#[test]
fn intermediate_values_match_those_of_the_cases() {
    // [C2a, C2c, S3b, R2, E1]
    let traces = traces();
    assert!(traces.len() >= 2, "{} traces", traces.len());
    for (case, trace) in traces {
        let (sealed, record) = case.draw().unwrap();
        let utf8 = |bytes: Vec<u8>| String::from_utf8(bytes).unwrap();
        assert_eq!(
            utf8(sealed.inputs().plan().canonical()),
            text(&trace["plan_jcs"])
        );
        assert_eq!(
            utf8(sealed.commitment().canonical()),
            text(&trace["commitment_jcs"])
        );
        assert_eq!(
            utf8(record.contributions().canonical()),
            text(&trace["contributions_jcs"])
        );
        assert_eq!(
            sealed.commitment().digest().to_string(),
            text(&trace["commitment_digest"])
        );
        assert_eq!(record.seed().to_string(), text(&trace["seed"]));
        assert_eq!(record.digest().to_string(), text(&trace["record_digest"]));
        let leaf = text(&trace["registry_first_leaf"]["jcs"]);
        let hash = sealed
            .commitment()
            .hash()
            .digest(&[&[0], leaf.as_bytes()].concat());
        assert_eq!(
            hash.to_string(),
            text(&trace["registry_first_leaf"]["hash"]),
            "[S1]"
        );
    }
}

#[test]
fn keys_of_order_teams_and_balance_derive_from_the_seed() {
    // [C5, D1, T4.2, T6]
    for (case, trace) in traces() {
        let (plan, commitment) = (case.plan().unwrap(), case.seal().unwrap());
        let hash = commitment.commitment().hash();
        let seed = bytes(&trace["seed"]);
        for (task, order) in plan
            .tasks()
            .iter()
            .zip(trace["order_keys"].as_array().unwrap())
        {
            let (kind, name) = task
                .coordination()
                .map_or(("task", task.id().as_str()), |group| {
                    ("coordination", group)
                });
            let key = hash.derive("order", &[&seed, kind.as_bytes(), name.as_bytes()]);
            assert_eq!(key.to_string(), text(&order["key"]));
        }
        assert_eq!(
            hash.derive("balance", &[&seed]).to_string(),
            text(&trace["balance_key"])
        );
        for team in trace["ranks"].as_array().unwrap() {
            let (task, entity) = (text(&team["task"]), text(&team["entity"]));
            let key = hash.derive("team", &[&seed, task.as_bytes(), entity.as_bytes()]);
            assert_eq!(key.to_string(), text(&team["key"]));
            let mut stream = ChaCha20Rng::from_seed(*key.as_bytes());
            for word in team["first_words"].as_array().unwrap() {
                assert_eq!(format!("{:016x}", stream.next_u64()), text(word));
            }
        }
    }
}
