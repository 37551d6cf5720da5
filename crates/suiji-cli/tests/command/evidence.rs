//! Signatures and timestamps of a case: made, attached, kept, and verified by a policy.

use std::fs;

use serde_json::{Value, json};

use crate::support::{ANSWERS, Case, suiji};

/// The keys of the vectors: an Ed25519 key of an office, an SM2 key of a witness.
fn keys() -> Vec<Value> {
    let path = concat!(
        env!("CARGO_MANIFEST_DIR"),
        "/../../tests/vectors/evidence/envelopes.json"
    );
    let vectors: Value = serde_json::from_slice(&fs::read(path).unwrap()).unwrap();
    vectors["keys"].as_array().unwrap().clone()
}

/// Writes the private and public keys to the case: `0.key`, `0.pem`, `1.key`, `1.pem`.
fn with_keys(case: &Case) {
    for (place, key) in keys().iter().enumerate() {
        case.write(&format!("{place}.key"), key["private"].as_str().unwrap());
        case.write(&format!("{place}.pem"), key["public"].as_str().unwrap());
    }
}

/// A policy with both keys: the office signs, and a witness signs the commitment.
fn with_policy(case: &Case) {
    let key = |place: usize, role: &str| {
        let key = &keys()[place];
        json!({"name": key["name"], "role": role, "key": key["public"]})
    };
    let policy = json!({
        "spec": "suiji-policy-v1",
        "keys": [key(0, "office"), key(1, "witness")],
        "rules": [
            {"document": "commitment", "role": "witness", "at_least": 1},
            {"document": "commitment", "role": "office", "at_least": 1},
            {"document": "record", "role": "office", "at_least": 1},
        ],
    });
    case.write("policy.json", policy.to_string());
}

fn run(case: &Case, args: &[&str]) -> crate::support::Ran {
    let dir = case.dir();
    let (command, rest) = args.split_first().unwrap();
    suiji(&[&[*command, &dir], rest, &["--lang", "en"]].concat())
}

fn verify(case: &Case) -> crate::support::Ran {
    let (record, dir, policy) = (case.arg("record.json"), case.dir(), case.arg("policy.json"));
    suiji(&[
        "verify", &record, "--case", &dir, "--policy", &policy, "--lang", "en",
    ])
}

/// The files in `evidence` with that ending.
fn evidence(case: &Case, ending: &str) -> Vec<String> {
    let contents = case.contents().into_iter().map(|(name, _)| name);
    contents
        .filter(|name| name.starts_with("evidence/") && name.ends_with(ending))
        .collect()
}

#[test]
fn a_draw_is_signed_and_verified_by_a_policy() {
    let case = Case::sealed();
    with_keys(&case);
    with_policy(&case);
    for key in ["0.key", "1.key"] {
        run(&case, &["sign", "--key", &case.arg(key)]).ends(0);
    }
    case.draw(ANSWERS).ends(0);
    let unmet = verify(&case).ends(1);
    assert!(
        unmet
            .out
            .contains("✗ record: signed by at least 1 of role office: none"),
        "{}",
        unmet.out
    );
    assert!(unmet.out.contains("The policy is not met"), "{}", unmet.out);
    let signed = run(&case, &["sign", "--key", &case.arg("0.key")]).ends(0);
    assert!(
        signed.out.contains("Signature of the record added"),
        "{}",
        signed.out
    );
    let met = verify(&case).ends(0);
    assert!(
        met.out
            .contains("✓ witness “样例见证人” signed the commitment"),
        "{}",
        met.out
    );
    assert!(met.out.contains("The policy is met"), "{}", met.out);
    let twice = run(&case, &["sign", "--key", &case.arg("0.key")]);
    twice.refused("envelope.twice");
    // Without the case, the evidence is beside the document, or where the option says.
    let public = case.publish("public.json");
    let policy = case.arg("policy.json");
    let args = ["verify", &public, "--policy", &policy];
    let beside = suiji(&args);
    assert!(beside.out.contains("签署规则：全部符合"), "{}", beside.out);
    let elsewhere = case.arg("sealed");
    let none = suiji(&[&args[..], &["--evidence", &elsewhere]].concat()).ends(1);
    assert!(none.out.contains("一个也没有"), "{}", none.out);
}

