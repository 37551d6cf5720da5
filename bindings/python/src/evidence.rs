//! Signatures, timestamps and the ledger of an office, for `suiji.evidence`: documents in, documents out.

use pyo3::prelude::*;
use suiji::values::Time;
use suiji::{Digest, Lang};
use suiji_evidence::timestamp::{self, Token, Trusted};
use suiji_evidence::{
    Envelope, Error, Files, Head, Ledger, Notes, Policy, Presented, PrivateKey, Problem, PublicKey,
    Statement,
};

use crate::commitment::Commitment;
use crate::errors::{Found, of_problems, parse, raised};
use crate::json::Document;

/// The canonical JSON of a statement.
#[pyfunction]
pub(crate) fn evidence_statement(py: Python<'_>, statement: Document) -> PyResult<String> {
    attempt(py, || Ok(read(&statement)?.payload()))
}

/// The bytes to sign: the pre-authentication encoding of DSSE.
#[pyfunction]
pub(crate) fn evidence_to_sign(py: Python<'_>, statement: Document) -> PyResult<Vec<u8>> {
    attempt(py, || Ok(read(&statement)?.to_sign()))
}

/// The request for a timestamp, in DER.
#[pyfunction]
pub(crate) fn evidence_request(py: Python<'_>, statement: Document) -> PyResult<Vec<u8>> {
    attempt(py, || Ok(timestamp::request(&read(&statement)?)))
}

/// Verifies the token of an authority. Returns who stamped, and when, as JSON.
#[pyfunction]
pub(crate) fn evidence_stamp(
    py: Python<'_>,
    statement: Document,
    token: Document,
    certificates: Vec<Document>,
) -> PyResult<String> {
    attempt(py, || {
        let (statement, token) = (read(&statement)?, Token::from_bytes(token.as_bytes())?);
        let mut trusted = Trusted::default();
        for file in &certificates {
            trusted = trusted.and(Trusted::from_bytes(file.as_bytes())?);
        }
        Ok(token.verify(&statement, &trusted)?.to_json())
    })
}

/// Algorithm and id of a public key in PEM.
#[pyfunction]
pub(crate) fn evidence_key(py: Python<'_>, key: Document) -> PyResult<(String, String)> {
    attempt(py, || {
        let key = PublicKey::from_pem(key.as_bytes())?;
        Ok((key.algorithm().to_string(), key.id().to_string()))
    })
}

/// An envelope without signatures.
#[pyfunction]
pub(crate) fn evidence_envelope(py: Python<'_>, statement: Document) -> PyResult<String> {
    attempt(py, || Ok(Envelope::new(read(&statement)?).to_json()))
}

/// The statement of an envelope as canonical JSON, and the ids of the keys that signed.
#[pyfunction]
pub(crate) fn evidence_signed(
    py: Python<'_>,
    envelope: Document,
) -> PyResult<(String, Vec<String>)> {
    attempt(py, || {
        let envelope = Envelope::from_json(envelope.as_bytes())?;
        let keys = envelope.keys().map(|key| key.to_string()).collect();
        Ok((envelope.statement().payload(), keys))
    })
}

/// Adds the signature that a token or another system returned. Only a valid one is added.
#[pyfunction]
pub(crate) fn evidence_attach(
    py: Python<'_>,
    envelope: Document,
    key: Document,
    signature: Document,
) -> PyResult<String> {
    attempt(py, || {
        let mut envelope = Envelope::from_json(envelope.as_bytes())?;
        let key = PublicKey::from_pem(key.as_bytes())?;
        envelope.attach(&key, signature.as_bytes())?;
        Ok(envelope.to_json())
    })
}

/// Signs with a private key in PEM.
#[pyfunction]
pub(crate) fn evidence_sign(
    py: Python<'_>,
    envelope: Document,
    private_key: Document,
) -> PyResult<String> {
    attempt(py, || {
        let mut envelope = Envelope::from_json(envelope.as_bytes())?;
        envelope.sign(&PrivateKey::from_pem(private_key.as_bytes())?)?;
        Ok(envelope.to_json())
    })
}

/// Checks the signature of a key.
#[pyfunction]
pub(crate) fn evidence_verify(py: Python<'_>, envelope: Document, key: Document) -> PyResult<()> {
    attempt(py, || {
        let key = PublicKey::from_pem(key.as_bytes())?;
        Envelope::from_json(envelope.as_bytes())?.verify(&key)
    })
}

