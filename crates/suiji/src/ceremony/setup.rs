//! How a commitment is sealed: hash suite, time, blinding, and the terms that are also in the commitment
//! [S3c, S4a–S4c].

use crate::base::date::Time;
use crate::base::error::{Error, ErrorKind, Faults};
use crate::base::hash::{Digest, Hash, Secret};
use crate::base::limits;
use crate::base::texts::codes;
use crate::ceremony::chain::opened;
use crate::ceremony::commitment::Commitment;
use crate::ceremony::drand;
use crate::ceremony::earlier::{Followed, Superseded};
use crate::ceremony::source::{Source, SourceKind, check_sources};
use crate::ceremony::terms::Terms;
use crate::json::reader::{self, Path, Policy, Reader};
use crate::json::{Json, ObjectBuilder};

/// How a commitment is sealed: hash suite, time, sources, blinding and earlier commitments.
///
/// ```
/// use suiji::{Ceremony, Hash, Source};
/// use suiji::ceremony::{By, Part};
///
/// let dice = Source::live(By::Witness, "掷一枚骰子二十次", [Part::new(20, 1, 6)?])?;
/// let ceremony = Ceremony::new(Hash::Sha256, [dice]).with_sealed_at("2024-09-02T09:00:00+08:00".parse()?);
/// assert_eq!(ceremony.sources().len(), 1);
/// # Ok::<(), suiji::Error>(())
/// ```
#[derive(Clone, Debug, Eq, PartialEq)]
pub struct Ceremony {
    pub(crate) hash: Hash,
    pub(crate) sealed_at: Option<Time>,
    pub(crate) secret: Option<Secret>,
    pub(crate) terms: Terms,
    pub(crate) earlier: Vec<Commitment>,
}

impl Ceremony {
    /// A ceremony with these sources, in order.
    pub fn new(hash: Hash, sources: impl IntoIterator<Item = Source>) -> Self {
        Self {
            hash,
            sealed_at: None,
            secret: None,
            terms: Terms {
                sources: sources.into_iter().collect(),
                ..Terms::default()
            },
            earlier: Vec::new(),
        }
    }

    /// The time of sealing. A commitment needs it.
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

    /// The digest of the authority's last commitment of any plan [S3a].
    #[must_use]
    pub fn with_previous(mut self, sheet: Digest) -> Self {
        self.terms.previous = Some(sheet);
        self
    }

    /// Adds an earlier commitment whose draw remains valid [S3c].
    #[must_use]
    pub fn with_followed(mut self, sheet: Followed) -> Self {
        self.terms.follows.push(sheet);
        self
    }

    /// Adds an earlier commitment that this one replaces [S3c].
    #[must_use]
    pub fn with_superseded(mut self, sheet: Superseded) -> Self {
        self.terms.supersedes.push(sheet);
        self
    }

    /// Earlier commitments that the caller has. With them, sealing checks [S3c] and [S4c].
    #[must_use]
    pub fn with_earlier(self, sheets: impl IntoIterator<Item = Commitment>) -> Self {
        Self {
            earlier: sheets.into_iter().collect(),
            ..self
        }
    }

    /// Sets the commitment of a committed source that has none yet. Any other source is not changed.
    #[must_use]
    pub fn with_commitment(mut self, source: u64, commitment: Digest) -> Self {
        let source = usize::try_from(source).unwrap_or(usize::MAX);
        if let Some(SourceKind::Committed {
            commitment: open @ None,
        }) = self
            .terms
            .sources
            .get_mut(source)
            .map(|source| &mut source.kind)
        {
            *open = Some(commitment);
        }
        self
    }

    /// Reads `ceremony.json`: `{hash?, sealed_at?, sources, previous?, follows?, supersedes?, secret?}`.
    ///
    /// Without `hash` the suite is `sha256`. A committed source may have no commitment yet. Fields that a commitment
    /// also has are read as in a commitment: a default that is written out is an error [C2c].
    ///
    /// # Errors
    /// All faults of the document together: `json.*`, `text.*`, `hex.form`, `time.form`, `ceremony.*`.
    pub fn from_json(bytes: &[u8]) -> Result<Self, Error> {
        let form = reader::Form {
            kind: ErrorKind::Ceremony,
            limit: limits::PLAN_BYTES,
            policy: Policy::Refuse,
        };
        form.read(bytes, read)
    }

