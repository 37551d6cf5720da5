//! Published and earlier commitments, sources, and what stays on trust [S3b, S3c, S4c, V1, V2].

use std::fs;

use serde_json::{Value, json};
use suiji::verify::Verdict;
use suiji::{Commitment, Evidence, Lang, Record, Secret};
use suiji_conformance::{Case, Small, root, thrown};

use super::{by_missing, failed, report};

#[test]
fn the_published_digest_is_compared() {
    // [S3b], [V2]
    let (sealed, record) = Small::plain().draw().unwrap();
    let known = Evidence::default().with_commitment(sealed.commitment().digest());
    assert!(
        report(&record, &known)
            .checks()
            .iter()
            .any(|check| check.id() == "sheet.known")
    );
    let other = Evidence::default().with_commitment("0".repeat(64).parse().unwrap());
    assert_eq!(
        failed(&report(&record, &other)),
        [("sheet.known", "$.commitment".to_owned())]
    );
}

/// The default case, sealed at this hour, superseding these commitments.
fn sealed_at(hour: u32, earlier: &[&Commitment]) -> Small {
    let mut case = Small::plain();
    case.ceremony["sealed_at"] = json!(format!("2024-09-02T{hour:02}:00:00+08:00"));
    if let Some(last) = earlier
        .iter()
        .max_by_key(|commitment| commitment.sealed_at().as_str())
    {
        case.ceremony["previous"] = json!(last.digest().to_string());
        let entry = |commitment: &&Commitment| json!({"commitment": commitment.digest().to_string(), "reason": "名录有误", "approved_by": "局长"});
        case.ceremony["supersedes"] = earlier.iter().map(entry).collect();
    }
    case
}

#[test]
fn order_and_contributions_of_earlier_commitments_are_checked() {
    // [S3c] Sealing refuses what the verification finds.
    let commitment = |case: &Small| case.seal().unwrap().commitment().clone();
    let first = commitment(&sealed_at(8, &[]));
    let second = commitment(&sealed_at(9, &[&first]));
    let found = |case: &Small| {
        let earlier = vec![second.clone(), first.clone()];
        let ceremony = case.read_ceremony().unwrap().with_earlier(earlier.clone());
        let sealed = suiji::seal(&case.inputs().unwrap(), &ceremony);
        let (_, record) = case.draw().unwrap();
        let report = report(&record, &Evidence::default().with_earlier(earlier));
        (
            failed(&report),
            sealed.err().map_or("", |error| error.code()),
        )
    };
    assert_eq!(found(&sealed_at(10, &[&first, &second])), (vec![], ""));
    let order = ("earlier.order", "$.commitment".to_owned());
    assert_eq!(
        found(&sealed_at(10, &[&second, &first])),
        (vec![order], "ceremony.sheet-order")
    );
    // A value that the source does not allow, and a source that does not exist.
    for (source, value) in [(0, "7".repeat(20)), (1, "1".repeat(20))] {
        let mut other = sealed_at(10, &[&first, &second]);
        other.ceremony["supersedes"][1]["contributions"] =
            json!([{"source": source, "kind": "live", "numbers": thrown(&value)["numbers"]}]);
        let place = "$.commitment.supersedes[1].contributions[0]".to_owned();
        assert_eq!(
            found(&other),
            (
                vec![("earlier.contributions", place)],
                "ceremony.sheet-contribution"
            )
        );
    }
    let mut valid = sealed_at(10, &[&first, &second]);
    valid.ceremony["supersedes"][1]["contributions"] =
        json!([{"source": 0, "kind": "live", "numbers": thrown(&"1".repeat(20))["numbers"]}]);
    assert_eq!(found(&valid), (vec![], ""));
    // If the time of a commitment is wrong, the order follows from the names: the newer commitment names the older.
    let mistimed = commitment(&sealed_at(23, &[]));
    let corrected = commitment(&sealed_at(9, &[&mistimed]));
    let mut third = sealed_at(10, &[&mistimed, &corrected]);
    third.ceremony["previous"] = json!(corrected.digest().to_string());
    let known = third
        .read_ceremony()
        .unwrap()
        .with_earlier([mistimed.clone(), corrected.clone()]);
    assert!(suiji::seal(&third.inputs().unwrap(), &known).is_ok());
    let (_, record) = third.draw().unwrap();
    let evidence = Evidence::default().with_earlier(vec![mistimed, corrected]);
    assert_eq!(failed(&report(&record, &evidence)), []);
    // The second is the last one, but the first is named as previous.
    let mut skipping = sealed_at(10, &[&first, &second]);
    skipping.ceremony["previous"] = json!(first.digest().to_string());
    let previous = ("earlier.previous", "$.commitment.previous".to_owned());
    assert_eq!(found(&skipping).0, [previous]);
}

