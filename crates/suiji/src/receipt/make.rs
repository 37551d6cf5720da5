//! Makes a receipt from the sealed value and the record.

use super::{Framed, OwnRow, Proof, Receipt, State, Statement};
use crate::base::error::{Error, ErrorKind, Place};
use crate::base::hash::Digest;
use crate::base::id::EntityId;
use crate::base::run::{Cancelled, Run};
use crate::base::texts::codes;
use crate::draw;
use crate::draw::ticket::{Keys, ticket};
use crate::frame::Standing;
use crate::inputs::table;
use crate::record::{Draw, Hide, Record};
use crate::seal::Sealed;
use crate::tree;
use crate::tree::leaf::{Leaves, extra_digest, history_salt};
use crate::tree::salt::Tree;

impl Sealed {
    /// [G1] Makes the receipt of one entity: what became of it in each task.
    ///
    /// If the commitment is blinded, the receipt has the salts and proofs of the entity.
    ///
    /// # Errors
    /// `receipt.other-record` if the record belongs to another commitment.
    pub fn receipt(&self, record: &Record, entity: &EntityId) -> Result<Receipt, Error> {
        self.receipt_with(record, entity, &Run::default())
    }

    /// [`Self::receipt`] with a [`Run`]: threads, progress, cancelling.
    ///
    /// # Errors
    /// Those of [`Self::receipt`], and `cancelled`.
    pub fn receipt_with(
        &self,
        record: &Record,
        entity: &EntityId,
        run: &Run,
    ) -> Result<Receipt, Error> {
        let tasks = record.draws.iter().map(|draw| &draw.task).eq(self
            .commitment
            .tasks
            .iter()
            .map(|task| &task.id));
        let commitment = &self.commitment;
        let seed = draw::seed(commitment.hash, &commitment.digest(), &record.contributions);
        if record.commitment != *commitment || record.seed != seed || !tasks {
            let place = Place::new(ErrorKind::Receipt, "");
            return Err(Error::new(codes::record_other().at(place)));
        }
        let maker = Maker {
            sealed: self,
            record,
            entity,
            row: self.inputs.registry().find(entity.as_str()),
            run,
        };
        Ok(maker.receipt()?)
    }
}

struct Maker<'m> {
    sealed: &'m Sealed,
    record: &'m Record,
    entity: &'m EntityId,
    /// The row of the entity in the registry.
    row: Option<usize>,
    run: &'m Run,
}

