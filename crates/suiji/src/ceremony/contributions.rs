//! The contributions to one commitment, as `contributions.json` has them before the draw [R4].

use std::borrow::Cow;

use crate::base::error::{Error, ErrorKind, Fault, Place};
use crate::base::hash::{Digest, told_apart};
use crate::base::limits;
use crate::base::texts::codes;
use crate::ceremony::commitment::{Commitment, SPEC, spec_of};
use crate::ceremony::contribution::{Contribution, check_one, read, to_json};
use crate::json::Json;
use crate::json::reader::{self, Path, Policy, Reader};

/// The contributions of all sources of one commitment, in their order [R1] [R4].
///
/// ```
/// use suiji::{Contribution, Contributions, Digest};
///
/// let commitment: Digest = "5f2663313b12c77507298888ae956d047afe4c4224a9bbe6b2ff566b00b1efc8".parse()?;
/// let contributions = Contributions::new(commitment, [Contribution::live([[3, 5, 6, 2, 4]])?]);
/// assert_eq!(Contributions::from_json(contributions.to_json().as_bytes())?, contributions);
/// # Ok::<(), suiji::Error>(())
/// ```
#[derive(Clone, Debug, Eq, PartialEq)]
pub struct Contributions {
    commitment: Digest,
    all: Vec<Contribution>,
}

impl Contributions {
    /// These contributions, in the order of the sources, for the commitment with that digest.
    pub fn new(commitment: Digest, contributions: impl IntoIterator<Item = Contribution>) -> Self {
        Self {
            commitment,
            all: contributions.into_iter().collect(),
        }
    }

    /// [R4] Reads `contributions.json`. Only its form is checked. Whether the contributions match the sources is
    /// checked with the sealed commitment.
    ///
    /// # Errors
    /// `contributions.spec-unknown` for another version; otherwise all faults of form together: `json.*`, `text.*`,
    /// `hex.form`.
    pub fn from_json(bytes: &[u8]) -> Result<Self, Error> {
        let form = reader::Form {
            kind: ErrorKind::Contributions,
            limit: limits::PLAN_BYTES,
            policy: Policy::Refuse,
        };
        form.read(bytes, read_document)
    }

    /// [R4] The contributions with the digest of their commitment, as an indented JSON document.
    pub fn to_json(&self) -> String {
        Json::object([
            ("spec", Json::text(SPEC)),
            ("commitment", Json::text(self.commitment.to_string())),
            ("contributions", self.tree()),
        ])
        .to_pretty()
    }

    /// JCS(contributions) of the array only, from which the seed is computed [R2].
    pub fn canonical(&self) -> Vec<u8> {
        self.tree().to_canonical()
    }

    /// The digest of the commitment to which they belong.
    pub const fn commitment(&self) -> Digest {
        self.commitment
    }

    /// How many there are.
    pub fn len(&self) -> usize {
        self.all.len()
    }

    /// Each of them, in the order of the sources.
    pub fn iter(&self) -> impl Iterator<Item = &Contribution> {
        self.all.iter()
    }

    /// Whether there are none.
    pub fn is_empty(&self) -> bool {
        self.all.is_empty()
    }

    /// Each of them, in the order of the sources.
    pub(crate) fn all(&self) -> &[Contribution] {
        &self.all
    }

    pub(crate) fn tree(&self) -> Json<'_> {
        Json::list(self.all.iter().map(|one| to_json(one, None)))
    }
}

fn read_document(
    reader: &mut Reader<'_>,
    value: &Json<'_>,
    path: &Path<'_>,
) -> Option<Contributions> {
    spec_of(reader, value, path, |found| {
        codes::spec_contributions(found)
    })?;
    let fields = reader.object(value, path, &["spec", "commitment", "contributions"])?;
    let commitment = reader.required(fields, path, "commitment", Reader::digest);
    let all = reader.full_list(fields, path, "contributions", read);
    Some(Contributions {
        commitment: commitment?,
        all: all?,
    })
}

/// [R3, R4] Checks that the contributions are for this commitment, and that every source has one that matches it [R1].
/// Returns all faults.
pub(crate) fn check(commitment: &Commitment, contributions: &Contributions) -> Vec<Fault> {
    let mut faults = Vec::new();
    let (digest, sources) = (commitment.digest(), commitment.sources());
    if contributions.commitment() != digest {
        let (right, found) = told_apart(&digest, &contributions.commitment());
        let place = Place::new(ErrorKind::Contributions, "$.commitment");
        faults.push(codes::contribution_other(right, found).at(place));
    }
    if sources.len() != contributions.len() {
        let problem = codes::contribution_count(sources.len(), contributions.len());
        faults.push(problem.at(Place::new(ErrorKind::Contributions, "$.contributions")));
    }
    for (index, (source, contribution)) in sources.iter().zip(contributions.all()).enumerate() {
        faults.extend(check_one(commitment.hash, index, source, contribution));
    }
    faults.extend(check_size(&contributions.to_json(), "$"));
    faults
}

