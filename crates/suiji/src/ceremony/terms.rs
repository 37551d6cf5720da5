//! The terms that are settled before sealing and that the commitment repeats: sources and earlier commitments
//! [S3c, S4a–S4c].

use crate::base::hash::Digest;
use crate::base::texts::codes;
use crate::ceremony::earlier::{Followed, Superseded, read_followed, read_superseded};
use crate::ceremony::source::{Source, check_sources, read_sources};
use crate::json::reader::{Fields, Path, Reader};
use crate::json::{Json, ObjectBuilder};

/// The fields that a ceremony and its commitment have in common.
#[derive(Clone, Debug, Default, Eq, PartialEq)]
pub(crate) struct Terms {
    pub(crate) sources: Vec<Source>,
    pub(crate) previous: Option<Digest>,
    pub(crate) follows: Vec<Followed>,
    pub(crate) supersedes: Vec<Superseded>,
}

impl Terms {
    pub(crate) const FIELDS: [&str; 4] = ["sources", "previous", "follows", "supersedes"];

    pub(crate) fn read(
        reader: &mut Reader<'_>,
        fields: Fields<'_, '_>,
        path: &Path<'_>,
    ) -> Option<Self> {
        let sources = read_sources(reader, fields, path);
        let previous = reader.optional(fields, path, "previous", Reader::digest);
        let follows = reader.list(fields, path, "follows", read_followed);
        let supersedes = reader.list(fields, path, "supersedes", read_superseded);
        Some(Self {
            sources: sources?,
            previous: previous?,
            follows: follows?,
            supersedes: supersedes?,
        })
    }

    /// Adds the fields to a document.
    pub(crate) fn write<'a>(&'a self, document: ObjectBuilder<'a>) -> ObjectBuilder<'a> {
        let previous = self.previous.map(|sheet| Json::text(sheet.to_string()));
        document
            .with(
                "sources",
                Json::list(self.sources.iter().map(Source::to_json)),
            )
            .maybe("previous", previous)
            .maybe(
                "follows",
                Some(Json::list(self.follows.iter().map(Followed::to_json))),
            )
            .maybe(
                "supersedes",
                Some(Json::list(self.supersedes.iter().map(Superseded::to_json))),
            )
    }

    /// [S3c, S4a–S4c] Checks everything that does not need the earlier commitments.
    pub(crate) fn check(&self, reader: &mut Reader<'_>, path: &Path<'_>) {
        check_sources(reader, &self.sources, &path.key("sources"));
        check_sheets(reader, self, path);
    }

    /// The earlier commitments that are named: first those that are followed, then those that are replaced.
    pub(crate) fn named(&self) -> impl Iterator<Item = Digest> {
        let follows = self.follows.iter().map(Followed::commitment);
        follows.chain(self.supersedes.iter().map(Superseded::commitment))
    }
}

/// [S3c] Checks how a commitment names its earlier commitments. This does not need them.
fn check_sheets(reader: &mut Reader<'_>, terms: &Terms, path: &Path<'_>) {
    let mut named: Vec<Digest> = terms.named().collect();
    if terms.previous.is_none() && !named.is_empty() {
        reader.fault(codes::no_previous(), path);
    }
    named.sort_unstable();
    for pair in named.windows(2).filter(|pair| pair[0] == pair[1]) {
        reader.fault(codes::earlier_twice(pair[0]), path);
    }
    let list = path.key("supersedes");
    for (index, sheet) in terms.supersedes.iter().enumerate() {
        let place = list.index(index);
        for (field, text) in [
            ("reason", &sheet.reason),
            ("approved_by", &sheet.approved_by),
        ] {
            reader.check_text(text, &place.key(field));
        }
        if sheet.record.is_some() && !sheet.contributions.0.is_empty() {
            reader.fault(codes::earlier_both(), &place);
        }
        if !sheet.contributions.0.is_sorted_by(|(a, _), (b, _)| a < b) {
            reader.fault(codes::contribution_order(), &place.key("contributions"));
        }
    }
}

/// Defines the getters of the terms, for documents with a field `terms`.
macro_rules! getters {
    ($document:ty) => {
        impl $document {
            /// The sources, in their order.
            pub fn sources(&self) -> &[Source] {
                &self.terms.sources
            }

            /// The authority's last commitment before this one.
            pub const fn previous(&self) -> Option<Digest> {
                self.terms.previous
            }

            /// Earlier commitments whose draw remains valid.
            pub fn follows(&self) -> &[Followed] {
                &self.terms.follows
            }

            /// Earlier commitments that this one replaces.
            pub fn supersedes(&self) -> &[Superseded] {
                &self.terms.supersedes
            }
        }
    };
}

getters!(crate::Ceremony);
getters!(crate::Commitment);
