//! The public form of a record [E2].

use std::io;

use super::full::{Record, text};
use super::hide::{Hide, Last};
use crate::base::error::{Error, ErrorKind};
use crate::base::hash::{Digest, Secret};
use crate::base::id::{EntityId, TaskId};
use crate::base::limits;
use crate::base::run::{Run, Stage};
use crate::base::texts::codes;
use crate::ceremony::commitment::{self, Commitment, SPEC, spec_of};
use crate::ceremony::contribution;
use crate::ceremony::contributions::Contributions;
use crate::json::reader::{self, Path, Policy, Reader};
use crate::json::{Document, Element, Json};

/// The part of a record that is published [E2].
///
/// For each task it has the selected entities in the order of visits. For each stratum it has the greatest selected
/// ticket, with which everybody can compare a ticket.
#[derive(Clone, Debug, Eq, PartialEq)]
pub struct PublicForm {
    pub(crate) record: Digest,
    pub(crate) commitment: Commitment,
    pub(crate) contributions: Contributions,
    pub(crate) seed: Digest,
    pub(crate) draws: Vec<PublicDraw>,
}

/// The published result of one task [E2].
#[derive(Clone, Debug, Eq, PartialEq)]
pub struct PublicDraw {
    pub(crate) task: TaskId,
    pub(crate) last: Vec<(String, Last)>,
    pub(crate) selected: Vec<EntityId>,
}

impl PublicForm {
    /// [E2] Makes the public form of a record. A blinded commitment needs its secret: it hides the tickets.
    ///
    /// # Errors
    /// `sealed.secret-missing`, `sealed.secret-needless`; `sealed.secret-wrong` if the tickets were not made with it.
    ///
    /// ```
    /// # use suiji::*;
    /// # use suiji::ceremony::*;
    /// # use suiji::plan::*;
    /// # use suiji::tables::*;
    /// # let task = Task::new("J1".parse()?, "抽查").with_quota(Quota::Count { count: 1 });
    /// # let plan = Plan::builder("样例计划", "样例县工信局", 2024).with_task(task).build()?;
    /// # let registry = Registry::from_rows([Entity::new("A-1", "甲"), Entity::new("A-2", "乙")])?;
    /// # let inputs = Inputs::new(plan, registry, Roster::default(), History::default())?;
    /// # let dice = Source::live(By::Witness, "掷骰", [Part::new(20, 1, 6)?])?;
    /// # let time = "2024-09-02T09:00:00+08:00".parse()?;
    /// # let ceremony = Ceremony::new(Hash::Sha256, [dice]).with_sealed_at(time);
    /// # let sealed = seal(&inputs, &ceremony)?;
    /// # let thrown = [3, 5, 1, 6, 2, 4, 4, 3, 5, 1, 2, 6, 6, 4, 1, 2, 3, 5, 6, 1];
    /// # let contributions = Contributions::new(sealed.commitment().digest(), [Contribution::live([thrown])?]);
    /// let record = sealed.draw(&contributions)?;
    /// let form = PublicForm::of(&record, None)?;
    /// assert_eq!(form.draws()[0].selected().len(), 1);
    /// verify_public(&form, &Evidence::of(&inputs)).require()?;
    /// # Ok::<(), Error>(())
    /// ```
    pub fn of(record: &Record, secret: Option<&Secret>) -> Result<Self, Error> {
        Self::of_with(record, secret, &Run::default())
    }

    /// [`Self::of`] with a [`Run`]: threads, progress, cancelling.
    ///
    /// # Errors
    /// The errors of [`Self::of`], and `cancelled`.
    pub fn of_with(record: &Record, secret: Option<&Secret>, run: &Run) -> Result<Self, Error> {
        let commitment = &record.commitment;
        match (commitment.blinded, secret) {
            (true, None) => return Err(Error::of_value(codes::secret_missing())),
            (false, Some(_)) => return Err(Error::of_value(codes::secret_needless())),
            _ => {}
        }
        let selected = record.draws.iter().map(|draw| draw.selected.len());
        let mut step = run.step(Stage::Record, selected.sum());
        let mut draws = Vec::new();
        for (draw, task) in record.draws.iter().zip(&commitment.tasks) {
            let cutoffs = draw.cutoffs(&mut step)?;
            let strata = task.strata.iter().map(|stratum| &*stratum.stratum);
            let hide = Hide::new(commitment.hash, secret, task.id.as_str());
            if let (Some(secret), Some(drawn)) = (secret, draw.selected.first()) {
                hide.check(secret, &draw.key, drawn)?;
            }
            draws.push(PublicDraw {
                task: draw.task.clone(),
                last: strata
                    .filter_map(|of| Some((of.to_owned(), hide.last(of, *cutoffs.get(of)?))))
                    .collect(),
                selected: draw.selected.iter().map(|drawn| drawn.id.clone()).collect(),
            });
        }
        Ok(Self {
            record: record.digest(),
            commitment: commitment.clone(),
            contributions: record.contributions.clone(),
            seed: record.seed,
            draws,
        })
    }

    /// Reads a public form from JSON. Only its form is checked; [`crate::verify_public`] checks its
    /// contents.
    ///
    /// # Errors
    /// `public-form.spec-unknown` for another version; otherwise all faults of form together.
    pub fn from_json(bytes: &[u8]) -> Result<Self, Error> {
        Self::from_json_with(bytes, &Run::default())
    }

    /// [`Self::from_json`] with a [`Run`]: threads, progress, cancelling.
    ///
    /// # Errors
    /// The errors of [`Self::from_json`], and `cancelled`.
    pub fn from_json_with(bytes: &[u8], run: &Run) -> Result<Self, Error> {
        let form = reader::Form {
            kind: ErrorKind::PublicForm,
            limit: limits::RECORD_BYTES,
            policy: Policy::Refuse,
        };
        form.read_long(bytes, run, read)
    }