impl Maker<'_> {
    fn receipt(&self) -> Result<Receipt, Cancelled> {
        let inputs = &self.sealed.inputs;
        let sealing = self.sealed.sealing();
        let registry = match self.row {
            Some(row) => {
                let proof =
                    self.proof(Tree::Registry, &sealing.registry(inputs.registry()), row)?;
                let blinded = proof.is_some();
                let without: &[&str] = if blinded { &["extra"] } else { &[] };
                Some(OwnRow {
                    row: table::only_without(inputs.registry(), row, without),
                    extra_digest: self.extra_digest(row),
                    proof,
                })
            }
            None => None,
        };
        let salts = sealing.salts(Tree::History);
        let of_entity = inputs.history().of_entity(self.entity.as_str());
        let hashes = match self.sealed.secret.is_some() && !of_entity.is_empty() {
            true => sealing
                .history(inputs.history())
                .hashes(sealing.hash, self.run)?,
            false => Vec::new(),
        };
        let history = of_entity.map(|index| {
            let salt = history_salt(&salts, inputs.history().past(index));
            let proof = salt.map(|salt| self.proof_of(salt, &hashes, index));
            (table::only(inputs.history(), index), proof)
        });
        let history = history.collect();
        let tasks = (0..self.record.draws.len()).map(|index| self.statement(index));
        Ok(Receipt {
            record: self.record.digest(),
            entity: self.entity.clone(),
            registry,
            history,
            tasks: tasks.collect::<Result<_, _>>()?,
        })
    }

    fn statement(&self, index: usize) -> Result<Statement, Cancelled> {
        let draw = &self.record.draws[index];
        let mut statement = Statement {
            task: draw.task.to_string(),
            state: State::Absent,
            framed: None,
            excluded: None,
            reserve: None,
            members: Vec::new(),
            vacant: Vec::new(),
        };
        let Some(row) = self.row else {
            return Ok(statement);
        };
        let frame = &self.sealed.frames[index];
        match frame.standing(self.sealed.inputs.registry(), row) {
            Standing::Inactive => statement.state = State::Inactive,
            Standing::OutOfScope => statement.state = State::OutOfScope,
            Standing::Excluded { position, reason } => {
                let task = draw.task.as_str();
                let leaves =
                    self.sealed
                        .sealing()
                        .excluded(task, self.sealed.inputs.registry(), frame);
                statement.state = State::Excluded;
                statement.excluded = Some((
                    reason.to_owned(),
                    self.proof(Tree::Excluded(task), &leaves, position)?,
                ));
            }
            Standing::Framed { position, stratum } => {
                statement.framed = Some(self.framed(index, position, stratum)?);
                self.drawn(draw, &mut statement);
            }
        }
        Ok(statement)
    }

    fn framed(&self, index: usize, position: usize, stratum: usize) -> Result<Framed, Cancelled> {
        let (sealed, draw) = (self.sealed, &self.record.draws[index]);
        let (registry, task) = (sealed.inputs.registry(), draw.task.as_str());
        let sheet = &sealed.commitment.tasks[index].strata[stratum];
        let of_task = &sealed.commitment.tasks[index];
        let hash = sealed.commitment.hash;
        let keys = Keys::of_task(hash, &self.record.seed, of_task);
        let id = self.entity.as_str();
        let salt = sealed.sealing().salts(Tree::Registry).of(&[id]);
        let of_stratum = draw
            .selected
            .iter()
            .filter(|drawn| drawn.stratum == sheet.stratum);
        let leaves = sealed
            .sealing()
            .frame(task, registry, &sealed.frames[index]);
        let cutoff = of_stratum.map(|drawn| drawn.ticket).max();
        let hide = Hide::new(hash, sealed.secret.as_ref(), task);
        Ok(Framed {
            stratum: sheet.stratum.clone(),
            ticket: ticket(hash, &keys.draw, id, salt.as_ref()),
            cutoff,
            cutoff_salt: cutoff.and_then(|_| hide.salt(&sheet.stratum)),
            probability: sheet.probability(),
            proof: self.proof(Tree::Frame(task), &leaves, position)?,
        })
    }

    /// Adds whether the record has the entity as selected, as a reserve, or not at all.
    fn drawn(&self, draw: &Draw, statement: &mut Statement) {
        statement.state = State::NotSelected;
        if let Some(place) = draw
            .selected
            .iter()
            .position(|drawn| drawn.id == *self.entity)
        {
            statement.state = State::Selected;
            if let Some(team) = draw.teams.get(place) {
                statement.members = team.members.iter().map(ToString::to_string).collect();
                statement.vacant.clone_from(&team.vacant);
            }
        } else if let Some(place) = draw
            .reserves
            .iter()
            .position(|drawn| drawn.id == *self.entity)
        {
            let stratum = &draw.reserves[place].stratum;
            let before = draw.reserves[..=place]
                .iter()
                .filter(|drawn| drawn.stratum == *stratum);
            statement.state = State::Reserve;
            statement.reserve = Some(before.count() as u64);
        }
    }

    /// What stands for `extra` in the leaf of a row [S2], if the commitment is blinded.
    fn extra_digest(&self, row: usize) -> Option<Digest> {
        let sealing = self.sealed.sealing();
        let salt = sealing.salts(Tree::Registry).of(&[self.entity.as_str()])?;
        let extra = self.sealed.inputs.registry().extra(row)?;
        Some(extra_digest(sealing.hash, &salt, extra))
    }

    /// Makes a proof, or none if the commitment is not blinded [S2].
    fn proof(
        &self,
        tree: Tree<'_>,
        leaves: &Leaves<'_>,
        index: usize,
    ) -> Result<Option<Proof>, Cancelled> {
        let sealing = self.sealed.sealing();
        let Some(salt) = sealing.salts(tree).of(&[self.entity.as_str()]) else {
            return Ok(None);
        };
        let hashes = leaves.hashes(sealing.hash, self.run)?;
        Ok(Some(self.proof_of(salt, &hashes, index)))
    }

    fn proof_of(&self, salt: Digest, hashes: &[Digest], index: usize) -> Proof {
        Proof {
            salt,
            index: index as u64,
            path: tree::proof(self.sealed.commitment.hash, hashes, index),
        }
    }
}