    /// The ceremony as `ceremony.json`, with the secret.
    pub fn to_json_with_secret(&self) -> String {
        let time = self.sealed_at.as_ref();
        let document = ObjectBuilder::default()
            .with("hash", Json::text(self.hash.as_str()))
            .maybe("sealed_at", time.map(|time| Json::text(time.as_str())));
        let secret = self.secret.as_ref();
        self.terms
            .write(document)
            .maybe("secret", secret.map(|secret| Json::text(secret.reveal())))
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

    /// The blinding secret.
    pub const fn secret(&self) -> Option<&Secret> {
        self.secret.as_ref()
    }

    /// [S3c, S4a–S4c] Checks everything that a commitment needs from its ceremony.
    pub(crate) fn check(&self, faults: &mut Faults) {
        let mut reader = Reader::new(ErrorKind::Ceremony, Policy::Refuse, faults);
        let root = Path::Root;
        if self.sealed_at.is_none() {
            reader.fault(codes::missing_field("sealed_at"), &root);
        }
        self.terms.check(&mut reader, &root);
        let sources = root.key("sources");
        for (index, source) in self.terms.sources.iter().enumerate() {
            let place = sources.index(index);
            match source.kind {
                SourceKind::Committed { commitment: None } => {
                    reader.fault(codes::no_commitment(source.name()), &place);
                }
                SourceKind::Drand { round } => {
                    if let Some(sealed_at) = &self.sealed_at {
                        check_due(&mut reader, round, sealed_at, &place);
                    }
                }
                _ => {}
            }
        }
        for index in opened(self.hash, &self.terms) {
            let name = self.terms.sources[index].name();
            reader.fault(codes::commitment_opened(name), &sources.index(index));
        }
    }
}

fn read(reader: &mut Reader<'_>, value: &Json<'_>, path: &Path<'_>) -> Option<Ceremony> {
    let known = [&["hash", "sealed_at", "secret"][..], &Terms::FIELDS].concat();
    let fields = reader.object(value, path, &known)?;
    let hash = reader.optional(fields, path, "hash", Reader::hash);
    let sealed_at = reader.optional(fields, path, "sealed_at", Reader::time);
    let terms = Terms::read(reader, fields, path);
    let secret = reader.optional(fields, path, "secret", Reader::hex);
    // Fields that are still missing, such as `previous`, can be added before sealing.
    if let Some(terms) = &terms {
        check_sources(reader, &terms.sources, &path.key("sources"));
    }
    Some(Ceremony {
        hash: hash?.unwrap_or(Hash::Sha256),
        sealed_at: sealed_at?,
        secret: secret?.map(Secret::from_bytes),
        terms: terms?,
        earlier: Vec::new(),
    })
}

/// [S4a] A drand round is due after sealing.
fn check_due(reader: &mut Reader<'_>, round: u64, sealed_at: &Time, path: &Path<'_>) {
    let sealed = sealed_at.unix_seconds();
    if drand::time_of(round) <= sealed {
        let first = drand::first_after(sealed);
        reader.fault(codes::drand_time(round, first), &path.key("round"));
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::base::error::Fault;
    use crate::ceremony::PartialContributions;
    use crate::ceremony::source::{By, Part};
    use crate::{Contribution, Secret};

    fn codes_of(result: Result<(), Error>) -> Vec<&'static str> {
        let codes = |error: Error| error.faults().iter().map(Fault::code).collect();
        result.map_or_else(codes, |()| Vec::new())
    }

    fn read_codes(document: &str) -> Vec<&'static str> {
        codes_of(Ceremony::from_json(document.as_bytes()).map(|_| ()))
    }

