//! Reads an envelope. Every field is checked, and only one form is accepted.

use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use serde_json::Value;

use super::sealed::Envelope;
use super::statement::{Document, Statement};
use crate::base::problem::{Error, Problem};
use crate::base::strict::{self, Faults, Fields};
use crate::base::texts::{self, codes};
use crate::key::{KeyId, Signature};

impl Envelope {
    /// [P3] Reads an envelope. Its signatures are not verified.
    ///
    /// # Errors
    /// `envelope.form`, `envelope.type`, `envelope.payload`, `envelope.twice`.
    pub fn from_json(bytes: &[u8]) -> Result<Self, Error> {
        read(bytes)
    }
}

/// Reads an envelope.
fn read(bytes: &[u8]) -> Result<Envelope, Error> {
    let document = strict::document(bytes).map_err(codes::envelope_form)?;
    let mut faults = Faults::default();
    let known = ["payload", "payloadType", "signatures"];
    let Some(fields) = Fields::of(&document, "", &known, &mut faults) else {
        return Err(faults.into_error(codes::envelope_form));
    };
    let kind = fields.text("payloadType", &mut faults);
    let payload = fields.text("payload", &mut faults);
    let mut signatures = Vec::new();
    for (path, item) in fields.list("signatures", &mut faults) {
        if let Some(signature) = signature(&path, item, &mut faults) {
            signatures.push(signature);
        }
    }
    let (Some(kind), Some(payload), true) = (kind, payload, faults.is_empty()) else {
        return Err(faults.into_error(codes::envelope_form));
    };
    let kind = Document::of_type(kind).ok_or_else(|| codes::envelope_type(kind))?;
    let statement = statement(kind, payload)?;
    twice(&signatures)?;
    Ok(Envelope::of(statement, signatures))
}

fn signature(path: &str, item: &Value, faults: &mut Faults) -> Option<(KeyId, Signature)> {
    let fields = Fields::of(item, path, &["keyid", "sig"], faults)?;
    let id = fields.text("keyid", faults);
    let bytes = fields.text("sig", faults);
    let (id, bytes) = (id?, bytes?);
    let parsed: Option<KeyId> = id.parse().ok();
    if parsed.is_none() {
        faults.push(&fields.path("keyid"), texts::not_a_key_id());
    }
    let bytes = STANDARD.decode(bytes).ok();
    let signature = bytes.and_then(|bytes| <[u8; 64]>::try_from(bytes).ok());
    if signature.is_none() {
        faults.push(&fields.path("sig"), texts::not_64_bytes());
    }
    Some((parsed?, Signature::from_bytes(signature?)))
}

impl Statement {
    /// [P1] Reads a statement. White space and the order of the fields do not matter; no other field is allowed.
    ///
    /// # Errors
    /// `envelope.statement`.
    pub fn from_json(bytes: &[u8]) -> Result<Self, Error> {
        let canonical = suiji::canonical_json(bytes).ok();
        let read = canonical.and_then(|json| Some((parse(&json)?, json)));
        match read {
            Some((statement, json)) if statement.payload().as_bytes() == json => Ok(statement),
            _ => Err(codes::envelope_statement().into()),
        }
    }
}

/// [P1] The statement of a payload. Only the canonical form is accepted.
fn statement(kind: Document, payload: &str) -> Result<Statement, Problem> {
    let payload = STANDARD.decode(payload).ok();
    let read = payload.and_then(|payload| Some((parse(&payload)?, payload)));
    match read {
        Some((statement, payload))
            if statement.document() == kind && statement.payload().as_bytes() == payload =>
        {
            Ok(statement)
        }
        _ => Err(codes::envelope_payload()),
    }
}

/// The digests in a statement. Its form is not checked.
fn parse(json: &[u8]) -> Option<Statement> {
    let tree = strict::document(json).ok()?;
    let text = |name: &str| tree.get(name).and_then(Value::as_str);
    let digest = |name: &str| text(name).and_then(|text| text.parse().ok());
    let hash = text("hash")?.parse().ok()?;
    let (record, amendments) = (digest("record"), digest("amendments"));
    if amendments.is_some() && record.is_none() {
        return None;
    }
    let commitment = digest("commitment")?;
    Some(Statement::of_digests(hash, commitment, record, amendments))
}

/// Every key signs once.
fn twice(signatures: &[(KeyId, Signature)]) -> Result<(), Error> {
    let mut ids: Vec<KeyId> = signatures.iter().map(|(id, _)| *id).collect();
    ids.sort_unstable();
    let twice = ids.windows(2).filter(|pair| pair[0] == pair[1]);
    Error::unless_none(twice.map(|pair| codes::envelope_twice(pair[0])).collect())
}
