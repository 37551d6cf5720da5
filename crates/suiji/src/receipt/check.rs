//! Checking a receipt against the public form, and the plan where it is given [G2–G5].

use super::{Framed, Proof, Receipt, State, Statement};
use crate::checks;
use crate::codes::Code;
use crate::commitment::{Commitment, SealedTask};
use crate::frame::matches_one;
use crate::hash::Digest;
use crate::leaf::{excluded_leaf, frame_leaf, salted};
use crate::plan::{Plan, Task, Team};
use crate::record::{PublicDraw, PublicForm};
use crate::ticket::{Keys, ticket};
use crate::tree::{self, Root};
use crate::verify::{Outcome, Report, Said, alone, seating};

/// Stands for what is not there; it is no id.
const NONE: &str = "—";

impl Receipt {
    /// Checks the receipt: each statement is established, failed, or on trust [G1].
    ///
    /// On trust are officers, reserve numbers, absence from the registry, what only the plan can show
    /// where it is not given, and on a sheet that is not blinded all that an inclusion proof would show.
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
    /// let receipt = sealed.receipt(&record, &"A-1".parse()?, &Run::default())?;
    /// let report = receipt.check(&PublicForm::of(&record, &Run::default())?, Some(inputs.plan()));
    /// assert_eq!(report.verdict(), Verdict::Holds);
    /// assert_eq!(receipt.tasks()[0].probability().map(|of| of.to_string()).as_deref(), Some("1/2"));
    /// # Ok::<(), Error>(())
    /// ```
    pub fn check(&self, form: &PublicForm, plan: Option<&Plan>) -> Report {
        let mut report = Report::default();
        let commitment = &form.commitment;
        report.check(
            checks::RECEIPT_RECORD,
            None,
            "$.record",
            Outcome::compare(form.record, self.record),
        );
        alone::contributions(commitment, &form.contributions, &mut report);
        alone::seed(commitment, &form.contributions, form.seed, &mut report);
        // Another plan shows nothing.
        let plan = plan.filter(|plan| {
            let digest = Outcome::compare(plan.digest(commitment.hash), commitment.plan);
            let right = digest == Outcome::Established;
            report.check(checks::PLAN_DIGEST, None, "$.commitment.plan", digest);
            right
        });
        self.rows(commitment, &mut report);
        // The public form's own list first: a task that it lacks could not be checked.
        let published = form.draws.iter().map(|draw| draw.task.as_str());
        let stated = self.tasks.iter().map(|statement| &*statement.task);
        let sealed = commitment.tasks.iter().map(|task| task.id.as_str());
        let found: Vec<&str> = match published.clone().eq(sealed) {
            true => stated.collect(),
            false => published.collect(),
        };
        let same = found
            .iter()
            .copied()
            .eq(commitment.tasks.iter().map(|task| task.id.as_str()));
        alone::task_list(commitment, &found, &mut report);
        // Where the lists differ no statement can be trusted to be about its task.
        let statements = if same { &*self.tasks } else { &[] };
        for (index, statement) in statements.iter().enumerate() {
            let sealed = commitment
                .tasks
                .iter()
                .find(|task| task.id.as_str() == statement.task);
            if let (Some(sealed), Some(draw)) = (sealed, form.draw(&statement.task)) {
                let task = plan.and_then(|plan| {
                    Some((plan, plan.tasks.iter().find(|task| task.id == sealed.id)?))
                });
                OneTask {
                    receipt: self,
                    form,
                    index,
                    statement,
                    sealed,
                    draw,
                    task,
                }
                .check(&mut report);
            }
        }
        for code in [
            checks::TRUST_INPUTS,
            checks::TRUST_SHEET,
            checks::TRUST_SOURCES,
        ] {
            report.on_trust(code);
        }
        report
    }

    /// The rows of registry and history [G2].
    fn rows(&self, commitment: &Commitment, report: &mut Report) {
        let own = |id: &str| id == self.entity.as_str();
        let stranger = || {
            Outcome::failed(
                Said::value(&self.entity),
                Said::words("其他对象的登记行", "a row of another entity"),
            )
        };
        match &self.registry {
            Some((registry, proof)) => {
                let leaf = |salt: Option<Digest>| {
                    let mut leaf = Vec::new();
                    registry.push_leaf(0, salt.as_ref(), &mut leaf);
                    leaf
                };
                let outcome = if own(registry.id(0)) {
                    prove(commitment, &commitment.registry, proof.as_ref(), leaf)
                } else {
                    stranger()
                };
                report.check(checks::RECEIPT_REGISTRY, None, "$.registry", outcome);
            }
            None => report.check(checks::RECEIPT_ABSENT, None, "$.entity", Outcome::OnTrust),
        }
        for (index, (history, proof)) in self.history.iter().enumerate() {
            let past = history.past(0);
            let leaf = |salt: Option<Digest>| salted(past.to_json(), salt).to_canonical();
            let ascends = index == 0 || self.history[index - 1].0.precedes(history);
            let outcome = if !own(past.entity) {
                stranger()
            } else if !ascends {
                let right = Said::words("各行按序且不重复", "rows in order, each once");
                Outcome::failed(right, Said::words("次序不对或重复", "others"))
            } else {
                prove(commitment, &commitment.history, proof.as_ref(), leaf)
            };
            report.check(
                checks::RECEIPT_HISTORY,
                None,
                format!("$.history[{index}]"),
                outcome,
            );
        }
    }
}