#[test]
fn what_a_token_returned_is_attached_to_the_document_it_signed() {
    let case = Case::sealed();
    with_keys(&case);
    let asked = run(&case, &["to-sign"]).ends(0);
    assert!(
        asked
            .out
            .contains("openssl pkeyutl -sign -rawin -digest sm3"),
        "{}",
        asked.out
    );
    let [to_sign] = &*evidence(&case, ".to-sign") else {
        unreachable!("one file")
    };
    let bytes = case.bytes(to_sign);
    assert!(bytes.starts_with(b"DSSEv1 37 application/vnd.suiji.commitment+json "));
    let key = suiji_evidence::PrivateKey::from_pem(&case.bytes("1.key")).unwrap();
    let signature = key.sign(&bytes).unwrap();
    let hex: String = signature
        .as_bytes()
        .iter()
        .map(|byte| format!("{byte:02x}"))
        .collect();
    case.write("signature.txt", hex + "\r\n");
    case.draw(ANSWERS).ends(0);
    let attach = |key: &str| {
        run(
            &case,
            &[
                "attach",
                &case.arg("signature.txt"),
                "--key",
                &case.arg(key),
            ],
        )
    };
    attach("0.pem").refused("key.signature");
    assert_eq!(evidence(&case, ".signatures.json"), [""; 0]);
    let attached = attach("1.pem").ends(0);
    assert!(
        attached.out.contains("Signature of the commitment added"),
        "{}",
        attached.out
    );
    attach("1.pem").refused("envelope.twice");
    attach("1.key").refused("key.pem");
    let other = run(
        &case,
        &[
            "attach",
            &case.arg("signature.txt"),
            "--key",
            &case.arg("1.pem"),
            "--document",
            "record",
        ],
    );
    other.refused("key.signature");
}

#[test]
fn evidence_about_an_earlier_commitment_stays_and_does_not_count() {
    let case = Case::sealed();
    with_keys(&case);
    with_policy(&case);
    run(&case, &["sign", "--key", &case.arg("1.key")]).ends(0);
    case.edit("plan.json", |plan| plan["title"] = "样例计划二".into());
    case.seal(&["--supersede", "样例", "--approved-by", "样例"])
        .ends(0);
    case.draw(ANSWERS).ends(0);
    assert_eq!(evidence(&case, ".signatures.json").len(), 1);
    let verified = verify(&case).ends(1);
    assert!(
        verified
            .out
            .contains("✗ witness “样例见证人” signed another commitment, not this one"),
        "{}",
        verified.out
    );
}

#[test]
fn a_wrong_request_says_what_to_do() {
    let case = Case::new();
    with_keys(&case);
    let key = case.arg("0.key");
    run(&case, &["sign", "--key", &key]).refused("case.not-sealed");
    run(&case, &["timestamp"]).refused("case.not-sealed");
    case.seal(&[]).ends(0);
    run(&case, &["sign", "--key", &key, "--document", "record"]).refused("case.not-drawn");
    run(&case, &["sign", "--key", &key, "--document", "seed"]).refused("usage.value");
    run(&case, &["to-sign", "--document", "amendments"]).ends(2);
    run(&case, &["timestamp", "--trusted", &key]).refused("usage.together");
    run(
        &case,
        &["timestamp", "--attach", &key, "--document", "record"],
    )
    .refused("usage.together");
    run(&case, &["timestamp", "--attach", &key]).refused("timestamp.form");
    case.draw(ANSWERS).ends(0);
    run(&case, &["to-sign", "--document", "amendments"]).refused("case.no-amendments");
    let (record, dir) = (case.arg("record.json"), case.dir());
    suiji(&["verify", &record, "--evidence", &dir]).refused("usage.together");
    case.write("policy.json", "{}");
    let verified = verify(&case).ends(2);
    assert_eq!(
        verified.err.matches("[policy.form]").count(),
        3,
        "{}",
        verified.err
    );
    with_policy(&case);
    fs::create_dir_all(case.path("evidence")).unwrap();
    case.write("evidence/commitment-0.signatures.json", "{}");
    case.write("evidence/record-0.tsr", "x");
    let verified = verify(&case).ends(2);
    assert!(
        verified.err.contains("[envelope.form]") && verified.err.contains("[timestamp.form]"),
        "{}",
        verified.err
    );
}

#[cfg(unix)]
mod with_openssl {
    use std::process::Command;

    use super::*;

    fn bash(case: &Case, line: &str) {
        let ran = Command::new("bash")
            .args(["-euc", line])
            .current_dir(case.path(""))
            .output()
            .unwrap();
        assert!(
            ran.status.success(),
            "{line}\n{}",
            String::from_utf8_lossy(&ran.stderr)
        );
    }

