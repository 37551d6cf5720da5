//! The content of a receipt in each state [G1]–[G3], [G5].

use serde_json::{Value, json};
use suiji::receipt::State;
use suiji::{Digest, Hash, Receipt, Record, Secret};

use super::{Draw, OTHER, case};

#[test]
fn each_entity_has_its_state() {
    // [G3] Selected and reserves as in the record, the others by [F1] and [F2].
    let draw = Draw::of(&case());
    let of = |id: &str| draw.receipt(id).tasks()[0].state();
    let drawn = draw.record.draws()[0].clone();
    assert_eq!(drawn.selected().len(), 2);
    assert_eq!(drawn.reserves().len(), 2);
    for entity in drawn.selected() {
        assert_eq!(of(entity.id().as_str()), State::Selected);
    }
    for entity in drawn.reserves() {
        assert_eq!(of(entity.id().as_str()), State::Reserve);
    }
    let listed = |id: &str| {
        drawn
            .selected()
            .iter()
            .chain(drawn.reserves())
            .any(|entity| entity.id().as_str() == id)
    };
    let left: Vec<String> = (1..=5)
        .map(|n| format!("F-{n}"))
        .filter(|id| !listed(id))
        .collect();
    assert_eq!(left.len(), 1);
    assert_eq!(of(&left[0]), State::NotSelected);
    assert_eq!(
        [of("F-6"), of("F-7"), of("F-8"), of("F-9")],
        [
            State::Inactive,
            State::OutOfScope,
            State::Excluded,
            State::Absent
        ]
    );
}

#[test]
fn a_record_of_another_commitment_gives_no_receipt() {
    // [G1] Another commitment, other draws, or a seed that does not match commitment and contributions.
    let draw = Draw::of(&case());
    let original: Value = serde_json::from_str(&draw.record.to_json()).unwrap();
    let code = |change: &dyn Fn(&mut Value)| {
        let mut other = original.clone();
        change(&mut other);
        let record = Record::from_json(other.to_string().as_bytes()).unwrap();
        let receipt = draw.sealed.receipt(&record, &"F-1".parse().unwrap());
        receipt.map(drop).map_err(|error| error.code())
    };
    assert_eq!(code(&|_| {}), Ok(()));
    let other = Err("receipt.other-record");
    assert_eq!(
        code(&|record| record["commitment"]["authority"] = json!("另一机关")),
        other
    );
    assert_eq!(code(&|record| record["seed"] = json!(OTHER)), other);
    assert_eq!(
        code(&|record| record["draws"][0]["task"] = json!("J2")),
        other
    );
}

#[test]
fn only_a_selected_entity_must_have_a_cutoff() {
    // [G3] A stratum may have no selected entity, and then it has no cutoff.
    let draw = Draw::of(&case());
    let code = |state| {
        let mut receipt = draw.json(&draw.id(state));
        receipt["tasks"][0]
            .as_object_mut()
            .unwrap()
            .remove("cutoff");
        let read = Receipt::from_json(receipt.to_string().as_bytes());
        read.map(drop).map_err(|error| error.code())
    };
    assert_eq!(code(State::Selected), Err("receipt.fields"));
    assert_eq!(code(State::Reserve), Ok(()));
    assert_eq!(code(State::NotSelected), Ok(()));
}

