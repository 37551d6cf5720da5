//! Checks a receipt against the public form, and against the plan if there is one [G2–G5].

mod one_task;

use super::{OwnRow, Proof, Receipt};
use crate::base::hash::Digest;
use crate::base::id::EntityId;
use crate::base::texts::{self, checks};
use crate::ceremony::commitment::Commitment;
use crate::inputs::plan::Plan;
use crate::inputs::table::Table;
use crate::record::PublicForm;
use crate::tree::{self, Root};
use crate::verify::{Evidence, Outcome, Report, alone, plan_tasks, public_alone};

use one_task::OneTask;

impl Receipt {
    /// Compares the receipt with the public form, and with the plan if there is one [G1].
    ///
    /// It includes the checks of the public form itself. Each statement is established, failed or on trust. A statement
    /// that depends on a statement on trust is on trust too. Inspectors, numbers of reserves and absence from the
    /// registry can only be trusted. Without the plan, so is everything that needs it. If the commitment is not
    /// blinded, so is everything that needs an inclusion proof.
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
    /// let receipt = sealed.receipt(&record, &"A-1".parse()?)?;
    /// let report = receipt.check(&PublicForm::of(&record, None)?, Some(inputs.plan()));
    /// assert_eq!(report.verdict(), suiji::verify::Verdict::Holds);
    /// assert_eq!(receipt.tasks()[0].probability().map(|of| of.to_string()).as_deref(), Some("1/2"));
    /// # Ok::<(), Error>(())
    /// ```
    pub fn check(&self, form: &PublicForm, plan: Option<&Plan>) -> Report {
        let mut report = Report::default();
        let commitment = &form.commitment;
        let record = Outcome::compare(form.record, self.record);
        report.check(checks::RECEIPT_RECORD, None, "$.record", record);
        public_alone(form, &Evidence::default(), &mut report);
        // Another plan is ignored.
        let plan = plan.filter(|plan| {
            let digest = Outcome::compare(plan.digest(commitment.hash), commitment.plan);
            let right = digest == Outcome::Established;
            report.check(checks::PLAN_DIGEST, None, "$.commitment.plan", digest);
            right
        });
        if let Some(plan) = plan {
            let tasks = plan_tasks(plan, commitment);
            report.check(checks::PLAN_TASKS, None, "$.commitment.tasks", tasks);
        }
        self.rows(form, &mut report);
        // The list of the public form is checked first, because a task that is missing there could not be checked.
        let sealed = || commitment.tasks.iter().map(|task| task.id.as_str());
        let published = form.draws.iter().map(|draw| draw.task.as_str());
        let stated: Vec<&str> = self
            .tasks
            .iter()
            .map(|statement| &*statement.task)
            .collect();
        alone::task_list(commitment, &stated, "$.tasks", &mut report);
        // If the lists differ, it is not known which task a statement is about.
        let same = published.eq(sealed()) && sealed().eq(stated.iter().copied());
        let statements = if same { &*self.tasks } else { &[] };
        for (index, statement) in statements.iter().enumerate() {
            let sealed = &commitment.tasks[index];
            let task = plan.and_then(|plan| {
                Some((plan, plan.tasks.iter().find(|task| task.id == sealed.id)?))
            });
            OneTask {
                receipt: self,
                form,
                index,
                statement,
                sealed,
                draw: &form.draws[index],
                task,
            }
            .check(&mut report);
        }
        report.sheet(commitment);
        report.always_on_trust();
        if commitment.blinded {
            report.on_trust(checks::TRUST_BLINDED);
        }
        report
    }

    /// [G3] Checks that an entity is absent. This is on trust, unless an entity is selected whose id differs only in
    /// letter case [C4].
    fn absent(&self, form: &PublicForm) -> Outcome {
        let id = self.entity.as_str();
        let twin =
            |other: &&EntityId| other.as_str() != id && other.as_str().eq_ignore_ascii_case(id);
        let mut selected = form.draws.iter().flat_map(|draw| &draw.selected);
        match selected.find(twin) {
            Some(other) => Outcome::failed(other, &self.entity),
            None => Outcome::OnTrust,
        }
    }

    /// [G2] Checks the rows of registry and history.
    fn rows(&self, form: &PublicForm, report: &mut Report) {
        let commitment = &form.commitment;
        let own = |id: &str| id == self.entity.as_str();
        let stranger = || Outcome::failed(&self.entity, texts::ROW_OF_ANOTHER);
        match &self.registry {
            Some(registry) => {
                let outcome = if own(registry.row.id(0)) {
                    let leaf = |salt: Option<Digest>| registry.leaf(salt);
                    prove(
                        commitment,
                        &commitment.registry,
                        registry.proof.as_ref(),
                        leaf,
                    )
                } else {
                    stranger()
                };
                report.check(checks::RECEIPT_REGISTRY, None, "$.registry", outcome);
            }
            None => {
                let outcome = self.absent(form);
                report.check(checks::RECEIPT_ABSENT, None, "$.entity", outcome);
            }
        }
        for (index, (history, proof)) in self.history.iter().enumerate() {
            let past = history.past(0);
            let leaf = |salt: Option<Digest>| {
                let mut leaf = Vec::new();
                history.push_row(0, salt.as_ref(), &mut leaf);
                leaf
            };
            let ascends = index == 0 || self.history[index - 1].0.precedes(history);
            let outcome = if !own(past.entity) {
                stranger()
            } else if !ascends {
                let right = texts::ROWS_IN_ORDER;
                Outcome::failed(right, texts::ROWS_OUT_OF_ORDER)
            } else {
                prove(commitment, &commitment.history, proof.as_ref(), leaf)
            };
            let path = format!("$.history[{index}]");
            report.check(checks::RECEIPT_HISTORY, None, path, outcome);
        }
    }
}

impl OwnRow {
    /// The leaf of the row [S2]. In a blinded tree it has the salt, and `extra_digest` in place of `extra`.
    fn leaf(&self, salt: Option<Digest>) -> Vec<u8> {
        let mut leaf = Vec::new();
        match salt {
            Some(salt) => self
                .row
                .push_blinded(0, &salt, self.extra_digest.as_ref(), &mut leaf),
            None => self.row.push_row(0, None, &mut leaf),
        }
        leaf
    }
}

/// Checks an inclusion proof. If the commitment is not blinded there is no proof, and the leaf must be trusted [S2].
fn prove(
    commitment: &Commitment,
    root: &Root,
    proof: Option<&Proof>,
    leaf: impl FnOnce(Option<Digest>) -> Vec<u8>,
) -> Outcome {
    match (commitment.blinded, proof) {
        (true, Some(proof)) => {
            let leaf = tree::leaf_hash(commitment.hash, &leaf(Some(proof.salt)));
            if tree::proves(commitment.hash, root, leaf, proof.index, &proof.path) {
                Outcome::Established
            } else {
                Outcome::failed(texts::proof_to(root.root), texts::PROOF_OF_ANOTHER)
            }
        }
        (true, None) => Outcome::failed(texts::A_PROOF, texts::NOTHING),
        (false, None) => Outcome::OnTrust,
        (false, Some(_)) => Outcome::failed(texts::NO_PROOF, texts::A_PROOF),
    }
}
