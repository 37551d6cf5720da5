//! Records of version 1 that must always verify [E1, V1]. `tests/golden` is never changed.
#![expect(clippy::unwrap_used, reason = "tests")]

use std::collections::BTreeSet;
use std::fs;
use std::path::PathBuf;

use serde_json::Value;
use suiji::verify::Verdict;
use suiji::{
    Ceremony, Contributions, Evidence, History, Inputs, Plan, PublicForm, Receipt, Record,
    Registry, Roster, Run, Sealed,
};
use suiji_conformance::count::counted;
use suiji_conformance::root;

/// Each folder with the digests of its commitment and its record. Entries are added, never changed.
const GOLDEN: [(&str, &str, &str); 6] = [
    (
        "plain",
        "512b29f3bd0bfc0179c3ed12477a82bd2ad687153467473f9f3dd7379682831d",
        "e3349301f74a8ea8cb34e93ddc4193052a4f7181661f3b51b7a6083244ebf758",
    ),
    (
        "blinded-sm3",
        "9958ae9cf3eb1a3a7840c60578fcaae80f37122e113b7aa04a694324e1773bea",
        "17d0acfd95a834aa741d0017c67e6365ac91a6d3fafdda9f9dff13d97d744f86",
    ),
    (
        "earlier-sheets",
        "6713af50993da2f99b249eb95bdae9197ec51ad6611bf8e305d05a8db5a441cf",
        "e98cf1b70460e0806aea55c6ef88e3e49a47c0074277a0fbcce55baf022f4561",
    ),
    (
        "shared-visit",
        "e71ac9f706547c17efe3885721fbd55a60fa3ebb4d6233d9a9b5dac64b16e3f2",
        "5de97f7897bdbf72248c73cc4c3b50df8828394598d489117574fe5cefb4d66d",
    ),
    (
        "vacant-seat",
        "554a5bd8dc7f0e6e167635754e0368a0d2a555f0d26379ad8cf8b218e4e6473f",
        "5c253ff621e6e4befc832631e73a5b4b62cab158990b621e9c34b805718ae481",
    ),
    (
        "qinshui-2024",
        "d50f05c9b3a303d304715ae8b61d7671a4b29ee3a93181c9e844992ba20c5fc4",
        "54f4cb6c26f3e094d178f79b7ce7c5a0e3d8af98efc850311bba55ec0d56d2b0",
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
