//! Commitments [S1]–[S5]: trees, salts, digests and sources. The expected values are computed here by the
//! specification.
#![expect(clippy::unwrap_used, reason = "tests")]

use serde_json::{Value, json};
use suiji::{Commitment, Hash, Sealed};
use suiji_conformance::{Small, merkle};

fn commitment(sealed: &Sealed) -> Value {
    serde_json::from_str(&sealed.commitment().to_json()).unwrap()
}

/// An entity in the frame, an excluded one, an inspector and a visit.
fn one_of_each() -> Small {
    let mut case = Small::plain();
    case.registry = vec![
        json!({"id": "A-1", "name": "甲", "class": "low"}),
        json!({"id": "A-2", "name": "乙", "class": "high"}),
    ];
    case.roster = vec![json!({"id": "Z-1", "name": "丙", "department": "局"})];
    case.history = vec![json!({"entity": "A-2", "task": "J1", "date": "2024-03-05"})];
    case.task(0)["limits"] = json!([{"id": "once", "visits": 1}]);
    case.task(0)["risk"] = json!({"unrated_as": "low"});
    case.task(0)["quota"] = json!({"count": 1});
    case
}

const ROOTS: [&str; 5] = [
    "/registry",
    "/roster",
    "/history",
    "/tasks/0/frame",
    "/tasks/0/excluded",
];

fn roots(commitment: &Value) -> [String; 5] {
    ROOTS.map(|pointer| {
        commitment.pointer(pointer).unwrap()["root"]
            .as_str()
            .unwrap()
            .to_owned()
    })
}

