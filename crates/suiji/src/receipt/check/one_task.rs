//! Checks the statement of a receipt about one task [G3–G5].

use super::prove;
use crate::base::hash::Digest;
use crate::base::texts::{self, Code, checks, findings};
use crate::ceremony::commitment::{SealedStratum, SealedTask};
use crate::draw::ticket::{Keys, ticket};
use crate::frame::matches_one;
use crate::inputs::plan::{Plan, Task, Team};
use crate::receipt::{Framed, Receipt, State, Statement};
use crate::record::{Last, PublicDraw, PublicForm, hidden};
use crate::tree::leaf::{excluded_leaf, frame_leaf};
use crate::verify::{Outcome, Report, seating};

/// What is shown instead of an absent value. It is not an id.
const NONE: &str = "—";

/// One statement, and everything with which it is compared.
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
        let row = report.outcome_of(checks::RECEIPT_REGISTRY);
        let scope = self.scope(row.as_ref());
        match &self.statement.framed {
            Some(framed) => self.framed(framed, row, scope, report),
            None => self.not_framed(scope, report),
        }
        match self.statement.state {
            State::Reserve => self.add(report, checks::RECEIPT_RESERVE, ".reserve", self.reserve()),
            // The public form does not have the reserves.
            State::NotSelected if self.most_reserves() > 0 => {
                self.add(report, checks::RECEIPT_RESERVE, ".state", Outcome::OnTrust);
            }
            _ => {}
        }
        if !self.statement.members.is_empty() || !self.statement.vacant.is_empty() {
            self.add(report, checks::RECEIPT_TEAM, ".members", self.team());
        }
    }

    /// [G3] Checks an entity that was not in the frame: it is not selected. Only a proof establishes the reason.
    fn not_framed(&self, scope: Outcome, report: &mut Report) {
        let (commitment, id) = (&self.form.commitment, self.receipt.entity.as_str());
        let mut why = scope.clone();
        if let Some((reason, proof)) = &self.statement.excluded {
            let counted = self.sealed.reasons().iter().any(|of| of.reason() == reason);
            let leaf = |salt| excluded_leaf(id, salt, reason);
            let outcome = match counted {
                true => prove(commitment, &self.sealed.excluded, proof.as_ref(), leaf),
                false => Outcome::failed(texts::ONE_OF_THE_REASONS, reason),
            };
            why = outcome.clone();
            self.add(report, checks::RECEIPT_EXCLUDED, ".excluded", outcome);
        }
        if self.receipt.registry.is_some() || self.statement.state != State::Absent {
            self.add(report, checks::RECEIPT_SCOPE, ".state", scope);
        }
        let state = match self.listed() {
            true => Outcome::failed(texts::IS_NOT_SELECTED, texts::IS_SELECTED),
            false if why == Outcome::Established => Outcome::Established,
            false => Outcome::OnTrust,
        };
        self.add(report, checks::RECEIPT_STATE, ".state", state);
        let seed = report.outcome_of(checks::SEED) == Some(Outcome::Established);
        if !commitment.blinded && seed {
            self.warn_of_small_ticket(report);
        }
    }

    /// [G4] Without blinding, everybody can compute the ticket. Adds a warning if the ticket is so small that the
    /// entity would have been selected in every possible stratum.
    fn warn_of_small_ticket(&self, report: &mut Report) {
        let ticket = self.ticket(None);
        let class = self.receipt.registry.as_ref().zip(self.task);
        let class = class.and_then(|(own, (plan, task))| matches_one(plan, task, &own.row).1);
        let mut strata = self
            .draw
            .last
            .iter()
            .filter(|(of, _)| class.as_ref().is_none_or(|class| class == of));
        let taken = self.sealed.strata.iter().filter(|of| of.take > 0).count();
        let all = class.is_some() || self.sealed.strata.len() == taken;
        let mut any = false;
        let below = strata.all(|(_, last)| {
            any = true;
            matches!(last, Last::Ticket(last) if ticket <= *last)
        });
        if all && any && below {
            report.warn(findings::small_ticket(&self.statement.task, ticket));
        }
    }

    /// [G3] Checks whether the row matches the scope [F1], as the state says. If the row is on trust, so is this.
    fn scope(&self, row: Option<&Outcome>) -> Outcome {
        let state = self.statement.state;
        let Some(own) = &self.receipt.registry else {
            return match state {
                State::Absent => Outcome::OnTrust,
                state => Outcome::failed(texts::ABSENT_WITHOUT_ROW, state.as_str()),
            };
        };
        if state == State::Absent {
            return Outcome::failed(texts::ABSENT_WITHOUT_ROW, state.as_str());
        }
        let inactive = own.row.rows()[0].inactive;
        let word = |inactive| if inactive { "inactive" } else { "active" };
        if inactive || state == State::Inactive {
            let outcome = Outcome::compare(word(inactive), word(state == State::Inactive));
            return outcome.given(row);
        }
        let Some((plan, task)) = self.task else {
            return Outcome::OnTrust;
        };
        let (matches, stratum) = matches_one(plan, task, &own.row);
        if let (true, Some(framed)) = (matches, &self.statement.framed) {
            let right = stratum.unwrap_or_else(|| NONE.to_owned());
            return Outcome::compare(right, &framed.stratum).given(row);
        }
        let word = |matches| if matches { "in scope" } else { "out of scope" };
        Outcome::compare(word(matches), word(state != State::OutOfScope)).given(row)
    }

    /// [G3–G5] Checks frame, ticket, cutoff, selected or not, and the probability.
    fn framed(&self, framed: &Framed, row: Option<Outcome>, scope: Outcome, report: &mut Report) {
        let (commitment, id) = (&self.form.commitment, self.receipt.entity.as_str());
        let leaf = |salt| frame_leaf(id, salt, &framed.stratum);
        let frame = prove(commitment, &self.sealed.frame, framed.proof.as_ref(), leaf);
        self.add(report, checks::RECEIPT_FRAME, ".frame", frame.clone());
        self.add(report, checks::RECEIPT_SCOPE, ".state", scope);
        let right = self.ticket(self.receipt.salt());
        let mut own_ticket = Outcome::compare(right, framed.ticket);
        own_ticket = own_ticket.given(report.outcome_of(checks::SEED).as_ref());
        if self.task.is_some() {
            // The group of the task is the one in the plan.
            own_ticket = own_ticket.given(report.outcome_of(checks::PLAN_TASKS).as_ref());
        }
        if commitment.blinded {
            own_ticket = own_ticket.given(row.as_ref()); // The salt is that of the row.
        }
        self.add(
            report,
            checks::RECEIPT_TICKET,
            ".ticket",
            own_ticket.clone(),
        );
        let last = self.last(&framed.stratum);
        let cutoff = self.cutoff(framed, last);
        self.add(report, checks::RECEIPT_CUTOFF, ".cutoff", cutoff.clone());
        let stratum = self.stratum(&framed.stratum);
        // In another stratum, the ticket is compared with another cutoff.
        let only = self.sealed.strata.len() == 1;
        let given = |outcome: Outcome| {
            let outcome = outcome.given(Some(&own_ticket)).given(Some(&cutoff));
            if only {
                outcome
            } else {
                outcome.given(Some(&frame))
            }
        };
        self.add(
            report,
            checks::RECEIPT_STATE,
            ".state",
            self.state(framed, &given),
        );
        let probability = match stratum {
            Some(stratum) => Outcome::compare(
                format!("{}/{}", stratum.take, stratum.size),
                framed.probability,
            )
            .given(Some(&frame)),
            None => Outcome::failed(texts::ONE_OF_THE_STRATA, &framed.stratum),
        };
        self.add(
            report,
            checks::RECEIPT_PROBABILITY,
            ".probability",
            probability,
        );
    }

    /// [G4] Checks that the entity is listed if and only if the statement says selected, and if and only if its ticket
    /// is not above the cutoff.
    fn state(&self, framed: &Framed, given: &impl Fn(Outcome) -> Outcome) -> Outcome {
        let says = |selected| if selected { "selected" } else { "not selected" };
        let listed = self.listed();
        let said = self.statement.state == State::Selected;
        if listed != said {
            return Outcome::failed(says(listed), says(said));
        }
        let below = framed.cutoff.is_some_and(|cutoff| framed.ticket <= cutoff);
        given(match (listed, below) {
            (true, true) | (false, false) => Outcome::Established,
            (true, false) => {
                Outcome::failed(texts::TICKET_UP_TO_CUTOFF, texts::SELECTED_ABOVE_CUTOFF)
            }
            (false, true) => Outcome::failed(texts::SELECTED_BY_TICKET, texts::IS_NOT_SELECTED),
        })
    }

    /// [G4] Checks that the cutoff is the published one [E2], or opens the published commitment.
    fn cutoff(&self, framed: &Framed, last: Option<Last>) -> Outcome {
        let text = |digest: Option<Digest>| {
            digest.map_or_else(|| NONE.to_owned(), |digest| digest.to_string())
        };
        match (last, framed.cutoff) {
            (Some(Last::Commitment(commitment)), Some(cutoff)) => {
                let hash = self.form.commitment.hash;
                let opened = framed.cutoff_salt.map(|salt| hidden(hash, salt, cutoff));
                Outcome::compare(commitment, text(opened))
            }
            (Some(Last::Commitment(commitment)), None) => Outcome::failed(commitment, NONE),
            (Some(Last::Ticket(last)), cutoff) => Outcome::compare(last, text(cutoff)),
            (None, cutoff) => Outcome::compare(NONE, text(cutoff)),
        }
    }

    /// The ticket of the entity [D1] [D2], with the group in the commitment.
    fn ticket(&self, salt: Option<Digest>) -> Digest {
        let hash = self.form.commitment.hash;
        let keys = Keys::of_task(hash, &self.form.seed, self.sealed);
        ticket(
            hash,
            &keys.draw,
            self.receipt.entity.as_str(),
            salt.as_ref(),
        )
    }

    fn last(&self, stratum: &str) -> Option<Last> {
        let mut last = self.draw.last.iter();
        last.find(|(of, _)| of == stratum).map(|(_, last)| *last)
    }

    fn stratum(&self, name: &str) -> Option<&SealedStratum> {
        self.sealed
            .strata
            .iter()
            .find(|stratum| stratum.stratum == name)
    }

    fn listed(&self) -> bool {
        self.draw.selected.contains(&self.receipt.entity)
    }

    /// The greatest number of reserves that the stratum can have.
    fn most_reserves(&self) -> u64 {
        let stratum = self.statement.stratum().and_then(|name| self.stratum(name));
        let (size, take) = stratum.map_or((0, 0), |stratum| (stratum.size, stratum.take));
        let left = size.saturating_sub(take);
        self.task
            .map_or(left, |(_, task)| task.reserves_of(size, take))
    }

    /// [G5] Checks that the number of a reserve is possible. The number itself must be trusted.
    fn reserve(&self) -> Outcome {
        let number = self.statement.reserve.unwrap_or(0);
        let most = self.most_reserves();
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
