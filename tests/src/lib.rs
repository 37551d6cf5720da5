//! Cases with their expected results, for tests.
#![expect(
    clippy::exhaustive_structs,
    clippy::exhaustive_enums,
    reason = "tests write them out"
)]

pub mod architecture;
pub mod chance;
pub mod circles;
pub mod corpus;
pub mod costly;
pub mod count;
pub mod evidence;
mod folder;
mod format;
pub mod generated;
pub mod imports;
pub mod mutate;
pub mod rules;
mod small;
pub mod sources;
pub mod staffing;
pub mod tables;
pub mod trace;
mod tree;
pub mod vectors;
pub mod whole_draw;

pub use small::{Small, thrown};
pub use tree::merkle;

pub mod hostile;

use std::fs;
use std::path::{Path, PathBuf};

use suiji::{
    Ceremony, Contributions, Error, Evidence, History, Inputs, Plan, Record, Registry, Roster, Run,
    Sealed,
};

/// The folder of this crate.
pub fn root() -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR"))
}

/// A case: a folder of inputs, with the expected result or the reason for refusing them.
#[derive(Clone, Debug)]
pub struct Case {
    /// The folder.
    pub dir: PathBuf,
}

impl Case {
    /// All cases of `vectors/cases`, in the order of their names.
    pub fn all() -> Vec<Self> {
        Self::of(&root().join("vectors/cases"))
    }

    /// All cases of a folder, in the order of their names.
    pub fn of(folder: &Path) -> Vec<Self> {
        let mut cases: Vec<Self> = fs::read_dir(folder)
            .map(|entries| {
                entries
                    .flatten()
                    .map(|entry| Self { dir: entry.path() })
                    .filter(|case| case.dir.is_dir())
                    .collect()
            })
            .unwrap_or_default();
        cases.sort_by(|a, b| a.dir.cmp(&b.dir));
        cases
    }

    /// The case of that name.
    pub fn named(name: &str) -> Self {
        Self {
            dir: root().join("vectors/cases").join(name),
        }
    }

    /// Its name.
    pub fn name(&self) -> String {
        self.dir
            .file_name()
            .unwrap_or_default()
            .to_string_lossy()
            .into_owned()
    }

    /// The bytes of one of its files. Empty if there is no such file.
    pub fn bytes(&self, file: &str) -> Vec<u8> {
        fs::read(self.dir.join(file)).unwrap_or_default()
    }

    /// Whether it must be refused.
    pub fn is_refused(&self) -> bool {
        self.dir.join("expected/error.txt").exists()
    }

    /// Its plan.
    ///
    /// # Errors
    /// The errors of the plan.
    pub fn plan(&self) -> Result<Plan, Error> {
        Plan::from_json(&self.bytes("plan.json"))
    }

    /// Its registry, in the format of its file.
    ///
    /// # Errors
    /// The errors of the registry.
    pub fn registry(&self) -> Result<Registry, Error> {
        let run = Run::default();
        if self.has("registry.csv") {
            return suiji_tables::registry_from_csv(&*self.bytes("registry.csv"), &run);
        }
        Registry::from_json_lines_with(&*self.bytes("registry.jsonl"), &run)
    }

    /// Its roster.
    ///
    /// # Errors
    /// The errors of the roster.
    pub fn roster(&self) -> Result<Roster, Error> {
        let run = Run::default();
        if self.has("roster.csv") {
            return suiji_tables::roster_from_csv(&*self.bytes("roster.csv"), &run);
        }
        Roster::from_json_lines_with(&*self.bytes("roster.jsonl"), &run)
    }

    /// Its history.
    ///
    /// # Errors
    /// The errors of the history.
    pub fn history(&self) -> Result<History, Error> {
        let run = Run::default();
        if self.has("history.csv") {
            return suiji_tables::history_from_csv(&*self.bytes("history.csv"), &run);
        }
        History::from_json_lines_with(&*self.bytes("history.jsonl"), &run)
    }

    /// Its four inputs.
    ///
    /// # Errors
    /// The errors of any of them.
    pub fn inputs(&self) -> Result<Inputs, Error> {
        Inputs::new(
            self.plan()?,
            self.registry()?,
            self.roster()?,
            self.history()?,
        )
    }

    /// Its ceremony.
    ///
    /// # Errors
    /// The errors of the ceremony.
    pub fn ceremony(&self) -> Result<Ceremony, Error> {
        Ceremony::from_json(&self.bytes("ceremony.json"))
    }

    /// Its contributions.
    ///
    /// # Errors
    /// The errors of the contributions.
    pub fn contributions(&self) -> Result<Contributions, Error> {
        Contributions::from_json(&self.bytes("contributions.json"))
    }

    /// Seals it.
    ///
    /// # Errors
    /// The reason why it is refused.
    pub fn seal(&self) -> Result<Sealed, Error> {
        suiji::seal(&self.inputs()?, &self.ceremony()?)
    }

    /// Seals and draws it.
    ///
    /// # Errors
    /// The reason why it is refused.
    pub fn draw(&self) -> Result<(Sealed, Record), Error> {
        let sealed = self.seal()?;
        let record = sealed.draw(&self.contributions()?)?;
        Ok((sealed, record))
    }

    /// The expected result in `file`, as canonical JSON.
    pub fn expected(&self, file: &str) -> String {
        let value: serde_json::Value =
            serde_json::from_slice(&self.bytes(&format!("expected/{file}"))).unwrap_or_default();
        serde_json_canonicalizer::to_string(&value).unwrap_or_default()
    }

    /// All evidence that a verifier can have.
    ///
    /// # Errors
    /// The errors of the inputs.
    pub fn evidence(&self) -> Result<Evidence, Error> {
        let evidence = Evidence::default()
            .with_plan(self.plan()?)
            .with_registry(self.registry()?)
            .with_roster(self.roster()?)
            .with_history(self.history()?);
        Ok(match self.ceremony()?.secret() {
            Some(secret) => evidence.with_secret(secret.clone()),
            None => evidence,
        })
    }

    fn has(&self, file: &str) -> bool {
        Path::exists(&self.dir.join(file))
    }
}
