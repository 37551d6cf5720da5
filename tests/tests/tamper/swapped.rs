//! Documents with correct parts in the wrong place. Nothing false is established.

use serde_json::{Value, json};
use suiji::verify::Verdict;
use suiji::{Contributions, Digest, Evidence, PublicForm, Receipt, Record, Report};
use suiji_conformance::{Small, thrown};

use super::forger::Forger;
use super::parsed;

/// Two tasks that draw most of the same frame, in another order.
fn two_tasks() -> Small {
    let mut case = Small::with_team();
    case.task(0)["quota"] = json!({"count": 4});
    case.task(0)["reserves"] = json!(1);
    let mut other = case.task(0).clone();
    other["id"] = json!("N1");
    other["name"] = json!("另一抽查");
    case.plan["tasks"].as_array_mut().unwrap().push(other);
    case
}

fn of_outcome(report: &Report, outcome: &str) -> Vec<&'static str> {
    let checks = report.checks().iter();
    let of = checks.filter(|check| check.outcome().as_str() == outcome);
    of.map(suiji::verify::Check::id).collect()
}

/// Asserts that it fails, and that none of these is established.
fn fails_without(report: &Report, never: &[&str], what: &str) {
    assert_eq!(report.verdict(), Verdict::Fails, "{what}");
    let established = of_outcome(report, "established");
    let wrong = never.iter().find(|id| established.contains(id));
    assert_eq!(wrong, None, "{what}");
}

fn record(document: &Value) -> Record {
    Record::from_json(document.to_string().as_bytes()).unwrap()
}

fn form(document: &Value) -> PublicForm {
    PublicForm::from_json(document.to_string().as_bytes()).unwrap()
}

/// The checks of the draw of a task, with any inputs.
const OF_A_DRAW: [&str; 9] = [
    "draw.key",
    "draw.tickets",
    "draw.order",
    "draw.selection",
    "roster.teams",
    "public.last",
    "public.selection",
    "public.record",
    "public.agrees",
];

#[test]
fn lists_of_tasks_under_other_labels() {
    // [E1], [V1] Either the labels are swapped, or everything except the labels.
    let case = two_tasks();
    let (_, drawn) = case.draw().unwrap();
    let all = Evidence::of(&case.inputs().unwrap());
    let public = PublicForm::of(&drawn, None).unwrap();
    for (original, is_record) in [(drawn.to_json(), true), (public.to_json(), false)] {
        let mut labels = parsed(&original);
        labels["draws"][0]["task"] = json!("N1");
        labels["draws"][1]["task"] = json!("J1");
        let mut lists = parsed(&original);
        lists["draws"].as_array_mut().unwrap().swap(0, 1);
        lists["draws"][0]["task"] = json!("J1");
        lists["draws"][1]["task"] = json!("N1");
        for (what, forged) in [("labels", labels), ("lists", lists)] {
            for evidence in [&Evidence::default(), &all] {
                // The commitment is not blinded, so that a public form shows it, too.
                let report = match is_record {
                    true => suiji::verify(&record(&forged), evidence),
                    false => suiji::verify_public(&form(&forged), evidence),
                };
                fails_without(&report, &OF_A_DRAW, what);
            }
        }
    }
}

