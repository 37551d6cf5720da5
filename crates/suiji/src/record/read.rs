//! Reads a record from JSON. Only its form is checked.

use super::drawn::{Draw, DrawnEntity, DrawnTeam};
use super::full::Record;
use crate::base::error::{Error, ErrorKind};
use crate::base::hash::Digest;
use crate::base::id::{EntityId, InspectorId, TaskId};
use crate::base::limits;
use crate::base::run::Run;
use crate::base::texts::codes;
use crate::ceremony::commitment::{self, Commitment, spec_of};
use crate::ceremony::contribution;
use crate::ceremony::contributions::Contributions;
use crate::json::Json;
use crate::json::reader::{Form, Path, Policy, Reader};

impl Record {
    /// Reads a record from JSON. Only its form is checked; [`crate::verify`] checks its contents.
    ///
    /// # Errors
    /// `record.spec-unknown` for another version; otherwise all faults of form together.
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
    /// let read = Record::from_json(record.to_json().as_bytes())?;
    /// assert_eq!(read, record);
    /// verify(&read, &Evidence::of(&inputs)).require()?;
    /// # Ok::<(), Error>(())
    /// ```
    pub fn from_json(bytes: &[u8]) -> Result<Self, Error> {
        Self::from_json_with(bytes, &Run::default())
    }

    /// [`Self::from_json`] with a [`Run`]: threads, progress, cancelling.
    ///
    /// # Errors
    /// The errors of [`Self::from_json`], and `cancelled`.
    pub fn from_json_with(bytes: &[u8], run: &Run) -> Result<Self, Error> {
        let form = Form {
            kind: ErrorKind::Record,
            limit: limits::RECORD_BYTES,
            policy: Policy::Refuse,
        };
        let (commitment, contributions, seed, draws) = form.read_long(bytes, run, parts)?;
        Ok(Self::new(commitment, contributions, seed, draws, run)?)
    }
}

type Parts = (Commitment, Contributions, Digest, Vec<Draw>);

fn parts(reader: &mut Reader<'_>, value: &Json<'_>, path: &Path<'_>) -> Option<Parts> {
    spec_of(reader, value, path, |found| codes::spec_record(found))?;
    let fields = reader.object(
        value,
        path,
        &["spec", "commitment", "contributions", "seed", "draws"],
    )?;
    let commitment = reader.required(fields, path, "commitment", commitment::read);
    let contributions = reader.full_list(fields, path, "contributions", contribution::read);
    let seed = reader.required(fields, path, "seed", Reader::digest);
    let draws = reader.full_list(fields, path, "draws", draw);
    let commitment = commitment?;
    let contributions = Contributions::new(commitment.digest(), contributions?);
    Some((commitment, contributions, seed?, draws?))
}

fn draw(reader: &mut Reader<'_>, value: &Json<'_>, path: &Path<'_>) -> Option<Draw> {
    let fields = reader.object(
        value,
        path,
        &["task", "key", "selected", "reserves", "teams"],
    )?;
    let task = reader.required(fields, path, "task", Reader::id);
    let key = reader.required(fields, path, "key", Reader::digest);
    let selected = reader.list(fields, path, "selected", drawn);
    let reserves = reader.list(fields, path, "reserves", drawn);
    let teams = reader.list(fields, path, "teams", team);
    Some(Draw {
        task: TaskId::checked(task?),
        key: key?,
        selected: selected?,
        reserves: reserves?,
        teams: teams?,
    })
}

fn drawn(reader: &mut Reader<'_>, value: &Json<'_>, path: &Path<'_>) -> Option<DrawnEntity> {
    let fields = reader.object(value, path, &["id", "stratum", "ticket"])?;
    let id = reader.required(fields, path, "id", Reader::id);
    let stratum = reader.required(fields, path, "stratum", Reader::id);
    let ticket = reader.required(fields, path, "ticket", Reader::digest);
    Some(DrawnEntity {
        id: EntityId::checked(id?),
        stratum: stratum?.into(),
        ticket: ticket?,
    })
}

fn team(reader: &mut Reader<'_>, value: &Json<'_>, path: &Path<'_>) -> Option<DrawnTeam> {
    let fields = reader.object(value, path, &["entity", "members", "vacant", "joins"])?;
    let entity = reader.required(fields, path, "entity", Reader::id);
    let members = reader.list(fields, path, "members", Reader::id);
    let vacant = reader.list(fields, path, "vacant", |reader, value, path| {
        reader.integer(value, path, 0, 19)
    });
    let joins = reader.optional(fields, path, "joins", Reader::id);
    Some(DrawnTeam {
        entity: EntityId::checked(entity?),
        members: members?.into_iter().map(InspectorId::checked).collect(),
        vacant: vacant?,
        joins: joins?.map(TaskId::checked),
    })
}
