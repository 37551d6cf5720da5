//! What the record alone can show [V1].

use std::collections::BTreeSet;

use super::{Evidence, Fact, Outcome, Report, Want};
use crate::ceremony::{Source, SourceKind};
use crate::checks;
use crate::commitment::{Commitment, SealedTask};
use crate::contribution::{self, Contributions};
use crate::draw;
use crate::error::{Fault, Lang};
use crate::hash::Digest;
use crate::record::{Draw, Drawn, Record};
use crate::salt::{Salts, Tree};
use crate::ticket::{Keys, ticket, visit_order};

pub(super) fn verify(record: &Record, evidence: &Evidence, report: &mut Report) {
    let commitment = &record.commitment;
    sheet(commitment, evidence, "$.commitment", report);
    contributions(commitment, &record.contributions, report);
    seed(commitment, &record.contributions, record.seed, report);
    let tasks: Vec<&str> = record.draws.iter().map(|draw| draw.task.as_str()).collect();
    task_list(commitment, &tasks, report);
    for (index, (sealed, draw)) in commitment.tasks.iter().zip(&record.draws).enumerate() {
        if sealed.id == draw.task {
            OneTask { record, evidence, index, sealed, draw }.verify(report);
        }
    }
    report.sources_of(&commitment.sources);
}

/// The sheet as such.
pub(super) fn sheet(commitment: &Commitment, evidence: &Evidence, path: &str, report: &mut Report) {
    if let Some(known) = evidence.sheet {
        report.check(checks::SHEET_KNOWN, None, path, Outcome::compare(known, commitment.digest()));
    }
    for (index, task) in commitment.tasks.iter().enumerate() {
        let path = format!("{path}.tasks[{index}]");
        report.check(checks::SHEET_SIZES, Some(task.id.as_str()), path, sizes(commitment, task));
    }
    for (index, source) in commitment.sources.iter().enumerate() {
        if let SourceKind::Drand { round } = source.kind {
            let path = format!("{path}.sources[{index}].round");
            report.check(checks::SHEET_DRAND, None, path, drand_time(commitment, round));
        }
    }
}

/// Strata make up the frame, nothing exceeds its whole [S3a, F3, F4].
fn sizes(commitment: &Commitment, task: &SealedTask) -> Outcome {
    let strata = task.strata.iter().map(|stratum| stratum.size);
    let total = strata.fold(0, u64::saturating_add);
    if total != task.frame.size {
        return Outcome::failed(format!("{} in all strata", task.frame.size), total);
    }
    let whole = task.frame.size.saturating_add(task.excluded.size);
    if whole > commitment.registry.size {
        return Outcome::failed(format!("at most {} framed and excluded", commitment.registry.size), whole);
    }
    if let Some(stratum) = task.strata.iter().find(|stratum| stratum.take > stratum.size) {
        return Outcome::failed(format!("at most {} of {}", stratum.size, stratum.stratum), stratum.take);
    }
    let names: BTreeSet<&str> = task.strata.iter().map(|stratum| &*stratum.stratum).collect();
    if names.len() != task.strata.len() {
        return Outcome::failed("each stratum once", "a stratum twice");
    }
    if task.short > task.frame.size {
        return Outcome::failed(format!("at most {} short", task.frame.size), task.short);
    }
    Outcome::Established
}

/// A round's time is genesis + (round − 1) · period (annex A); it must be later than sealing [S4a].
fn drand_time(commitment: &Commitment, round: u64) -> Outcome {
    const GENESIS: i64 = 1_692_803_367;
    const PERIOD: i64 = 3;
    let rounds = i64::try_from(round - 1).unwrap_or(i64::MAX);
    let time = rounds.saturating_mul(PERIOD).saturating_add(GENESIS);
    let sealed = commitment.sealed_at.unix_seconds();
    if time > sealed {
        Outcome::Established
    } else {
        Outcome::failed(format!("a time after {sealed}"), time)
    }
}