#[test]
fn a_made_up_seed() {
    // [R2] Everything else is consistent with it.
    let mut case = Small::plain();
    let commitment = || parsed(&case.seal().unwrap().commitment().to_json());
    let seed = Digest::from_bytes([7; 32]);
    let forger = Forger::with_seed(commitment(), case.contributions.clone(), seed);
    let mut entities = case.registry.clone();
    for entity in &mut entities {
        entity["class"] = json!("all");
    }
    let chosen = forger.true_selection(&entities, &[("all", 2)]);
    let forged = forger.record(&chosen);
    let evidence = Evidence::of(&case.inputs().unwrap());
    for evidence in [&Evidence::default(), &evidence] {
        let report = suiji::verify(&forged, evidence);
        fails_without(&report, &OF_A_DRAW, "a record");
        assert_eq!(of_outcome(&report, "failed"), ["record.seed"]);
        assert!(report.trust().iter().any(|of| of.id() == "trust.frame"));
        let public = PublicForm::of(&forged, None).unwrap();
        let report = suiji::verify_public(&public, evidence);
        fails_without(&report, &OF_A_DRAW, "a public form");
        assert!(of_outcome(&report, "failed").contains(&"record.seed"));
    }
    // The true draw with teams, and contributions that give another seed.
    case = Small::with_team();
    let (_, drawn) = case.draw().unwrap();
    let mut forged = parsed(&drawn.to_json());
    forged["contributions"] = json!([thrown("65432165432165432165")]);
    let evidence = Evidence::of(&case.inputs().unwrap());
    let report = suiji::verify(&record(&forged), &evidence);
    fails_without(&report, &OF_A_DRAW, "teams");
    assert_eq!(of_outcome(&report, "failed"), ["record.seed"]);
}

#[test]
fn an_invented_group() {
    // [D1] A group that only the commitment has, or only the plan.
    let mut with_group = Small::plain();
    with_group.task(0)["coordination"] = json!("g");
    for (case, other) in [
        (Small::plain(), &with_group),
        (with_group.clone(), &Small::plain()),
    ] {
        let mut commitment = parsed(&case.seal().unwrap().commitment().to_json());
        commitment["tasks"][0] =
            parsed(&other.seal().unwrap().commitment().to_json())["tasks"][0].clone();
        let forger = Forger::new(commitment, case.contributions.clone());
        let mut entities = case.registry.clone();
        for entity in &mut entities {
            entity["class"] = json!("all");
        }
        let forged = forger.record(&forger.true_selection(&entities, &[("all", 2)]));
        let alone = suiji::verify(&forged, &Evidence::default());
        assert_eq!(alone.verdict(), Verdict::Incomplete);
        let known = case.seal().unwrap().commitment().digest();
        let published = suiji::verify(&forged, &Evidence::default().with_commitment(known));
        assert_eq!(of_outcome(&published, "failed"), ["sheet.known"]);
        let plan = case.read_plan().unwrap();
        let with_plan = Evidence::default().with_plan(plan.clone());
        assert_eq!(
            of_outcome(&suiji::verify(&forged, &with_plan), "failed"),
            ["plan.tasks"]
        );
        let public = PublicForm::of(&forged, None).unwrap();
        let report = suiji::verify_public(&public, &with_plan);
        assert_eq!(of_outcome(&report, "failed"), ["plan.tasks"]);
        // A receipt of that draw.
        let drawn = &forged.draws()[0];
        let entity = &drawn.selected()[0];
        let cutoff = drawn
            .selected()
            .iter()
            .map(|drawn| drawn.ticket())
            .max()
            .unwrap();
        let receipt = json!({
            "spec": "suiji-v1", "record": forged.digest().to_string(), "entity": entity.id().as_str(),
            "registry": {"row": entities.iter().find(|row| row["id"] == entity.id().as_str())},
            "tasks": [{"task": "J1", "state": "selected", "stratum": "all", "ticket": entity.ticket().to_string(),
                "cutoff": cutoff.to_string(), "probability": {"numer": 2, "denom": 5}}]
        });
        let mut receipt = receipt;
        receipt["registry"]["row"]["class"] = json!("low");
        let receipt = Receipt::from_json(receipt.to_string().as_bytes()).unwrap();
        let report = receipt.check(&public, Some(&plan));
        fails_without(&report, &["receipt.ticket", "receipt.state"], "a receipt");
        assert_eq!(of_outcome(&report, "failed"), ["plan.tasks"]);
    }
}

