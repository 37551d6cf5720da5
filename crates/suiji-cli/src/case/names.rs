//! The names of the files in a case.

use crate::disk::numbering::number_of;

pub(crate) const PLAN: &str = "plan.json";
pub(crate) const CEREMONY: &str = "ceremony.json";
pub(crate) const COMMITMENT: &str = "commitment.json";
pub(crate) const CONTRIBUTIONS: &str = "contributions.json";
pub(crate) const RECORD: &str = "record.json";
pub(crate) const AMENDMENTS: &str = "amendments.json";
/// The results of the inspections.
pub(crate) const RESULTS: &str = "results.json";
/// The ledger of an office, in a case or in the folder above it.
pub(crate) const LEDGER: &str = "ledger.jsonl";
/// The key with which the office signs the heads of its ledger.
pub(crate) const LEDGER_KEY: &str = "ledger.key";
/// The settings of the office for its papers.
pub(crate) const OFFICE: &str = "office.json";
pub(crate) const OFFICE_SECRET: &str = "office-secret.json";
/// The contributions confirmed so far, until all are.
pub(crate) const PARTIAL: &str = "contributions.partial.json";
/// The folder of papers; further ones have numbers.
pub(crate) const PAPERS: &str = "papers";
/// The folder of signatures and timestamps.
pub(crate) const EVIDENCE: &str = "evidence";
/// The folder of the inputs that are kept at sealing.
pub(crate) const SEALED: &str = "sealed";
/// The folder of a sealing that is not finished.
pub(crate) const SEALING: &str = "sealing";

/// The files that a new commitment archives, all under one number.
pub(crate) const NUMBERED: [&str; 7] = [
    COMMITMENT,
    CONTRIBUTIONS,
    PARTIAL,
    RECORD,
    AMENDMENTS,
    RESULTS,
    OFFICE_SECRET,
];

/// Whether a sealing keeps its inputs in a folder of that name.
pub(super) fn is_number(name: &str) -> bool {
    name.bytes().all(|byte| byte.is_ascii_digit())
}

/// Whether a sealing or a draw writes a file of that name.
pub(super) fn is_written(name: &str) -> bool {
    NUMBERED.contains(&name)
        || name == SEALING
        || [COMMITMENT, AMENDMENTS, RESULTS]
            .iter()
            .any(|of| number_of(name, of).is_some())
}
