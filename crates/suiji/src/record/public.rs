//! The public form of a record [E2].

use super::Record;
use crate::codes;
use crate::commitment::{self, Commitment, SPEC, spec_of};
use crate::contribution::{self, Contributions};
use crate::error::{Error, ErrorKind, Faults};
use crate::hash::Digest;
use crate::id::{EntityId, TaskId};
use crate::json::{Json, ObjectBuilder};
use crate::limits;
use crate::reader;
use crate::reader::{Path, Policy, Reader};

/// What is published of a record: the selected in their order, and of each stratum the greatest
/// selected ticket, by which everybody can test his own [E2].
#[derive(Clone, Debug, Eq, PartialEq)]
pub struct PublicForm {
    pub(crate) record: Digest,
    pub(crate) commitment: Commitment,
    pub(crate) contributions: Contributions,
    pub(crate) seed: Digest,
    pub(crate) draws: Vec<PublicDraw>,
}

/// What is published of one task.
#[derive(Clone, Debug, Eq, PartialEq)]
pub struct PublicDraw {
    pub(crate) task: TaskId,
    pub(crate) last: Vec<(String, Digest)>,
    pub(crate) selected: Vec<EntityId>,
}

impl PublicForm {
    /// The public form of a record.
    ///
    /// ```
    /// # use suiji::*;
    /// # let task = Task::new("J1".parse()?, "抽查").with_quota(Quota::Count { count: 1 });
    /// # let plan = Plan::builder("样例计划", "样例县工信局", 2024).task(task).build()?;
    /// # let registry = Registry::from_rows([Entity::new("A-1", "甲"), Entity::new("A-2", "乙")])?;
    /// # let inputs = Inputs::new(plan, registry, Roster::default(), History::default())?;
    /// # let dice = Source::live(By::Witness, "掷骰", "123456", 20, None)?;
    /// # let time = "2024-09-02T09:00:00+08:00".parse()?;
    /// # let ceremony = Ceremony::new(Hash::Sha256, [dice]).with_sealed_at(time);
    /// # let sealed = seal(&inputs, &ceremony, &Run::default())?;
    /// # let thrown = Contributions::new([Contribution::live("35162443512664123561")?]);
    /// let record = sealed.draw(&thrown, &Run::default())?;
    /// let form = PublicForm::of(&record);
    /// assert_eq!(form.draws()[0].selected().len(), 1);
    /// verify_public(&form, &Evidence::of(&inputs), &Run::default())?.require()?;
    /// # Ok::<(), Error>(())
    /// ```
    pub fn of(record: &Record) -> Self {
        let draws = record
            .draws
            .iter()
            .zip(&record.commitment.tasks)
            .map(|(draw, task)| {
                let last = task.strata.iter().filter_map(|stratum| {
                    let of_stratum = draw
                        .selected
                        .iter()
                        .filter(|drawn| drawn.stratum == stratum.stratum);
                    let ticket = of_stratum.map(|drawn| drawn.ticket).max()?;
                    Some((stratum.stratum.clone(), ticket))
                });
                PublicDraw {
                    task: draw.task.clone(),
                    last: last.collect(),
                    selected: draw.selected.iter().map(|drawn| drawn.id.clone()).collect(),
                }
            });
        Self {
            record: record.digest(),
            commitment: record.commitment.clone(),
            contributions: record.contributions.clone(),
            seed: record.seed,
            draws: draws.collect(),
        }
    }

    /// Reads a public form, form only.
    ///
    /// # Errors
    /// `public-form.spec-unknown` for another version; every fault of the form.
    pub fn from_json(bytes: &[u8]) -> Result<Self, Error> {
        let tree = reader::document(bytes, limits::RECORD_BYTES, ErrorKind::PublicForm)?;
        let mut faults = Faults::default();
        let mut reader = Reader {
            stage: ErrorKind::PublicForm,
            row: None,
            policy: Policy::Refuse,
            faults: &mut faults,
        };
        let form = read(&mut reader, &tree, &Path::Root);
        faults.into_option(form)
    }

    /// The public form as an indented JSON document.
    pub fn to_json(&self) -> String {
        self.tree().to_pretty()
    }

    /// JCS(public form).
    pub fn canonical(&self) -> Vec<u8> {
        self.tree().to_canonical()
    }

    /// The digest of the record that it stands for.
    pub const fn record(&self) -> Digest {
        self.record
    }

    /// The sealed sheet.
    pub const fn commitment(&self) -> &Commitment {
        &self.commitment
    }

    /// The seed.
    pub const fn seed(&self) -> Digest {
        self.seed
    }

    /// What the sources gave.
    pub const fn contributions(&self) -> &Contributions {
        &self.contributions
    }

    /// What is published of each task.
    pub fn draws(&self) -> &[PublicDraw] {
        &self.draws
    }

    /// What is published of one task.
    pub fn draw(&self, task: &str) -> Option<&PublicDraw> {
        self.draws.iter().find(|draw| draw.task.as_str() == task)
    }

    fn tree(&self) -> Json<'_> {
        Json::object([
            ("spec", Json::text(SPEC)),
            ("record", Json::text(self.record.to_string())),
            ("commitment", self.commitment.tree()),
            ("contributions", self.contributions.tree()),
            ("seed", Json::text(self.seed.to_string())),
            ("draws", Json::list(self.draws.iter().map(PublicDraw::tree))),
        ])
    }
}

impl PublicDraw {
    /// The task.
    pub const fn task(&self) -> &TaskId {
        &self.task
    }

    /// The greatest selected ticket of each stratum that has one, in the order of the sheet.
    pub fn last(&self) -> impl Iterator<Item = (&str, Digest)> {
        self.last
            .iter()
            .map(|(stratum, ticket)| (&**stratum, *ticket))
    }

    /// The selected, in the order of visits.
    pub fn selected(&self) -> &[EntityId] {
        &self.selected
    }

    fn tree(&self) -> Json<'_> {
        let last = self.last.iter().map(|(stratum, ticket)| {
            Json::object([
                ("stratum", Json::text(stratum)),
                ("ticket", Json::text(ticket.to_string())),
            ])
        });
        let selected = self.selected.iter().map(|id| Json::text(id.as_str()));
        ObjectBuilder::default()
            .with("task", Json::text(self.task.as_str()))
            .maybe("last", Some(Json::list(last)))
            .maybe("selected", Some(Json::list(selected)))
            .build()
    }
}

fn read(reader: &mut Reader<'_>, value: &Json<'_>, path: &Path<'_>) -> Option<PublicForm> {
    spec_of(reader, value, path, codes::SPEC_PUBLIC)?;
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
    Some(PublicForm {
        record: record?,
        commitment: commitment?,
        contributions: Contributions(contributions?),
        seed: seed?,
        draws: draws?,
    })
}

fn draw(reader: &mut Reader<'_>, value: &Json<'_>, path: &Path<'_>) -> Option<PublicDraw> {
    let fields = reader.object(value, path, &["task", "last", "selected"])?;
    let task = reader.required(fields, path, "task", Reader::id);
    let last = reader.list(fields, path, "last", |reader, value, path| {
        let fields = reader.object(value, path, &["stratum", "ticket"])?;
        let stratum = reader.required(fields, path, "stratum", Reader::id);
        let ticket = reader.required(fields, path, "ticket", Reader::digest);
        Some((stratum?.to_owned(), ticket?))
    });
    let selected = reader.list(fields, path, "selected", Reader::id);
    Some(PublicDraw {
        task: TaskId::checked(task?),
        last: last?,
        selected: selected?.into_iter().map(EntityId::checked).collect(),
    })
}
