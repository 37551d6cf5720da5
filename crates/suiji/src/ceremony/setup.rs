//! What is settled before sealing beside the inputs: hash suite, sources, earlier sheets [S3c, S4a–S4c].

use crate::base::date::Time;
use crate::base::error::{Error, ErrorKind, Faults};
use crate::base::hash::{Digest, Hash, Secret};
use crate::base::limits;
use crate::base::texts::codes;
use crate::ceremony::commitment::Commitment;
use crate::ceremony::earlier::{
    Followed, Superseded, check_sheets, read_followed, read_superseded,
};
use crate::ceremony::source::{Source, SourceKind, check_sources, read_sources};
use crate::json::reader::{self, Path, Policy, Reader};
use crate::json::{Json, ObjectBuilder};

/// How a sheet is sealed: hash suite, time, sources, blinding and earlier sheets.
///
/// ```
/// use suiji::{Ceremony, Hash, Source};
/// use suiji::ceremony::By;
///
/// let dice = Source::live(By::Witness, "二十次掷骰", "123456", 20, None)?;
/// let ceremony = Ceremony::new(Hash::Sha256, [dice]).with_sealed_at("2024-09-02T09:00:00+08:00".parse()?);
/// assert_eq!(ceremony.sources().len(), 1);
/// # Ok::<(), suiji::Error>(())
/// ```
#[derive(Clone, Debug, Eq, PartialEq)]
pub struct Ceremony {
    pub(crate) hash: Hash,
    pub(crate) sealed_at: Option<Time>,
    pub(crate) sources: Vec<Source>,
    pub(crate) secret: Option<Secret>,
    pub(crate) previous: Option<Digest>,
    pub(crate) follows: Vec<Followed>,
    pub(crate) supersedes: Vec<Superseded>,
    pub(crate) earlier: Vec<Commitment>,
}

impl Ceremony {
    /// A ceremony with these sources, in order.
    pub fn new(hash: Hash, sources: impl IntoIterator<Item = Source>) -> Self {
        Self {
            hash,
            sealed_at: None,
            sources: sources.into_iter().collect(),
            secret: None,
            previous: None,
            follows: Vec::new(),
            supersedes: Vec::new(),
            earlier: Vec::new(),
        }
    }

    /// The time of sealing; a sheet needs one.
    #[must_use]
    pub fn with_sealed_at(self, time: Time) -> Self {
        Self {
            sealed_at: Some(time),
            ..self
        }
    }

    /// Blinds the commitment with a secret of 32 random bytes [S2].
    #[must_use]
    pub fn with_secret(self, secret: Secret) -> Self {
        Self {
            secret: Some(secret),
            ..self
        }
    }

    /// The digest of the authority's last sheet of any plan [S3a].
    #[must_use]
    pub fn with_previous(self, sheet: Digest) -> Self {
        Self {
            previous: Some(sheet),
            ..self
        }
    }

    /// Adds an earlier sheet whose draw stands [S3c].
    #[must_use]
    pub fn with_followed(mut self, sheet: Followed) -> Self {
        self.follows.push(sheet);
        self
    }

    /// Adds an earlier sheet that this one replaces [S3c].
    #[must_use]
    pub fn with_superseded(mut self, sheet: Superseded) -> Self {
        self.supersedes.push(sheet);
        self
    }

    /// Earlier sheets that the caller holds, against which sealing checks [S3c] and [S4c].
    #[must_use]
    pub fn with_earlier(self, sheets: impl IntoIterator<Item = Commitment>) -> Self {
        Self {
            earlier: sheets.into_iter().collect(),
            ..self
        }
    }

    /// Gives a committed source its commitment, where it has none yet; other places are left as they are.
    #[must_use]
    pub fn with_commitment(mut self, source: u64, commitment: Digest) -> Self {
        let source = usize::try_from(source).unwrap_or(usize::MAX);
        if let Some(SourceKind::Committed {
            commitment: open @ None,
        }) = self.sources.get_mut(source).map(|source| &mut source.kind)
        {
            *open = Some(commitment);
        }
        self
    }

