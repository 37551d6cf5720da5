//! The last ticket of a stratum, as it is published. It is hidden if the commitment is blinded [E2].

use super::drawn::{DrawnEntity, ticket};
use crate::base::error::Error;
use crate::base::hash::{Digest, Hash, Secret};
use crate::base::texts::codes;
use crate::tree::salt::{Salts, Tree};

/// The greatest selected ticket of a stratum, as it is published [E2].
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
#[non_exhaustive]
pub enum Last {
    /// The ticket itself.
    Ticket(Digest),
    /// If the commitment is blinded: a commitment to the ticket, which the receipts of the stratum open.
    Commitment(Digest),
}

/// Hides the last tickets of a task if the commitment is blinded.
pub(crate) struct Hide<'s> {
    hash: Hash,
    salts: Salts<'s>,
}

impl<'s> Hide<'s> {
    pub(crate) fn new(hash: Hash, secret: Option<&'s Secret>, task: &str) -> Self {
        let salts = Salts::new(hash, secret, Tree::Last(task));
        Self { hash, salts }
    }

    /// [E2] The salt with which the last ticket of a stratum is hidden.
    pub(crate) fn salt(&self, stratum: &str) -> Option<Digest> {
        self.salts.of(&[stratum])
    }

    /// [E2] The published form of the last ticket of a stratum.
    pub(crate) fn last(&self, stratum: &str, ticket: Digest) -> Last {
        match self.salt(stratum) {
            Some(salt) => Last::Commitment(hidden(self.hash, salt, ticket)),
            None => Last::Ticket(ticket),
        }
    }

    /// Whether a ticket was made with this secret [D2].
    pub(super) fn check(
        &self,
        secret: &Secret,
        key: &Digest,
        drawn: &DrawnEntity,
    ) -> Result<(), Error> {
        let id = drawn.id.as_str();
        let salt = Salts::new(self.hash, Some(secret), Tree::Registry).of(&[id]);
        if ticket(self.hash, key, id, salt.as_ref()) == drawn.ticket {
            Ok(())
        } else {
            Err(Error::of_value(codes::secret_wrong()))
        }
    }
}

/// [E2] The commitment to a last ticket.
pub(crate) fn hidden(hash: Hash, salt: Digest, ticket: Digest) -> Digest {
    hash.derive("commit", &[salt.as_bytes(), ticket.as_bytes()])
}