/// Contributions match the sources, commitments open [R1, R3].
pub(crate) fn contributions(commitment: &Commitment, contributions: &Contributions, report: &mut Report) {
    let (sources, given) = (&commitment.sources, &contributions.0);
    let count = Outcome::compare(sources.len(), given.len());
    report.check(checks::CONTRIBUTION_COUNT, None, "$.contributions", count);
    for (index, (source, contribution)) in sources.iter().zip(given).enumerate() {
        let path = format!("$.contributions[{index}]");
        let fault = contribution::check_one(commitment.hash, index, source, contribution);
        let (check, outcome) = judge(source, fault);
        report.check(check, None, path, outcome);
    }
}

fn judge(source: &Source, fault: Option<Fault>) -> (&'static crate::codes::Code, Outcome) {
    match fault {
        None => (checks::CONTRIBUTION, Outcome::Established),
        Some(fault) if fault.code() == crate::codes::CONTRIBUTION_DRAND.id() => {
            (checks::DRAND, Outcome::want(Want::DrandSupport))
        }
        Some(fault) => (checks::CONTRIBUTION, Outcome::failed(source.name(), fault.message(Lang::En))),
    }
}

/// The seed recomputes [R2].
pub(crate) fn seed(commitment: &Commitment, contributions: &Contributions, seed: Digest, report: &mut Report) {
    let right = draw::seed(commitment.hash, &commitment.digest(), contributions);
    report.check(checks::SEED, None, "$.seed", Outcome::compare(right, seed));
}

/// The draws are those of the sheet's tasks [E1].
pub(crate) fn task_list(commitment: &Commitment, found: &[&str], report: &mut Report) {
    let sealed: Vec<&str> = commitment.tasks.iter().map(|task| task.id.as_str()).collect();
    report.check(checks::TASKS, None, "$.draws", Outcome::compare(sealed.join(", "), found.join(", ")));
}

/// The keys of a task as far as they can be known: with the plan for certain, without it where they
/// are those of a task without `coordination` [D1].
pub(super) fn keys(
    commitment: &Commitment,
    seed: &Digest,
    evidence: &Evidence,
    index: usize,
    found: Option<Digest>,
) -> Result<Keys, Want> {
    if let Some(task) = evidence.task(commitment, index) {
        return Ok(Keys::of_task(commitment.hash, seed, task));
    }
    let keys = Keys::of(commitment.hash, seed, "task", commitment.tasks[index].id.as_str());
    let alone = evidence.plan.is_none() && found == Some(keys.draw);
    if alone { Ok(keys) } else { Err(Want::Plan) }
}

struct OneTask<'v> {
    record: &'v Record,
    evidence: &'v Evidence,
    index: usize,
    sealed: &'v SealedTask,
    draw: &'v Draw,
}

