//! Signatures and timestamps over the documents of a draw, and the policies that require them.

use core::ffi::c_char;

use crate::calls;
use crate::ffi::{Call, call, read};
use crate::object::Object;

/// The statement that is signed and stamped, as JSON: about the commitment, or about its record if the digest is
/// given, or about the amendments if they are given. A witness can write it by hand:
/// `{"spec": "suiji-v1", "hash": "sm3", "commitment": "64 hex digits"}`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn suiji_statement(
    commitment: *const c_char,
    commitment_size: usize,
    record: *const c_char,
    record_size: usize,
    amendments: *const c_char,
    amendments_size: usize,
    out: *mut *mut Object,
    error: *mut *mut Object,
) -> i32 {
    call!(out, error, |call| {
        read!(call: bytes commitment commitment_size, bytes record record_size, bytes amendments amendments_size);
        calls::statement(commitment, record, amendments)
    })
}

/// The bytes to sign. Give them to a token or another system.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn suiji_to_sign(
    statement: *const c_char,
    statement_size: usize,
    out: *mut *mut Object,
    error: *mut *mut Object,
) -> i32 {
    call!(out, error, |call| {
        read!(call: bytes statement statement_size);
        calls::to_sign(statement)
    })
}

/// The request for a timestamp, in DER (`application/timestamp-query`).
#[unsafe(no_mangle)]
pub unsafe extern "C" fn suiji_timestamp_request(
    statement: *const c_char,
    statement_size: usize,
    out: *mut *mut Object,
    error: *mut *mut Object,
) -> i32 {
    call!(out, error, |call| {
        read!(call: bytes statement statement_size);
        calls::timestamp_request(statement)
    })
}

/// Verifies that an authority stamped the document of a statement, with certificates that you trust, in PEM or DER.
/// The token is its answer, in DER, PEM, base64 or hex. The result says who stamped, and when, as JSON.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn suiji_timestamp_verify(
    statement: *const c_char,
    statement_size: usize,
    token: *const c_char,
    token_size: usize,
    certificates: *const c_char,
    certificates_size: usize,
    out: *mut *mut Object,
    error: *mut *mut Object,
) -> i32 {
    call!(out, error, |call| {
        read!(call: bytes statement statement_size, bytes token token_size, bytes certificates certificates_size);
        calls::timestamp_verify(statement, token, certificates)
    })
}

/// Algorithm and id of a public key in PEM, as JSON: `algorithm`, `id`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn suiji_public_key(
    key: *const c_char,
    key_size: usize,
    out: *mut *mut Object,
    error: *mut *mut Object,
) -> i32 {
    call!(out, error, |call| {
        read!(call: bytes key key_size);
        calls::public_key(key)
    })
}

/// An envelope (DSSE) over a statement, without signatures.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn suiji_envelope(
    statement: *const c_char,
    statement_size: usize,
    out: *mut *mut Object,
    error: *mut *mut Object,
) -> i32 {
    call!(out, error, |call| {
        read!(call: bytes statement statement_size);
        calls::envelope(statement)
    })
}

/// The statement of an envelope. The signatures are not verified.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn suiji_envelope_statement(
    envelope: *const c_char,
    envelope_size: usize,
    out: *mut *mut Object,
    error: *mut *mut Object,
) -> i32 {
    call!(out, error, |call| {
        read!(call: bytes envelope envelope_size);
        calls::envelope_statement(envelope)
    })
}

/// Adds the signature that a token or another system returned, with the public key in PEM. Only a valid signature is
/// added.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn suiji_envelope_attach(
    envelope: *const c_char,
    envelope_size: usize,
    key: *const c_char,
    key_size: usize,
    signature: *const c_char,
    signature_size: usize,
    out: *mut *mut Object,
    error: *mut *mut Object,
) -> i32 {
    call!(out, error, |call| {
        read!(call: bytes envelope envelope_size, bytes key key_size, bytes signature signature_size);
        calls::envelope_attach(envelope, key, signature)
    })
}

/// Signs with a private key in PEM that is not encrypted.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn suiji_envelope_sign(
    envelope: *const c_char,
    envelope_size: usize,
    private_key: *const c_char,
    private_key_size: usize,
    out: *mut *mut Object,
    error: *mut *mut Object,
) -> i32 {
    call!(out, error, |call| {
        read!(call: bytes envelope envelope_size, bytes private_key private_key_size);
        calls::envelope_sign(envelope, private_key)
    })
}

/// `SUIJI_OK` if the key has signed, and its signature is valid.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn suiji_envelope_verify(
    envelope: *const c_char,
    envelope_size: usize,
    key: *const c_char,
    key_size: usize,
    error: *mut *mut Object,
) -> i32 {
    call!(error, |call: &Call| {
        read!(call: bytes envelope envelope_size, bytes key key_size);
        calls::envelope_verify(envelope, key)
    })
}

/// The verdicts of a policy, as JSON. The digest of the record and the amendments may be left out. `evidence` is
/// `{"envelopes": [envelope], "timestamps": [{"document": "commitment", "token": base64}], "values": [{"what": text,
/// "at": time}]}`: the times when values became known, such as the beginning of the draw.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn suiji_policy_verify(
    policy: *const c_char,
    policy_size: usize,
    commitment: *const c_char,
    commitment_size: usize,
    record: *const c_char,
    record_size: usize,
    amendments: *const c_char,
    amendments_size: usize,
    evidence: *const c_char,
    evidence_size: usize,
    out: *mut *mut Object,
    error: *mut *mut Object,
) -> i32 {
    call!(out, error, |call| {
        read!(call: bytes policy policy_size, bytes commitment commitment_size, bytes record record_size, bytes amendments amendments_size, bytes evidence evidence_size);
        calls::policy_verify(policy, commitment, record, amendments, evidence)
    })
}