/// The verdicts of a policy, as JSON. Tokens have the document that they are about; values have a name and the time
/// when they became known.
#[pyfunction]
pub(crate) fn evidence_policy(
    py: Python<'_>,
    policy: Document,
    commitment: &Commitment,
    statements: Vec<Document>,
    envelopes: Vec<Document>,
    tokens: Vec<(String, Document)>,
    values: Vec<(String, String)>,
) -> PyResult<String> {
    let values = values.into_iter().map(|(what, at)| {
        let at: Time = parse(py, &at)?;
        Ok((what, at.unix_seconds()))
    });
    let values: Vec<(String, i64)> = values.collect::<PyResult<_>>()?;
    let commitment = &commitment.0;
    attempt(py, || {
        let policy = Policy::from_json(policy.as_bytes())?;
        let mut presented = Presented::of_commitment(commitment);
        for statement in &statements {
            presented = presented.with(read(statement)?);
        }
        for envelope in &envelopes {
            presented = presented.with_envelope(Envelope::from_json(envelope.as_bytes())?);
        }
        for (document, token) in &tokens {
            let token = Token::from_bytes(token.as_bytes())?;
            presented = presented.with_token(document.parse()?, token);
        }
        for (what, at) in &values {
            presented = presented.with_value_at(what, *at);
        }
        Ok(presented.verify(&policy).to_json())
    })
}

/// The entries of a ledger: each line, and what it says in English and Chinese.
#[pyfunction]
pub(crate) fn evidence_ledger(
    py: Python<'_>,
    ledger: Document,
) -> PyResult<Vec<(String, String, String)>> {
    attempt(py, || {
        let ledger = Ledger::read(ledger.as_bytes())?;
        let entries = ledger.entries().iter().map(|entry| {
            let line = ledger.line(entry.number())?;
            Ok((line, entry.message(Lang::En), entry.message(Lang::Zh)))
        });
        entries.collect()
    })
}

/// The audit of a ledger, as JSON. Heads, commitments and records have a name each; commitments and records are
/// digests.
#[pyfunction]
pub(crate) fn evidence_audit(
    py: Python<'_>,
    ledger: Document,
    heads: Vec<(String, Document)>,
    commitments: Vec<(String, String)>,
    records: Vec<(String, String)>,
    are_all: bool,
) -> PyResult<String> {
    let mut files = Files::default();
    for (name, digest) in &commitments {
        files.add_commitment_digest(name, parse::<Digest>(py, digest)?);
    }
    for (name, digest) in &records {
        files.add_record_digest(name, parse::<Digest>(py, digest)?);
    }
    if are_all {
        files.set_all();
    }
    attempt(py, move || {
        let ledger = Ledger::read(ledger.as_bytes())?;
        for (name, head) in &heads {
            let read = Head::read(head.as_bytes());
            files.add_head(name, read.map_err(|error| error.in_file(name))?);
        }
        ledger.audit(&files).to_json(&ledger)
    })
}

/// The notes of a witness, as JSON.
#[pyfunction]
pub(crate) fn evidence_notes(py: Python<'_>, notes: Document) -> PyResult<String> {
    attempt(py, || Ok(Notes::read(notes.as_bytes())?.to_json()))
}

fn read(statement: &Document) -> Result<Statement, Error> {
    Statement::from_json(statement.as_bytes())
}

/// Does the work without the GIL.
fn attempt<T: Send>(py: Python<'_>, work: impl FnOnce() -> Result<T, Error> + Send) -> PyResult<T> {
    py.detach(work).map_err(|error| refused(py, &error))
}

/// The exception of an error of evidence.
fn refused(py: Python<'_>, error: &Error) -> PyErr {
    of_problems(py, error.problems(), &error.to_json())
        .and_then(|arguments| raised(py, "InputError", &arguments))
        .unwrap_or_else(|error| error)
}

impl Found for Problem {
    fn code(&self) -> &'static str {
        self.code()
    }

    fn place(&self) -> (Option<&str>, Option<usize>) {
        (self.file(), self.line())
    }

    fn problem(&self, lang: Lang) -> &str {
        self.problem(lang)
    }

    fn message(&self, lang: Lang) -> String {
        self.message(lang)
    }
}