/// What an inclusion proof shows; without one, on a sheet that is not blinded, it is on trust [S2].
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
                Outcome::failed(
                    Said::words(
                        format!("通向 {} 的证明", root.root),
                        format!("a proof that leads to {}", root.root),
                    ),
                    Said::words("通不到", "one that does not"),
                )
            }
        }
        (true, None) => Outcome::failed(
            Said::words("包含证明", "an inclusion proof"),
            Said::words("没有", "none"),
        ),
        (false, None) => Outcome::OnTrust,
        (false, Some(_)) => Outcome::failed(
            Said::words(
                "未盲化的封存单不附证明",
                "no proof, since the sheet is not blinded",
            ),
            Said::words("有证明", "one"),
        ),
    }
}

struct OneTask<'r> {
    receipt: &'r Receipt,
    form: &'r PublicForm,
    index: usize,
    statement: &'r Statement,
    sealed: &'r SealedTask,
    draw: &'r PublicDraw,
    task: Option<(&'r Plan, &'r Task)>,
}

impl OneTask<'_> {
    fn add(&self, report: &mut Report, code: &'static Code, field: &str, outcome: Outcome) {
        let path = format!("$.tasks[{}]{field}", self.index);
        report.check(code, Some(&self.statement.task), path, outcome);
    }

    fn check(&self, report: &mut Report) {
        self.standing(report);
        self.key(report);
        match &self.statement.framed {
            Some(framed) => self.framed(framed, report),
            None => {
                let listed = self.listed();
                let outcome = if listed {
                    Outcome::failed(
                        Said::words("不在抽中名单内", "not among the selected"),
                        Said::words("在名单内", "selected"),
                    )
                } else {
                    Outcome::Established
                };
                self.add(report, checks::RECEIPT_STATE, ".state", outcome);
            }
        }
        if self.statement.state == State::Reserve {
            self.add(report, checks::RECEIPT_RESERVE, ".reserve", self.reserve());
        }
        if !self.statement.members.is_empty() || !self.statement.vacant.is_empty() {
            self.add(report, checks::RECEIPT_TEAM, ".members", self.team());
        }
    }

    /// In the frame or not, and why [G3].
    fn standing(&self, report: &mut Report) {
        let (commitment, id) = (&self.form.commitment, self.receipt.entity.as_str());
        if let Some((reason, proof)) = &self.statement.excluded {
            let leaf = |salt| excluded_leaf(id, salt, *reason);
            let outcome = prove(commitment, &self.sealed.excluded, proof.as_ref(), leaf);
            self.add(report, checks::RECEIPT_EXCLUDED, ".excluded", outcome);
        }
        if let Some(framed) = &self.statement.framed {
            let leaf = |salt| frame_leaf(id, salt, &framed.stratum);
            let outcome = prove(commitment, &self.sealed.frame, framed.proof.as_ref(), leaf);
            self.add(report, checks::RECEIPT_FRAME, ".frame", outcome);
        }
        let absent = self.statement.state == State::Absent;
        if absent != self.receipt.registry.is_none() {
            let outcome = Outcome::failed(
                Said::words(
                    "无登记行当且仅当状态为 absent",
                    "absent if and only if there is no row",
                ),
                Said::value(self.statement.state.as_str()),
            );
            self.add(report, checks::RECEIPT_SCOPE, ".state", outcome);
        } else if !absent {
            let outcome = self.scope(report);
            self.add(report, checks::RECEIPT_SCOPE, ".state", outcome);
        }
    }

    /// Whether the row matches the scope, as the state says [F1]; no more certain than the row itself.
    fn scope(&self, report: &Report) -> Outcome {
        let Some((registry, _)) = &self.receipt.registry else {
            return Outcome::OnTrust;
        };
        let inactive = registry.rows()[0].inactive;
        let certain = report.all_established(checks::RECEIPT_REGISTRY);
        let settled = |outcome: Outcome| {
            if certain || outcome != Outcome::Established {
                outcome
            } else {
                Outcome::OnTrust
            }
        };
        if inactive || self.statement.state == State::Inactive {
            let found = if self.statement.state == State::Inactive {
                "inactive"
            } else {
                "active"
            };
            return settled(Outcome::compare(
                if inactive { "inactive" } else { "active" },
                found,
            ));
        }
        let Some((plan, task)) = self.task else {
            return Outcome::OnTrust;
        };
        let (matches, stratum) = matches_one(plan, task, registry);
        if let (true, Some(framed)) = (matches, &self.statement.framed) {
            let right = stratum.unwrap_or_else(|| NONE.to_owned());
            return settled(Outcome::compare(right, &framed.stratum));
        }
        let says = if self.statement.state == State::OutOfScope {
            "out of scope"
        } else {
            "in scope"
        };
        settled(Outcome::compare(
            if matches { "in scope" } else { "out of scope" },
            says,
        ))
    }

    /// The group whose tickets the task shares [D1]: the plan's, or on trust.
    fn key(&self, report: &mut Report) {
        let group = self.statement.coordination.as_deref();
        let key = match self.task {
            Some((_, task)) => {
                Outcome::compare(task.coordination().unwrap_or(NONE), group.unwrap_or(NONE))
            }
            None => Outcome::OnTrust,
        };
        self.add(report, checks::RECEIPT_KEY, ".coordination", key);
    }

    /// Ticket, cutoff, selected or not, and the probability [G4, G5].
    fn framed(&self, framed: &Framed, report: &mut Report) {
        let commitment = &self.form.commitment;
        let group = self.statement.coordination.as_deref();
        let (kind, name) = group.map_or(("task", &*self.statement.task), |group| {
            ("coordination", group)
        });
        let keys = Keys::of(commitment.hash, &self.form.seed, kind, name);
        let salt = self.receipt.salt();
        let right = ticket(
            commitment.hash,
            &keys.draw,
            self.receipt.entity.as_str(),
            salt.as_ref(),
        );
        self.add(
            report,
            checks::RECEIPT_TICKET,
            ".ticket",
            Outcome::compare(right, framed.ticket),
        );
        let published = self
            .draw
            .last
            .iter()
            .find(|(stratum, _)| *stratum == framed.stratum)
            .map(|(_, last)| *last);
        let text =
            |last: Option<Digest>| last.map_or_else(|| NONE.to_owned(), |last| last.to_string());
        let cutoff = Outcome::compare(text(published), text(framed.cutoff));
        self.add(report, checks::RECEIPT_CUTOFF, ".cutoff", cutoff);
        let below = published.is_some_and(|last| framed.ticket <= last);
        let says = if self.statement.state == State::Selected {
            "selected"
        } else {
            "not selected"
        };
        let state = match (self.listed(), below) {
            (true, true) => Outcome::compare("selected", says),
            (false, false) => Outcome::compare("not selected", says),
            (true, false) => Outcome::failed(
                Said::words("签号不大于末位", "a ticket up to the last"),
                Said::words("大于末位却在名单内", "selected beyond it"),
            ),
            (false, true) => Outcome::failed(
                Said::words(
                    "签号够小，应已抽中",
                    "selected, its ticket being small enough",
                ),
                Said::words("不在公布的名单内", "not in the published list"),
            ),
        };
        self.add(report, checks::RECEIPT_STATE, ".state", state);
        let stratum = self
            .sealed
            .strata
            .iter()
            .find(|stratum| stratum.stratum == framed.stratum);
        let probability = match stratum {
            Some(stratum) => Outcome::compare(
                format!("{}/{}", stratum.take, stratum.size),
                framed.probability,
            ),
            None => Outcome::no_stratum(&framed.stratum),
        };
        self.add(
            report,
            checks::RECEIPT_PROBABILITY,
            ".probability",
            probability,
        );
    }

    fn listed(&self) -> bool {
        self.draw.selected.contains(&self.receipt.entity)
    }

    /// On trust, where it is possible at all.
    fn reserve(&self) -> Outcome {
        let number = self.statement.reserve.unwrap_or(0);
        let stratum = self
            .sealed
            .strata
            .iter()
            .find(|stratum| Some(&*stratum.stratum) == self.statement.stratum());
        let left = stratum.map_or(0, |stratum| stratum.size.saturating_sub(stratum.take));
        let most = self.task.map_or(left, |(_, task)| left.min(task.reserves));
        if (1..=most).contains(&number) {
            Outcome::OnTrust
        } else {
            Outcome::differs(format!("1–{most}"), number)
        }
    }

    /// On trust, where it can be the team of the task at all [T1, T5].
    fn team(&self) -> Outcome {
        let (members, vacant) = (&self.statement.members, &self.statement.vacant);
        let found = (members.len() + vacant.len()) as u64;
        if let Some(outcome) = seating(members, vacant, found) {
            return outcome;
        }
        let seats = match self.task {
            Some((_, task)) => task.team.as_ref().map_or(0, Team::seat_count),
            None => found,
        };
        match Outcome::compare(seats, found) {
            Outcome::Established => Outcome::OnTrust,
            outcome => outcome,
        }
    }
}
