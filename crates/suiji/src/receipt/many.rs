//! The receipts of one record. What they share is computed once.

use super::Receipt;
use super::ids;
use super::make::Maker;
use crate::base::error::Error;
use crate::base::id::EntityId;
use crate::base::run::Run;
use crate::inputs::table::Table;
use crate::record::Record;
use crate::seal::Sealed;

/// Makes the receipts of one record. [`Sealed::receipts`] returns it.
///
/// Several threads can use it at the same time. Everything that receipts share is computed once: keys, cutoffs, the
/// places of the entities in the record, and the Merkle trees of a blinded commitment.
///
/// # Memory
/// The trees stay in [`Sealed`] and take 16 bytes for each leaf. There is a leaf for each row of the registry and of
/// the history, and one for each task that has the entity in its frame or excludes it. So an entity that two tasks
/// consider takes 48 bytes. Without blinding there are no trees. The [`Record`] keeps 4 bytes for each selected entity
/// and 8 for each reserve.
#[derive(Debug)]
pub struct Receipts<'s>(Maker<'s>);

impl Sealed {
    /// [G1] Prepares the receipts of the entities of a record.
    ///
    /// If the commitment is blinded, this makes the trees for the inclusion proofs, which takes as long as sealing did.
    /// They are kept: the next call returns at once.
    ///
    /// # Errors
    /// `receipt.other-record` if the record belongs to another commitment.
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
    /// # let thrown = Contributions::new(sealed.commitment().digest(), [Contribution::live([thrown])?]);
    /// let record = sealed.draw(&thrown)?;
    /// for receipt in sealed.receipts(&record)?.all() {
    ///     println!("{}: {:?}", receipt.entity(), receipt.tasks()[0].state());
    /// }
    /// # Ok::<(), Error>(())
    /// ```
    pub fn receipts<'s>(&'s self, record: &'s Record) -> Result<Receipts<'s>, Error> {
        self.receipts_with(record, &Run::default())
    }

    /// [`Self::receipts`] with a [`Run`]: threads, progress, cancelling.
    ///
    /// # Errors
    /// Those of [`Self::receipts`], and `cancelled`.
    pub fn receipts_with<'s>(
        &'s self,
        record: &'s Record,
        run: &Run,
    ) -> Result<Receipts<'s>, Error> {
        let maker = self.maker(record, run)?;
        maker.prepare(run)?;
        Ok(Receipts(maker))
    }

    /// [G1] Makes the receipt of one entity: what became of it in each task.
    ///
    /// If the commitment is blinded, the receipt has the salts and proofs of the entity. The trees that they need are made for
    /// the first receipt, and kept for others ([`Receipts`] says how large they are).
    ///
    /// # Errors
    /// `receipt.other-record` if the record belongs to another commitment; the errors of [`Receipts::of`].
    pub fn receipt(&self, record: &Record, entity: &EntityId) -> Result<Receipt, Error> {
        self.receipt_with(record, entity, &Run::default())
    }

    /// [`Self::receipt`] with a [`Run`]: threads, progress, cancelling.
    ///
    /// # Errors
    /// The errors of [`Self::receipt`], and `cancelled`.
    pub fn receipt_with(
        &self,
        record: &Record,
        entity: &EntityId,
        run: &Run,
    ) -> Result<Receipt, Error> {
        let maker = self.maker(record, run)?;
        let row = row_of(self, entity)?;
        Ok(maker.receipt(entity, row, run)?)
    }

    fn maker<'s>(&'s self, record: &'s Record, run: &Run) -> Result<Maker<'s>, Error> {
        self.check_record(record)?;
        Ok(Maker::new(self, record, run)?)
    }
}

impl Receipts<'_> {
    /// The receipt of one entity: what became of it in each task.
    ///
    /// An entity that is in none of the inputs has the state [`super::State::Absent`] in each task.
    ///
    /// # Errors
    /// For an id that is not in the registry: `receipt.id-case` if it differs from an id of the inputs only in letter
    /// case, `receipt.inspector` if it is the id of an inspector.
    pub fn of(&self, entity: &EntityId) -> Result<Receipt, Error> {
        let row = row_of(self.0.sealed, entity)?;
        Ok(self.0.receipt(entity, row, &Run::default())?)
    }

    /// The receipts of these entities, in this order. The iterator makes one receipt at a time.
    ///
    /// # Errors
    /// The errors of [`Self::of`], for all entities together and before the first receipt.
    pub fn each<'r>(
        &'r self,
        entities: &'r [EntityId],
    ) -> Result<impl ExactSizeIterator<Item = Receipt> + 'r, Error> {
        let inputs = &self.0.sealed.inputs;
        let find = |entity: &EntityId| inputs.registry().find(entity.as_str());
        let rows: Vec<Option<usize>> = entities.iter().map(find).collect();
        let unknown = entities.iter().enumerate().zip(&rows);
        let unknown = unknown.filter(|(_, row)| row.is_none());
        let unknown = unknown.map(|((at, entity), _)| (entity, format!("$[{at}]")));
        ids::check(inputs, &unknown.collect::<Vec<_>>())?;
        let receipts = entities.iter().zip(rows);
        Ok(receipts.map(|(entity, row)| self.make(entity, row)))
    }

    /// The receipts of all entities of the registry, in the order of their ids. The iterator makes one receipt at a
    /// time.
    pub fn all(&self) -> impl ExactSizeIterator<Item = Receipt> {
        let registry = self.0.sealed.inputs.registry();
        let id = |row| EntityId::checked(registry.id(row));
        (0..registry.size()).map(move |row| self.make(&id(row), Some(row)))
    }

    fn make(&self, entity: &EntityId, row: Option<usize>) -> Receipt {
        let made = self.0.receipt(entity, row, &Run::default());
        made.expect("this run is never cancelled")
    }
}

/// The row of an entity in the registry, or none if a receipt may call it absent.
fn row_of(sealed: &Sealed, entity: &EntityId) -> Result<Option<usize>, Error> {
    let row = sealed.inputs.registry().find(entity.as_str());
    if row.is_none() {
        ids::check(&sealed.inputs, &[(entity, String::new())])?;
    }
    Ok(row)
}