/// Readers accept no larger document of contributions [R4]. Sealing relied on this limit for the size of the record
/// [S5].
pub(crate) fn check_size(json: &str, path: impl Into<Cow<'static, str>>) -> Option<Fault> {
    let problem = codes::values_size(json.len(), limits::PLAN_BYTES);
    let place = Place::new(ErrorKind::Contributions, path);
    (json.len() > limits::PLAN_BYTES).then(|| problem.at(place))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::ceremony::commitment::sample::sheet;

    fn codes_of(document: &str) -> Vec<&'static str> {
        let codes = |error: Error| error.faults().iter().map(Fault::code).collect();
        let read = Contributions::from_json(document.as_bytes());
        read.map_or_else(codes, |_| Vec::new())
    }

    fn document(contributions: &str) -> String {
        let digest = "ab".repeat(32);
        format!(
            r#"{{"spec": "suiji-v1", "commitment": "{digest}", "contributions": {contributions}}}"#
        )
    }

    const LIVE: &str = r#"[{"kind": "live", "numbers": [[3, 9], [0]]}]"#;

    #[test]
    fn the_document_names_its_sheet_and_the_seed_takes_the_array() {
        // [R2, R4]
        let read = Contributions::from_json(document(LIVE).as_bytes()).unwrap();
        assert_eq!(read.commitment(), Digest::from_bytes([0xab; 32]));
        let array = r#"[{"kind":"live","numbers":[[3,9],[0]]}]"#;
        assert_eq!(read.canonical(), array.as_bytes());
        assert_eq!(
            Contributions::from_json(read.to_json().as_bytes()),
            Ok(read)
        );
    }

    #[test]
    fn the_form_of_the_document_is_strict() {
        // [C2b, C2c, R1, R4]
        let changed = |from: &str, to: &str| codes_of(&document(LIVE).replace(from, to));
        assert_eq!(codes_of(LIVE), ["json.wrong-type"]);
        assert_eq!(
            changed("suiji-v1", "suiji-v2"),
            ["contributions.spec-unknown"]
        );
        assert_eq!(
            changed(r#""spec": "suiji-v1", "#, ""),
            ["json.missing-field"]
        );
        assert_eq!(changed("abab", "ABAB"), ["hex.form"]);
        assert_eq!(
            changed("commitment", "sheet"),
            ["json.unknown-field", "json.missing-field"]
        );
        assert_eq!(codes_of(&document("[]")), ["json.empty"]);
        assert_eq!(changed("[[3, 9], [0]]", "[]"), ["json.empty"]);
        assert_eq!(changed("[0]", "[]"), ["json.empty"]);
        assert_eq!(changed("[0]", "0"), ["json.wrong-type"]);
        assert_eq!(changed("[0]", r#"["0"]"#), ["json.wrong-type"]);
        assert_eq!(changed("[0]", "[-1]"), ["json.range"]);
        assert_eq!(changed("[0]", "[10000]"), ["json.range"]);
        assert_eq!(changed("[0]", "[0.0]"), ["json.number"]);
        assert_eq!(
            changed("numbers", "value"),
            ["json.unknown-field", "json.missing-field"]
        );
    }

    #[test]
    fn a_nonce_in_a_wrong_field_is_not_repeated() {
        let nonce = "5e".repeat(32);
        let places = [
            document(LIVE).replace("live", &nonce),
            document(LIVE).replace("suiji-v1", &nonce),
            document(LIVE).replace("[0]", &format!("[\"{nonce}\"]")),
            document(LIVE).replace("numbers", &nonce),
            document(LIVE).replace(&"ab".repeat(32), &nonce.to_uppercase()),
        ];
        for place in places {
            let error = Contributions::from_json(place.as_bytes()).unwrap_err();
            let shown = error.to_json().to_lowercase();
            assert!(!shown.contains("5e5e5e5e"), "{error}");
        }
    }

    #[test]
    fn contributions_are_for_one_sheet_and_one_for_each_source() {
        // [R3, R4]
        let sheet = sheet("J1", "J1").unwrap();
        let thrown = || Contribution::live([[3; 20]]).unwrap();
        let codes = |digest, list: &[Contribution]| {
            let faults = check(&sheet, &Contributions::new(digest, list.to_vec()));
            faults.iter().map(Fault::code).collect::<Vec<_>>()
        };
        let (own, other) = (sheet.digest(), Digest::from_bytes([1; 32]));
        assert_eq!(codes(own, &[thrown()]), [""; 0]);
        assert_eq!(
            codes(other, &[thrown()]),
            ["contributions.other-commitment"]
        );
        assert_eq!(codes(own, &[]), ["contributions.count"]);
        assert_eq!(codes(own, &[thrown(), thrown()]), ["contributions.count"]);
        let faults = check(&sheet, &Contributions::new(other, [thrown()]));
        let groups = own.to_groups()[..19].to_owned() + " …";
        assert_eq!(faults[0].detail("expected"), Some(&*groups));
        assert_eq!(faults[0].detail("found"), Some("0101 0101 0101 0101 …"));
    }
}
