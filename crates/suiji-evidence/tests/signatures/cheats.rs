//! Attempts to cheat, and the document that shows each to somebody. Each test is named after the
//! attempt.

use serde_json::json;
use suiji_evidence::policy::{KeyState, RuleState};
use suiji_evidence::{Document, Envelope, Policy, PolicyReport, Presented, PrivateKey, Statement};

use crate::support::{OFFICE, WITNESS, commitment, policy, private, public, token_about, vectors};

/// Two new keys.
fn keys() -> (PrivateKey, PrivateKey) {
    let vectors = vectors("envelopes.json");
    (private(&vectors, OFFICE), private(&vectors, WITNESS))
}

/// One witness must sign the commitment.
fn one_witness(key: &PrivateKey) -> Policy {
    let rules = json!([{"document": "commitment", "role": "witness", "at_least": 1}]);
    policy(&[("见证人甲", "witness", key.public())], rules)
}

fn only_key(report: &PolicyReport) -> KeyState {
    assert_eq!(report.keys().len(), 1);
    report.keys()[0].state()
}

/// Envelopes over the commitment of the example, by these keys.
fn signed(keys: &[&PrivateKey]) -> Envelope {
    let mut envelope = Envelope::new(Statement::of_commitment(&commitment()));
    for key in keys {
        envelope.sign(key).unwrap();
    }
    envelope
}

#[test]
fn the_office_signs_for_the_witness_with_its_own_key() {
    let (office, witness) = keys();
    let presented = Presented::of_commitment(&commitment()).with_envelope(signed(&[&office]));
    let report = presented.verify(&one_witness(&witness));
    assert_eq!(
        (report.verdict(), only_key(&report)),
        (RuleState::NotMet, KeyState::NotSigned)
    );
    assert_eq!(
        report.strangers(),
        [(Document::Commitment, office.public().id())]
    );
}

#[test]
fn the_office_puts_its_signature_under_the_name_of_the_witness() {
    let (office, witness) = keys();
    let forged = signed(&[&office]).to_json();
    let forged = forged.replace(
        &office.public().id().to_string(),
        &witness.public().id().to_string(),
    );
    let forged = Envelope::from_json(forged.as_bytes()).unwrap();
    let report = Presented::of_commitment(&commitment())
        .with_envelope(forged)
        .verify(&one_witness(&witness));
    assert_eq!(
        (report.verdict(), only_key(&report)),
        (RuleState::NotMet, KeyState::Invalid)
    );
}

#[test]
fn a_signature_of_another_commitment_is_shown_for_this_one() {
    let (_, witness) = keys();
    let other = Statement::new(suiji::Hash::Sha256, suiji::Hash::Sha256.digest(b"another"));
    let mut envelope = Envelope::new(other);
    envelope.sign(&witness).unwrap();
    let report = Presented::of_commitment(&commitment())
        .with_envelope(envelope)
        .verify(&one_witness(&witness));
    assert_eq!(
        (report.verdict(), only_key(&report)),
        (RuleState::NotMet, KeyState::OtherDocument)
    );
}

#[test]
fn a_signature_is_moved_to_an_envelope_of_this_commitment() {
    let (_, witness) = keys();
    let other = Statement::new(suiji::Hash::Sha256, suiji::Hash::Sha256.digest(b"another"));
    let signature = witness.sign(&other.to_sign()).unwrap();
    let mut envelope = Envelope::new(Statement::of_commitment(&commitment()));
    let error = envelope
        .attach(witness.public(), signature.as_bytes())
        .unwrap_err();
    assert_eq!(error.code(), "key.signature");
}

#[test]
fn a_signature_of_the_commitment_is_shown_for_the_record() {
    let (_, witness) = keys();
    let rules = json!([{"document": "record", "role": "witness", "at_least": 1}]);
    let policy = policy(&[("见证人甲", "witness", witness.public())], rules);
    let presented =
        Presented::of_record(&crate::support::record()).with_envelope(signed(&[&witness]));
    assert_eq!(presented.verify(&policy).verdict(), RuleState::NotMet);
}

#[test]
fn too_few_witnesses_signed() {
    let (one, other) = keys();
    let rules = json!([{"document": "commitment", "role": "witness", "at_least": 2}]);
    let policy = policy(
        &[
            ("甲", "witness", one.public()),
            ("乙", "witness", other.public()),
        ],
        rules,
    );
    let presented =
        |keys: &[&PrivateKey]| Presented::of_commitment(&commitment()).with_envelope(signed(keys));
    let report = presented(&[&one]).verify(&policy);
    assert_eq!(
        (report.verdict(), report.rules()[0].names().len()),
        (RuleState::NotMet, 1)
    );
    assert_eq!(
        presented(&[&one, &other]).verify(&policy).verdict(),
        RuleState::Met
    );
}