#[test]
fn what_witnesses_noted_is_compared() {
    // [V1] The noted digest of the record, the noted values, and the published form.
    for case in [Small::with_team(), Small::with_team().blinded()] {
        let (sealed, drawn) = case.draw().unwrap();
        let all = || {
            let evidence = Evidence::of(&case.inputs().unwrap());
            match sealed.secret() {
                Some(secret) => evidence.with_secret(secret.clone()),
                None => evidence,
            }
        };
        let public = PublicForm::of(&drawn, sealed.secret()).unwrap();
        let noted = |commitment: Digest, digits: &str| {
            let document = json!({"spec": "suiji-v1", "commitment": commitment.to_string(),
                "contributions": [thrown(digits)]});
            Contributions::from_json(document.to_string().as_bytes()).unwrap()
        };
        let commitment = sealed.commitment().digest();
        let other = Digest::from_bytes([7; 32]);
        let fell = "12345612345612345612";
        let right = all()
            .with_commitment(commitment)
            .with_record(drawn.digest())
            .with_contributions(noted(commitment, fell))
            .with_public_form(public.clone());
        let report = suiji::verify(&drawn, &right);
        assert_eq!(report.verdict(), Verdict::Holds, "{}", report.to_json());
        let established = of_outcome(&report, "established");
        for id in [
            "sheet.known",
            "record.known",
            "contributions.known",
            "public.agrees",
        ] {
            assert!(established.contains(&id), "{id}");
        }
        let fails = |evidence: Evidence| {
            let report = suiji::verify(&drawn, &evidence);
            assert_eq!(report.verdict(), Verdict::Fails);
            of_outcome(&report, "failed")
        };
        assert_eq!(fails(all().with_record(other)), ["record.known"]);
        let values = [
            "12345612345612345613",
            "1234561234561234561",
            "22345612345612345612",
        ];
        for digits in values {
            let evidence = all().with_contributions(noted(commitment, digits));
            assert_eq!(fails(evidence), ["contributions.known"], "{digits}");
        }
        // The same values for another commitment.
        let evidence = all().with_contributions(noted(other, fell));
        assert_eq!(fails(evidence), ["contributions.known"]);
        let changes: [&dyn Fn(&mut Value); 5] = [
            &|form| form["record"] = json!(other.to_string()),
            &|form| form["seed"] = json!(other.to_string()),
            &|form| {
                form["draws"][0]["selected"]
                    .as_array_mut()
                    .unwrap()
                    .swap(0, 1)
            },
            &|form| {
                for field in ["ticket", "commitment"] {
                    if form["draws"][0]["last"][0].get(field).is_some() {
                        form["draws"][0]["last"][0][field] = json!(other.to_string());
                    }
                }
            },
            &|form| form["commitment"]["authority"] = json!("另一机关"),
        ];
        for change in changes {
            let mut document = parsed(&public.to_json());
            change(&mut document);
            let evidence = all().with_public_form(form(&document));
            assert_eq!(fails(evidence), ["public.agrees"]);
        }
        // The digests that somebody noted for the public form.
        let report = suiji::verify_public(&public, &all().with_record(other));
        assert_eq!(of_outcome(&report, "failed"), ["record.known"]);
        let report = suiji::verify_public(&public, &all().with_contributions(noted(other, fell)));
        assert_eq!(of_outcome(&report, "failed"), ["contributions.known"]);
    }
    // Without the secret, or with a wrong one, the last tickets of a blinded form cannot be compared.
    let case = Small::with_team().blinded();
    let (sealed, drawn) = case.draw().unwrap();
    let public = PublicForm::of(&drawn, sealed.secret()).unwrap();
    let without = Evidence::of(&case.inputs().unwrap()).with_public_form(public.clone());
    let report = suiji::verify(&drawn, &without);
    assert!(of_outcome(&report, "not_checked").contains(&"public.agrees"));
    assert!(report.trust().iter().any(|of| of.id() == "trust.blinded"));
    let wrong = without.with_secret(suiji::Secret::from_bytes([1; 32]));
    let report = suiji::verify(&drawn, &wrong);
    assert_eq!(report.verdict(), Verdict::OtherInputs);
    assert!(of_outcome(&report, "not_checked").contains(&"public.agrees"));
}