#[test]
fn a_receipt_has_exactly_these_fields() {
    // [G1, G2, G3, G5] Without blinding there are no salts and no proofs.
    let draw = Draw::of(&case());
    let (record, key) = (
        draw.record.digest().to_string(),
        draw.record.draws()[0].key(),
    );
    let of = |state: State| {
        let id = draw.id(state);
        (draw.json(&id), id)
    };
    let (receipt, id) = of(State::Absent);
    let absent = json!({"task": "J1", "state": "absent"});
    assert_eq!(
        receipt,
        json!({"spec": "suiji-v1", "record": record, "entity": id, "tasks": [absent]})
    );
    let (receipt, id) = of(State::Inactive);
    let row = json!({"id": "F-6", "name": "样例", "class": "low", "categories": ["超市"], "status": "inactive"});
    let tasks = json!([{"task": "J1", "state": "inactive"}]);
    assert_eq!(
        receipt,
        json!({"spec": "suiji-v1", "record": record, "entity": id, "registry": {"row": row}, "tasks": tasks})
    );
    let (receipt, _) = of(State::Excluded);
    assert_eq!(
        receipt["tasks"][0],
        json!({"task": "J1", "state": "excluded", "excluded": {"reason": "yearly"}})
    );
    let history = json!([
        {"row": {"entity": "F-8", "task": "J9", "date": "2023-03-05", "kind": "case"}},
        {"row": {"entity": "F-8", "task": "J9", "date": "2024-03-05"}}]);
    assert_eq!(receipt["history"], history);
    for (state, more) in [
        (State::Selected, &["members"][..]),
        (State::Reserve, &["reserve"]),
        (State::NotSelected, &[]),
    ] {
        let (receipt, id) = of(state);
        let task = &receipt["tasks"][0];
        let mut fields: Vec<&str> = task
            .as_object()
            .unwrap()
            .keys()
            .map(String::as_str)
            .collect();
        fields.retain(|field| !more.contains(field));
        assert_eq!(
            fields,
            [
                "cutoff",
                "probability",
                "state",
                "stratum",
                "task",
                "ticket"
            ]
        );
        let ticket = Hash::Sha256.digest(&[key.as_bytes().as_slice(), id.as_bytes()].concat());
        assert_eq!(task["ticket"], json!(ticket.to_string()), "[D2]");
        // One of two entities in high, one of three in low.
        let size = if task["stratum"] == "high" { 2 } else { 3 };
        assert_eq!(task["probability"], json!({"numer": 1, "denom": size}));
        assert_eq!((task["stratum"] == "high"), (id.as_str() < "F-3"));
    }
    let (receipt, id) = of(State::Reserve);
    assert_eq!(
        (
            receipt["tasks"][0]["reserve"].clone(),
            receipt["entity"].clone()
        ),
        (json!(1), json!(id))
    );
    let (receipt, _) = of(State::Selected);
    assert_eq!(receipt["tasks"][0]["members"].as_array().unwrap().len(), 2);
}

/// Whether a proof is valid for a leaf and a root, by the algorithm of RFC 9162, 2.1.3.2.
fn proves(leaf: &str, proven: &Value, root: &Value) -> bool {
    let hash = |parts: &[&[u8]]| Hash::Sha256.digest(&parts.concat());
    let (mut place, mut last) = (
        proven["index"].as_u64().unwrap(),
        root["size"].as_u64().unwrap() - 1,
    );
    let mut found = hash(&[&[0], leaf.as_bytes()]);
    let none = Vec::new();
    for step in proven["proof"].as_array().unwrap_or(&none) {
        let step: Digest = step.as_str().unwrap().parse().unwrap();
        if place % 2 == 1 || place == last {
            found = hash(&[&[1], step.as_bytes(), found.as_bytes()]);
            while place % 2 == 0 && place != 0 {
                (place, last) = (place / 2, last / 2);
            }
        } else {
            found = hash(&[&[1], found.as_bytes(), step.as_bytes()]);
        }
        (place, last) = (place / 2, last / 2);
    }
    last == 0 && found.to_string() == root["root"].as_str().unwrap()
}

#[test]
fn with_blinding_rows_and_states_have_proofs() {
    // [G2, G3], [S2]
    let draw = Draw::of(&case().blinded());
    let commitment: Value = serde_json::from_str(&draw.sealed.commitment().to_json()).unwrap();
    let salt = |value: &Value| value["salt"].as_str().unwrap().to_owned();
    for n in 1..=8 {
        let receipt = draw.json(&format!("F-{n}"));
        let registry = &receipt["registry"];
        let mut row = registry["row"].clone();
        row["salt"] = registry["salt"].clone();
        // The keys of a Value are sorted, and all are ASCII.
        assert!(
            proves(&row.to_string(), registry, &commitment["registry"]),
            "F-{n}"
        );
        let task = &receipt["tasks"][0];
        let id = &receipt["entity"];
        if let Some(frame) = task.get("frame") {
            let leaf = format!(
                r#"{{"id":{id},"salt":"{}","stratum":{}}}"#,
                salt(frame),
                task["stratum"]
            );
            assert!(
                proves(&leaf, frame, &commitment["tasks"][0]["frame"]),
                "F-{n}"
            );
            let ticket = [
                draw.record.draws()[0].key().as_bytes(),
                id.as_str().unwrap().as_bytes(),
                salt(registry).parse::<Digest>().unwrap().as_bytes(),
            ]
            .concat();
            assert_eq!(
                task["ticket"],
                json!(Hash::Sha256.digest(&ticket).to_string()),
                "[D2]"
            );
        }
        if let Some(excluded) = task.get("excluded") {
            let leaf = format!(
                r#"{{"id":{id},"reason":"yearly","salt":"{}"}}"#,
                salt(excluded)
            );
            assert!(excluded.get("proof").is_none(), "a tree of one leaf");
            assert!(proves(&leaf, excluded, &commitment["tasks"][0]["excluded"]));
            assert_eq!(receipt["history"].as_array().unwrap().len(), 2);
        }
        assert_eq!((1..=5).contains(&n), task.get("frame").is_some());
    }
}

