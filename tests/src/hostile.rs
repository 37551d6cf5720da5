//! Functions that give invalid input to readers, for tests and fuzz targets.

use std::sync::LazyLock;

use suiji::{
    Amendments, Ceremony, Commitment, Contributions, Evidence, History, Plan, PublicForm, Receipt,
    Record, Registry, Request, Roster, Run, Sealed,
};

pub use crate::format::Format;
use crate::{Case, evidence, imports};

impl Format {
    /// Valid documents of the format, from which mutations start.
    ///
    /// # Errors
    /// The errors of the cases, which have none.
    pub fn seeds(self) -> Result<Vec<Vec<u8>>, suiji::Error> {
        if self.is_import() {
            return Ok(imports::seeds(self));
        }
        if self.is_evidence() {
            return Ok(evidence::seeds(self));
        }
        let mut seeds = Vec::new();
        for case in Seeds::cases() {
            seeds.extend(case.seed(self)?);
        }
        Ok(seeds)
    }

    /// [`Self::read`] with the default context: the body of a fuzz target.
    pub fn fuzz(self, bytes: &[u8]) {
        static CONTEXT: LazyLock<Option<Context>> = LazyLock::new(|| Context::new().ok());
        if let Some(context) = &*CONTEXT {
            self.read(bytes, context);
        }
    }

    /// Reads the bytes and, if they are valid, uses the result. It must return.
    pub fn read(self, bytes: &[u8], context: &Context) {
        let run = Run::default();
        match self {
            Self::Plan => {
                drop(Plan::from_json(bytes).map(|plan| Plan::from_json(plan.to_json().as_bytes())))
            }
            Self::Registry => drop(Registry::from_json_lines_with(bytes, &run)),
            Self::Roster => drop(Roster::from_json_lines_with(bytes, &run)),
            Self::History => drop(History::from_json_lines_with(bytes, &run)),
            Self::RegistryCsv => drop(suiji_tables::registry_from_csv(bytes, &run)),
            Self::RosterCsv => drop(suiji_tables::roster_from_csv(bytes, &run)),
            Self::HistoryCsv => drop(suiji_tables::history_from_csv(bytes, &run)),
            Self::Ceremony => {
                drop(Ceremony::from_json(bytes).map(|ceremony| ceremony.to_json_with_secret()))
            }
            Self::Contributions => {
                drop(Contributions::from_json(bytes).map(|contributions| contributions.canonical()))
            }
            Self::Commitment => {
                drop(Commitment::from_json(bytes).map(|commitment| commitment.digest()))
            }
            Self::Record => drop(Record::from_json(bytes).map(|record| context.verify(&record))),
            Self::PublicForm => {
                drop(
                    PublicForm::from_json(bytes)
                        .map(|form| suiji::verify_public_with(&form, &context.evidence, &run)),
                );
            }
            Self::Receipt => drop(Receipt::from_json(bytes).map(|receipt| context.check(&receipt))),
            Self::Amendments => {
                drop(Amendments::from_json(bytes).map(|amendments| context.amended(amendments)));
            }
            Self::Requests => {
                drop(Request::from_json(bytes).map(|requests| context.amend(&requests)));
            }
            Self::ImportText | Self::ImportXlsx | Self::ImportXls | Self::ImportOds => {
                imports::read(self, bytes);
            }
            Self::PlanText | Self::PlanDocx => imports::read_plan(self, bytes),
            Self::Key | Self::Envelope | Self::Token | Self::Policy => evidence::read(self, bytes),
        }
    }
}

/// The case with which records, public forms, receipts and amendments are verified.
#[derive(Debug)]
pub struct Context {
    plan: Plan,
    sealed: Sealed,
    record: Record,
    evidence: Evidence,
    form: PublicForm,
}

impl Context {
    /// The context of one case.
    ///
    /// # Errors
    /// The errors of the case, which has none.
    pub fn new() -> Result<Self, suiji::Error> {
        let case = Case::named("16");
        let (sealed, record) = case.draw()?;
        Ok(Self {
            plan: case.plan()?,
            sealed,
            record,
            evidence: case.evidence()?,
            form: form(&case)?,
        })
    }

    fn verify(&self, record: &Record) {
        let report = suiji::verify(record, &self.evidence);
        drop(report.to_json());
        drop(PublicForm::of(record, None).map(|form| form.to_json()));
    }

    /// Verifies amendments, writes them, and applies them as far as they fit.
    fn amended(&self, amendments: Amendments) {
        drop(amendments.to_json());
        if let Ok(state) = amendments.state(&self.record) {
            for draw in self.record.draws() {
                let _ = state.teams(draw.task().as_str()).count();
            }
        }
        let evidence = self.evidence.clone().with_amendments(amendments);
        drop(suiji::verify(&self.record, &evidence).to_json());
    }

