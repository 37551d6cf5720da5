//! Requests and tokens, compared with those that OpenSSL made.

use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use suiji_evidence::timestamp::{Token, Trusted, request};

use crate::support::{hex, list, statement, text, token, trusted, vectors};

#[test]
fn a_request_is_what_openssl_writes() {
    // [P4]
    for vector in list(&vectors("timestamps.json"), "requests", 2) {
        let made = request(&statement(&vector["statement"]));
        assert_eq!(made, hex(text(vector, "request")));
    }
}

#[test]
fn tokens_say_who_and_when() {
    // [P5] [P6]
    let vectors = vectors("timestamps.json");
    for vector in list(&vectors, "accepted", 11) {
        let token = Token::from_bytes(&token(vector)).unwrap();
        let stamp = token.verify(&statement(&vector["statement"]), &trusted(&vectors, vector));
        let stamp =
            stamp.unwrap_or_else(|error| unreachable!("{}: {error}", text(vector, "about")));
        assert_eq!(stamp.authority(), text(vector, "authority"));
        assert_eq!(stamp.time().as_str(), text(vector, "time"));
        assert_eq!(stamp.algorithm(), text(vector, "algorithm"));
        assert_eq!(stamp.accuracy(), vector["accuracy"].as_i64());
        // The token alone, without the surrounding answer, and as text.
        let der = token.as_der().to_vec();
        for form in [STANDARD.encode(&der).into_bytes(), der] {
            assert_eq!(Token::from_bytes(&form).unwrap().as_der(), token.as_der());
        }
    }
}

#[test]
fn tokens_that_prove_nothing_are_refused() {
    // [P4] [P5] [P6]
    let vectors = vectors("timestamps.json");
    for vector in list(&vectors, "refused", 22) {
        let read = Token::from_bytes(&token(vector));
        let verified = read.and_then(|token| {
            token.verify(&statement(&vector["statement"]), &trusted(&vectors, vector))
        });
        let error = verified.map(drop).unwrap_err();
        let codes: Vec<&str> = error.problems().iter().map(|of| of.code()).collect();
        assert!(
            codes.contains(&text(vector, "code")),
            "{}: {error}",
            text(vector, "about")
        );
    }
}

#[test]
fn a_token_with_a_hash_that_is_not_accepted_names_it() {
    // [P5] SHA-224 in the place of SHA-256, wherever a token names its hash.
    let vectors = vectors("timestamps.json");
    let vector = &list(&vectors, "accepted", 1)[0];
    let (bytes, of) = (token(vector), statement(&vector["statement"]));
    let sha256 = hex("608648016503040201");
    let places = (0..bytes.len()).filter(|at| bytes[*at..].starts_with(&sha256));
    let named = places.filter(|at| {
        let mut changed = bytes.clone();
        changed[at + sha256.len() - 1] = 4;
        let read = Token::from_bytes(&changed);
        let error = read.and_then(|token| token.verify(&of, &trusted(&vectors, vector)));
        let error = error.unwrap_err();
        let named = |of: &suiji_evidence::Problem| {
            of.code() == "timestamp.algorithm"
                && error.to_string().contains("2.16.840.1.101.3.4.2.4")
        };
        error.problems().iter().any(named)
    });
    assert!(named.count() > 0);
}

#[test]
fn all_faults_of_a_token_are_reported() {
    let vectors = vectors("timestamps.json");
    let vector = list(&vectors, "refused", 1)
        .iter()
        .find(|of| of["about"] == "a token about another digest");
    let token = Token::from_bytes(&token(vector.unwrap())).unwrap();
    let other = trusted(&vectors, &serde_json::json!({"trusted": ["p256.root"]}));
    let error = token
        .verify(&statement(&vector.unwrap()["statement"]), &other)
        .unwrap_err();
    let codes: Vec<&str> = error.problems().iter().map(|of| of.code()).collect();
    assert_eq!(codes, ["timestamp.other-digest", "timestamp.chain"]);
}

#[test]
fn every_change_of_one_byte_is_found() {
    // [P5] [P6]
    let vectors = vectors("timestamps.json");
    let vector = list(&vectors, "accepted", 1)
        .iter()
        .find(|of| of["about"] == "ECDSA with P-256");
    let vector = vector.unwrap();
    let (bytes, of, trusted) = (
        token(vector),
        statement(&vector["statement"]),
        trusted(&vectors, vector),
    );
    let right = Token::from_bytes(&bytes).unwrap();
    let stamp = right.verify(&of, &trusted).unwrap();
    let mut same = 0;
    for at in 0..bytes.len() {
        let mut changed = bytes.clone();
        changed[at] ^= 0x01;
        let verified = Token::from_bytes(&changed).and_then(|token| token.verify(&of, &trusted));
        // Bytes that are not signed and decide nothing (the status of the answer, a version) may change. The stamp must
        // then be the same.
        if let Ok(changed) = verified {
            assert_eq!(changed, stamp, "byte {at}");
            same += 1;
        }
    }
    assert!(same < 6, "{same}");
}

#[test]
fn certificates_are_read_or_refused() {
    // [P6]
    let vectors = vectors("timestamps.json");
    let pem = text(&vectors["certificates"], "rsa.root");
    assert_eq!(
        Trusted::from_bytes(pem.as_bytes()).unwrap().names(),
        ["CN=rsa 根,O=样例时间戳机构"]
    );
    let base64: String = pem.lines().filter(|line| !line.starts_with('-')).collect();
    let der = STANDARD.decode(base64).unwrap();
    assert_eq!(Trusted::from_bytes(&der).unwrap().names().len(), 1);
    let two = pem.repeat(2);
    assert_eq!(
        Trusted::from_bytes(two.as_bytes()).unwrap().names().len(),
        2
    );
    let key = vectors["certificates"]["rsa.root"]
        .as_str()
        .unwrap()
        .replace("CERTIFICATE", "PUBLIC KEY");
    for wrong in [&b""[..], b"no certificate", &der[1..], key.as_bytes()] {
        let error = Trusted::from_bytes(wrong).unwrap_err();
        assert_eq!(error.code(), "timestamp.certificates");
    }
}
