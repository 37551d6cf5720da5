//! Signatures and timestamps over the documents of a draw, and the policies that require them.

use serde::Deserialize;
use serde_json::json;
use serde_json::value::RawValue;
use suiji::values::Time;
use suiji::{Amendments, Commitment, Digest};
use suiji_evidence::timestamp::{self, Token, Trusted};
use suiji_evidence::{
    Document, Envelope, Error, Policy, Presented, PrivateKey, PublicKey, Statement,
};

use crate::failure::Failure;
use crate::object::Object;
use crate::values::{json as value, optional};

/// The statement about a commitment; about its record, if a digest is given; about the amendments, if they are given.
///
/// # Errors
/// The faults of the documents.
pub fn statement(commitment: &[u8], record: &[u8], amendments: &[u8]) -> Result<Object, Failure> {
    let commitment = Commitment::from_json(commitment)?;
    let all = statements(&commitment, record, amendments)?;
    let newest = all.last().map(Statement::payload);
    Ok(Object::bytes(newest.unwrap_or_default()))
}

/// The statements about the documents that are given, in the order in which these are made.
fn statements(
    commitment: &Commitment,
    record: &[u8],
    amendments: &[u8],
) -> Result<Vec<Statement>, Failure> {
    let first = Statement::of_commitment(commitment);
    let mut all = vec![first];
    if let Some(digest) = optional::<Digest>("record", record)? {
        all.push(first.with_record(digest));
    }
    if !amendments.is_empty() {
        all.push(first.with_amendments(&Amendments::from_json(amendments)?));
    }
    Ok(all)
}

/// The bytes to sign.
///
/// # Errors
/// `envelope.statement`.
pub fn to_sign(statement: &[u8]) -> Result<Object, Failure> {
    Ok(Object::bytes(Statement::from_json(statement)?.to_sign()))
}

/// The request for a timestamp, in DER.
///
/// # Errors
/// `envelope.statement`.
pub fn timestamp_request(statement: &[u8]) -> Result<Object, Failure> {
    let request = timestamp::request(&Statement::from_json(statement)?);
    Ok(Object::bytes(request))
}

/// Verifies a timestamp. Returns who made it, and when, as JSON (`stamp.schema.json`).
///
/// # Errors
/// The faults of the documents, and those of [`Token::verify`].
pub fn timestamp_verify(
    statement: &[u8],
    token: &[u8],
    certificates: &[u8],
) -> Result<Object, Failure> {
    let statement = Statement::from_json(statement)?;
    let token = Token::from_bytes(token)?;
    let trusted = match certificates {
        [] => Trusted::default(),
        certificates => Trusted::from_bytes(certificates)?,
    };
    let stamp = token.verify(&statement, &trusted)?;
    Ok(Object::bytes(stamp.to_json()))
}

/// Algorithm and id of a public key, as JSON.
///
/// # Errors
/// Those of [`PublicKey::from_pem`].
pub fn public_key(key: &[u8]) -> Result<Object, Failure> {
    let key = PublicKey::from_pem(key)?;
    let json = json!({"algorithm": key.algorithm().as_str(), "id": key.id().to_string()});
    Ok(Object::bytes(format!("{json:#}")))
}

/// An envelope without signatures.
///
/// # Errors
/// `envelope.statement`.
pub fn envelope(statement: &[u8]) -> Result<Object, Failure> {
    let envelope = Envelope::new(Statement::from_json(statement)?);
    Ok(Object::bytes(envelope.to_json()))
}

/// The statement of an envelope.
///
/// # Errors
/// Those of [`Envelope::from_json`].
pub fn envelope_statement(envelope: &[u8]) -> Result<Object, Failure> {
    let envelope = Envelope::from_json(envelope)?;
    Ok(Object::bytes(envelope.statement().payload()))
}

/// The envelope with a signature that a token or another system returned.
///
/// # Errors
/// The faults of envelope and key, and those of [`Envelope::attach`].
pub fn envelope_attach(envelope: &[u8], key: &[u8], signature: &[u8]) -> Result<Object, Failure> {
    let mut envelope = Envelope::from_json(envelope)?;
    envelope.attach(&PublicKey::from_pem(key)?, signature)?;
    Ok(Object::bytes(envelope.to_json()))
}

/// The envelope with the signature of a private key.
///
/// # Errors
/// The faults of envelope and key, and `envelope.twice`.
pub fn envelope_sign(envelope: &[u8], private_key: &[u8]) -> Result<Object, Failure> {
    let mut envelope = Envelope::from_json(envelope)?;
    envelope.sign(&PrivateKey::from_pem(private_key)?)?;
    Ok(Object::bytes(envelope.to_json()))
}

/// `Ok` if the key has signed, and its signature is valid.
///
/// # Errors
/// The faults of envelope and key, `envelope.unsigned`, `key.signature`.
pub fn envelope_verify(envelope: &[u8], key: &[u8]) -> Result<(), Failure> {
    let key = PublicKey::from_pem(key)?;
    Ok(Envelope::from_json(envelope)?.verify(&key)?)
}

/// The verdicts of a policy about a commitment and, if they are given, the record and the amendments, as JSON
/// (`policy-report.schema.json`). `evidence` is `{envelopes, timestamps: [{document, token}], values: [{what, at}]}`.
///
/// # Errors
/// The faults of the documents. Misuse if `evidence` has another form.
pub fn policy_verify(
    policy: &[u8],
    commitment: &[u8],
    record: &[u8],
    amendments: &[u8],
    evidence: &[u8],
) -> Result<Object, Failure> {
    let policy = Policy::from_json(policy)?;
    let commitment = Commitment::from_json(commitment)?;
    let mut presented = Presented::of_commitment(&commitment);
    for statement in statements(&commitment, record, amendments)? {
        presented = presented.with(statement);
    }
    let evidence: Given = value("evidence", evidence)?;
    for envelope in &evidence.envelopes {
        presented = presented.with_envelope(Envelope::from_json(envelope.get().as_bytes())?);
    }
    for Stamped { document, token } in &evidence.timestamps {
        let document: Document = document.parse().map_err(Error::from)?;
        presented = presented.with_token(document, Token::from_bytes(token.as_bytes())?);
    }
    for Known { what, at } in &evidence.values {
        let at: Time = at.parse()?;
        presented = presented.with_value_at(what, at.unix_seconds());
    }
    Ok(Object::bytes(presented.verify(&policy).to_json()))
}

/// The evidence for a policy.
#[derive(Debug, Default, Deserialize)]
#[serde(default, deny_unknown_fields)]
struct Given {
    envelopes: Vec<Box<RawValue>>,
    timestamps: Vec<Stamped>,
    values: Vec<Known>,
}

/// A token, in base64, hex or PEM, and the document that it is about.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct Stamped {
    document: String,
    token: String,
}

/// A value, and the time when it became known.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct Known {
    what: String,
    at: String,
}
