//! The signatures of the demonstration, by keys that are made on the spot, and the request for a timestamp.

use std::fs;
use std::path::PathBuf;

use serde_json::json;
use suiji::error::ErrorKind;
use suiji::limits;
use suiji_evidence::{Algorithm, Document};

use super::steps::Steps;
use crate::base::failure::Failure;
use crate::disk::files;
use crate::disk::writing::{self, Access, unwritable};
use crate::show::report::Detail;
use crate::texts::{self, Localized};
use crate::verify::{self, Options};
use crate::{new_key, sign, timestamp};

/// The folder of the keys, and the policy.
const KEYS: &str = "keys";
const POLICY: &str = "policy.json";

impl Steps<'_, '_> {
    /// The office signs with Ed25519 and the witness with SM2: both the commitment, the office also the record.
    pub(super) fn sign(&mut self) -> Result<(), Failure> {
        self.heading(texts::demo_sign())?;
        let (folder, case) = (self.folder.clone(), self.case);
        let keys = case.path(KEYS);
        fs::create_dir_all(&keys).map_err(unwritable(&keys))?;
        let (office, witness) = (keys.join("office.pem"), keys.join("witness.pem"));
        for (path, algorithm) in [(&office, Algorithm::Ed25519), (&witness, Algorithm::Sm2)] {
            let file = path.display();
            self.command(format_args!("suiji new-key {file} --algorithm {algorithm}"))?;
            new_key::new_key(self.session, path, algorithm)?;
        }
        for (path, document) in [
            (&office, Document::Commitment),
            (&witness, Document::Commitment),
            (&office, Document::Record),
        ] {
            let file = path.display();
            self.command(format_args!(
                "suiji sign {folder} --key {file} --document {document}"
            ))?;
            sign::sign(self.session, case, Some(document), path)?;
        }
        self.command(format_args!("suiji timestamp {folder}"))?;
        timestamp::request(self.session, case, Document::Commitment)?;
        let policy = self.policy([&office, &witness])?;
        self.comment(texts::demo_sign_about())?;
        let record = self.record.clone();
        self.command(format_args!(
            "suiji verify {} --case {folder} --policy {}",
            record.display(),
            policy.display()
        ))?;
        let options = Options {
            policy: Some(&policy),
            ..Options::of_case(&record, case.folder(), Detail::Shortest)
        };
        verify::verify(self.session, &options)?;
        Ok(())
    }

    /// Writes the policy: the office signs both documents, the witness the commitment.
    fn policy(&self, keys: [&PathBuf; 2]) -> Result<PathBuf, Failure> {
        let lang = self.session.lang;
        let names = [texts::demo_office_name(), texts::demo_witness_name()];
        let mut parties = Vec::new();
        for ((key, name), role) in keys.into_iter().zip(names).zip(["office", "witness"]) {
            let path = new_key::public_path(key);
            let pem = files::read(&path, limits::PLAN_BYTES, ErrorKind::File)?;
            let pem = String::from_utf8_lossy(&pem);
            parties.push(json!({"name": name.text(lang), "role": role, "key": pem}));
        }
        let policy = json!({
            "spec": "suiji-policy-v1",
            "keys": parties,
            "rules": [
                {"document": "commitment", "role": "office", "at_least": 1},
                {"document": "commitment", "role": "witness", "at_least": 1},
                {"document": "record", "role": "office", "at_least": 1},
            ],
        });
        let path = self.case.path(POLICY);
        writing::create(&path, format!("{policy:#}\n").as_bytes(), Access::Shared)?;
        Ok(path)
    }
}
