//! Tests with the command `openssl` in both directions: each side verifies the output of the other.

use std::fs;
use std::path::Path;
use std::process::{Command, Output};

use suiji_evidence::note::{self, Checkpoint, Note};
use suiji_evidence::timestamp::{Token, Trusted, request};
use suiji_evidence::{Algorithm, Envelope, PrivateKey, PublicKey, Statement};

use crate::support::{commitment, root};

fn run(folder: &Path, line: &str) -> Output {
    let output = Command::new("bash")
        .args(["-euc", line])
        .current_dir(folder)
        .output()
        .unwrap();
    assert!(
        output.status.success(),
        "{line}\n{}",
        String::from_utf8_lossy(&output.stderr)
    );
    output
}

/// The options of OpenSSL to make a key, and those for signatures.
const KINDS: [(&str, &str, &str); 2] = [
    ("ed25519", "-algorithm ED25519", "-rawin"),
    (
        "sm2",
        "-algorithm EC -pkeyopt ec_paramgen_curve:SM2",
        "-rawin -digest sm3 -pkeyopt distid:1234567812345678",
    ),
];

#[test]
fn openssl_reads_a_key_that_we_made() {
    // [P2]
    for (algorithm, secret) in [(Algorithm::Ed25519, [7; 32]), (Algorithm::Sm2, [9; 32])] {
        let folder = tempfile::tempdir().unwrap();
        let made = PrivateKey::from_secret(algorithm, &secret).unwrap();
        let pem = made.reveal().unwrap();
        fs::write(folder.path().join("private.pem"), &*pem).unwrap();
        let public = run(folder.path(), "openssl pkey -in private.pem -pubout").stdout;
        assert_eq!(String::from_utf8(public).unwrap(), made.public().to_pem());
        let read = PrivateKey::from_pem(pem.as_bytes()).unwrap();
        assert_eq!(read.public(), made.public());
    }
    for wrong in [[0; 32], [0xff; 32]] {
        let error = PrivateKey::from_secret(Algorithm::Sm2, &wrong).unwrap_err();
        assert_eq!(error.code(), "key.weak");
    }
}

#[test]
fn openssl_verifies_our_signatures_and_we_verify_its() {
    // [P2] [P3]
    for (kind, key, options) in KINDS {
        let folder = tempfile::tempdir().unwrap();
        let at = |name: &str| folder.path().join(name);
        let statement = Statement::of_commitment(&commitment());
        fs::write(at("to-sign"), statement.to_sign()).unwrap();
        run(
            folder.path(),
            &format!("openssl genpkey {key} -out private.pem"),
        );
        run(
            folder.path(),
            "openssl pkey -in private.pem -pubout -out public.pem",
        );
        run(
            folder.path(),
            &format!(
                "openssl pkeyutl -sign {options} -inkey private.pem -in to-sign -out signature"
            ),
        );
        let public = PublicKey::from_pem(&fs::read(at("public.pem")).unwrap()).unwrap();
        let id = run(
            folder.path(),
            "openssl pkey -pubin -in public.pem -outform DER | openssl dgst -sha256 -r | cut -d' ' -f1",
        );
        assert_eq!(
            public.id().to_string(),
            String::from_utf8(id.stdout).unwrap().trim()
        );
        let mut theirs = Envelope::new(statement);
        theirs
            .attach(&public, &fs::read(at("signature")).unwrap())
            .unwrap();

        let private = PrivateKey::from_pem(&fs::read(at("private.pem")).unwrap()).unwrap();
        let signature = private.sign(&statement.to_sign()).unwrap();
        let bytes = match kind {
            "sm2" => {
                let (r, s) = signature.as_bytes().split_at(32);
                der(r, s)
            }
            _ => signature.as_bytes().to_vec(),
        };
        fs::write(at("ours"), bytes).unwrap();
        let verified = run(
            folder.path(),
            &format!(
                "openssl pkeyutl -verify {options} -pubin -inkey public.pem -in to-sign -sigfile ours"
            ),
        );
        let said = String::from_utf8(verified.stdout).unwrap();
        assert!(
            said.contains("Signature Verified Successfully"),
            "{kind}: {said}"
        );
    }
}