    #[test]
    fn a_token_signs_what_the_command_wrote_with_the_line_that_it_shows() {
        let case = Case::sealed();
        with_keys(&case);
        let to_sign = case.arg("to-sign.bin");
        let shown = run(&case, &["to-sign", "--out", &to_sign]).ends(0).out;
        for (key, algorithm) in [("0", "Ed25519: "), ("1", "SM2: ")] {
            let line = shown
                .lines()
                .find_map(|line| line.trim().strip_prefix(algorithm))
                .unwrap();
            let line = line.replace("private.pem", &format!("{key}.key"));
            bash(&case, &line);
            let (signature, public) = (case.arg("signature.bin"), case.arg(&format!("{key}.pem")));
            run(&case, &["attach", &signature, "--key", &public]).ends(0);
        }
        let file = &evidence(&case, ".signatures.json")[0];
        assert_eq!(case.json(file)["signatures"].as_array().unwrap().len(), 2);
    }

    #[test]
    fn an_authority_stamps_the_commitment_before_the_draw() {
        let case = Case::sealed();
        let asked = run(&case, &["timestamp"]).ends(0);
        assert!(asked.out.contains("--attach"), "{}", asked.out);
        let request = case.arg(&evidence(&case, ".tsq")[0]);
        let script = concat!(
            env!("CARGO_MANIFEST_DIR"),
            "/../suiji-evidence/tests/openssl/authorities.sh"
        );
        let digest = case.digest("commitment.json");
        bash(
            &case,
            &format!(
                "{script} tsa {digest} {digest} && cd tsa && openssl ts -reply -config openssl.cnf \
            -queryfile {request} -signer rsa.pem -inkey rsa.key -out ../answer.tsr"
            ),
        );
        let (answer, root, other) = (
            case.arg("answer.tsr"),
            case.arg("tsa/rsa.root.pem"),
            case.arg("tsa/p256.root.pem"),
        );
        let attach = |file: &str, trusted: &str| {
            run(
                &case,
                &["timestamp", "--attach", file, "--trusted", trusted],
            )
        };
        attach(&answer, &other).refused("timestamp.chain");
        attach(&case.arg("tsa/refused.tsr"), &other).refused("timestamp.refused");
        assert_eq!(evidence(&case, ".tsr"), [""; 0]);
        let kept = attach(&answer, &root).ends(0);
        assert!(
            kept.out.contains("stamped by CN=rsa 时间戳"),
            "{}",
            kept.out
        );
        let unverified = run(&case, &["timestamp", "--attach", &case.arg("tsa/p384.tsr")]).ends(0);
        assert!(
            unverified.out.contains("not verified"),
            "{}",
            unverified.out
        );
        assert_eq!(evidence(&case, ".tsr").len(), 2);

        let pem = fs::read_to_string(case.path("tsa/rsa.root.pem")).unwrap();
        let policy = json!({"spec": "suiji-policy-v1", "keys": [],
            "authorities": [{"name": "样例机构", "certificates": pem}],
            "rules": [{"document": "commitment", "timestamps": 1}]});
        case.write("policy.json", policy.to_string());
        case.draw(ANSWERS).ends(0);
        let met = verify(&case).ends(0);
        assert!(met.out.contains("stamped by 样例机构 at 2"), "{}", met.out);
        assert!(met.out.contains("is not known"), "{}", met.out);
        // The office states when it drew.
        for (time, code, shown) in [
            (
                "2999-01-01T00:00:00+08:00",
                0,
                "the commitment existed before it",
            ),
            (
                "2024-01-01T00:00:00+08:00",
                1,
                "it does not prove that the commitment existed before",
            ),
        ] {
            case.write("office.json", json!({"drawn_at": time}).to_string());
            let verified = verify(&case).ends(code);
            assert!(verified.out.contains(shown), "{}", verified.out);
        }
    }
}

#[test]
fn a_key_is_made_on_the_spot_and_signs() {
    let case = Case::sealed();
    for (algorithm, name) in [("ed25519", "office.pem"), ("sm2", "witness.pem")] {
        let file = case.arg(name);
        let args = ["new-key", &file, "--algorithm", algorithm, "--json"];
        let made = suiji(&args).ends(0).json();
        assert_eq!(made["algorithm"], algorithm);
        let signed = run(&case, &["sign", "--key", &file, "--json"])
            .ends(0)
            .json();
        assert_eq!(signed["key"], made["id"]);
        let public = made["public"].as_str().unwrap();
        assert!(public.ends_with(".public.pem") && fs::metadata(public).is_ok());
        // A key is never overwritten, and neither is the public key of another one.
        suiji(&args[..4]).refused("case.exists");
        fs::remove_file(&file).unwrap();
        suiji(&args[..4]).refused("case.exists");
    }
    suiji(&["new-key", "x.pem", "--algorithm", "rsa"]).refused("usage.value");
}
