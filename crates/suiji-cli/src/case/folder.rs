//! The folder of a case, and the inputs and documents that are read from it.

use std::fs;
use std::io::BufReader;
use std::path::{Path, PathBuf};

use suiji::error::ErrorKind;
use suiji::limits;
use suiji::{
    Ceremony, Commitment, Contributions, Evidence, History, Inputs, Plan, Record, Registry, Roster,
    Run, Sealed,
};
use suiji_tables::{history_from_csv, registry_from_csv, registry_from_csv_for, roster_from_csv};

use super::names::{
    AMENDMENTS, CEREMONY, COMMITMENT, CONTRIBUTIONS, NUMBERED, PLAN, RECORD, SEALED, is_number,
    is_written,
};
use crate::base::error::Error;
use crate::base::error::together;
use crate::base::errors::{self, file_error, missing_file};
use crate::base::failure::{Failure, Files};
use crate::disk::numbering::next_number;
use crate::disk::{files, leftovers};
use crate::texts::codes;

const READ_AT_ONCE: usize = 1 << 20;

/// A case: a folder with the inputs of a draw and its results.
#[derive(Debug)]
pub(crate) struct Case {
    folder: PathBuf,
    /// The folder with plan, lists and ceremony: the same, or one of `sealed/`.
    inputs: PathBuf,
}

/// The file of a table, in one of its two forms.
pub(super) enum Table {
    JsonLines(PathBuf),
    Csv(PathBuf),
}

impl Case {
    /// Opens the case in a folder, which must exist.
    pub(crate) fn open(folder: &Path) -> Result<Self, Error> {
        match fs::metadata(folder) {
            Ok(found) if found.is_dir() => Ok(Self {
                folder: folder.to_owned(),
                inputs: folder.to_owned(),
            }),
            Err(error) if !files::is_not_found(&error) => Err(errors::unreadable(folder, &error)),
            _ => Err(file_error(folder, codes::missing_folder())),
        }
    }

    pub(crate) fn folder(&self) -> &Path {
        &self.folder
    }

    pub(crate) fn path(&self, name: &str) -> PathBuf {
        self.folder.join(name)
    }

    /// The same case with its inputs in another folder, if there is one.
    pub(super) fn with_inputs(&self, inputs: Option<PathBuf>) -> Self {
        Self {
            folder: self.folder.clone(),
            inputs: inputs.unwrap_or_else(|| self.inputs.clone()),
        }
    }

    /// The folder of the inputs, if it is one of `sealed/`.
    pub(crate) fn kept(&self) -> Option<&Path> {
        (self.inputs != self.folder).then_some(&*self.inputs)
    }

    /// The path of plan, list or ceremony.
    pub(crate) fn input(&self, name: &str) -> PathBuf {
        self.inputs.join(name)
    }

    /// The files of plan, lists and ceremony.
    pub(super) fn input_files(&self) -> Result<Vec<PathBuf>, Error> {
        let mut files = vec![self.input(PLAN), self.input(CEREMONY)];
        for stem in ["registry", "roster", "history"] {
            let (Table::JsonLines(path) | Table::Csv(path)) = self.table(stem)?;
            files.push(path);
        }
        Ok(files)
    }

    fn has(&self, name: &str) -> Result<bool, Error> {
        files::exists(&self.input(name))
    }

    /// The number for the next files to keep: greater than all existing numbers.
    pub(crate) fn next_number(&self) -> Result<u64, Error> {
        next_number(&self.folder, &NUMBERED)
    }

    /// Removes temporary files of interrupted sealings and draws. The caller holds the locks, so nobody else is
    /// sealing the case or writing a draw.
    pub(crate) fn sweep(&self) {
        leftovers::sweep(&self.folder, is_written);
        leftovers::sweep(&self.path(SEALED), is_number);
    }

    /// The plan and the three tables, which must all exist. The faults of all of them are reported together.
    pub(crate) fn inputs(&self, run: &Run) -> Result<Inputs, Error> {
        let plan = self.plan();
        let lists = together(self.registry(plan.as_ref().ok(), run), self.roster(run));
        let rest = together(plan, self.history(run));
        let ((registry, roster), (plan, history)) = together(lists, rest)?;
        Ok(Inputs::new_with(plan, registry, roster, history, run)?)
    }

