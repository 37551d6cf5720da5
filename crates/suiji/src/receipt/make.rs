//! Makes a receipt from the sealed value and the record.

use super::{Framed, OwnRow, Proof, Receipt, State, Statement};
use crate::base::hash::{Digest, Hash};
use crate::base::id::EntityId;
use crate::base::lazy::Lazy;
use crate::base::ratio::Fraction;
use crate::base::run::{Cancelled, Run};
use crate::draw::ticket::{Keys, ticket};
use crate::frame::{Frame, Standing};
use crate::inputs::registry::Registry;
use crate::record::{Draw, Hide, Listed, Places, Record};
use crate::seal::Sealed;
use crate::tree::kept::Kept;
use crate::tree::leaf::{Leaves, extra_digest, history_salt};
use crate::tree::salt::{Salts, Tree};

/// Everything that the receipts of a record share.
#[derive(Debug)]
pub(super) struct Maker<'m> {
    pub(super) sealed: &'m Sealed,
    record: Digest,
    registry: Proofs<'m>,
    history: Proofs<'m>,
    tasks: Vec<OneTask<'m>>,
}

impl<'m> Maker<'m> {
    pub(super) fn new(
        sealed: &'m Sealed,
        record: &'m Record,
        run: &Run,
    ) -> Result<Self, Cancelled> {
        let (inputs, sealing, trees) = (&sealed.inputs, sealed.sealing(), &sealed.trees);
        let proofs = |tree, leaves, kept| Proofs {
            hash: sealing.hash,
            salts: sealing.salts(tree),
            leaves,
            kept,
        };
        let registry = inputs.registry();
        let drawn = record.draws.iter().zip(record.places(run)?).enumerate();
        let tasks = drawn.map(|(index, (draw, places))| {
            let (task, frame) = (draw.task.as_str(), &sealed.frames[index]);
            let (framed, excluded) = &trees.tasks[index];
            let sheet = &sealed.commitment.tasks[index];
            let hide = Hide::new(sealing.hash, sealing.secret, task);
            let strata = sheet.strata.iter().map(|stratum| {
                let cutoff = places.cutoff(&stratum.stratum);
                Stratum {
                    name: &stratum.stratum,
                    probability: stratum.probability(),
                    cutoff,
                    cutoff_salt: cutoff.and_then(|_| hide.salt(&stratum.stratum)),
                }
            });
            OneTask {
                draw,
                places,
                frame,
                key: Keys::of_task(sealing.hash, &record.seed, sheet).draw,
                strata: strata.collect(),
                framed: proofs(
                    Tree::Frame(task),
                    sealing.frame(task, registry, frame),
                    framed,
                ),
                excluded: proofs(
                    Tree::Excluded(task),
                    sealing.excluded(task, registry, frame),
                    excluded,
                ),
            }
        });
        Ok(Self {
            sealed,
            record: record.digest(),
            registry: proofs(Tree::Registry, sealing.registry(registry), &trees.registry),
            history: proofs(
                Tree::History,
                sealing.history(inputs.history()),
                &trees.history,
            ),
            tasks: tasks.collect(),
        })
    }

    /// Makes all trees, if the commitment is blinded.
    pub(super) fn prepare(&self, run: &Run) -> Result<(), Cancelled> {
        if self.sealed.secret.is_some() {
            let of_tasks = self.tasks.iter().flat_map(|of| [&of.framed, &of.excluded]);
            for proofs in [&self.registry, &self.history].into_iter().chain(of_tasks) {
                proofs.kept(run)?;
            }
        }
        Ok(())
    }

    /// The receipt of the entity with this row of the registry.
    pub(super) fn receipt(
        &self,
        entity: &EntityId,
        row: Option<usize>,
        run: &Run,
    ) -> Result<Receipt, Cancelled> {
        let id = entity.as_str();
        let salt = self.registry.salts.of(&[id]);
        let own = match row {
            Some(row) => Some(self.own_row(row, salt, run)?),
            None => None,
        };
        let history = self.sealed.inputs.history();
        let of_entity = history.of_entity(id).map(|index| {
            let salt = history_salt(&self.history.salts, history.past(index));
            let proof = self.history.proof(salt, index, run)?;
            Ok((history.only(index), proof))
        });
        let made = Made {
            registry: self.sealed.inputs.registry(),
            id,
            row,
            salt,
            run,
        };
        let tasks = self.tasks.iter().map(|task| task.statement(&made));
        Ok(Receipt {
            record: self.record,
            entity: entity.clone(),
            registry: own,
            history: of_entity.collect::<Result<_, _>>()?,
            tasks: tasks.collect::<Result<_, _>>()?,
        })
    }