#[test]
fn with_blinding_a_receipt_opens_the_cutoff_of_its_stratum_alone() {
    // [E2], [S2] The salts by the rules, from the secret.
    let draw = Draw::of(&case().blinded());
    let secret = draw.sealed.secret().map(Secret::reveal).unwrap();
    let secret: Digest = secret.parse().unwrap();
    let salt = |stratum: &str| {
        let parts: [&[u8]; 3] = [secret.as_bytes(), b"last/J1", stratum.as_bytes()];
        Hash::Sha256.derive("salt", &parts)
    };
    let form: Value = serde_json::from_str(&draw.form.to_json()).unwrap();
    let published = form["draws"][0]["last"].as_array().unwrap();
    assert_eq!(published.len(), 2);
    for n in 1..=5 {
        let receipt = draw.json(&format!("F-{n}"));
        let (own, other) = if n < 3 {
            ("high", "low")
        } else {
            ("low", "high")
        };
        let task = &receipt["tasks"][0];
        assert_eq!(task["stratum"], own);
        let drawn = draw.record.draws()[0].selected().iter();
        let greatest = drawn.filter(|drawn| drawn.stratum() == own);
        let greatest = greatest.map(|drawn| drawn.ticket()).max().unwrap();
        assert_eq!(task["cutoff"], greatest.to_string());
        assert_eq!(task["cutoff_salt"], salt(own).to_string());
        let commitment =
            Hash::Sha256.derive("commit", &[salt(own).as_bytes(), greatest.as_bytes()]);
        let of_own = published.iter().find(|of| of["stratum"] == own).unwrap();
        assert_eq!(
            *of_own,
            json!({"stratum": own, "commitment": commitment.to_string()})
        );
        assert!(!receipt.to_string().contains(&salt(other).to_string()));
    }
    // An entity that was not in the frame has nothing to compare.
    for id in ["F-6", "F-7", "F-8"] {
        let text = draw.json(id).to_string();
        assert!(!text.contains("cutoff"), "{text}");
    }
}

#[test]
fn with_blinding_a_receipt_does_not_show_what_the_office_noted() {
    // [S2], [G2] `extra` is in the leaf as a digest, which the proof needs.
    let mut case = case();
    for entity in &mut case.registry {
        entity["extra"] = json!({"note": "机密备注"});
    }
    let open = Draw::of(&case).json("F-1");
    assert_eq!(
        open["registry"]["row"]["extra"],
        json!({"note": "机密备注"})
    );
    assert!(open["registry"].get("extra_digest").is_none());
    let draw = Draw::of(&case.blinded());
    for id in ["F-1", "F-6", "F-8"] {
        let mut receipt = draw.json(id);
        assert!(!receipt.to_string().contains("机密备注"));
        let registry = &receipt["registry"];
        let salt: Digest = registry["salt"].as_str().unwrap().parse().unwrap();
        let extra = r#"{"note":"机密备注"}"#.as_bytes();
        let digest = Hash::Sha256.derive("extra", &[salt.as_bytes(), extra]);
        assert_eq!(registry["extra_digest"], digest.to_string());
        let mut leaf = registry["row"].clone();
        leaf["salt"] = registry["salt"].clone();
        leaf["extra_digest"] = registry["extra_digest"].clone();
        let root = serde_json::from_str::<Value>(&draw.sealed.commitment().to_json()).unwrap();
        assert!(
            proves(&leaf.to_string(), registry, &root["registry"]),
            "{id}"
        );
        assert!(!failed_of(&draw, &receipt).contains(&"receipt.registry".to_owned()));
        // Another digest, no digest, or the text itself.
        receipt["registry"]["extra_digest"] = json!(OTHER);
        assert!(failed_of(&draw, &receipt).contains(&"receipt.registry".to_owned()));
        receipt["registry"]
            .as_object_mut()
            .unwrap()
            .remove("extra_digest");
        assert!(failed_of(&draw, &receipt).contains(&"receipt.registry".to_owned()));
        receipt["registry"]["row"]["extra"] = json!({"note": "机密备注"});
        assert!(failed_of(&draw, &receipt).contains(&"receipt.registry".to_owned()));
    }
}

fn failed_of(draw: &Draw, receipt: &Value) -> Vec<String> {
    super::of_outcome(&draw.check(receipt), "failed")
}