    pub(crate) fn plan(&self) -> Result<Plan, Error> {
        let bytes = files::read(&self.input(PLAN), limits::PLAN_BYTES, ErrorKind::Plan)?;
        Ok(Plan::from_json(&bytes)?)
    }

    /// The registry. With a plan, risk classes that the plan does not have are reported with the other faults.
    pub(crate) fn registry(&self, plan: Option<&Plan>, run: &Run) -> Result<Registry, Error> {
        Ok(match (self.table("registry")?, plan) {
            (Table::JsonLines(path), Some(plan)) => {
                let mut builder = Registry::builder().for_plan(plan);
                let lines = builder.read_lines_with(reader(&path)?, run);
                lines.and_then(|()| builder.finish_with(run))
            }
            (Table::JsonLines(path), None) => Registry::from_json_lines_with(reader(&path)?, run),
            (Table::Csv(path), Some(plan)) => registry_from_csv_for(plan, reader(&path)?, run),
            (Table::Csv(path), None) => registry_from_csv(reader(&path)?, run),
        }?)
    }

    pub(crate) fn roster(&self, run: &Run) -> Result<Roster, Error> {
        Ok(match self.table("roster")? {
            Table::JsonLines(path) => Roster::from_json_lines_with(reader(&path)?, run),
            Table::Csv(path) => roster_from_csv(reader(&path)?, run),
        }?)
    }

    pub(crate) fn history(&self, run: &Run) -> Result<History, Error> {
        Ok(match self.table("history")? {
            Table::JsonLines(path) => History::from_json_lines_with(reader(&path)?, run),
            Table::Csv(path) => history_from_csv(reader(&path)?, run),
        }?)
    }

    pub(crate) fn ceremony_bytes(&self) -> Result<Vec<u8>, Error> {
        files::read(
            &self.input(CEREMONY),
            limits::PLAN_BYTES,
            ErrorKind::Ceremony,
        )
    }

    pub(crate) fn ceremony(&self) -> Result<Ceremony, Error> {
        Ok(Ceremony::from_json(&self.ceremony_bytes()?)?)
    }

    /// The commitment; none if the case is not sealed.
    pub(crate) fn commitment(&self) -> Result<Option<Commitment>, Error> {
        let bytes = files::read_written(
            &self.path(COMMITMENT),
            limits::COMMITMENT_BYTES,
            ErrorKind::Commitment,
        )?;
        Ok(bytes
            .map(|bytes| Commitment::from_json(&bytes))
            .transpose()?)
    }

    /// The commitment; none if it is missing or cannot be read.
    pub(crate) fn commitment_if_readable(&self) -> Result<Option<Commitment>, Error> {
        let path = self.path(COMMITMENT);
        let bytes = files::read_optional(&path, limits::COMMITMENT_BYTES, ErrorKind::Commitment)?;
        Ok(bytes.and_then(|bytes| Commitment::from_json(&bytes).ok()))
    }

    pub(crate) fn contributions(&self) -> Result<Option<Contributions>, Error> {
        let bytes = files::read_written(
            &self.path(CONTRIBUTIONS),
            limits::PLAN_BYTES,
            ErrorKind::Contributions,
        )?;
        let contributions = bytes.map(|bytes| Contributions::from_json(&bytes));
        Ok(contributions.transpose()?)
    }

    pub(crate) fn record(&self, run: &Run) -> Result<Option<Record>, Error> {
        let bytes =
            files::read_written(&self.path(RECORD), limits::RECORD_BYTES, ErrorKind::Record)?;
        let record = bytes.map(|bytes| Record::from_json_with(&bytes, run));
        Ok(record.transpose()?)
    }

    /// A commitment of the case, with the current inputs. Sources and time come from the commitment, only the secret
    /// from the ceremony. If the inputs have changed and the sealing kept its copies, the error names the changed
    /// rows.
    pub(crate) fn reopen(&self, commitment: &Commitment, run: &Run) -> Result<Sealed, Error> {
        let ceremony = if_exists(self.has(CEREMONY), || self.ceremony());
        let (inputs, ceremony) = together(self.inputs(run), ceremony)?;
        let secret = ceremony.as_ref().and_then(|ceremony| ceremony.secret());
        let reopened = Sealed::reopen_with(&inputs, commitment, secret, run);
        let changed = |error: &suiji::Error| error.code() == suiji::error::codes::CHANGED.id();
        match reopened {
            Err(error) if changed(&error) && self.kept().is_none() => {
                let kept = self.as_sealed(commitment)?;
                let sealed = kept.kept().and_then(|_| kept.reopen(commitment, run).ok());
                let rows = sealed.and_then(|sealed| sealed.check_inputs_with(&inputs, run).err());
                let error = Error::from(error);
                Err(match rows {
                    Some(rows) => error.and(rows.into()),
                    None => error,
                })
            }
            reopened => Ok(reopened?),
        }
    }

