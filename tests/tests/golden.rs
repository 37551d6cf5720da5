//! Records of version 1 that must always verify [E1, V1]. `tests/golden` is never changed.
#![expect(clippy::unwrap_used, reason = "tests")]

use std::collections::BTreeSet;
use std::fs;
use std::path::PathBuf;

use serde_json::Value;
use suiji::verify::Verdict;
use suiji::{
    Amendments, Ceremony, Contributions, Evidence, History, Inputs, Plan, PublicForm, Receipt,
    Record, Registry, Roster, Run, Sealed,
};
use suiji_conformance::count::counted;
use suiji_conformance::root;

/// Each folder, with the digests of its commitment and its record. Entries are added, never changed.
const GOLDEN: [(&str, &str, &str); 7] = [
    (
        "plain",
        "3aae7995f04520bc344a8648e2f152598d17705d9a6b2cefa6689a3a40012fab",
        "297ebe08c42ce66bb8a831515f6697daa43c555ef80c6bafbf0e05bc98a8adb5",
    ),
    (
        "blinded-sm3",
        "ab529ed9bbd3b829e724dc3fe86fec0fed9a47fbce16e66caaa13d1c57c5d51a",
        "b8330e5f80944e2d7dbbd65b15a90b44fb7e95d4d4d9fc2406d82e08b328aaeb",
    ),
    (
        "earlier-sheets",
        "25915f22382688fec0a625378b2cf940cfac6bc7ea3f420195ace55d196819b9",
        "5656e06a2ac83b489e919e1189e93f0c7c1e562771c5b50fad5bd0b79cba4599",
    ),
    (
        "shared-visit",
        "4aca5ad5b0a3b47ea34e1f333e05858ba4af9c0489593f8e1404f293eabeb826",
        "015ced6ace06fc127112b6ea585ef6dd98bdd5ce584c54d1d0e6fd54b58699a2",
    ),
    (
        "vacant-seat",
        "86ccde32c41d2f329a4421122c7ab733c959ee4208190015e07abd499b2a8deb",
        "4edb5ecd4c24677d901190e59ee447c6992c381f82515926be2ecf72aa3f9533",
    ),
    (
        "amended",
        "3f725be010dea3540c0c03dd4c7fbe60e5731aefa7a9bf471402472827127da6",
        "5976c9d44daffde60b7879d1a729ca3081a709a9251aded200086215533e69ec",
    ),
    (
        "qinshui-2024",
        "fca150f0ad2aa239ce7897d692aadf68b22e99e9fb203386a240d55125d1eca1",
        "4d575c4f1a99b7524b950a2c6df69bb800cb7aea4314ac2e4713f682df9336fc",
    ),
];

struct Folder(PathBuf);

impl Folder {
    fn named(name: &str) -> Self {
        Self(root().join("golden").join(name))
    }

    fn bytes(&self, file: &str) -> Vec<u8> {
        fs::read(self.0.join(file)).unwrap()
    }

    fn inputs(&self) -> Inputs {
        let run = Run::default();
        Inputs::new_with(
            Plan::from_json(&self.bytes("plan.json")).unwrap(),
            Registry::from_json_lines_with(&*self.bytes("registry.jsonl"), &run).unwrap(),
            Roster::from_json_lines_with(&*self.bytes("roster.jsonl"), &run).unwrap(),
            History::from_json_lines_with(&*self.bytes("history.jsonl"), &run).unwrap(),
            &run,
        )
        .unwrap()
    }

    fn ceremony(&self) -> Ceremony {
        Ceremony::from_json(&self.bytes("ceremony.json")).unwrap()
    }

    fn evidence(&self) -> Evidence {
        let evidence = Evidence::of(&self.inputs());
        let evidence = match fs::read(self.0.join("amendments.json")) {
            Ok(bytes) => evidence.with_amendments(Amendments::from_json(&bytes).unwrap()),
            Err(_) => evidence,
        };
        match self.ceremony().secret() {
            Some(secret) => evidence.with_secret(secret.clone()),
            None => evidence,
        }
    }

    fn record(&self) -> Record {
        Record::from_json(&self.bytes("record.json")).unwrap()
    }

    fn public(&self) -> PublicForm {
        PublicForm::from_json(&self.bytes("public.json")).unwrap()
    }
}

#[test]
fn the_list_has_every_folder() {
    let entries = fs::read_dir(root().join("golden")).unwrap().flatten();
    let folders = entries.filter(|entry| entry.path().is_dir());
    let folders: BTreeSet<String> = folders
        .map(|entry| entry.file_name().into_string().unwrap())
        .collect();
    let listed: BTreeSet<String> = GOLDEN.iter().map(|(name, ..)| (*name).to_owned()).collect();
    assert_eq!(folders, listed);
    assert_eq!(listed.len(), GOLDEN.len());
}

#[test]
fn records_have_their_digests_and_hold() {
    // [S3b, E1, V1]
    counted(GOLDEN.len(), "golden records");
    for (name, commitment_digest, record_digest) in GOLDEN {
        let folder = Folder::named(name);
        let record = folder.record();
        assert_eq!(
            record.commitment().digest().to_string(),
            commitment_digest,
            "{name}"
        );
        assert_eq!(record.digest().to_string(), record_digest, "{name}");
        let evidence = folder
            .evidence()
            .with_commitment(commitment_digest.parse().unwrap());
        let report = suiji::verify(&record, &evidence);
        assert_eq!(
            report.verdict(),
            Verdict::Holds,
            "{name}: {}",
            report.to_json()
        );
        let report = suiji::verify_public(&folder.public(), &evidence);
        assert_eq!(
            report.verdict(),
            Verdict::Holds,
            "{name}: {}",
            report.to_json()
        );
        assert_eq!(
            folder.public().record().to_string(),
            record_digest,
            "{name}"
        );
    }
}

#[test]
fn drawing_again_gives_the_same_record() {
    // [S5, R2]
    for (name, _, record_digest) in GOLDEN {
        let folder = Folder::named(name);
        let record = folder.record();
        let (inputs, ceremony) = (folder.inputs(), folder.ceremony());
        let sealed = Sealed::reopen(&inputs, record.commitment(), ceremony.secret()).unwrap();
        let contributions = Contributions::from_json(&folder.bytes("contributions.json")).unwrap();
        let again = sealed.draw(&contributions).unwrap();
        assert_eq!(again.canonical(), record.canonical(), "{name}");
        assert_eq!(again.digest().to_string(), record_digest, "{name}");
    }
}

#[test]
fn receipts_do_not_fail() {
    // [G1]
    for (name, ..) in GOLDEN {
        let folder = Folder::named(name);
        let receipt = Receipt::from_json(&folder.bytes("receipt.json")).unwrap();
        let report = receipt.check(&folder.public(), Some(folder.inputs().plan()));
        assert_ne!(
            report.verdict(),
            Verdict::Fails,
            "{name}: {}",
            report.to_json()
        );
        let outcomes: Vec<Value> =
            serde_json::from_str::<Value>(&report.to_json()).unwrap()["checks"]
                .as_array()
                .unwrap()
                .iter()
                .map(|check| check["outcome"].clone())
                .collect();
        assert!(
            outcomes
                .iter()
                .filter(|outcome| **outcome == "established")
                .count()
                > 6,
            "{name}: {outcomes:?}"
        );
    }
}
