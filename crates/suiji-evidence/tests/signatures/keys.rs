//! Keys and signatures, compared with the vectors of others.

use suiji_evidence::{Algorithm, PrivateKey, PublicKey, Signature};

use crate::support::{hex, list, text, vectors};

#[test]
fn ed25519_accepts_and_refuses_what_wycheproof_does() {
    // [P2]
    let vectors = vectors("ed25519.json");
    let (mut valid, mut invalid) = (0, 0);
    for group in list(&vectors, "testGroups", 70) {
        let key = PublicKey::from_pem(text(group, "publicKeyPem").as_bytes()).unwrap();
        assert_eq!(key.algorithm(), Algorithm::Ed25519);
        for test in list(group, "tests", 1) {
            let signature = <[u8; 64]>::try_from(hex(text(test, "sig"))).ok();
            let signature = signature.map(Signature::from_bytes);
            let message = hex(text(test, "msg"));
            let verified = signature.is_some_and(|of| key.verify(&message, &of).is_ok());
            assert_eq!(verified, text(test, "result") == "valid", "{test}");
            if verified { valid += 1 } else { invalid += 1 }
        }
    }
    assert_eq!((valid, invalid), (88, 63));
}

#[test]
fn sm2_verifies_the_example_of_the_standard() {
    // [P2]
    let vector = vectors("sm2.json");
    let key = PublicKey::from_pem(text(&vector, "public").as_bytes()).unwrap();
    assert_eq!(key.algorithm(), Algorithm::Sm2);
    let bytes = <[u8; 64]>::try_from(hex(text(&vector, "signature"))).unwrap();
    let message = text(&vector, "message").as_bytes();
    key.verify(message, &Signature::from_bytes(bytes)).unwrap();
    let mut other = bytes;
    other[63] ^= 1;
    let error = key
        .verify(message, &Signature::from_bytes(other))
        .unwrap_err();
    assert_eq!(error.code(), "key.signature");
    let error = key
        .verify(b"message", &Signature::from_bytes(bytes))
        .unwrap_err();
    assert_eq!(error.code(), "key.signature");
}

#[test]
fn a_key_has_one_form_and_one_id() {
    // [P2]
    let vectors = vectors("envelopes.json");
    for key in list(&vectors, "keys", 2) {
        let public = PublicKey::from_pem(text(key, "public").as_bytes()).unwrap();
        assert_eq!(public.to_pem(), text(key, "public"));
        assert_eq!(public.id().to_string(), text(key, "id"));
        assert_eq!(public.algorithm().as_str(), text(key, "algorithm"));
        let private = PrivateKey::from_pem(text(key, "private").as_bytes()).unwrap();
        assert_eq!(*private.public(), public);
        assert!(!format!("{private:?}").contains("BEGIN"));
    }
    for key in list(&vectors, "refused_keys", 15) {
        let error = PublicKey::from_pem(text(key, "public").as_bytes()).unwrap_err();
        assert_eq!(error.code(), text(key, "code"), "{key}");
    }
}

#[test]
fn a_file_that_is_no_key_says_what_to_do() {
    let vectors = vectors("envelopes.json");
    let (private, public) = (
        text(&vectors["keys"][0], "private"),
        text(&vectors["keys"][0], "public"),
    );
    let refused = |error: suiji_evidence::Error, part: &str| {
        assert_eq!(error.code(), "key.pem");
        let message = error.message(suiji::Lang::En);
        assert!(message.contains(part), "{message}");
    };
    refused(
        PublicKey::from_pem(private.as_bytes()).unwrap_err(),
        "openssl pkey",
    );
    refused(
        PrivateKey::from_pem(public.as_bytes()).unwrap_err(),
        "openssl pkcs8 -topk8 -nocrypt",
    );
    refused(PublicKey::from_pem(b"").unwrap_err(), "found 0");
    refused(
        PublicKey::from_pem(public.repeat(2).as_bytes()).unwrap_err(),
        "found 2",
    );
    let cut = public.replace("-----END", "----END");
    refused(
        PublicKey::from_pem(cut.as_bytes()).unwrap_err(),
        "incomplete",
    );
    let private = private.replace("MC4CAQ", "MC4CAg");
    assert_eq!(
        PrivateKey::from_pem(private.as_bytes()).unwrap_err().code(),
        "key.form"
    );
}