    fn with_sources(sources: &str) -> String {
        format!(r#"{{"sealed_at": "2026-03-02T09:00:00+08:00", "sources": [{sources}]}}"#)
    }

    const DIE: &str = r#"{"kind": "live", "by": "witness", "name": "掷骰", "parts": [{"count": 20, "from": 1, "to": 6}]}"#;

    #[test]
    fn a_ceremony_is_read_and_written() {
        let ceremony = Ceremony::from_json(with_sources(DIE).as_bytes()).unwrap();
        assert_eq!(ceremony.hash(), Hash::Sha256);
        let parts = [Part::new(20, 1, 6).unwrap()];
        let die = Source::live(By::Witness, "掷骰", parts).unwrap();
        assert_eq!(ceremony.sources(), [die]);
        let written = ceremony.to_json_with_secret();
        assert_eq!(Ceremony::from_json(written.as_bytes()), Ok(ceremony));
    }

    #[test]
    fn what_stands_on_the_sheet_has_no_written_defaults() {
        // [C2c]
        let written = DIE.replace(r#""to": 6"#, r#""to": 6, "distinct": false"#);
        assert_eq!(
            read_codes(&with_sources(&written)),
            ["json.written-default"]
        );
        let with_list = |field: &str| with_sources(DIE).replacen('{', &format!("{{{field}, "), 1);
        for field in [r#""follows": []"#, r#""supersedes": []"#] {
            assert_eq!(
                read_codes(&with_list(field)),
                ["json.written-empty"],
                "{field}"
            );
        }
    }

    #[test]
    fn fields_of_parts_are_checked_where_they_stand() {
        // [S4b, C2b]
        let read = |part: &str| {
            let source = DIE.replace(r#"{"count": 20, "from": 1, "to": 6}"#, part);
            let error = Ceremony::from_json(with_sources(&source).as_bytes()).unwrap_err();
            let fault = &error.faults()[0];
            (fault.code(), fault.place().path().to_owned())
        };
        let at = |path: &str| format!("$.sources[0].parts{path}");
        assert_eq!(read(""), ("ceremony.part-count", at("")));
        assert_eq!(
            read(r#"{"count": 20, "from": 6, "to": 1}"#),
            ("ceremony.part-range", at("[0]"))
        );
        assert_eq!(
            read(r#"{"count": 6, "from": 1, "to": 6, "distinct": true}"#),
            ("ceremony.part-distinct", at("[0]"))
        );
        assert_eq!(
            read(r#"{"count": 0, "from": 1, "to": 6}"#),
            ("json.range", at("[0].count"))
        );
        assert_eq!(
            read(r#"{"count": 2, "from": 1}"#),
            ("json.missing-field", at("[0]"))
        );
        assert_eq!(
            read(r#"{"count": 2, "from": 1, "to": 6, "sides": 6}"#),
            ("json.unknown-field", at("[0]"))
        );
    }

    #[test]
    fn a_secret_in_a_wrong_field_is_not_repeated() {
        let secret = "5e".repeat(32);
        let places = [
            DIE.replace("witness", &secret),
            DIE.replace("live", &secret),
            DIE.replace("20", &format!("\"{secret}\"")),
            DIE.replace("from", &secret),
        ];
        let documents = places.iter().map(|source| with_sources(source));
        let documents = documents.chain([
            with_sources(DIE).replace("2026-03-02T09:00:00+08:00", &secret),
            with_sources(DIE).replace("sealed_at", &secret),
            with_sources(DIE).replacen('{', &format!(r#"{{"hash": "{secret}", "#), 1),
        ]);
        for document in documents {
            let error = Ceremony::from_json(document.as_bytes()).unwrap_err();
            assert!(!error.to_json().contains(&secret), "{error}");
            assert!(!error.to_string().contains("5e5e5e5e"), "{error}");
        }
    }

    #[test]
    fn a_source_must_not_be_opened_by_what_it_supersedes() {
        // [S4c]
        let nonce = Secret::from_bytes([7; 32]);
        let commitment = |hash, value| Contribution::commitment(hash, &nonce, value);
        let given = Contribution::committed(nonce.clone(), "三六五").unwrap();
        let old = Superseded::new(Digest::from_bytes([1; 32]), "名录更新", "局长")
            .with_contributions(PartialContributions::new([(0, given)]));
        let codes = |hash, commitment| {
            let source = Source::committed(By::Witness, "见证人", commitment).unwrap();
            let ceremony = Ceremony::new(hash, [source])
                .with_sealed_at(Time::parse("2026-03-02T09:00:00+08:00").unwrap())
                .with_previous(Digest::from_bytes([1; 32]))
                .with_superseded(old.clone());
            let mut faults = Faults::default();
            ceremony.check(&mut faults);
            codes_of(faults.into_result(()))
        };
        let opened = commitment(Hash::Sm3, "三六五");
        assert_eq!(codes(Hash::Sm3, opened), ["ceremony.opened-commitment"]);
        // With another hash, the commitment to the value is different.
        assert_eq!(codes(Hash::Sha256, opened), [""; 0]);
        assert_eq!(codes(Hash::Sm3, commitment(Hash::Sm3, "三六四")), [""; 0]);
    }
}
