//! The numbers in the header: statuses, kinds, forms.

/// The call succeeded.
pub const SUIJI_OK: i32 = 0;
/// An input was refused. Show the error to the person who made the input.
pub const SUIJI_REFUSED: i32 = 1;
/// `suiji_require`: a check failed or could not be made.
pub const SUIJI_NOT_HOLDING: i32 = 2;
/// The run was cancelled.
pub const SUIJI_CANCELLED: i32 = 3;
/// The program made a wrong call: a pointer is NULL, a handle has the wrong kind, or a number has no
/// meaning.
pub const SUIJI_MISUSE: i32 = 4;
/// A bug in suiji. The details are on stderr. The handles of the call can still be used and freed.
pub const SUIJI_PANIC: i32 = 5;

/// The plan.
pub const SUIJI_PLAN: i32 = 1;
/// The registry.
pub const SUIJI_REGISTRY: i32 = 2;
/// The roster.
pub const SUIJI_ROSTER: i32 = 3;
/// The history.
pub const SUIJI_HISTORY: i32 = 4;
/// The ceremony.
pub const SUIJI_CEREMONY: i32 = 5;
/// The commitment.
pub const SUIJI_COMMITMENT: i32 = 6;
/// The contributions of all sources.
pub const SUIJI_CONTRIBUTIONS: i32 = 7;
/// A list of contributions, each with its `source`, counted from 0.
pub const SUIJI_PARTIAL_CONTRIBUTIONS: i32 = 8;
/// The record.
pub const SUIJI_RECORD: i32 = 9;
/// The public form of a record.
pub const SUIJI_PUBLIC_FORM: i32 = 10;
/// The receipt of an entity.
pub const SUIJI_RECEIPT: i32 = 11;
/// The amendments to a record.
pub const SUIJI_AMENDMENTS: i32 = 12;
/// The requests from which amendments are made.
pub const SUIJI_REQUESTS: i32 = 13;
/// The report of a verification.
pub const SUIJI_REPORT: i32 = 14;
/// Plan, registry, roster and history, checked against each other.
pub const SUIJI_INPUTS: i32 = 15;
/// Sealed inputs.
pub const SUIJI_SEALED: i32 = 16;
/// A builder of a table.
pub const SUIJI_BUILDER: i32 = 17;
/// The evidence of a verifier in addition to the record.
pub const SUIJI_EVIDENCE: i32 = 18;
/// Threads, progress, cancelling.
pub const SUIJI_RUN: i32 = 19;
/// A document or text that a call returned.
pub const SUIJI_BYTES: i32 = 20;
/// An error that a call returned.
pub const SUIJI_ERROR: i32 = 21;
/// A digest, as text.
pub const SUIJI_DIGEST: i32 = 22;
/// A seed, as text.
pub const SUIJI_SEED: i32 = 23;
/// The secret of a blinded commitment, as text.
pub const SUIJI_SECRET: i32 = 24;

/// Files to import.
pub const SUIJI_FILES: i32 = 25;
/// The result of an import.
pub const SUIJI_IMPORT: i32 = 26;
/// The log of an import.
pub const SUIJI_LOG: i32 = 27;
/// Totals and questions of an import.
pub const SUIJI_SUMMARY: i32 = 28;
/// The results of the inspections.
pub const SUIJI_RESULTS: i32 = 29;
/// The papers of a draw.
pub const SUIJI_PAPERS: i32 = 30;

/// Papers in Chinese.
pub const SUIJI_ZH: i32 = 1;
/// Papers in English.
pub const SUIJI_EN: i32 = 2;

/// JSON, indented.
pub const SUIJI_JSON: i32 = 1;
/// JSON as RFC 8785: digests are hashes of this form.
pub const SUIJI_CANONICAL: i32 = 2;
/// Tables: one JSON object per line.
pub const SUIJI_JSON_LINES: i32 = 3;
/// Logs, and tables as input: CSV in UTF-8, with a header of field names. Lists are joined with `;`.
pub const SUIJI_CSV: i32 = 4;
/// Logs: a page in Chinese.
pub const SUIJI_HTML: i32 = 5;
/// Logs: a page in English.
pub const SUIJI_HTML_EN: i32 = 6;

/// SHA-256.
pub const SUIJI_SHA256: i32 = 1;
/// SM3 (GB/T 32905).
pub const SUIJI_SM3: i32 = 2;

/// id, stratum, ticket: the selected entities, in the order of visits.
pub const SUIJI_SELECTED: i32 = 1;
/// id, stratum, ticket: the reserves by stratum, in the order in which they are used.
pub const SUIJI_RESERVES: i32 = 2;
/// entity, members (list of texts), lead, vacant (list of int64), joins: the team of each selected entity.
pub const SUIJI_TEAMS: i32 = 3;

/// The version of this interface, to compare with `suiji_abi()`.
pub const SUIJI_ABI: i32 = 1;

/// The name of a kind, for messages.
pub(crate) const fn kind_name(kind: i32) -> &'static str {
    match kind {
        SUIJI_PLAN => "plan",
        SUIJI_REGISTRY => "registry",
        SUIJI_ROSTER => "roster",
        SUIJI_HISTORY => "history",
        SUIJI_CEREMONY => "ceremony",
        SUIJI_COMMITMENT => "commitment",
        SUIJI_CONTRIBUTIONS => "contributions",
        SUIJI_PARTIAL_CONTRIBUTIONS => "partial_contributions",
        SUIJI_RECORD => "record",
        SUIJI_PUBLIC_FORM => "public_form",
        SUIJI_RECEIPT => "receipt",
        SUIJI_AMENDMENTS => "amendments",
        SUIJI_REQUESTS => "requests",
        SUIJI_REPORT => "report",
        SUIJI_INPUTS => "inputs",
        SUIJI_SEALED => "sealed",
        SUIJI_BUILDER => "builder",
        SUIJI_EVIDENCE => "evidence",
        SUIJI_RUN => "run",
        SUIJI_BYTES => "bytes",
        SUIJI_ERROR => "error",
        SUIJI_DIGEST => "digest",
        SUIJI_SEED => "seed",
        SUIJI_SECRET => "secret",
        SUIJI_FILES => "files",
        SUIJI_IMPORT => "import",
        SUIJI_LOG => "log",
        SUIJI_SUMMARY => "summary",
        SUIJI_RESULTS => "results",
        SUIJI_PAPERS => "papers",
        _ => "unknown",
    }
}