impl OneTask<'_> {
    fn verify(&self, report: &mut Report) {
        let task = Some(self.sealed.id.as_str());
        let commitment = &self.record.commitment;
        let keys = keys(commitment, &self.record.seed, self.evidence, self.index, Some(self.draw.key));
        let path = |field: &str| format!("$.draws[{}]{field}", self.index);
        let key = match &keys {
            Ok(keys) => Outcome::compare(keys.draw, self.draw.key),
            Err(want) => Outcome::want(*want),
        };
        report.check(checks::KEY, task, path(".key"), key);
        let (place, outcome) = self.tickets();
        report.check(checks::TICKETS, task, path(&place), outcome);
        let (place, outcome) = match &keys {
            Ok(keys) => self.order(keys),
            Err(want) => (".selected".to_owned(), Outcome::want(*want)),
        };
        report.check(checks::ORDER, task, path(&place), outcome);
        report.check(checks::SIZES, task, path(".selected"), self.sizes());
        let (place, outcome) = self.unique();
        report.check(checks::UNIQUE, task, path(&place), outcome);
        let (place, outcome) = self.reserves();
        report.check(checks::RESERVES, task, path(&place), outcome);
        let (place, outcome) = self.teams();
        report.check(checks::TEAM_FORM, task, path(&place), outcome);
        self.facts(report);
    }

    fn lists(&self) -> impl Iterator<Item = (String, &Drawn)> {
        let place = |list: &'static str| move |(index, drawn)| (format!(".{list}[{index}]"), drawn);
        let selected = self.draw.selected.iter().enumerate().map(place("selected"));
        selected.chain(self.draw.reserves.iter().enumerate().map(place("reserves")))
    }

    /// Tickets recompute from the key that stands there; whether that is right is another check [D2].
    fn tickets(&self) -> (String, Outcome) {
        let commitment = &self.record.commitment;
        let secret = match self.evidence.secret_for(commitment) {
            Ok(secret) => secret,
            Err(want) => return (String::new(), Outcome::want(want)),
        };
        let salts = Salts::new(commitment.hash, secret, Tree::Registry);
        for (place, drawn) in self.lists() {
            let id = drawn.id.as_str();
            let right = ticket(commitment.hash, &self.draw.key, id, salts.of(&[id]).as_ref());
            if right != drawn.ticket {
                return (place + ".ticket", Outcome::failed(right, drawn.ticket));
            }
        }
        (String::new(), Outcome::Established)
    }

    /// Selected by (H(O ‖ id), id) [D3].
    fn order(&self, keys: &Keys) -> (String, Outcome) {
        let hash = self.record.commitment.hash;
        let key = |drawn: &Drawn| (visit_order(hash, &keys.order, drawn.id.as_str()), drawn.id.clone());
        let keyed: Vec<_> = self.draw.selected.iter().map(key).collect();
        for (index, pair) in keyed.windows(2).enumerate() {
            if pair[0] > pair[1] {
                return (format!(".selected[{}]", index + 1), Outcome::failed(&pair[1].1, &pair[0].1));
            }
        }
        (".selected".to_owned(), Outcome::Established)
    }

    /// Of each stratum as many as were sealed, and of no other [D3, F4].
    fn sizes(&self) -> Outcome {
        for stratum in &self.sealed.strata {
            let found = self.draw.selected.iter().filter(|drawn| drawn.stratum == stratum.stratum).count() as u64;
            if found != stratum.take {
                return Outcome::failed(format!("{} of {}", stratum.take, stratum.stratum), found);
            }
        }
        let known = |drawn: &Drawn| self.sealed.strata.iter().any(|stratum| stratum.stratum == drawn.stratum);
        match self.lists().find(|(_, drawn)| !known(drawn)) {
            Some((_, drawn)) => Outcome::failed("a stratum of the sheet", &drawn.stratum),
            None => Outcome::Established,
        }
    }

    fn unique(&self) -> (String, Outcome) {
        let mut seen = BTreeSet::new();
        for (place, drawn) in self.lists() {
            if !seen.insert(&drawn.id) {
                return (place, Outcome::failed("an entity once", format!("{} again", drawn.id)));
            }
        }
        (String::new(), Outcome::Established)
    }

    /// Stratum by stratum by (ticket, id), none before a selected one of its stratum, and not more
    /// than the stratum and the plan have [D3].
    fn reserves(&self) -> (String, Outcome) {
        let (mut at, mut number) = (0, 0_u64);
        let mut last: Option<(&str, Digest, &str)> = None;
        for (index, drawn) in self.draw.reserves.iter().enumerate() {
            let place = format!(".reserves[{index}]");
            let Some(found) = self.sealed.strata.iter().position(|stratum| stratum.stratum == drawn.stratum) else {
                return (place + ".stratum", Outcome::failed("a stratum of the sheet", &drawn.stratum));
            };
            if last.is_some() && found < at {
                return (place, Outcome::failed("strata in the order of the sheet", &drawn.stratum));
            }
            let here = (&*drawn.stratum, drawn.ticket, drawn.id.as_str());
            let same = last.is_some_and(|last| last.0 == here.0);
            if same && last > Some(here) {
                return (place, Outcome::failed("ascending tickets", drawn.ticket));
            }
            let of_stratum = self.draw.selected.iter().filter(|selected| selected.stratum == drawn.stratum);
            if let Some(greatest) = of_stratum.map(|selected| (selected.ticket, selected.id.as_str())).max() {
                if greatest > (drawn.ticket, drawn.id.as_str()) {
                    return (place, Outcome::failed(format!("a ticket after {}", greatest.0), drawn.ticket));
                }
            }
            (at, number) = (found, if same { number + 1 } else { 1 });
            let left = self.sealed.strata[found].size.saturating_sub(self.sealed.strata[found].take);
            if number > left {
                return (place, Outcome::failed(format!("at most {left} of {}", drawn.stratum), number));
            }
            last = Some(here);
        }
        self.reserve_counts()
    }

    /// With the plan: exactly as many as it asks for, fewer where a stratum ends.
    fn reserve_counts(&self) -> (String, Outcome) {
        let place = ".reserves".to_owned();
        let Some(task) = self.evidence.task(&self.record.commitment, self.index) else {
            return (place, Outcome::Established);
        };
        for stratum in &self.sealed.strata {
            let right = task.reserves.min(stratum.size.saturating_sub(stratum.take));
            let found = self.draw.reserves.iter().filter(|drawn| drawn.stratum == stratum.stratum).count() as u64;
            if found != right {
                return (place, Outcome::failed(format!("{right} of {}", stratum.stratum), found));
            }
        }
        (place, Outcome::Established)
    }

    /// In the order of the selected; members differ; vacant seats ascend [T5].
    fn teams(&self) -> (String, Outcome) {
        let place = ".teams".to_owned();
        let asked = self.evidence.task(&self.record.commitment, self.index).map(|task| task.team.as_ref());
        let teams = &self.draw.teams;
        let right = match asked {
            Some(None) => 0,
            Some(Some(_)) => self.draw.selected.len(),
            // Without the plan: teams for all or for none.
            None if teams.is_empty() => 0,
            None => self.draw.selected.len(),
        };
        if teams.len() != right {
            return (place, Outcome::failed(format!("{right} teams"), teams.len()));
        }
        for (index, (team, selected)) in teams.iter().zip(&self.draw.selected).enumerate() {
            let place = format!(".teams[{index}]");
            if team.entity != selected.id {
                return (place + ".entity", Outcome::failed(&selected.id, &team.entity));
            }
            let members: BTreeSet<_> = team.members.iter().collect();
            if members.len() != team.members.len() {
                return (place + ".members", Outcome::failed("an officer once", "an officer twice"));
            }
            if !team.vacant.is_sorted_by(|a, b| a < b) {
                return (place + ".vacant", Outcome::failed("ascending seat numbers", "others"));
            }
            let found = (team.members.len() + team.vacant.len()) as u64;
            let seats = asked.flatten().map_or(found, |team| team.seat_count());
            if found != seats || !(2..=20).contains(&found) || team.vacant.iter().any(|&seat| seat >= found) {
                return (place, Outcome::failed(format!("{seats} seats"), found));
            }
        }
        (place, Outcome::Established)
    }

    /// ⌊size·t/2^256⌋ + 1 of each stratum with a selected entity [V1].
    fn facts(&self, report: &mut Report) {
        for stratum in &self.sealed.strata {
            let of_stratum = self.draw.selected.iter().filter(|drawn| drawn.stratum == stratum.stratum);
            let Some(greatest) = of_stratum.map(|drawn| drawn.ticket).max() else { continue };
            report.fact(Fact {
                task: self.sealed.id.to_string(),
                stratum: stratum.stratum.clone(),
                take: stratum.take,
                estimate: share(stratum.size, &greatest).saturating_add(1),
            });
        }
    }
}

/// ⌊size·t/2^256⌋, limb by limb.
pub(super) fn share(size: u64, ticket: &Digest) -> u64 {
    let limbs = ticket.as_bytes().rchunks(8);
    let carry = limbs.fold(0_u128, |carry, limb| {
        let limb = limb.iter().fold(0_u128, |value, &byte| value << 8 | u128::from(byte));
        (limb * u128::from(size) + carry) >> 64
    });
    // Less than `size`.
    u64::try_from(carry).unwrap_or(u64::MAX)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_share_of_a_ticket_is_exact() {
        // [V1]
        let ticket = |first: u8, rest: u8| {
            let mut bytes = [rest; 32];
            bytes[0] = first;
            Digest::from_bytes(bytes)
        };
        assert_eq!(share(100, &ticket(0x80, 0)), 50);
        assert_eq!(share(100, &ticket(0x7f, 0xff)), 49);
        assert_eq!(share(u64::MAX, &ticket(0xff, 0xff)), u64::MAX - 1);
        assert_eq!(share(1 << 32, &ticket(0x40, 0)), 1 << 30);
    }
}
