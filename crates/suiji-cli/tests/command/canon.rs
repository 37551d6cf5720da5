//! The canonical bytes of each document, and their digest.

use std::fs;

use crate::support::{Case, suiji};

#[test]
fn canon_gives_bytes_alone_that_hash_to_the_digests_of_the_commitment() {
    let case = Case::sealed();
    let plan = suiji(&["canon", &case.word("plan.json")]).ends(0);
    let digest = suiji::Hash::Sha256.digest(plan.out.as_bytes());
    assert_eq!(case.json("commitment.json")["plan"], digest.to_string());
    assert_eq!(plan.err, format!("sha256 {digest}\n"));
    // A default that is written out is not hashed [C2c].
    case.edit("plan.json", |plan| {
        plan["tasks"][0]["scope"]["districts"] = serde_json::json!([])
    });
    assert_eq!(
        suiji(&["canon", &case.word("plan.json")]).ends(0).out,
        plan.out
    );
    let sheet = suiji(&["canon", &case.word("commitment.json"), "--hash", "sm3"]).ends(0);
    let digest = suiji::Hash::Sm3.digest(sheet.out.as_bytes());
    assert_eq!(sheet.err, format!("sm3 {digest}\n"));
    suiji(&["canon", &case.word("plan.json"), "--hash", "md5"]).refused("usage.value");
    case.write("other.json", "{\"b\": [1, true], \"a\": {}}\n");
    assert_eq!(
        suiji(&["canon", &case.word("other.json")]).ends(0).out,
        "{\"a\":{},\"b\":[1,true]}"
    );
    case.write("other.json", "[1.5]");
    suiji(&["canon", &case.word("other.json")]).refused("json.number");
}

#[test]
fn canon_takes_the_suite_that_the_document_names() {
    let vectors = concat!(env!("CARGO_MANIFEST_DIR"), "/../../tests/vectors/cases/03");
    let sheet = format!("{vectors}/expected/commitment.json");
    let commitment = suiji::Commitment::from_json(&fs::read(&sheet).unwrap()).unwrap();
    assert_eq!(commitment.hash(), suiji::Hash::Sm3);
    let canon = |words: &[&str]| suiji(&[&["canon"], words].concat()).ends(0);
    let of_sheet = canon(&[&sheet]);
    assert_eq!(of_sheet.err, format!("sm3 {}\n", commitment.digest()));
    let json = canon(&[&sheet, "--json"]).json();
    assert_eq!(json["digest"], commitment.digest().to_string());
    // A record names it in its commitment.
    let record = format!("{vectors}/expected/record.json");
    let digest = suiji::Record::from_json(&fs::read(&record).unwrap(), &suiji::Run::default())
        .unwrap()
        .digest();
    assert_eq!(canon(&[&record]).err, format!("sm3 {digest}\n"));
    let asked = canon(&[&sheet, "--hash", "sha256"]);
    let digest = suiji::Hash::Sha256.digest(asked.out.as_bytes());
    assert_eq!(asked.err, format!("sha256 {digest}\n"));
    let case = Case::new();
    case.write("other.json", "{\"hash\": \"md5\"}");
    assert!(
        canon(&[&case.word("other.json")])
            .err
            .starts_with("sha256 ")
    );
}

#[test]
fn canon_gives_the_digest_that_each_document_has() {
    let case = Case::drawn();
    let (record, public, receipt) = (
        case.word("record.json"),
        case.word("public.json"),
        case.word("receipt.json"),
    );
    suiji(&["publish", &record, "--out", &public]).ends(0);
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
    let canon = |name: &str| suiji(&["canon", &case.word(name)]).ends(0);
    let of_record = case.json("public.json")["record"].clone();
    for (name, digest) in [
        ("plan.json", &case.json("commitment.json")["plan"]),
        ("commitment.json", &case.digest("commitment.json").into()),
        ("record.json", &of_record),
    ] {
        let said = format!("sha256 {}\n", digest.as_str().unwrap());
        assert_eq!(canon(name).err, said, "{name}");
    }
    // No digest of ours is over these; they have canonical bytes all the same.
    for name in [
        "ceremony.json",
        "contributions.json",
        "public.json",
        "receipt.json",
    ] {
        // With keys of plain letters serde_json's own order and form are those of RFC 8785.
        assert_eq!(canon(name).out, case.json(name).to_string(), "{name}");
    }
}