#[test]
fn openssl_verifies_a_head_that_we_signed_with_sm2() {
    // [L4]
    let (_, _, options) = KINDS[1];
    let folder = tempfile::tempdir().unwrap();
    let key = PrivateKey::from_secret(Algorithm::Sm2, &[9; 32]).unwrap();
    fs::write(folder.path().join("public.pem"), key.public().to_pem()).unwrap();
    let head = Checkpoint::new("suiji-ledger/样例", 7, commitment().digest()).unwrap();
    let mut note = Note::new(&head.to_string()).unwrap();
    note.sign(&note::PrivateKey::of("suiji-ledger/样例", key).unwrap())
        .unwrap();
    let (r, s) = note.signatures()[0].bytes().split_at(32);
    fs::write(folder.path().join("ours"), der(r, s)).unwrap();
    fs::write(folder.path().join("text"), note.text()).unwrap();
    let verified = run(
        folder.path(),
        &format!(
            "openssl pkeyutl -verify {options} -pubin -inkey public.pem -in text -sigfile ours"
        ),
    );
    let said = String::from_utf8(verified.stdout).unwrap();
    assert!(said.contains("Signature Verified Successfully"), "{said}");
}

/// Two numbers in the form of OpenSSL.
fn der(r: &[u8], s: &[u8]) -> Vec<u8> {
    let number = |bytes: &[u8]| {
        let first = bytes.iter().position(|byte| *byte != 0).unwrap();
        let mut body = bytes[first..].to_vec();
        if body[0] > 0x7f {
            body.insert(0, 0);
        }
        let length = u8::try_from(body.len()).unwrap();
        [vec![2, length], body].concat()
    };
    let body = [number(r), number(s)].concat();
    [vec![0x30, u8::try_from(body.len()).unwrap()], body].concat()
}

#[test]
fn a_key_in_another_file_of_openssl_is_refused_with_what_to_do() {
    let folder = tempfile::tempdir().unwrap();
    run(
        folder.path(),
        "openssl genpkey -algorithm ED25519 -aes-256-cbc -pass pass:x -out encrypted.pem",
    );
    let read = |name: &str| PrivateKey::from_pem(&fs::read(folder.path().join(name)).unwrap());
    let message = read("encrypted.pem").unwrap_err().message(suiji::Lang::En);
    assert!(
        message.contains("openssl pkcs8 -topk8 -nocrypt -in old.pem -out new.pem"),
        "{message}"
    );
    run(
        folder.path(),
        "openssl pkcs8 -topk8 -nocrypt -in encrypted.pem -passin pass:x -out new.pem",
    );
    read("new.pem").unwrap();
}

#[test]
fn an_authority_of_openssl_stamps_our_request_and_we_verify_it() {
    // [P4] [P5] [P6]
    let folder = tempfile::tempdir().unwrap();
    let script = root().join("tests/openssl/authorities.sh");
    let digest = commitment().digest();
    let made = folder.path().join("made").display().to_string();
    let line = format!("{} {made} {digest} {}", script.display(), "11".repeat(32));
    run(folder.path(), &line);
    let made = folder.path().join("made");
    let statement = Statement::of_commitment(&commitment());
    fs::write(made.join("ours.tsq"), request(&statement)).unwrap();
    run(
        &made,
        "openssl ts -reply -config openssl.cnf -queryfile ours.tsq -signer p256.pem -inkey p256.key -out ours.tsr",
    );
    let trusted = Trusted::from_bytes(&fs::read(made.join("p256.root.pem")).unwrap()).unwrap();
    for name in ["ours.tsr", "p256.tsr", "below.tsr", "sha1.tsr", "again.tst"] {
        let token = Token::from_bytes(&fs::read(made.join(name)).unwrap()).unwrap();
        token
            .verify(&statement, &trusted)
            .unwrap_or_else(|error| unreachable!("{name}: {error}"));
    }
    for name in [
        "not_critical.tst",
        "two_purposes.tst",
        "not_named.tst",
        "leaf.tst",
        "early.tst",
        "other.tsr",
    ] {
        let token = Token::from_bytes(&fs::read(made.join(name)).unwrap()).unwrap();
        assert!(token.verify(&statement, &trusted).is_err(), "{name}");
    }
}