#[test]
fn earlier_commitments_are_compared_if_provided() {
    // [S3c], [S4c]
    let (first, _) = Small::plain().draw().unwrap();
    let commitment = first.commitment().clone();
    let digest = commitment.digest().to_string();
    let mut second = Small::plain();
    second.ceremony["previous"] = json!(digest);
    let found = |case: &Small, earlier: Vec<Commitment>| {
        let (_, record) = case.draw().unwrap();
        let report = report(&record, &Evidence::default().with_earlier(earlier));
        failed(&report)
            .into_iter()
            .map(|(id, _)| id)
            .collect::<Vec<_>>()
    };
    assert_eq!(found(&second, vec![commitment.clone()]), ["earlier.named"]);
    second.ceremony["supersedes"] =
        json!([{"commitment": digest, "reason": "名录有误", "approved_by": "局长"}]);
    assert_eq!(found(&second, vec![commitment.clone()]), [""; 0]);
    let committed = json!({"kind": "committed", "by": "witness", "name": "见证人",
        "commitment": suiji::Contribution::commitment(suiji::Hash::Sha256, &Secret::from_bytes([7; 32]), "三").to_string()});
    let opening = json!({"kind": "committed", "nonce": "07".repeat(32), "value": "三"});
    let mut reusing = Small::plain();
    reusing.ceremony["sources"]
        .as_array_mut()
        .unwrap()
        .push(committed.clone());
    reusing
        .contributions
        .as_array_mut()
        .unwrap()
        .push(opening.clone());
    let (first, _) = reusing.draw().unwrap();
    second.ceremony["previous"] = json!(first.commitment().digest().to_string());
    second.ceremony["supersedes"][0]["commitment"] = second.ceremony["previous"].clone();
    second.ceremony["sources"]
        .as_array_mut()
        .unwrap()
        .push(committed);
    second.contributions.as_array_mut().unwrap().push(opening);
    assert_eq!(
        found(&second, vec![first.commitment().clone()]),
        ["earlier.sources"]
    );
    // Commitments of other authorities are irrelevant.
    let mut other = Small::plain();
    other.plan["authority"] = json!("另一机关");
    assert_eq!(found(&other, vec![commitment]), [""; 0]);
}

#[test]
fn previous_is_checked_only_if_that_commitment_is_provided() {
    // [S3c]
    let commitment = |case: &Small| case.seal().unwrap().commitment().clone();
    let first = commitment(&sealed_at(8, &[]));
    let second = commitment(&sealed_at(9, &[&first]));
    let (_, record) = sealed_at(10, &[&first, &second]).draw().unwrap();
    let outcomes = |earlier: &[&Commitment]| -> Vec<&str> {
        let earlier = earlier
            .iter()
            .map(|commitment| (*commitment).clone())
            .collect();
        let report = report(&record, &Evidence::default().with_earlier(earlier));
        let checks = report.checks().iter();
        checks
            .filter(|check| check.id() == "earlier.previous")
            .map(|check| check.outcome().as_str())
            .collect()
    };
    assert_eq!(outcomes(&[&second]), ["established"]);
    assert_eq!(outcomes(&[&first, &second]), ["established"]);
    // The second is not provided, so the check is not possible.
    assert_eq!(outcomes(&[&first]), [""; 0]);
}

#[test]
fn statements_on_trust_are_always_listed() {
    // [V2]
    let case = Case::named("01");
    let record = Record::from_json(&case.bytes("expected/record.json")).unwrap();
    let trust = |evidence: &Evidence| -> Vec<&'static str> {
        report(&record, evidence)
            .trust()
            .iter()
            .map(suiji::verify::Trust::id)
            .collect()
    };
    let always = [
        "trust.inputs",
        "trust.sheet",
        "trust.first",
        "trust.sources",
    ];
    assert_eq!(trust(&case.evidence().unwrap()), always);
    assert_eq!(
        trust(&Evidence::default()),
        [&always[..], &["trust.frame"]].concat()
    );
    let last = report(&record, &Evidence::default()).trust()[4];
    assert_eq!(
        [Lang::Zh, Lang::En].map(|lang| last.message(lang)),
        [
            "抽中的对象在抽样框内，且签号在其中最小",
            "the selected were in the frame and had its smallest tickets"
        ]
    );
}

