//! The leaves of the five kinds of trees [S1, S2, S3a], and their roots.

use core::fmt;
use core::ops::Range;

use crate::base::error::Error;
use crate::base::hash::{Digest, Hash, Secret};
use crate::base::place::wide;
use crate::base::run::{Cancelled, Run};
use crate::frame::Frame;
use crate::inputs::history::{History, Past};
use crate::inputs::plan::Plan;
use crate::inputs::registry::Registry;
use crate::inputs::roster::Roster;
use crate::inputs::table::Table;
use crate::json::RowWriter;
use crate::tree::salt::{Salts, Tree};
use crate::tree::{self, Root};

/// Hash suite and blinding of a commitment.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Sealing<'s> {
    pub(crate) hash: Hash,
    pub(crate) secret: Option<&'s Secret>,
}

/// The leaves of one tree: their number, and the bytes of each.
pub(crate) struct Leaves<'l> {
    size: usize,
    push: Box<PushLeaf<'l>>,
}

/// Appends the bytes of the leaf at a place.
type PushLeaf<'l> = dyn Fn(usize, &mut Vec<u8>) + Send + Sync + 'l;

impl fmt::Debug for Leaves<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{} leaves", self.size)
    }
}

impl<'l> Leaves<'l> {
    /// `push` appends the bytes of the leaf at a place.
    pub(crate) fn new(size: usize, push: impl Fn(usize, &mut Vec<u8>) + Send + Sync + 'l) -> Self {
        Self {
            size,
            push: Box::new(push),
        }
    }

    pub(crate) fn root(&self, hash: Hash, run: &Run) -> Result<Root, Cancelled> {
        tree::root(hash, self.size, &self.push, run)
    }

    pub(crate) const fn size(&self) -> usize {
        self.size
    }

    pub(crate) fn hashes(&self, hash: Hash, range: Range<usize>) -> Vec<Digest> {
        tree::leaf_hashes(hash, range, &self.push)
    }

    /// The roots of the subtrees over each `width` leaves.
    pub(crate) fn subtrees(
        &self,
        hash: Hash,
        width: usize,
        run: &Run,
    ) -> Result<Vec<Digest>, Cancelled> {
        tree::subtrees(hash, self.size, width, &self.push, run)
    }
}

impl<'s> Sealing<'s> {
    pub(crate) fn salts(&self, tree: Tree<'_>) -> Salts<'s> {
        Salts::new(self.hash, self.secret, tree)
    }

    pub(crate) fn registry<'l>(&self, registry: &'l Registry) -> Leaves<'l>
    where
        's: 'l,
    {
        let (hash, salts) = (self.hash, self.salts(Tree::Registry));
        Leaves::new(registry.rows().len(), move |index, leaf| {
            let salt = salts.of(&[registry.id(index)]);
            push_entity(leaf, hash, registry, index, salt.as_ref());
        })
    }

    pub(crate) fn roster<'l>(&self, roster: &'l Roster) -> Leaves<'l>
    where
        's: 'l,
    {
        let salts = self.salts(Tree::Roster);
        let members = roster.members();
        Leaves::new(members.len(), move |index, leaf| {
            roster.push_row(index, salts.of(&[&members[index].id]).as_ref(), leaf);
        })
    }

    pub(crate) fn history<'l>(&self, history: &'l History) -> Leaves<'l>
    where
        's: 'l,
    {
        let salts = self.salts(Tree::History);
        Leaves::new(
            usize::try_from(history.len()).unwrap_or(usize::MAX),
            move |index, leaf| {
                let past = history.past(index);
                history.push_row(index, history_salt(&salts, past).as_ref(), leaf);
            },
        )
    }

    pub(crate) fn frame<'l>(
        &self,
        task: &str,
        registry: &'l Registry,
        frame: &'l Frame,
    ) -> Leaves<'l>
    where
        's: 'l,
    {
        let salts = self.salts(Tree::Frame(task));
        Leaves::new(frame.rows.len(), move |position, leaf| {
            let id = registry.id(frame.row(position));
            push_framed(leaf, id, salts.of(&[id]), frame.stratum_name(position));
        })
    }

    pub(crate) fn excluded<'l>(
        &self,
        task: &str,
        registry: &'l Registry,
        frame: &'l Frame,
    ) -> Leaves<'l>
    where
        's: 'l,
    {
        let salts = self.salts(Tree::Excluded(task));
        Leaves::new(frame.excluded.len(), move |position, leaf| {
            let (row, _) = frame.excluded[position];
            let id = registry.id(wide(row));
            push_excluded(leaf, id, salts.of(&[id]), frame.reason(position));
        })
    }
}

/// [S2] The leaf of a registry row. If the commitment is blinded, a digest replaces `extra`.
fn push_entity(
    leaf: &mut Vec<u8>,
    hash: Hash,
    registry: &Registry,
    index: usize,
    salt: Option<&Digest>,
) {
    let Some(salt) = salt else {
        return registry.push_row(index, None, leaf);
    };
    let extra = registry.extra(index);
    let digest = extra.map(|extra| extra_digest(hash, salt, extra));
    registry.push_blinded(index, salt, digest.as_ref(), leaf);
}

/// [S2] What replaces `extra` in a blinded leaf: the digest of JCS(extra) with the salt.
pub(crate) fn extra_digest(hash: Hash, salt: &Digest, extra: &[u8]) -> Digest {
    hash.derive("extra", &[salt.as_bytes(), extra])
}

/// [S2] The salt of a history row; its key has four parts, including "planned".
pub(crate) fn history_salt(salts: &Salts<'_>, past: Past<'_>) -> Option<Digest> {
    salts.of(&[past.entity, &past.date.to_string(), past.task, past.kind()])
}