    /// Reads `ceremony.json`: `{hash, sources, previous?, follows?, supersedes?, secret?, sealed_at?}`.
    ///
    /// A committed source may still lack its commitment.
    ///
    /// # Errors
    /// Every fault of the document: `json.*`, `text.*`, `hex.form`, `time.form`, `ceremony.*`.
    pub fn from_json(bytes: &[u8]) -> Result<Self, Error> {
        let form = reader::Form {
            kind: ErrorKind::Ceremony,
            limit: limits::PLAN_BYTES,
            policy: Policy::Drop,
        };
        form.read(bytes, read)
    }

    /// The ceremony as `ceremony.json`, with the secret.
    pub fn to_json_with_secret(&self) -> String {
        ObjectBuilder::default()
            .with("hash", Json::text(self.hash.as_str()))
            .maybe(
                "sealed_at",
                self.sealed_at
                    .as_ref()
                    .map(|time| Json::text(time.as_str())),
            )
            .with(
                "sources",
                Json::list(self.sources.iter().map(Source::to_json)),
            )
            .maybe(
                "previous",
                self.previous.map(|sheet| Json::text(sheet.to_string())),
            )
            .maybe(
                "follows",
                Some(Json::list(self.follows.iter().map(Followed::to_json))),
            )
            .maybe(
                "supersedes",
                Some(Json::list(self.supersedes.iter().map(Superseded::to_json))),
            )
            .maybe(
                "secret",
                self.secret
                    .as_ref()
                    .map(|secret| Json::text(secret.reveal())),
            )
            .build()
            .to_pretty()
    }

    /// The hash suite.
    pub const fn hash(&self) -> Hash {
        self.hash
    }

    /// The time of sealing.
    pub const fn sealed_at(&self) -> Option<&Time> {
        self.sealed_at.as_ref()
    }

    /// The sources.
    pub fn sources(&self) -> &[Source] {
        &self.sources
    }

    /// The authority's last sheet before this one.
    pub const fn previous(&self) -> Option<Digest> {
        self.previous
    }

    /// Earlier sheets whose draw stands.
    pub fn follows(&self) -> &[Followed] {
        &self.follows
    }

    /// Earlier sheets that this one replaces.
    pub fn supersedes(&self) -> &[Superseded] {
        &self.supersedes
    }

    /// The blinding secret.
    pub const fn secret(&self) -> Option<&Secret> {
        self.secret.as_ref()
    }

    /// What a sheet needs of its ceremony [S3c, S4a–S4c].
    pub(crate) fn check(&self, faults: &mut Faults) {
        let mut reader = Reader::new(ErrorKind::Ceremony, Policy::Drop, faults);
        let root = Path::Root;
        if self.sealed_at.is_none() {
            reader.fault(codes::missing_field("sealed_at"), &root);
        }
        check_sources(&mut reader, &self.sources, &root.key("sources"));
        for (index, source) in self.sources.iter().enumerate() {
            let sources = root.key("sources");
            let place = sources.index(index);
            match source.kind {
                SourceKind::Committed { commitment: None } => {
                    reader.fault(codes::no_commitment(source.name()), &place);
                }
                SourceKind::Drand { .. } => {
                    reader.fault(codes::drand_unsupported(source.name()), &place);
                }
                _ => {}
            }
        }
        let sheets = (self.previous.as_ref(), &*self.follows, &*self.supersedes);
        check_sheets(&mut reader, sheets, &root);
    }
}

fn read(reader: &mut Reader<'_>, value: &Json<'_>, path: &Path<'_>) -> Option<Ceremony> {
    let known = &[
        "hash",
        "sealed_at",
        "sources",
        "previous",
        "follows",
        "supersedes",
        "secret",
    ];
    let fields = reader.object(value, path, known)?;
    let hash = reader.required(fields, path, "hash", Reader::hash);
    let sealed_at = reader.optional(fields, path, "sealed_at", Reader::time);
    let sources = read_sources(reader, fields, path);
    let previous = reader.optional(fields, path, "previous", Reader::digest);
    let follows = reader.list(fields, path, "follows", read_followed);
    let supersedes = reader.list(fields, path, "supersedes", read_superseded);
    let secret = reader.optional(fields, path, "secret", Reader::hex);
    let ceremony = Ceremony {
        hash: hash?,
        sealed_at: sealed_at?,
        sources: sources?,
        secret: secret?.map(Secret::from_bytes),
        previous: previous?,
        follows: follows?,
        supersedes: supersedes?,
        earlier: Vec::new(),
    };
    check_sources(reader, &ceremony.sources, &path.key("sources"));
    Some(ceremony)
}