    /// The row of the entity. If the commitment is blinded, it has the digest that replaces `extra` in its leaf [S2].
    fn own_row(&self, row: usize, salt: Option<Digest>, run: &Run) -> Result<OwnRow, Cancelled> {
        let (registry, hash) = (self.sealed.inputs.registry(), self.registry.hash);
        let blinded = salt.zip(registry.extra(row));
        Ok(OwnRow {
            row: registry.only(row, salt.is_none()),
            extra_digest: blinded.map(|(salt, extra)| extra_digest(hash, &salt, extra)),
            proof: self.registry.proof(salt, row, run)?,
        })
    }
}

/// The entity of a receipt.
struct Made<'m> {
    registry: &'m Registry,
    id: &'m str,
    row: Option<usize>,
    /// The salt of its leaf in the registry, if the commitment is blinded.
    salt: Option<Digest>,
    run: &'m Run,
}

/// What all statements about one task share.
#[derive(Debug)]
struct OneTask<'m> {
    draw: &'m Draw,
    places: &'m Places,
    frame: &'m Frame,
    /// The draw key K [D1].
    key: Digest,
    strata: Vec<Stratum<'m>>,
    framed: Proofs<'m>,
    excluded: Proofs<'m>,
}

#[derive(Debug)]
struct Stratum<'m> {
    name: &'m str,
    probability: Fraction,
    cutoff: Option<Digest>,
    cutoff_salt: Option<Digest>,
}

impl OneTask<'_> {
    fn statement(&self, made: &Made<'_>) -> Result<Statement, Cancelled> {
        let mut statement = Statement {
            task: self.draw.task.to_string(),
            state: State::Absent,
            framed: None,
            excluded: None,
            reserve: None,
            members: Vec::new(),
            vacant: Vec::new(),
        };
        let Some(row) = made.row else {
            return Ok(statement);
        };
        match self.frame.standing(made.registry, row) {
            Standing::Inactive => statement.state = State::Inactive,
            Standing::OutOfScope => statement.state = State::OutOfScope,
            Standing::Excluded { position, reason } => {
                let salt = self.excluded.salts.of(&[made.id]);
                let proof = self.excluded.proof(salt, position, made.run)?;
                statement.state = State::Excluded;
                statement.excluded = Some((reason.to_owned(), proof));
            }
            Standing::Framed { position, stratum } => {
                statement.framed = Some(self.framed(made, position, &self.strata[stratum])?);
                self.drawn(made.id, &mut statement);
            }
        }
        Ok(statement)
    }

    fn framed(
        &self,
        made: &Made<'_>,
        position: usize,
        stratum: &Stratum<'_>,
    ) -> Result<Framed, Cancelled> {
        let salt = self.framed.salts.of(&[made.id]);
        Ok(Framed {
            stratum: stratum.name.to_owned(),
            ticket: ticket(self.framed.hash, &self.key, made.id, made.salt.as_ref()),
            cutoff: stratum.cutoff,
            cutoff_salt: stratum.cutoff_salt,
            probability: stratum.probability,
            proof: self.framed.proof(salt, position, made.run)?,
        })
    }

    /// Adds whether the entity is selected, a reserve, or neither.
    fn drawn(&self, id: &str, statement: &mut Statement) {
        match self.places.find(self.draw, id) {
            Listed::Selected(place) => {
                statement.state = State::Selected;
                if let Some(team) = self.draw.teams.get(place) {
                    statement.members = team.members.iter().map(ToString::to_string).collect();
                    statement.vacant.clone_from(&team.vacant);
                }
            }
            Listed::Reserve(number) => {
                statement.state = State::Reserve;
                statement.reserve = Some(number);
            }
            Listed::Nowhere => statement.state = State::NotSelected,
        }
    }
}

/// The inclusion proofs of one tree [S2].
#[derive(Debug)]
struct Proofs<'m> {
    hash: Hash,
    salts: Salts<'m>,
    leaves: Leaves<'m>,
    kept: &'m Lazy<Kept>,
}

impl Proofs<'_> {
    fn kept(&self, run: &Run) -> Result<&Kept, Cancelled> {
        self.kept.get(|| Kept::new(self.hash, &self.leaves, run))
    }

    /// The proof of a leaf. Without a salt the commitment is not blinded, and there is no proof [S2].
    fn proof(
        &self,
        salt: Option<Digest>,
        index: usize,
        run: &Run,
    ) -> Result<Option<Proof>, Cancelled> {
        let Some(salt) = salt else { return Ok(None) };
        let path = self.kept(run)?.proof(self.hash, &self.leaves, index);
        let index = index as u64;
        Ok(Some(Proof { salt, index, path }))
    }
}