#[test]
fn one_witness_signs_twice_to_count_as_two() {
    let (one, other) = keys();
    let rules = json!([{"document": "commitment", "role": "witness", "at_least": 2}]);
    let policy = policy(
        &[
            ("甲", "witness", one.public()),
            ("乙", "witness", other.public()),
        ],
        rules,
    );
    let presented = Presented::of_commitment(&commitment());
    let presented = presented
        .with_envelope(signed(&[&one]))
        .with_envelope(signed(&[&one]));
    assert_eq!(presented.verify(&policy).verdict(), RuleState::NotMet);
}

#[test]
fn one_key_is_entered_for_two_persons() {
    let (one, _) = keys();
    let pem = one.public().to_pem();
    let json = json!({"spec": "suiji-policy-v1", "rules": [{"document": "record", "role": "witness", "at_least": 2}],
        "keys": [{"name": "甲", "role": "witness", "key": pem}, {"name": "乙", "role": "witness", "key": pem}]});
    let error = Policy::from_json(json.to_string().as_bytes()).unwrap_err();
    assert_eq!(error.code(), "policy.form");
}

/// A policy with timestamps of two authorities, and one token over the commitment.
fn stamped(about: &str) -> (Policy, Presented) {
    let stamps = vectors("timestamps.json");
    let office = public(&vectors("envelopes.json"), OFFICE);
    let rules = json!([{"document": "commitment", "timestamps": 1}]);
    let presented = Presented::of_commitment(&commitment());
    let presented = presented.with_token(Document::Commitment, token_about(&stamps, about));
    (policy(&[(OFFICE, "office", &office)], rules), presented)
}

#[test]
fn the_commitment_is_stamped_after_the_draw() {
    let (policy, presented) = stamped("RSA and SHA-256");
    let time = presented.verify(&policy).stamps()[0]
        .stamp()
        .unwrap()
        .time()
        .unix_seconds();
    for (value_at, verdict) in [
        (time + 60, RuleState::Met),
        // The authority states an accuracy of a second, so a smaller difference is not proved.
        (time + 1, RuleState::NotMet),
        (time - 60, RuleState::NotMet),
    ] {
        let report = presented
            .clone()
            .with_value_at("骰子", value_at)
            .verify(&policy);
        assert_eq!(report.verdict(), verdict, "{value_at}");
    }
    let report = presented.with_value_at("骰子", time - 60).verify(&policy);
    let lines = report.stamps()[0].messages(suiji::Lang::En);
    assert!(
        lines.iter().any(|line| line.contains("does not prove")),
        "{lines:?}"
    );
}

#[test]
fn a_commitment_with_a_drand_round_is_stamped_after_the_round() {
    let mut json: serde_json::Value = serde_json::from_str(&commitment().to_json()).unwrap();
    json["sources"] = json!([{"kind": "drand", "by": "public", "name": "drand",
        "chain": suiji::ceremony::QUICKNET, "round": 10_813_013}]);
    let of_round = suiji::Commitment::from_json(json.to_string().as_bytes()).unwrap();
    assert_ne!(of_round.digest(), commitment().digest());
    let due = of_round.sources()[0].due().unwrap();
    let (policy, presented) = stamped("RSA and SHA-256");
    // The token is from 2026, the round from 2024.
    let report = presented.with_value_at("drand", due).verify(&policy);
    assert_eq!(report.verdict(), RuleState::NotMet);
    let lines = Presented::of_commitment(&of_round).verify(&policy);
    assert_eq!(lines.verdict(), RuleState::NotMet);
}

#[test]
fn a_timestamp_of_another_digest_is_shown() {
    let (policy, presented) = stamped("a token about another digest");
    let report = presented.verify(&policy);
    assert_eq!(report.verdict(), RuleState::NotMet);
    assert_eq!(
        report.stamps()[0].stamp().unwrap_err().code(),
        "timestamp.other-digest"
    );
}

#[test]
fn the_office_makes_its_own_authority() {
    let (policy, presented) = stamped("ECDSA with P-384");
    let report = presented.verify(&policy);
    assert_eq!(report.verdict(), RuleState::NotMet);
    assert_eq!(
        report.stamps()[0].stamp().unwrap_err().code(),
        "timestamp.chain"
    );
}

#[test]
fn one_authority_stamps_twice_to_count_as_two() {
    let stamps = vectors("timestamps.json");
    let office = public(&vectors("envelopes.json"), OFFICE);
    let policy = policy(
        &[(OFFICE, "office", &office)],
        json!([{"document": "commitment", "timestamps": 2}]),
    );
    let token = || token_about(&stamps, "RSA and SHA-256");
    let presented = Presented::of_commitment(&commitment());
    let presented = presented
        .with_token(Document::Commitment, token())
        .with_token(Document::Commitment, token());
    assert_eq!(presented.verify(&policy).verdict(), RuleState::NotMet);
}

#[test]
fn the_key_of_a_web_server_stamps() {
    let (policy, presented) = stamped("a second purpose");
    let report = presented.verify(&policy);
    assert_eq!(
        report.stamps()[0].stamp().unwrap_err().code(),
        "timestamp.certificate"
    );
    assert_eq!(report.verdict(), RuleState::NotMet);
}
