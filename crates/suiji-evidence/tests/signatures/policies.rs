//! Policies: their verdicts, and their faults.

use serde_json::{Value, json};
use suiji::Lang;
use suiji_evidence::policy::{KeyState, Role, RuleState};
use suiji_evidence::{Envelope, Policy, Presented, Statement};

use crate::support::{
    OFFICE, WITNESS, commitment, policy, private, public, record, text, token_about, vectors,
};

fn refused(json: &Value, parts: &[&str]) {
    let error = Policy::from_json(json.to_string().as_bytes()).unwrap_err();
    assert_eq!(error.code(), "policy.form");
    let messages: Vec<&str> = error
        .problems()
        .iter()
        .map(|of| of.problem(Lang::En))
        .collect();
    assert_eq!(messages.len(), parts.len(), "{messages:#?}");
    for (message, part) in messages.iter().zip(parts) {
        assert!(message.contains(part), "{message}: {part}");
    }
}

#[test]
fn all_faults_of_a_policy_are_reported() {
    // [P7]
    let vectors = vectors("envelopes.json");
    let office =
        json!({"name": OFFICE, "role": "office", "key": text(&vectors["keys"][0], "public")});
    let rule = json!({"document": "commitment", "role": "office", "at_least": 1});
    let json = json!({"spec": "suiji-policy-v1", "keys": [office], "rules": [rule]});
    assert!(Policy::from_json(json.to_string().as_bytes()).is_ok());
    let changed = |change: &dyn Fn(&mut Value)| {
        let mut copy = json.clone();
        change(&mut copy);
        copy
    };
    refused(
        &json!({"spec": "suiji-v1", "keys": {}, "x": 1}),
        &[
            "unknown field “x”",
            "spec: expected",
            "keys: expected a list",
            "“rules” is missing",
        ],
    );
    refused(
        &changed(&|of| of["rules"] = json!([])),
        &["there is no rule"],
    );
    refused(
        &changed(&|of| of["keys"].as_array_mut().unwrap().push(office.clone())),
        &[
            "keys[1].name: “样例县市场监管局” is given twice",
            "keys[1].key: the same key as that of",
        ],
    );
    refused(
        &changed(&|of| of["keys"][0]["role"] = "chief".into()),
        &["keys[0].role: expected one of", "only 0"],
    );
    refused(
        &changed(&|of| of["keys"][0]["key"] = "x".into()),
        &["keys[0].key: the key file is wrong", "only 0"],
    );
    refused(
        &changed(&|of| of["rules"][0]["at_least"] = 0.into()),
        &["rules[0].at_least"],
    );
    refused(
        &changed(&|of| of["rules"][0]["at_least"] = 2.into()),
        &["2 are required, but the policy names only 1"],
    );
    refused(
        &changed(&|of| of["rules"].as_array_mut().unwrap().push(rule.clone())),
        &["rules[1]: an earlier rule is about the same"],
    );
    refused(
        &changed(&|of| {
            of["rules"][0] = json!({"document": "seed", "timestamps": 1, "role": "office"})
        }),
        &["unknown field “role”", "rules[0].document: expected one of"],
    );
    refused(
        &changed(&|of| of["authorities"] = json!([{"name": "a", "certificates": "x"}])),
        &["authorities[0].certificates: not a file of certificates"],
    );
}

#[test]
fn a_policy_is_met_by_those_whom_it_names() {
    // [P7] [P8]
    let (vectors, stamps) = (vectors("envelopes.json"), vectors("timestamps.json"));
    let (office, witness) = (public(&vectors, OFFICE), public(&vectors, WITNESS));
    let keys = [(OFFICE, "office", &office), (WITNESS, "witness", &witness)];
    let policy = policy(
        &keys,
        json!([
            {"document": "commitment", "role": "office", "at_least": 1},
            {"document": "commitment", "role": "witness", "at_least": 1},
            {"document": "commitment", "timestamps": 2},
            {"document": "record", "role": "office", "at_least": 1},
            {"document": "amendments", "role": "office", "at_least": 1},
        ]),
    );
    let commitment = commitment();
    let mut sealed = Envelope::new(Statement::of_commitment(&commitment));
    sealed.sign(&private(&vectors, OFFICE)).unwrap();
    sealed.sign(&private(&vectors, WITNESS)).unwrap();
    let mut drawn = Envelope::new(Statement::of_record(&record()));
    drawn.sign(&private(&vectors, OFFICE)).unwrap();
    let presented = Presented::of_record(&record())
        .with_envelope(sealed)
        .with_envelope(drawn)
        .with_token(
            suiji_evidence::Document::Commitment,
            token_about(&stamps, "RSA and SHA-256"),
        )
        .with_token(
            suiji_evidence::Document::Commitment,
            token_about(&stamps, "ECDSA with P-256"),
        );
    let report = presented.verify(&policy);
    let states: Vec<RuleState> = report.rules().iter().map(|of| of.state()).collect();
    let met = [RuleState::Met; 4];
    assert_eq!(states, [&met[..], &[RuleState::NoDocument]].concat());
    assert_eq!(report.verdict(), RuleState::Met);
    assert_eq!(report.rules()[2].names(), ["p256 机构", "rsa 机构"]);
    let signed = report
        .keys()
        .iter()
        .map(|of| (of.name(), of.role(), of.document().as_str(), of.state()));
    assert_eq!(
        signed.collect::<Vec<_>>(),
        [
            (OFFICE, Role::Office, "commitment", KeyState::Signed),
            (WITNESS, Role::Witness, "commitment", KeyState::Signed),
            (OFFICE, Role::Office, "record", KeyState::Signed),
        ]
    );
    assert_eq!(report.strangers(), []);
    assert!(
        report
            .trusted(Lang::En)
            .iter()
            .any(|line| line.contains("revoked"))
    );
    let json: Value = serde_json::from_str(&report.to_json()).unwrap();
    assert_eq!(
        (&json["verdict"], &json["rules"][4]["state"]),
        (&json!("met"), &json!("no_document"))
    );
    assert!(report.rules()[4].message(Lang::Zh).contains("没有这份文件"));
}

#[test]
fn a_stamp_stands_beside_the_time_of_sealing() {
    // [P5] [P8]
    let stamps = vectors("timestamps.json");
    let vectors = vectors("envelopes.json");
    let office = public(&vectors, OFFICE);
    let policy = policy(
        &[(OFFICE, "office", &office)],
        json!([{"document": "commitment", "timestamps": 1}]),
    );
    let presented = Presented::of_commitment(&commitment()).with_token(
        suiji_evidence::Document::Commitment,
        token_about(&stamps, "RSA and SHA-256"),
    );
    let report = presented.verify(&policy);
    let lines = report.stamps()[0].messages(Lang::En);
    assert!(
        lines[0].contains("stamped by rsa 机构 at 2026-"),
        "{lines:?}"
    );
    assert!(
        lines[1].contains("seconds after the time of sealing"),
        "{lines:?}"
    );
    // The office's value and a die. The times when they became known are not
    // stated.
    assert!(lines[2].contains("is not known"), "{lines:?}");
    assert_eq!(report.verdict(), RuleState::Met);
}
