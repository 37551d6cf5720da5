//! Makes a sealed value from the inputs and an existing commitment, in a later process.

use super::{Sealed, Sheet};
use crate::base::error::{Error, ErrorKind, Faults, Place};
use crate::base::hash::Secret;
use crate::base::run::{Cancelled, Run, Stage};
use crate::base::texts::{self, Localized, codes};
use crate::ceremony::commitment::Commitment;
use crate::inputs::Inputs;
use crate::inputs::table::{self, Changes, Table};
use crate::tree;
use crate::tree::leaf::{InputDigests, Sealing};

impl Sealed {
    /// Makes a sealed value from the inputs and an existing commitment. A blinded commitment needs its secret.
    ///
    /// Sealing and drawing can be two processes. The inputs must be those that were sealed.
    ///
    /// # Errors
    /// `sealed.changed` for each input that differs from what was sealed; `sealed.secret-missing` and
    /// `sealed.secret-needless`.
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
    /// // What was written down at nine is read at ten.
    /// let written = sealed.commitment().to_json();
    /// let sheet = Commitment::from_json(written.as_bytes())?;
    /// let sealed = Sealed::reopen(&inputs, &sheet, None)?;
    /// assert_eq!(sealed.commitment().digest(), sheet.digest());
    /// # Ok::<(), Error>(())
    /// ```
    pub fn reopen(
        inputs: &Inputs,
        commitment: &Commitment,
        secret: Option<&Secret>,
    ) -> Result<Self, Error> {
        Self::reopen_with(inputs, commitment, secret, &Run::default())
    }

    /// [`Self::reopen`] with a [`Run`]: threads, progress, cancelling.
    ///
    /// # Errors
    /// The errors of [`Self::reopen`], and `cancelled`.
    pub fn reopen_with(
        inputs: &Inputs,
        commitment: &Commitment,
        secret: Option<&Secret>,
        run: &Run,
    ) -> Result<Self, Error> {
        let place = || Place::new(ErrorKind::Commitment, "");
        match (commitment.blinded, secret) {
            (true, None) => return Err(Error::new(codes::secret_missing().at(place()))),
            (false, Some(_)) => return Err(Error::new(codes::secret_needless().at(place()))),
            _ => {}
        }
        let sealing = Sealing {
            hash: commitment.hash,
            secret,
        };
        let digests = sealing.digests(
            inputs.plan(),
            inputs.registry(),
            inputs.roster(),
            inputs.history(),
            run,
        )?;
        same_inputs(inputs, commitment, &digests)?;
        let sheet = Sheet::new(inputs, run)?;
        let tasks = sheet.tasks(inputs, sealing, run)?;
        let mut faults = Faults::default();
        if tasks.len() != commitment.tasks.len() {
            changed(&mut faults, "$.tasks", texts::SEALED_TASKS);
        }
        for (index, (found, sealed)) in tasks.iter().zip(&commitment.tasks).enumerate() {
            if found != sealed {
                let path = format!("$.tasks[{index}]");
                changed(&mut faults, &path, texts::sealed_task(&sealed.id));
            }
        }
        faults.into_result(sheet.sealed(inputs, secret.cloned(), commitment.clone()))
    }
}