    /// The public form as indented JSON.
    pub fn to_json(&self) -> String {
        text(|out| self.write_json(out))
    }

    /// Writes the public form as indented JSON, without a copy of it in memory.
    ///
    /// # Errors
    /// The errors of `out`.
    pub fn write_json(&self, out: impl io::Write) -> io::Result<()> {
        self.write_json_with(out, &Run::default())
    }

    /// [`Self::write_json`] with a [`Run`]: threads, progress, cancelling.
    ///
    /// # Errors
    /// The errors of [`Self::write_json`], and `cancelled`.
    pub fn write_json_with(&self, out: impl io::Write, run: &Run) -> io::Result<()> {
        self.document().write_pretty(out, run)
    }

    /// The digest of the record from which the public form was made.
    pub const fn record(&self) -> Digest {
        self.record
    }

    /// The commitment from which the draw was made.
    pub const fn commitment(&self) -> &Commitment {
        &self.commitment
    }

    /// The seed S [R2].
    pub const fn seed(&self) -> Digest {
        self.seed
    }

    /// The contributions, in the order of the sources.
    pub const fn contributions(&self) -> &Contributions {
        &self.contributions
    }

    /// The published result of each task, in the order of the commitment.
    pub fn draws(&self) -> &[PublicDraw] {
        &self.draws
    }

    /// The published result of one task, or `None` if the form has no such task.
    pub fn draw(&self, task: &str) -> Option<&PublicDraw> {
        self.draws.iter().find(|draw| draw.task.as_str() == task)
    }

    fn document(&self) -> Document<'_> {
        let draws = self.draws.iter().map(PublicDraw::document).collect();
        Document::Object(vec![
            ("spec", Document::Tree(Json::text(SPEC))),
            (
                "record",
                Document::Tree(Json::text(self.record.to_string())),
            ),
            ("commitment", Document::Tree(self.commitment.tree())),
            ("contributions", Document::Tree(self.contributions.tree())),
            ("seed", Document::Tree(Json::text(self.seed.to_string()))),
            ("draws", Document::Few(draws)),
        ])
    }
}

impl PublicDraw {
    /// The id of the task.
    pub const fn task(&self) -> &TaskId {
        &self.task
    }

    /// The greatest selected ticket of each stratum, in the order of the commitment.
    ///
    /// A stratum without a selected entity is left out.
    pub fn last(&self) -> impl Iterator<Item = (&str, Last)> {
        self.last.iter().map(|(stratum, last)| (&**stratum, *last))
    }

    /// The ids of the selected entities, in the order of visits.
    pub fn selected(&self) -> &[EntityId] {
        &self.selected
    }

    fn document(&self) -> Document<'_> {
        let last = self.last.iter().map(|(stratum, last)| {
            let (key, digest) = match last {
                Last::Ticket(ticket) => ("ticket", ticket),
                Last::Commitment(commitment) => ("commitment", commitment),
            };
            Json::object([
                ("stratum", Json::text(stratum)),
                (key, Json::text(digest.to_string())),
            ])
        });
        let mut fields = vec![("task", Document::Tree(Json::text(self.task.as_str())))];
        if !self.last.is_empty() {
            fields.push(("last", Document::Tree(Json::list(last))));
        }
        fields.extend(Document::many("selected", &self.selected));
        Document::Object(fields)
    }
}

impl Element for EntityId {
    fn tree(&self) -> Json<'_> {
        Json::text(self.as_str())
    }
}

fn read(reader: &mut Reader<'_>, value: &Json<'_>, path: &Path<'_>) -> Option<PublicForm> {
    spec_of(reader, value, path, |found| codes::spec_public(found))?;
    let known = &[
        "spec",
        "record",
        "commitment",
        "contributions",
        "seed",
        "draws",
    ];
    let fields = reader.object(value, path, known)?;
    let record = reader.required(fields, path, "record", Reader::digest);
    let commitment = reader.required(fields, path, "commitment", commitment::read);
    let contributions = reader.full_list(fields, path, "contributions", contribution::read);
    let seed = reader.required(fields, path, "seed", Reader::digest);
    let draws = reader.full_list(fields, path, "draws", draw);
    let commitment = commitment?;
    Some(PublicForm {
        record: record?,
        contributions: Contributions::new(commitment.digest(), contributions?),
        commitment,
        seed: seed?,
        draws: draws?,
    })
}

fn draw(reader: &mut Reader<'_>, value: &Json<'_>, path: &Path<'_>) -> Option<PublicDraw> {
    let fields = reader.object(value, path, &["task", "last", "selected"])?;
    let task = reader.required(fields, path, "task", Reader::id);
    let last = reader.list(fields, path, "last", |reader, value, path| {
        let fields = reader.object(value, path, &["stratum", "ticket", "commitment"])?;
        let stratum = reader.required(fields, path, "stratum", Reader::id);
        let last = match fields.has("commitment") {
            true if fields.has("ticket") => {
                reader.fault(codes::last_twice(), path);
                None
            }
            true => reader
                .required(fields, path, "commitment", Reader::digest)
                .map(Last::Commitment),
            false => reader
                .required(fields, path, "ticket", Reader::digest)
                .map(Last::Ticket),
        };
        Some((stratum?.to_owned(), last?))
    });
    let selected = reader.list(fields, path, "selected", Reader::id);
    Some(PublicDraw {
        task: TaskId::checked(task?),
        last: last?,
        selected: selected?.into_iter().map(EntityId::checked).collect(),
    })
}
