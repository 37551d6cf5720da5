//! The seed [R1]–[R3]: it needs the contributions of all sources, in their order.
#![expect(clippy::unwrap_used, reason = "tests")]

use serde_json::json;
use suiji::{Contribution, Contributions, Error, Hash, Secret};
use suiji_conformance::Small;

const DICE: [u64; 20] = [1, 2, 3, 4, 5, 6, 1, 2, 3, 4, 5, 6, 1, 2, 3, 4, 5, 6, 1, 2];

/// The default case with a second source: a committed one of a witness.
fn two_sources(hash: Hash) -> Small {
    let mut case = Small::plain();
    case.ceremony["hash"] = json!(hash.as_str());
    let commitment = hash.derive("commit", &[&[7; 32], "三六五".as_bytes()]);
    let committed = json!({"kind": "committed", "by": "witness", "name": "见证人", "commitment": commitment.to_string()});
    case.ceremony["sources"]
        .as_array_mut()
        .unwrap()
        .push(committed);
    case.contributions
        .as_array_mut()
        .unwrap()
        .push(json!({"kind": "committed", "nonce": "07".repeat(32), "value": "三六五"}));
    case
}

#[test]
fn a_source_commitment_is_a_hash_of_nonce_and_value() {
    // [S4a], [C5] The hashed bytes.
    let bytes = [
        b"suiji-v1/commit\0".as_slice(),
        &32_u64.to_be_bytes(),
        &[7; 32],
        &9_u64.to_be_bytes(),
        "三六五".as_bytes(),
    ]
    .concat();
    for hash in [Hash::Sha256, Hash::Sm3] {
        let commitment = Contribution::commitment(hash, &Secret::from_bytes([7; 32]), "三六五");
        assert_eq!(commitment, hash.digest(&bytes));
    }
}

#[test]
fn the_seed_is_derived_from_commitment_and_contributions() {
    // [R2] The bytes of derive("seed", C, JCS(contributions)).
    for hash in [Hash::Sha256, Hash::Sm3] {
        let (sealed, record) = two_sources(hash).draw().unwrap();
        let contributions = format!(
            r#"[{{"kind":"live","numbers":[[{}]]}},{{"kind":"committed","nonce":"{}","value":"三六五"}}]"#,
            DICE.map(|face| face.to_string()).join(","),
            "07".repeat(32)
        );
        let digest = sealed.commitment().digest();
        let bytes = [
            b"suiji-v1/seed\0".as_slice(),
            &32_u64.to_be_bytes(),
            digest.as_bytes(),
            &u64::try_from(contributions.len()).unwrap().to_be_bytes(),
            contributions.as_bytes(),
        ];
        assert_eq!(record.seed(), hash.digest(&bytes.concat()));
    }
    let seeds = [Small::plain(), Small::plain().blinded(), Small::with_team()]
        .map(|case| case.draw().unwrap().1.seed().to_string());
    assert_eq!(
        seeds,
        [
            "c785134045a4190d8d2c03c10140c255a51d07d0c9a6b5ba1e4708616132f6f0",
            "ca37730bdbb6b3b4ac3505b90add2d3bc1c51c2b20770e1f301c80dfabc74f7d",
            "4f4a450f95f263d51e59ba77a9412aa1ad07d86a6827ac6c8712eeb9e1028956"
        ]
    );
}

#[test]
fn contributions_must_be_in_the_order_of_the_sources() {
    // [R1]
    let mut case = two_sources(Hash::Sha256);
    assert_eq!(case.code(), "");
    case.contributions.as_array_mut().unwrap().reverse();
    let error = case.draw().map(|_| ()).unwrap_err();
    let codes: Vec<&str> = error
        .faults()
        .iter()
        .map(suiji::error::Fault::code)
        .collect();
    assert_eq!(
        codes,
        ["contributions.kind", "contributions.kind"],
        "both are reported"
    );
    let sealed = two_sources(Hash::Sha256).seal().unwrap();
    let built = [
        Contribution::live([DICE]).unwrap(),
        Contribution::committed(Secret::from_bytes([7; 32]), "三六五").unwrap(),
    ];
    let built = Contributions::new(sealed.commitment().digest(), built);
    assert!(sealed.check_contributions(&built).is_ok());
    assert_eq!(
        sealed.draw(&built).unwrap(),
        two_sources(Hash::Sha256).draw().unwrap().1
    );
}

#[test]
fn without_every_contribution_there_is_no_seed() {
    // [R3]
    let sealed = two_sources(Hash::Sha256).seal().unwrap();
    let dice = || Contribution::live([DICE]).unwrap();
    for contributions in [vec![], vec![dice()], vec![dice(), dice(), dice()]] {
        let contributions = Contributions::new(sealed.commitment().digest(), contributions);
        let error = sealed.draw(&contributions).map(|_| ()).unwrap_err();
        assert!(
            error
                .faults()
                .iter()
                .any(|fault| fault.code() == "contributions.count"),
            "{error}"
        );
        assert!(sealed.check_contributions(&contributions).is_err());
    }
}

