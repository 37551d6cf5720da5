//! Statements and envelopes, compared with those that OpenSSL signed.

use serde_json::Value;
use suiji::{Amendments, Hash};
use suiji_evidence::{Document, Envelope, Statement};

use crate::support::{
    OFFICE, WITNESS, commitment, envelope, hex, list, private, public, record, text, vectors,
};

/// The statement about a document of the worked example.
fn example(document: &str) -> Statement {
    let record = record();
    match document.parse().unwrap() {
        Document::Commitment => Statement::of_commitment(&commitment()),
        Document::Record => Statement::of_record(&record),
        _ => {
            let amendments = r#"{"spec":"suiji-v1","record":"e7553e476c4c924a1e4cd306626a4d49596df315367c5becebfb72500d7a41b3","amendments":[{"approved_by":"局长","at":"2024-09-03T08:30:00+08:00","kind":"substitute","previous":"e7553e476c4c924a1e4cd306626a4d49596df315367c5becebfb72500d7a41b3","reason":"病假","seats":[{"entity":"F-3","inspector":"P-2","leaves":"P-1","seat":0,"task":"J1"}]}]}"#;
            let amendments = Amendments::from_json(amendments.as_bytes()).unwrap();
            Statement::of_record(&record).with_amendments(&amendments)
        }
    }
}

#[test]
fn what_is_signed_has_one_form() {
    // [P1] [P3]
    for vector in list(&vectors("envelopes.json"), "statements", 3) {
        let statement = example(text(vector, "document"));
        assert_eq!(statement.document().as_str(), text(vector, "document"));
        assert_eq!(statement.payload(), text(vector, "payload"));
        assert_eq!(statement.to_sign(), text(vector, "to_sign").as_bytes());
    }
}

#[test]
fn a_statement_is_read_in_any_layout_but_with_no_other_field() {
    // [P1]
    for vector in list(&vectors("envelopes.json"), "statements", 3) {
        let payload = text(vector, "payload");
        let tree: Value = serde_json::from_str(payload).unwrap();
        for written in [payload.to_owned(), format!("\n{tree:#}\n")] {
            let read = Statement::from_json(written.as_bytes()).unwrap();
            assert_eq!(read, example(text(vector, "document")));
        }
        let mut without = tree.clone();
        without["record"].take();
        without["amendments"] = tree["commitment"].clone();
        for wrong in [
            payload.replace("suiji-v1", "suiji-v2"),
            payload.replace("sha256", "md5"),
            payload.replacen('{', "{\"x\":1,", 1),
            payload.replace("\"commitment\"", "\"commitments\""),
            payload.to_uppercase(),
            without.to_string(),
            "[]".to_owned(),
            String::new(),
        ] {
            let error = Statement::from_json(wrong.as_bytes()).unwrap_err();
            assert_eq!(error.code(), "envelope.statement", "{wrong}");
        }
    }
}

#[test]
fn what_openssl_returns_is_attached() {
    // [P3]
    let vectors = vectors("envelopes.json");
    for (vector, expected) in list(&vectors, "statements", 3)
        .iter()
        .zip(list(&vectors, "accepted", 3))
    {
        let mut made = Envelope::new(example(text(vector, "document")));
        for signature in list(vector, "signatures", 2) {
            let key = public(&vectors, text(signature, "key"));
            made.attach(&key, &hex(text(signature, "returned")))
                .unwrap();
            let again = made
                .attach(&key, &hex(text(signature, "returned")))
                .unwrap_err();
            assert_eq!(again.code(), "envelope.twice");
        }
        for name in [OFFICE, WITNESS] {
            let read = envelope(&expected["envelope"]).unwrap();
            read.verify(&public(&vectors, name)).unwrap();
            made.verify(&public(&vectors, name)).unwrap();
        }
        let written = Envelope::from_json(made.to_json().as_bytes()).unwrap();
        assert_eq!(written, made);
        assert_eq!(written.statement().payload(), text(vector, "payload"));
    }
}

#[test]
fn invalid_signatures_are_refused() {
    // [P2] [P3]
    let vectors = vectors("envelopes.json");
    for vector in list(&vectors, "invalid_signatures", 15) {
        let key = public(&vectors, text(vector, "key"));
        let error = envelope(&vector["envelope"])
            .unwrap()
            .verify(&key)
            .unwrap_err();
        assert_eq!(error.code(), text(vector, "code"), "{vector}");
        let bytes = envelope(&vector["envelope"]).unwrap();
        let bytes = bytes.signature_of(key.id()).unwrap().as_bytes().to_vec();
        let mut other = Envelope::new(example("commitment"));
        assert!(other.attach(&key, &bytes).is_err(), "{vector}");
        assert_eq!(other.keys().count(), 0);
    }
}

#[test]
fn envelopes_in_another_form_are_refused() {
    // [P1] [P3]
    let vectors = vectors("envelopes.json");
    for vector in list(&vectors, "refused_envelopes", 25) {
        let error = envelope(&vector["envelope"]).unwrap_err();
        assert_eq!(
            error.code(),
            text(vector, "code"),
            "{}",
            text(vector, "about")
        );
    }
}

#[test]
fn all_faults_of_an_envelope_are_reported() {
    let error = Envelope::from_json(
        br#"{"payload": 1, "x": 2, "signatures": [{"keyid": "a", "sig": "b"}]}"#,
    );
    let error = error.unwrap_err();
    let messages: Vec<&str> = error
        .problems()
        .iter()
        .map(|of| of.problem(suiji::Lang::En))
        .collect();
    assert_eq!(messages.len(), 5, "{messages:?}");
}

#[test]
fn a_private_key_signs_the_same_bytes_each_time() {
    // [P3]
    let vectors = vectors("envelopes.json");
    for name in [OFFICE, WITNESS] {
        let key = private(&vectors, name);
        let statement = Statement::new(Hash::Sm3, commitment().digest());
        let (mut one, mut two) = (Envelope::new(statement), Envelope::new(statement));
        one.sign(&key).unwrap();
        two.sign(&key).unwrap();
        assert_eq!(one, two);
        one.verify(&public(&vectors, name)).unwrap();
        assert_eq!(one.sign(&key).unwrap_err().code(), "envelope.twice");
    }
}

#[test]
fn a_key_that_has_not_signed_is_named() {
    let vectors = vectors("envelopes.json");
    let envelope = Envelope::new(example("record"));
    let key = public(&vectors, OFFICE);
    let error = envelope.verify(&key).unwrap_err();
    assert_eq!(error.code(), "envelope.unsigned");
    let error = Envelope::new(example("record"))
        .attach(&key, b"x")
        .unwrap_err();
    assert_eq!(error.code(), "envelope.not-a-signature");
    assert_eq!(
        "seed".parse::<Document>().unwrap_err().code(),
        "envelope.document"
    );
}
