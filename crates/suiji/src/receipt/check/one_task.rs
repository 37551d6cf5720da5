//! Checks the statement of a receipt about one task [G3–G5].

use super::prove;
use crate::base::hash::Digest;
use crate::base::texts::checks;
use crate::base::texts::{self, Code};
use crate::ceremony::commitment::SealedTask;
use crate::draw::ticket::{Keys, ticket};
use crate::frame::matches_one;
use crate::inputs::plan::{Plan, Task, Team};
use crate::receipt::{Framed, Receipt, State, Statement};
use crate::record::{PublicDraw, PublicForm};
use crate::tree::leaf::{excluded_leaf, frame_leaf};
use crate::verify::{Outcome, Report, seating};

/// Shown instead of an absent value. It is not an id.
const NONE: &str = "—";

/// One statement, and everything that it is compared with.
pub(super) struct OneTask<'r> {
    pub(super) receipt: &'r Receipt,
    pub(super) form: &'r PublicForm,
    pub(super) index: usize,
    pub(super) statement: &'r Statement,
    pub(super) sealed: &'r SealedTask,
    pub(super) draw: &'r PublicDraw,
    pub(super) task: Option<(&'r Plan, &'r Task)>,
}

impl OneTask<'_> {
    fn add(&self, report: &mut Report, code: &'static Code, field: &str, outcome: Outcome) {
        let path = format!("$.tasks[{}]{field}", self.index);
        report.check(code, Some(&self.statement.task), path, outcome);
    }

    pub(super) fn check(&self, report: &mut Report) {
        self.standing(report);
        self.key(report);
        match &self.statement.framed {
            Some(framed) => self.framed(framed, report),
            None => {
                let listed = self.listed();
                let outcome = if listed {
                    Outcome::failed(texts::IS_NOT_SELECTED, texts::IS_SELECTED)
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

    /// [G3] Checks whether the entity was in the frame, and why not.
    fn standing(&self, report: &mut Report) {
        let (commitment, id) = (&self.form.commitment, self.receipt.entity.as_str());
        if let Some((reason, proof)) = &self.statement.excluded {
            let leaf = |salt| excluded_leaf(id, salt, reason);
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
            let outcome = Outcome::failed(texts::ABSENT_WITHOUT_ROW, self.statement.state.as_str());
            self.add(report, checks::RECEIPT_SCOPE, ".state", outcome);
        } else if !absent {
            let outcome = self.scope(report);
            self.add(report, checks::RECEIPT_SCOPE, ".state", outcome);
        }
    }

    /// Checks whether the row matches the scope, as the state says [F1].
    ///
    /// If the row is on trust, so is this.
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

    /// [G4] Checks the coordination group of the task [D1]. Without the plan, it must be trusted.
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

    /// [G4, G5] Checks ticket, cutoff, selected or not, and the probability.
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
            (true, false) => {
                Outcome::failed(texts::TICKET_UP_TO_CUTOFF, texts::SELECTED_ABOVE_CUTOFF)
            }
            (false, true) => Outcome::failed(texts::SELECTED_BY_TICKET, texts::IS_NOT_SELECTED),
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
            None => Outcome::failed(texts::ONE_OF_THE_STRATA, &framed.stratum),
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

    /// [G5] Checks that the number of a reserve is possible. The number itself must be trusted.
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
            Outcome::failed(format!("1–{most}"), number)
        }
    }

    /// [G5] Checks that the task can have this team [T1, T5]. The team itself must be trusted.
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
