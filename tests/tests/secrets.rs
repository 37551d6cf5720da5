//! Secrets and nonces are never in Debug texts, errors, reports or public documents.
#![expect(clippy::unwrap_used, reason = "tests")]

use serde_json::json;
use suiji::{Ceremony, Contribution, Contributions, Evidence, Hash, Lang, PublicForm, Run, Secret};
use suiji_conformance::{Case, Small};

const SECRET: [u8; 32] = [0xa7; 32];

/// Whether a text contains the bytes a7 in a usual notation.
fn shows(text: &str) -> bool {
    let text = text.to_lowercase();
    ["a7a7", "167, 167", "0xa7"]
        .iter()
        .any(|written| text.contains(written))
}

fn blinded() -> Small {
    let mut case = Small::with_team();
    let secret = "a7".repeat(32);
    case.ceremony["secret"] = json!(secret);
    let commitment = Contribution::commitment(Hash::Sha256, &Secret::from_bytes(SECRET), "三");
    let committed = json!({"kind": "committed", "by": "office", "name": "机关", "commitment": commitment.to_string()});
    case.ceremony["sources"]
        .as_array_mut()
        .unwrap()
        .push(committed);
    case.contributions
        .as_array_mut()
        .unwrap()
        .push(json!({"kind": "committed", "nonce": secret, "value": "三"}));
    case
}

#[test]
fn debug_shows_no_secret() {
    // [S2, S4a]
    let case = blinded();
    let (sealed, record) = case.draw().unwrap();
    let evidence = Evidence::default()
        .with_plan(case.read_plan().unwrap())
        .with_secret(Secret::from_bytes(SECRET));
    let contributions = record.contributions();
    let drawn = record.draws()[0].selected()[0].id();
    let receipt = sealed.receipt(&record, drawn).unwrap();
    let salt = receipt.salt().unwrap().to_string();
    let texts = [
        format!("{:?}", Secret::from_bytes(SECRET)),
        format!("{:?}", case.read_ceremony().unwrap()),
        format!("{sealed:?}"),
        format!("{evidence:?}"),
        format!("{contributions:?}"),
        format!("{record:?}"),
        format!("{receipt:?}"),
        format!("{:#?}", PublicForm::of(&record, sealed.secret()).unwrap()),
        format!(
            "{:?}",
            Contribution::committed(Secret::from_bytes(SECRET), "三").unwrap()
        ),
    ];
    for text in &texts {
        assert!(!shows(text) && !text.is_empty(), "{text}");
    }
    // Salts, such as the salt of a proof, are not shown either.
    assert!(texts[6].contains("Proof(leaf "), "{}", texts[6]);
    assert!(!texts[6].contains(&salt), "{}", texts[6]);
    // The getter returns the secret.
    assert_eq!(sealed.secret(), Some(&Secret::from_bytes(SECRET)));
    assert!(!texts[8].contains('三'), "{}", texts[8]);
    // Only these functions write the secret.
    assert!(
        shows(&Secret::from_bytes(SECRET).reveal())
            && shows(&case.read_ceremony().unwrap().to_json_with_secret())
    );
}

#[test]
fn errors_show_no_secret() {
    // [C1, R1]
    let secret = "a7".repeat(32);
    let upper = secret.to_uppercase();
    let ceremony = |secret: serde_json::Value| {
        let mut case = blinded();
        case.ceremony["secret"] = secret;
        case.read_ceremony().map(|_| ()).unwrap_err()
    };
    let with_nonce = |nonce: serde_json::Value, value: &str| {
        let mut case = blinded();
        case.contributions[1] = json!({"kind": "committed", "nonce": nonce, "value": value});
        case.draw().map(|_| ()).unwrap_err()
    };
    let cut = format!("{{\"secret\": \"{secret}");
    let contributions = |one: serde_json::Value| {
        let commitment = "00".repeat(32);
        json!({"spec": "suiji-v1", "commitment": commitment, "contributions": [one]}).to_string()
    };
    let mut errors = vec![
        ceremony(json!(upper)),
        ceremony(json!(format!("{secret}a7"))),
        ceremony(json!([secret])),
        with_nonce(json!(upper), "三"),
        with_nonce(json!(format!(" {secret}")), "三"),
        with_nonce(json!({"hex": secret}), "三"),
        with_nonce(json!(secret), "四"),
        upper.parse::<Secret>().unwrap_err(),
        Ceremony::from_json(cut.as_bytes()).unwrap_err(),
        Contributions::from_json(
            contributions(json!({"nonce": secret, "kind": "live", "numbers": [[1]]})).as_bytes(),
        )
        .unwrap_err(),
        // A secret in a field that is not for secrets.
        Contributions::from_json(
            contributions(json!({"kind": "live", "numbers": secret})).as_bytes(),
        )
        .unwrap_err(),
        Contributions::from_json(
            contributions(json!({"kind": secret, "numbers": [[1]]})).as_bytes(),
        )
        .unwrap_err(),
    ];
    // The error does not contain the value, because it is still secret.
    errors.push(Contribution::committed(Secret::from_bytes(SECRET), " a7a7").unwrap_err());
    for error in errors {
        for text in [
            error.to_string(),
            format!("{error:?}"),
            error.message(Lang::Zh),
            error.message(Lang::En),
            error.to_json(),
        ] {
            assert!(!shows(&text), "{text}");
        }
    }
}

#[test]
fn reports_and_public_documents_show_no_secret() {
    // [S2, V1]
    let case = blinded();
    let (sealed, record) = case.draw().unwrap();
    let run = Run::default();
    let mut other = record.to_json();
    other = other.replace(&"a7".repeat(32), &"a8".repeat(32));
    let changed = suiji::Record::from_json(other.as_bytes()).unwrap();
    let all = |secret: u8| {
        Evidence::default()
            .with_plan(case.read_plan().unwrap())
            .with_registry(case.read_registry().unwrap())
            .with_roster(case.read_roster().unwrap())
            .with_history(case.read_history().unwrap())
            .with_secret(Secret::from_bytes([secret; 32]))
    };
    for (record, secret) in [(&record, 0xa7), (&changed, 0xa7), (&record, 0xa6)] {
        let report = suiji::verify_with(record, &all(secret), &run).unwrap();
        assert!(!shows(&report.to_json()) && !shows(&format!("{report:?}")));
        for check in report.checks() {
            assert!(!shows(&check.message(Lang::Zh)) && !shows(&check.message(Lang::En)));
        }
    }
    assert!(!shows(&sealed.commitment().to_json()));
    let receipt = sealed
        .receipt_with(&record, &"A-1".parse().unwrap(), &run)
        .unwrap();
    assert!(!shows(&receipt.to_json()) && !shows(&format!("{receipt:?}")));
}

#[test]
fn results_of_the_cases_do_not_contain_their_secrets() {
    // [S2]
    let mut blinded = 0;
    for case in Case::all() {
        let Ok((sealed, record)) = case.draw() else {
            continue;
        };
        let ceremony = case.ceremony().unwrap();
        let Some(secret) = ceremony.secret() else {
            continue;
        };
        blinded += 1;
        for text in [
            sealed.commitment().to_json(),
            record.to_json(),
            PublicForm::of(&record, Some(secret)).unwrap().to_json(),
        ] {
            assert!(!text.contains(&secret.reveal()), "{}", case.name());
        }
    }
    assert!(blinded >= 5, "{blinded} blinded cases");
}