#[test]
fn outcomes_are_counted_and_few_outcomes_are_reported() {
    // [V2] 6^20 outcomes of 20 dice; 33! / (6!·27!) · 16 of 双色球.
    let report = report(&Small::plain().draw().unwrap().1, &Evidence::default());
    assert_eq!(report.outcomes(), [Some("3656158440062976".to_owned())]);
    assert!(report.warnings().is_empty());
    let mut few = Small::plain();
    few.ceremony["sources"][0]["parts"] = json!([
        {"count": 6, "from": 1, "to": 33, "distinct": true}, {"count": 1, "from": 1, "to": 16}]);
    few.contributions = json!([{"kind": "live", "numbers": [[3, 8, 15, 16, 22, 31], [9]]}]);
    let report = suiji::verify(&few.draw().unwrap().1, &Evidence::default());
    assert_eq!(report.outcomes(), [Some("17721088".to_owned())]);
    assert_eq!(
        report
            .warnings()
            .iter()
            .map(suiji::seal::Finding::code)
            .collect::<Vec<_>>(),
        ["ceremony.few-outcomes"]
    );
}

#[test]
fn the_greatest_ticket_gives_an_estimate_of_the_take() {
    // [V1] Only for a stratum with a take of 30 or more. Here the first two bytes of the greatest ticket are enough to
    // compute ⌊100·t/2^256⌋, because the other bytes cause no carry.
    let drawn = |take: u64| {
        let mut case = Small::plain();
        let entity = |n: usize| json!({"id": format!("F-{n:03}"), "name": "样例企业"});
        case.registry = (0..100).map(entity).collect();
        case.task(0)["quota"] = json!({"count": take});
        case.draw().unwrap().1
    };
    assert_eq!(report(&drawn(29), &Evidence::default()).facts(), []);
    let record = drawn(30);
    let tickets = record.draws()[0].selected().iter();
    let greatest = tickets.map(|drawn| drawn.ticket()).max().unwrap();
    let bytes = greatest.as_bytes();
    let first = 256 * u64::from(bytes[0]) + u64::from(bytes[1]);
    let (low, high) = (100 * first / 65_536, (100 * (first + 1) - 1) / 65_536);
    assert_eq!(low, high);
    let found = report(&record, &Evidence::default());
    assert_eq!(found.facts().len(), 1);
    let fact = &found.facts()[0];
    assert_eq!(
        (fact.task(), fact.stratum(), fact.take(), fact.estimate()),
        ("J1", "all", 30, low + 1)
    );
    // The standard deviation is 4.6. A fair draw rarely deviates by more than 1.6 of them.
    assert!(fact.estimate().abs_diff(30) < 7, "{fact:?}");
    assert_eq!(fact.one_in(), 1);
    let estimate = fact.estimate();
    assert_eq!(
        [Lang::Zh, Lang::En].map(|lang| fact.message(lang)),
        [
            format!("任务 J1“all”层：抽取 30 个，由末位签号估计约 {estimate} 个"),
            format!("task J1, stratum all: 30 taken, about {estimate} by the cutoff")
        ]
    );
}

#[test]
fn a_drand_round_is_checked() {
    // [S4a], [R1] A record of another implementation, with a real round.
    let record =
        Record::from_json(&fs::read(root().join("vectors/drand/record.json")).unwrap()).unwrap();
    let mut case = Small::with_team();
    case.task(0)["reserves"] = json!(1);
    let evidence = Evidence::default()
        .with_plan(case.read_plan().unwrap())
        .with_registry(case.read_registry().unwrap())
        .with_roster(case.read_roster().unwrap())
        .with_history(case.read_history().unwrap());
    let found = report(&record, &evidence);
    assert_eq!(found.verdict(), Verdict::Holds);
    let by_missing = by_missing(&found);
    assert_eq!(by_missing.len(), 1, "{by_missing:?}");
    for check in ["sheet.drand-round", "contributions.drand", "roster.teams"] {
        assert!(by_missing[""].contains(&check), "{check}");
    }
    // Sealed at 15:15:00. Round 1 was at 15:09:27, and round 123 was 366 seconds later.
    assert_eq!(found.margins(), [None, Some(33)]);
    let mut forged: Value = serde_json::from_str(&record.to_json()).unwrap();
    forged["contributions"][1]["signature"] = json!("00".repeat(48));
    let forged = Record::from_json(forged.to_string().as_bytes()).unwrap();
    let ids: Vec<_> = failed(&report(&forged, &evidence))
        .into_iter()
        .map(|(id, _)| id)
        .collect();
    assert!(ids.contains(&"contributions.drand"), "{ids:?}");
    // The time of round 112, genesis + 3 · 111, equals the time of sealing, which is too early.
    for (round, expected) in [(112, Some("sheet.drand-round")), (113, None)] {
        let mut other: Value = serde_json::from_str(&record.to_json()).unwrap();
        other["commitment"]["sources"][1]["round"] = json!(round);
        let other = Record::from_json(other.to_string().as_bytes()).unwrap();
        let ids: Vec<_> = failed(&report(&other, &evidence))
            .into_iter()
            .map(|(id, _)| id)
            .collect();
        assert_eq!(
            ids.first() == Some(&"sheet.drand-round"),
            expected.is_some(),
            "{ids:?}"
        );
    }
}
