//! The canonical bytes of each document, and their digest.

use std::fs;

use crate::support::{Case, suiji};

#[test]
fn the_output_is_the_bytes_whose_digests_are_in_the_commitment() {
    let case = Case::sealed();
    let plan = suiji(&["canon", &case.arg("plan.json")]).ends(0);
    let digest = suiji::Hash::Sha256.digest(plan.out.as_bytes());
    assert_eq!(case.json("commitment.json")["plan"], digest.to_string());
    assert_eq!(plan.err, format!("sha256 {digest}\n"));
    // An explicit default is not hashed [C2c].
    case.edit("plan.json", |plan| {
        plan["tasks"][0]["team"]["seats"][0]["expert"] = false.into()
    });
    assert_eq!(
        suiji(&["canon", &case.arg("plan.json")]).ends(0).out,
        plan.out
    );
    let commitment = suiji(&["canon", &case.arg("commitment.json"), "--hash", "sm3"]).ends(0);
    let digest = suiji::Hash::Sm3.digest(commitment.out.as_bytes());
    assert_eq!(commitment.err, format!("sm3 {digest}\n"));
    suiji(&["canon", &case.arg("plan.json"), "--hash", "md5"]).refused("usage.value");
    case.write("other.json", "{\"b\": [1, true], \"a\": {}}\n");
    assert_eq!(
        suiji(&["canon", &case.arg("other.json")]).ends(0).out,
        "{\"a\":{},\"b\":[1,true]}"
    );
    case.write("other.json", "[1.5]");
    suiji(&["canon", &case.arg("other.json")]).refused("json.number");
}

#[test]
fn the_hash_is_the_one_that_the_document_names() {
    let vectors = concat!(env!("CARGO_MANIFEST_DIR"), "/../../tests/vectors/cases/02");
    let path = format!("{vectors}/expected/commitment.json");
    let commitment = suiji::Commitment::from_json(&fs::read(&path).unwrap()).unwrap();
    assert_eq!(commitment.hash(), suiji::Hash::Sm3);
    let canon = |args: &[&str]| suiji(&[&["canon"], args].concat()).ends(0);
    let of_commitment = canon(&[&path]);
    assert_eq!(of_commitment.err, format!("sm3 {}\n", commitment.digest()));
    let json = canon(&[&path, "--json"]).json();
    assert_eq!(json["digest"], commitment.digest().to_string());
    // A record names the hash in its commitment.
    let record = format!("{vectors}/expected/record.json");
    let digest = suiji::Record::from_json(&fs::read(&record).unwrap())
        .unwrap()
        .digest();
    assert_eq!(canon(&[&record]).err, format!("sm3 {digest}\n"));
    let requested = canon(&[&path, "--hash", "sha256"]);
    let digest = suiji::Hash::Sha256.digest(requested.out.as_bytes());
    assert_eq!(requested.err, format!("sha256 {digest}\n"));
    let case = Case::new();
    case.write("other.json", "{\"hash\": \"md5\"}");
    assert!(canon(&[&case.arg("other.json")]).err.starts_with("sha256 "));
}

#[test]
fn the_digest_is_the_one_that_other_documents_name() {
    let case = Case::drawn();
    let (record, receipt) = (case.arg("record.json"), case.arg("receipt.json"));
    case.publish("public.json");
    let (id, dir) = ("91140000SAMPLE0001", case.dir());
    suiji(&[
        "explain",
        &record,
        id,
        "--case",
        &dir,
        "--receipt",
        &receipt,
    ])
    .ends(0);
    let canon = |name: &str| suiji(&["canon", &case.arg(name)]).ends(0);
    let of_record = case.json("public.json")["record"].clone();
    for (name, digest) in [
        ("plan.json", &case.json("commitment.json")["plan"]),
        ("commitment.json", &case.digest("commitment.json").into()),
        ("record.json", &of_record),
    ] {
        let digest = format!("sha256 {}\n", digest.as_str().unwrap());
        assert_eq!(canon(name).err, digest, "{name}");
    }
    // These have canonical bytes too, although no document names their digest.
    for name in [
        "ceremony.json",
        "contributions.json",
        "public.json",
        "receipt.json",
    ] {
        // For keys of plain letters, serde_json writes the order and form of RFC 8785.
        assert_eq!(canon(name).out, case.json(name).to_string(), "{name}");
    }
}