    /// Makes amendments from requests. If it succeeds, the amendments must be valid.
    fn amend(&self, requests: &[Request]) {
        if let Ok(made) = self.sealed.amend(&self.record, None, requests) {
            let evidence = self.evidence.clone().with_amendments(made);
            let report = suiji::verify(&self.record, &evidence);
            assert!(report.require().is_ok(), "{}", report.to_json());
        }
    }

    fn check(&self, receipt: &Receipt) {
        drop(receipt.check(&self.form, Some(&self.plan)).to_json());
    }
}

fn form(case: &Case) -> Result<PublicForm, suiji::Error> {
    let (sealed, record) = case.draw()?;
    PublicForm::of(&record, sealed.secret())
}

struct Seeds(Case);

impl Seeds {
    fn cases() -> [Self; 3] {
        ["16", "05", "tables-as-csv"].map(|name| Self(Case::named(name)))
    }

    fn seed(&self, format: Format) -> Result<Option<Vec<u8>>, suiji::Error> {
        let file = match format {
            Format::Plan => "plan.json",
            Format::Registry => "registry.jsonl",
            Format::Roster => "roster.jsonl",
            Format::History => "history.jsonl",
            Format::RegistryCsv => "registry.csv",
            Format::RosterCsv => "roster.csv",
            Format::HistoryCsv => "history.csv",
            Format::Ceremony => "ceremony.json",
            Format::Contributions => "contributions.json",
            Format::Commitment => "expected/commitment.json",
            Format::Record => "expected/record.json",
            Format::Amendments => "expected/amendments.json",
            Format::Requests => "requests.json",
            Format::PublicForm => return self.form().map(Some),
            Format::Receipt => return self.receipt(),
            // Each has its own seeds.
            Format::ImportText
            | Format::ImportXlsx
            | Format::ImportXls
            | Format::ImportOds
            | Format::PlanText
            | Format::PlanDocx
            | Format::Key
            | Format::Envelope
            | Format::Token
            | Format::Policy => return Ok(None),
        };
        Ok(Some(self.0.bytes(file)).filter(|bytes| !bytes.is_empty()))
    }

    fn form(&self) -> Result<Vec<u8>, suiji::Error> {
        Ok(form(&self.0)?.to_json().into_bytes())
    }

    fn receipt(&self) -> Result<Option<Vec<u8>>, suiji::Error> {
        let (sealed, record) = self.0.draw()?;
        let Some(drawn) = record
            .draws()
            .iter()
            .find_map(|draw| draw.selected().first())
        else {
            return Ok(None);
        };
        let receipt = sealed.receipt(&record, drawn.id())?;
        Ok(Some(receipt.to_json().into_bytes()))
    }
}

/// A generator of mutations that depends only on its seed.
#[derive(Clone, Debug)]
pub struct Mutator(u64);

impl Mutator {
    /// A generator with this seed.
    pub fn new(seed: u64) -> Self {
        Self(seed)
    }

    /// A number below `n`, which must be at least 1.
    pub fn below(&mut self, n: usize) -> usize {
        // SplitMix64.
        self.0 = self.0.wrapping_add(0x9E37_79B9_7F4A_7C15);
        let mut z = self.0;
        z = (z ^ (z >> 30)).wrapping_mul(0xBF58_476D_1CE4_E5B9);
        z = (z ^ (z >> 27)).wrapping_mul(0x94D0_49BB_1331_11EB);
        usize::try_from((z ^ (z >> 31)) % n.max(1) as u64).unwrap_or(0)
    }

    /// The bytes with up to five changes: bits are flipped, parts are removed, copied or replaced, or words of the
    /// formats are inserted.
    pub fn mutate(&mut self, bytes: &[u8]) -> Vec<u8> {
        const WORDS: [&str; 24] = [
            "null",
            "-0",
            "1e9",
            "9007199254740992",
            "18446744073709551616",
            "{}",
            "[]",
            "\"\"",
            "\"\\ud800\"",
            "true",
            "[[[[",
            "0",
            "1",
            "-1",
            "20",
            "\u{feff}",
            "\u{0}",
            "\"all\"",
            ",",
            "\n",
            "\"id\":\"A\",",
            "\"extra\":{\"a\":\"b\"},",
            ";;",
            "\"\"\"",
        ];
        let mut mutated = bytes.to_vec();
        for _ in 0..=self.below(4) {
            let at = self.below(mutated.len() + 1);
            let end = (at + 1 + self.below(24)).min(mutated.len());
            match self.below(6) {
                0 if at < mutated.len() => mutated[at] ^= 1 << self.below(8),
                1 if at < end => drop(mutated.drain(at..end)),
                2 if at < end => {
                    let piece = mutated[at..end].to_vec();
                    let to = self.below(mutated.len());
                    drop(mutated.splice(to..to, piece));
                }
                3 => {
                    let word = WORDS[self.below(WORDS.len())];
                    drop(mutated.splice(at..at, word.bytes()));
                }
                4 if at < end => {
                    let word = WORDS[self.below(WORDS.len())];
                    drop(mutated.splice(at..end, word.bytes()));
                }
                _ => mutated.truncate(at),
            }
        }
        mutated
    }
}