impl Sealed {
    /// Compares other inputs with those that were sealed. It counts all rows that differ.
    ///
    /// Rows that differ in the same columns form one fault, with the numbers of the first 1,000 rows. Added rows form
    /// one fault, too. Removed rows have no numbers in these inputs, so the first 20 are named by their ids.
    ///
    /// [`Self::reopen`] can only say that inputs differ, because a commitment has no rows. If the inputs of the sealing
    /// were kept, reopen these and call this function with the other inputs. It names the rows that differ.
    ///
    /// # Errors
    /// `sealed.changed` if the plan differs; `sealed.row-changed`, `sealed.row-added` and `sealed.row-removed` for the rows of a
    /// list.
    ///
    /// ```
    /// # use suiji::*;
    /// # use suiji::ceremony::*;
    /// # use suiji::plan::*;
    /// # use suiji::tables::*;
    /// # let task = Task::new("J1".parse()?, "抽查").with_quota(Quota::Count { count: 1 });
    /// # let plan = Plan::builder("样例计划", "样例县工信局", 2024).with_task(task).build()?;
    /// # let inputs = |name| -> Result<Inputs, Error> {
    /// #     let registry = Registry::from_rows([Entity::new("A-1", name), Entity::new("A-2", "乙")])?;
    /// #     Inputs::new(plan.clone(), registry, Roster::default(), History::default())
    /// # };
    /// # let dice = Source::live(By::Witness, "掷骰", [Part::new(20, 1, 6)?])?;
    /// # let time = "2024-09-02T09:00:00+08:00".parse()?;
    /// # let ceremony = Ceremony::new(Hash::Sha256, [dice]).with_sealed_at(time);
    /// # let (inputs, corrected) = (inputs("甲")?, inputs("甲商行")?);
    /// let sealed = seal(&inputs, &ceremony)?;
    /// sealed.check_inputs(&inputs)?;
    /// let error = sealed.check_inputs(&corrected).unwrap_err();
    /// assert_eq!(error.message(Lang::En), "registry row 1 (A-1): differs from the sealed row in name");
    /// # Ok::<(), Error>(())
    /// ```
    pub fn check_inputs(&self, inputs: &Inputs) -> Result<(), Error> {
        self.check_inputs_with(inputs, &Run::default())
    }

    /// [`Self::check_inputs`] with a [`Run`]: threads, progress, cancelling.
    ///
    /// # Errors
    /// Those of [`Self::check_inputs`], and `cancelled`.
    pub fn check_inputs_with(&self, inputs: &Inputs, run: &Run) -> Result<(), Error> {
        let mut faults = Faults::default();
        if inputs.plan().digest(self.commitment.hash) != self.commitment.plan {
            changed(&mut faults, "$.plan", texts::SEALED_PLAN);
        }
        let own = &self.inputs;
        compare(own.registry(), inputs.registry(), &mut faults, run)?;
        compare(own.roster(), inputs.roster(), &mut faults, run)?;
        compare(own.history(), inputs.history(), &mut faults, run)?;
        faults.into_result(())
    }
}

/// Reports the rows in which a list differs from the one that was sealed.
fn compare<T: Table>(
    sealed: &T,
    found: &T,
    faults: &mut Faults,
    run: &Run,
) -> Result<(), Cancelled> {
    let mut changes = Changes::new(sealed, found);
    let mut step = run.step(Stage::Compare, sealed.size() + found.size());
    let mut done = 0;
    while let Some(found) = changes.step() {
        if let table::Step::Differs(change) = found {
            faults.push(change.fault::<T>());
        }
        step.advance(changes.done() - done)?;
        done = changes.done();
    }
    Ok(())
}

/// Compares the inputs with the commitment, and reports each one that has changed.
fn same_inputs(
    inputs: &Inputs,
    commitment: &Commitment,
    digests: &InputDigests,
) -> Result<(), Error> {
    let mut faults = Faults::default();
    let tables = [
        ("$.registry", texts::SEALED_REGISTRY),
        ("$.roster", texts::SEALED_ROSTER),
        ("$.history", texts::SEALED_HISTORY),
    ];
    let roots = [
        (digests.registry, commitment.registry),
        (digests.roster, commitment.roster),
        (digests.history, commitment.history),
    ];
    if commitment.blinded && tree::doubts_secret(&roots) {
        changed(&mut faults, "$.blinded", texts::SEALED_SECRET);
    }
    let plan = inputs.plan();
    if (digests.plan, &plan.authority, plan.year)
        != (commitment.plan, &commitment.authority, commitment.year)
    {
        changed(&mut faults, "$.plan", texts::SEALED_PLAN);
    }
    for ((path, what), (found, sealed)) in tables.into_iter().zip(roots) {
        if found != sealed {
            let what = texts::rows_changed(what, sealed.size, found.size);
            changed(&mut faults, path, what);
        }
    }
    faults.into_result(())
}

fn changed(faults: &mut Faults, path: &str, what: impl Localized) {
    let place = Place::new(ErrorKind::Commitment, path.to_owned());
    faults.push(codes::changed(what).at(place));
}
