//! A drand round, as its servers publish it [R1].

use super::Contribution;
use super::fits::wrong_signature;
use crate::base::error::{Error, ErrorKind, Place};
use crate::base::hash::Hash;
use crate::base::limits;
use crate::base::texts::codes;
use crate::ceremony::source::{Source, SourceKind};
use crate::json::Json;
use crate::json::reader::{Form, Path, Policy, Reader};

/// What a server publishes about a round.
struct Beacon {
    round: u64,
    signature: [u8; 48],
}

impl Source {
    /// [R1] Makes the contribution of a drand source from the published JSON of its round: `round`, `signature` and, if
    /// present, `randomness`. Other fields are ignored.
    ///
    /// ```
    /// use suiji::Source;
    ///
    /// let source = Source::drand("drand", 123)?;
    /// let published = br#"{"round": 123, "signature": "b75c69d0b72a5d906e854e808ba7e2accb1542ac355ae486d591aa9d43765482e26cd02df835d3546d23c4b13e0dfc92"}"#;
    /// assert!(source.beacon(published)?.text().starts_with("b75c69d0"));
    /// # Ok::<(), suiji::Error>(())
    /// ```
    ///
    /// # Errors
    /// `contributions.kind` if the source is not a drand round, `contributions.beacon-chain` for a round of another
    /// chain, `contributions.beacon-round` for another round, `contributions.beacon-randomness`,
    /// `contributions.drand-point` and `contributions.drand-signature`; all faults of form: `json.*`, `hex.form`.
    pub fn beacon(&self, bytes: &[u8]) -> Result<Contribution, Error> {
        let at = |path| Place::new(ErrorKind::Contributions, path);
        let SourceKind::Drand { round } = self.kind else {
            let problem = codes::contribution_kind(self.name(), self.kind.as_str(), "drand");
            return Err(Error::new(problem.at(at("$.kind"))));
        };
        let form = Form {
            kind: ErrorKind::Contributions,
            limit: limits::PLAN_BYTES,
            policy: Policy::Refuse,
        };
        let beacon = form.read(bytes, read)?;
        if beacon.round != round {
            let problem = codes::beacon_round(round, beacon.round);
            return Err(Error::new(problem.at(at("$.round"))));
        }
        let signature = beacon.signature;
        match wrong_signature(self.name(), round, &signature) {
            Some(problem) => Err(Error::new(problem.at(at("$.signature")))),
            None => Ok(Contribution::drand(signature)),
        }
    }
}

fn read(reader: &mut Reader<'_>, value: &Json<'_>, path: &Path<'_>) -> Option<Beacon> {
    let fields = reader.map(value, path)?;
    if fields.get("previous_signature").is_some() {
        reader.fault(codes::beacon_chain(), &path.key("previous_signature"));
        return None;
    }
    let round = reader.required(fields, path, "round", |reader, value, path| {
        reader.count(value, path, 1)
    });
    let signature: Option<[u8; 48]> = reader.required(fields, path, "signature", Reader::hex);
    let randomness = reader.optional(fields, path, "randomness", Reader::digest);
    let (round, signature) = (round?, signature?);
    if let Some(randomness) = randomness?
        && randomness != Hash::Sha256.digest(&signature)
    {
        reader.fault(codes::beacon_randomness(), &path.key("randomness"));
        return None;
    }
    Some(Beacon { round, signature })
}

#[cfg(test)]
mod tests {
    use super::*;

    const SIGNATURE: &str = "b75c69d0b72a5d906e854e808ba7e2accb1542ac355ae486d591aa9d43765482e26cd02df835d3546d23c4b13e0dfc92";
    /// The SHA-256 of the signature, computed with `xxd -r -p | sha256sum`.
    const RANDOMNESS: &str = "fb8f7bc29bf24db51871ec8c79f3a1e4bd0557bc0dfcee9ed1d924e69d1c60dc";

    fn code(round: u64, json: &str) -> String {
        let source = Source::drand("drand", round).unwrap();
        let read = source.beacon(json.as_bytes());
        read.map_or_else(
            |error| error.code().to_owned(),
            |contribution| contribution.text(),
        )
    }

    #[test]
    fn a_published_round_is_read_and_others_are_refused() {
        // [R1]
        let published = format!(
            "{{\"round\":123,\"randomness\":\"{RANDOMNESS}\",\"signature\":\"{SIGNATURE}\",\"more\":0}}"
        );
        assert_eq!(code(123, &published), SIGNATURE);
        let short = published.replace(&format!("\"randomness\":\"{RANDOMNESS}\","), "");
        assert_eq!(code(123, &short), SIGNATURE);
        for (round, json, expected) in [
            (124, published.clone(), "contributions.beacon-round"),
            (
                124,
                published.replace("123", "124"),
                "contributions.drand-signature",
            ),
            (
                123,
                short.replace("b75c", "375c"),
                "contributions.drand-point",
            ),
            (
                123,
                published.replace(&RANDOMNESS[..4], "0000"),
                "contributions.beacon-randomness",
            ),
            (
                123,
                published.replace("more", "previous_signature"),
                "contributions.beacon-chain",
            ),
            (123, "{}".to_owned(), "json.missing-field"),
            (123, short.replace("b75c", "b7"), "hex.form"),
            (123, published.replace("123", "\"123\""), "json.wrong-type"),
        ] {
            assert_eq!(code(round, &json), expected, "{json}");
        }
        let dice = Source::live(
            crate::ceremony::By::Public,
            "骰子",
            [crate::ceremony::Part::new(20, 1, 6).unwrap()],
        );
        let error = dice.unwrap().beacon(published.as_bytes()).unwrap_err();
        assert_eq!(error.code(), "contributions.kind");
    }
}