#[test]
fn trees_hash_the_canonical_rows() {
    // [S1], [S3a] Frame leaves are {id, stratum}, excluded leaves are {id, reason}.
    for hash in [Hash::Sha256, Hash::Sm3] {
        let mut case = one_of_each();
        case.ceremony["hash"] = json!(hash.as_str());
        let expected = [
            merkle(
                hash,
                &[
                    r#"{"class":"low","id":"A-1","name":"甲"}"#,
                    r#"{"class":"high","id":"A-2","name":"乙"}"#,
                ],
            ),
            merkle(hash, &[r#"{"department":"局","id":"Z-1","name":"丙"}"#]),
            merkle(
                hash,
                &[r#"{"date":"2024-03-05","entity":"A-2","task":"J1"}"#],
            ),
            merkle(hash, &[r#"{"id":"A-1","stratum":"low"}"#]),
            merkle(hash, &[r#"{"id":"A-2","reason":"once"}"#]),
        ];
        assert_eq!(
            roots(&commitment(&case.seal().unwrap())),
            expected.map(|root| root.to_string())
        );
    }
    let empty = "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855";
    assert_eq!(
        commitment(&Small::plain().seal().unwrap())["history"],
        json!({"root": empty, "size": 0})
    );
}

#[test]
fn with_blinding_each_leaf_has_its_own_salt() {
    // [S2] derive("salt", secret, tree, key…). The key of a visit has four parts, including "planned".
    let hash = Hash::Sha256;
    let salt = |tree: &str, key: &[&str]| {
        let mut parts: Vec<&[u8]> = vec![&[0x5e; 32], tree.as_bytes()];
        parts.extend(key.iter().map(|part| part.as_bytes()));
        hash.derive("salt", &parts)
    };
    let entity = |id: &str, class: &str, name: &str| {
        format!(
            r#"{{"class":"{class}","id":"{id}","name":"{name}","salt":"{}"}}"#,
            salt("registry", &[id])
        )
    };
    let expected = [
        merkle(
            hash,
            &[entity("A-1", "low", "甲"), entity("A-2", "high", "乙")],
        ),
        merkle(
            hash,
            &[format!(
                r#"{{"department":"局","id":"Z-1","name":"丙","salt":"{}"}}"#,
                salt("roster", &["Z-1"])
            )],
        ),
        merkle(
            hash,
            &[format!(
                r#"{{"date":"2024-03-05","entity":"A-2","salt":"{}","task":"J1"}}"#,
                salt("history", &["A-2", "2024-03-05", "J1", "planned"])
            )],
        ),
        merkle(
            hash,
            &[format!(
                r#"{{"id":"A-1","salt":"{}","stratum":"low"}}"#,
                salt("frame/J1", &["A-1"])
            )],
        ),
        merkle(
            hash,
            &[format!(
                r#"{{"id":"A-2","reason":"once","salt":"{}"}}"#,
                salt("excluded/J1", &["A-2"])
            )],
        ),
    ];
    let commitment = commitment(&one_of_each().blinded().seal().unwrap());
    assert_eq!(roots(&commitment), expected.map(|root| root.to_string()));
    assert_eq!(commitment["blinded"], json!(true));
}

#[test]
fn a_commitment_has_exactly_these_fields() {
    // [S3a], [C2c] The digests come from another implementation.
    let sealed = Small::plain().seal().unwrap();
    let empty = "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855";
    let expected = json!({
        "spec": "suiji-v1", "hash": "sha256", "sealed_at": "2024-09-02T10:00:00+08:00", "authority": "样例县工信局", "year": 2024,
        "plan": "2f0769c113f657242feaff8ac2445ce9979a50899e90ed749c5804472c650736",
        "registry": {"root": "d0723bfbb99c2f0abb00ac818ea039b8fa9cc310f2c2af21d35f1dc4c3fba55e", "size": 5},
        "roster": {"root": empty, "size": 0}, "history": {"root": empty, "size": 0},
        "tasks": [{
            "id": "J1", "frame": {"root": "ec58453e6075a034fef702b90726101e89363db060bd69aed52baf17aa5a5baf", "size": 5},
            "excluded": {"root": empty, "size": 0}, "strata": [{"stratum": "all", "size": 5, "take": 2}]
        }],
        "sources": [{"kind": "live", "by": "public", "name": "掷骰", "parts": [{"count": 20, "from": 1, "to": 6}]}]
    });
    assert_eq!(commitment(&sealed), expected);
}

#[test]
fn commitments_of_the_maximum_size_can_be_read() {
    // [S3a] 10,000 tasks, nine classes, 1,000 sources.
    let plain = commitment(&Small::plain().seal().unwrap());
    let read =
        |commitment: Value| Commitment::from_json(commitment.to_string().as_bytes()).unwrap();
    let mut many = plain.clone();
    let task = |n| {
        let mut task = plain["tasks"][0].clone();
        task["id"] = json!(format!("T{n}"));
        task
    };
    many["tasks"] = (0..10_000).map(task).collect();
    assert_eq!(read(many).tasks().len(), 10_000);
    let mut nine = plain.clone();
    nine["tasks"][0]["strata"] = (0..9)
        .map(|n| json!({"stratum": format!("c{n}"), "size": 1, "take": 0}))
        .collect();
    assert_eq!(read(nine).tasks()[0].strata().len(), 9);
    let mut case = Small::plain();
    let source = case.ceremony["sources"][0].clone();
    case.ceremony["sources"] = (0..1000)
        .map(|n| {
            let mut source = source.clone();
            source["name"] = json!(format!("掷骰{n}"));
            source
        })
        .collect();
    assert_eq!(case.seal().unwrap().commitment().sources().len(), 1000);
}

#[test]
fn the_commitment_digest_is_the_hash_of_the_canonical_json() {
    // [S3b]
    for (case, digest) in [
        (
            Small::plain(),
            "512b29f3bd0bfc0179c3ed12477a82bd2ad687153467473f9f3dd7379682831d",
        ),
        (
            Small::plain().blinded(),
            "750f5658289326b3bf08618103a48f1b7791d5391b699c6e8ace9fda99eb8de1",
        ),
        (
            Small::with_team(),
            "86a6590e3425696be536172c831c325a95c05032b961a4aa24d72b98bf3dfda3",
        ),
    ] {
        let sealed = case.seal().unwrap();
        assert_eq!(sealed.commitment().digest().to_string(), digest);
        // White space does not matter.
        let compact = commitment(&sealed).to_string();
        assert_eq!(
            Commitment::from_json(compact.as_bytes())
                .unwrap()
                .digest()
                .to_string(),
            digest
        );
        assert_eq!(
            sealed.commitment().digest().to_groups().replace(' ', ""),
            digest
        );
        assert_eq!(
            sealed.commitment().digest().to_groups().split(' ').count(),
            16
        );
    }
}

#[test]
fn earlier_commitments_are_copied_from_the_ceremony() {
    // [S3c]
    let mut case = Small::plain();
    let (previous, followed) = (
        "b".repeat(64),
        json!({"commitment": "a".repeat(64), "record": "f".repeat(64)}),
    );
    let superseded = json!({"commitment": "b".repeat(64), "reason": "名录有误", "approved_by": "局长", "contributions": [
        {"source": 0, "kind": "live", "numbers": [[1, 6]]}, {"source": 2, "kind": "committed", "nonce": "0".repeat(64), "value": "二"},
        {"source": 5, "kind": "drand", "signature": "0".repeat(96)}]});
    case.ceremony["previous"] = json!(previous);
    case.ceremony["follows"] = json!([followed]);
    case.ceremony["supersedes"] = json!([superseded]);
    let sealed = case.seal().unwrap();
    let commitment = commitment(&sealed);
    assert_eq!(commitment["previous"], json!(previous));
    assert_eq!(commitment["follows"], json!([followed]));
    assert_eq!(commitment["supersedes"], json!([superseded]));
    let of = &sealed.commitment().follows()[0];
    let named =
        json!({"commitment": of.commitment().to_string(), "record": of.record().to_string()});
    assert_eq!(named, followed);
    let of = &sealed.commitment().supersedes()[0];
    assert_eq!(of.record(), None);
    let contributions: Value = serde_json::from_str(&of.contributions().to_json()).unwrap();
    assert_eq!(contributions, superseded["contributions"]);
    // `previous` alone is valid too.
    let ceremony = case.ceremony.as_object_mut().unwrap();
    ceremony.remove("follows");
    ceremony.remove("supersedes");
    assert_eq!(case.code(), "");
}

#[test]
fn sources_of_all_kinds_keep_their_order() {
    // [S4a], [S4b], [S4c]
    let mut case = Small::plain();
    let committed = |by: &str, digit: &str| json!({"kind": "committed", "by": by, "name": "某人", "commitment": digit.repeat(64)});
    let lottery = json!({"kind": "live", "by": "public", "name": "双色球", "parts": [
        {"count": 6, "from": 1, "to": 33, "distinct": true}, {"count": 1, "from": 1, "to": 16}]});
    let sources = json!([
        committed("office", "1"),
        committed("witness", "2"),
        committed("public", "3"),
        lottery
    ]);
    case.ceremony["sources"] = sources.clone();
    assert_eq!(commitment(&case.seal().unwrap())["sources"], sources);
    // A drand round is due after sealing. The first round was in 2023.
    let chain = "52db9ba70e0cc0f6eaf7803dd07447a1f5477735fd3f661792ba94600c84e971";
    let mut with_drand = commitment(&case.seal().unwrap());
    with_drand["sources"] =
        json!([{"kind": "drand", "by": "public", "name": "drand", "chain": chain, "round": 1}]);
    assert!(Commitment::from_json(with_drand.to_string().as_bytes()).is_ok());
    case.ceremony["sources"] = with_drand["sources"].clone();
    assert_eq!(case.code(), "ceremony.drand-time");
}

#[test]
fn sealing_reports_all_faults_together() {
    // [S5] Faults of ceremony and frames.
    let mut case = Small::plain();
    case.ceremony["sources"]
        .as_array_mut()
        .unwrap()
        .push(json!({"kind": "committed", "by": "office", "name": "机关"}));
    case.task(0)["scope"] = json!({"categories": ["加油站"]});
    let error = case.seal().unwrap_err();
    let codes: Vec<&str> = error
        .faults()
        .iter()
        .map(suiji::error::Fault::code)
        .collect();
    assert_eq!(codes, ["ceremony.no-commitment", "frame.empty"]);
    // [T1] A seat without any eligible inspector is refused. A seat that stays vacant because of recusals is not.
    let mut case = Small::with_team();
    case.roster.pop();
    case.roster[0]["recuse"] = json!(["A-2", "A-4", "X-1"]);
    let sealed = case.seal().unwrap();
    assert_eq!(commitment(&sealed)["tasks"][0]["short"], json!(2));
    let short: Vec<_> = sealed
        .short_teams("J1")
        .map(|short| (short.entity(), short.seats()))
        .collect();
    assert_eq!(short, [("A-2", [1].as_slice()), ("A-4", &[1])]);
    assert!(
        commitment(&Small::with_team().seal().unwrap())["tasks"][0]
            .get("short")
            .is_none()
    );
    case.roster.pop();
    assert_eq!(case.code(), "", "short is not an error");
    case.roster[0]["department"] = json!("处");
    assert_eq!(case.code(), "team.seat-nobody");
}