    /// The inputs that the folder contains, for a verification; some may be missing.
    pub(crate) fn evidence(&self, earlier: Vec<Commitment>, run: &Run) -> Result<Evidence, Error> {
        let lists = together(
            if_exists(self.has_table("registry"), || self.registry(None, run)),
            if_exists(self.has_table("roster"), || self.roster(run)),
        );
        let rest = together(
            if_exists(self.has(PLAN), || self.plan()),
            if_exists(self.has_table("history"), || self.history(run)),
        );
        let ceremony = if_exists(self.has(CEREMONY), || self.ceremony());
        let (((registry, roster), (plan, history)), ceremony) =
            together(together(lists, rest), ceremony)?;
        let secret = ceremony.and_then(|ceremony| ceremony.secret().cloned());
        let evidence = Evidence::default().with_earlier(earlier);
        let evidence = add(evidence, plan, Evidence::with_plan);
        let evidence = add(evidence, registry, Evidence::with_registry);
        let evidence = add(evidence, roster, Evidence::with_roster);
        let evidence = add(evidence, history, Evidence::with_history);
        Ok(add(evidence, secret, Evidence::with_secret))
    }

    /// The error with the files of the case.
    pub(crate) fn failure(&self, error: impl Into<Error>) -> Failure {
        Failure::Refused(error.into(), self.files())
    }

    fn files(&self) -> Files {
        let table = |files: Files, document, stem| match self.table(stem) {
            Ok(Table::JsonLines(path) | Table::Csv(path)) => files.with(document, &path),
            Err(_) => files,
        };
        let files = table(Files::default(), ErrorKind::Registry, "registry");
        let files = table(files, ErrorKind::Roster, "roster");
        let files = table(files, ErrorKind::History, "history");
        files
            .with(ErrorKind::Plan, &self.input(PLAN))
            .with(ErrorKind::Ceremony, &self.input(CEREMONY))
            .with(ErrorKind::Commitment, &self.path(COMMITMENT))
            .with(ErrorKind::Contributions, &self.path(CONTRIBUTIONS))
            .with(ErrorKind::Record, &self.path(RECORD))
            .with(ErrorKind::Amendments, &self.path(AMENDMENTS))
    }

    fn has_table(&self, stem: &str) -> Result<bool, Error> {
        Ok(self.has(&format!("{stem}.jsonl"))? || self.has(&format!("{stem}.csv"))?)
    }

    /// The file of a table. Two files are an error, because either could be meant.
    pub(super) fn table(&self, stem: &str) -> Result<Table, Error> {
        let (json_lines, csv) = (format!("{stem}.jsonl"), format!("{stem}.csv"));
        let (lines_path, csv_path) = (self.input(&json_lines), self.input(&csv));
        match (files::exists(&lines_path)?, files::exists(&csv_path)?) {
            (true, false) => Ok(Table::JsonLines(lines_path)),
            (false, true) => Ok(Table::Csv(csv_path)),
            (true, true) => Err(file_error(&csv_path, codes::two_forms(json_lines))),
            (false, false) => Err(missing_file(&csv_path, Some(&json_lines))),
        }
    }
}

fn reader(path: &Path) -> Result<BufReader<fs::File>, Error> {
    Ok(BufReader::with_capacity(READ_AT_ONCE, files::open(path)?))
}

/// Reads something that may be missing.
fn if_exists<T>(
    exists: Result<bool, Error>,
    read: impl FnOnce() -> Result<T, Error>,
) -> Result<Option<T>, Error> {
    exists?.then(read).transpose()
}

fn add<T>(
    evidence: Evidence,
    value: Option<T>,
    with: impl FnOnce(Evidence, T) -> Evidence,
) -> Evidence {
    match value {
        Some(value) => with(evidence, value),
        None => evidence,
    }
}