#[test]
fn every_contribution_changes_the_seed() {
    // [R2]
    let mut seeds = vec![two_sources(Hash::Sha256).draw().unwrap().1.seed()];
    let mut other_dice = two_sources(Hash::Sha256);
    other_dice.contributions[0]["numbers"][0][0] = json!(2);
    seeds.push(other_dice.draw().unwrap().1.seed());
    let mut other_time = two_sources(Hash::Sha256);
    other_time.ceremony["sealed_at"] = json!("2024-09-02T10:00:01+08:00");
    seeds.push(other_time.draw().unwrap().1.seed());
    let mut other_row = two_sources(Hash::Sha256);
    other_row
        .roster
        .push(json!({"id": "Z-9", "name": "样例", "department": "局"}));
    seeds.push(other_row.draw().unwrap().1.seed());
    for (index, seed) in seeds.iter().enumerate() {
        assert!(!seeds[..index].contains(seed), "{index}");
    }
}

#[test]
fn a_contribution_without_a_source_is_refused() {
    // [R1]
    let (sealed, _) = Small::plain().draw().unwrap();
    let contribution = Contribution::live([[1]]).unwrap();
    for place in [1, u64::MAX] {
        let error = sealed.check_contribution(place, &contribution).unwrap_err();
        assert_eq!(error.code(), "contributions.count");
    }
}

#[test]
fn contributions_that_readers_would_not_accept_are_refused() {
    // [R4, S5] The file that is written must be readable.
    let nonce = || Secret::from_bytes([7; 32]);
    let found = |length: usize| {
        let value = "A".repeat(length);
        let given = || Contribution::committed(nonce(), &value).unwrap();
        let opened = Contribution::commitment(Hash::Sha256, &nonce(), &value);
        let mut case = Small::plain();
        case.ceremony["sources"] = json!([{"kind": "committed", "by": "witness", "name": "见证人",
            "commitment": opened.to_string()}]);
        let sheet = case.seal().unwrap().commitment().clone();
        let all = Contributions::new(sheet.digest(), [given()]);
        let place = |error: Error| (error.code(), error.faults()[0].place().path().to_owned());
        let together = sheet.check_contributions(&all).map_err(place);
        let alone = sheet.check_contribution(0, &given()).map_err(place);
        (all.to_json(), together, alone)
    };
    let limit = suiji::limits::PLAN_BYTES;
    let least = found(1).0.len() - 1;
    let (json, together, alone) = found(limit - least);
    assert_eq!((together, alone), (Ok(()), Ok(())));
    assert!(Contributions::from_json(json.as_bytes()).is_ok());
    let (json, together, _) = found(limit - least + 1);
    assert_eq!(together, Err(("limit.contributions", "$".to_owned())));
    assert!(Contributions::from_json(json.as_bytes()).is_err());
    let place = "$.contributions[0]".to_owned();
    assert_eq!(found(limit).2, Err(("limit.contributions", place)));
}

/// The signature of round 123 as drand published it.
const ROUND_123: &str = "b75c69d0b72a5d906e854e808ba7e2accb1542ac355ae486d591aa9d43765482e26cd02df835d3546d23c4b13e0dfc92";

/// What the source of round 123 says about a signature: the code of the error; none if it is accepted.
fn said_of(signature: &str) -> Option<String> {
    let source = suiji::Source::drand("drand", 123).unwrap();
    let published = json!({"round": 123, "signature": signature});
    let read = source.beacon(published.to_string().as_bytes());
    read.err().map(|error| error.code().to_owned())
}

#[test]
fn only_the_published_form_of_a_drand_signature_is_accepted() {
    // [R1]
    assert_eq!(said_of(ROUND_123), None);
    let zeros = "00".repeat(47);
    for (what, wrong) in [
        // The pairing does not see the second summand: (0, 2), a point of order three. Computed in Python from the
        // equation of the curve.
        ("a sum with a point of small order", "abdc8cd30a7bd70daabbfd20ac299a5760b6956a53758c1be66c2ab3a46c004f6deeaf695b98a962edab6e12956f0dbe".to_owned()),
        ("a point of small order", format!("80{zeros}")),
        ("the identity", format!("c0{zeros}")),
        ("the identity with a sign", format!("e0{zeros}")),
        ("a point that claims to be the identity", ROUND_123.replacen("b7", "f7", 1)),
        ("a point that claims to be uncompressed", ROUND_123.replacen("b7", "37", 1)),
        ("a coordinate that is not reduced: the prime of the field", "9a0111ea397fe69a4b1ba7b6434bacd764774b84f38512bf6730d2a0f6b0f6241eabfffeb153ffffb9feffffffffaaab".to_owned()),
        ("no point", "ff".repeat(48)),
    ] {
        assert_eq!(said_of(&wrong).as_deref(), Some("contributions.drand-point"), "{what}");
    }
    let negated = ROUND_123.replacen("b7", "97", 1);
    assert_eq!(
        said_of(&negated).as_deref(),
        Some("contributions.drand-signature")
    );
}