/// The leaf of an excluded row, {id, reason} [S3a].
fn push_excluded(leaf: &mut Vec<u8>, id: &str, salt: Option<Digest>, reason: &str) {
    let mut writer = RowWriter::new(leaf);
    writer.text("id", id);
    writer.text("reason", reason);
    writer.maybe("salt", salt.as_ref().map(Digest::to_string));
    writer.end();
}

/// The leaf of a frame row, {id, stratum} [S3a].
fn push_framed(leaf: &mut Vec<u8>, id: &str, salt: Option<Digest>, stratum: &str) {
    let mut writer = RowWriter::new(leaf);
    writer.text("id", id);
    writer.maybe("salt", salt.as_ref().map(Digest::to_string));
    writer.text("stratum", stratum);
    writer.end();
}

/// The leaf of a frame row, from the data of a receipt.
pub(crate) fn frame_leaf(id: &str, salt: Option<Digest>, stratum: &str) -> Vec<u8> {
    let mut leaf = Vec::new();
    push_framed(&mut leaf, id, salt, stratum);
    leaf
}

/// The leaf of an excluded row, from the data of a receipt.
pub(crate) fn excluded_leaf(id: &str, salt: Option<Digest>, reason: &str) -> Vec<u8> {
    let mut leaf = Vec::new();
    push_excluded(&mut leaf, id, salt, reason);
    leaf
}

/// The digests of the inputs, as in the commitment.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub(crate) struct InputDigests {
    pub(crate) plan: Digest,
    pub(crate) registry: Root,
    pub(crate) roster: Root,
    pub(crate) history: Root,
}

impl Sealing<'_> {
    pub(crate) fn digests(
        &self,
        plan: &Plan,
        registry: &Registry,
        roster: &Roster,
        history: &History,
        run: &Run,
    ) -> Result<InputDigests, Error> {
        Ok(InputDigests {
            plan: plan.digest(self.hash),
            registry: self.registry(registry).root(self.hash, run)?,
            roster: self.roster(roster).root(self.hash, run)?,
            history: self.history(history).root(self.hash, run)?,
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::inputs::history::{Visit, VisitKind};
    use crate::inputs::table;
    use crate::json::Json;

    /// A row with its salt.
    fn salted(row: Json<'_>, salt: Option<Digest>) -> Json<'_> {
        match (row, salt) {
            (Json::Object(mut fields), Some(salt)) => {
                fields.push(("salt".into(), Json::text(salt.to_string())));
                Json::Object(fields)
            }
            (row, _) => row,
        }
    }

    #[test]
    fn rows_written_field_by_field_are_the_canonical_json_of_their_trees() {
        // [C2a, C2c, S1, S2]
        let visits = [
            Visit::new("A-1", "J1", "2024-03-05"),
            Visit::new("A-1", "J(2)", "2024-03-05").with_kind(VisitKind::Case),
        ];
        let history = History::from_rows(visits).unwrap();
        for salt in [None, Some(Digest::from_bytes([0xab; 32]))] {
            for index in 0..2 {
                let mut leaf = Vec::new();
                history.push_row(index, salt.as_ref(), &mut leaf);
                let row = table::row_tree(&history, index);
                assert_eq!(leaf, salted(row, salt).to_canonical());
            }
            let value = salt.map_or(String::new(), |salt| format!("\"salt\":\"{salt}\","));
            let frame = format!("{{\"id\":\"A-1\",{value}\"stratum\":\"all\"}}");
            assert_eq!(frame_leaf("A-1", salt, "all"), frame.as_bytes());
            let value = value
                .strip_suffix(',')
                .map_or(String::new(), |value| format!(",{value}"));
            let excluded = format!("{{\"id\":\"A-1\",\"reason\":\"once\"{value}}}");
            assert_eq!(excluded_leaf("A-1", salt, "once"), excluded.as_bytes());
        }
    }
    #[test]
    fn a_blinded_registry_leaf_has_a_digest_in_the_place_of_extra() {
        // [S2]
        let rows = concat!(
            r#"{"id":"A-1","name":"甲","extra":{"备注":"b","a":"c"}}"#,
            "\n",
            r#"{"id":"A-2","name":"乙"}"#,
        );
        let registry = Registry::from_json_lines(rows.as_bytes()).unwrap();
        let salt = Digest::from_bytes([0xab; 32]);
        let leaf = |index, salt: Option<&Digest>| {
            let mut leaf = Vec::new();
            push_entity(&mut leaf, Hash::Sha256, &registry, index, salt);
            String::from_utf8(leaf).unwrap()
        };
        let extra = r#"{"a":"c","备注":"b"}"#;
        assert_eq!(
            leaf(0, None),
            format!(r#"{{"extra":{extra},"id":"A-1","name":"甲"}}"#)
        );
        // derive("extra", salt, JCS(extra)), in the bytes that [C5] defines.
        let mut parts = b"suiji-v1/extra\0".to_vec();
        for part in [&[0xab; 32][..], extra.as_bytes()] {
            parts.extend((part.len() as u64).to_be_bytes());
            parts.extend(part);
        }
        let digest = Hash::Sha256.digest(&parts);
        let salted = format!(r#""salt":"{}""#, "ab".repeat(32));
        assert_eq!(
            leaf(0, Some(&salt)),
            format!(r#"{{"extra_digest":"{digest}","id":"A-1","name":"甲",{salted}}}"#)
        );
        assert_eq!(
            leaf(1, Some(&salt)),
            format!(r#"{{"id":"A-2","name":"乙",{salted}}}"#)
        );
    }
}
