//! The functions of the header, in its order. Each reads its pointers, and calls the function of the same name in
//! `calls`.

// Handles: their kind, their bytes, and freeing them.
pub mod handles;

// Threads, progress, cancelling.
pub mod runs;

// Reads, writes and hashes documents.
pub mod documents;

// Registry, roster and history.
pub mod tables;

// Tables built from several pieces.
#[cfg(feature = "arrow")]
pub mod building;

// Importing the lists and the plan of an office.
#[cfg(feature = "import")]
pub mod importing;

// The inputs of a draw.
pub mod inputs;

// Sealing and reopening.
pub mod sealing;

// The values that the sources contribute.
pub mod contributions;

// Drawing.
pub mod drawing;

// The draw, the frame and the sample, as columns.
#[cfg(feature = "arrow")]
pub mod columns;

// The frame and the sample, as rows.
pub mod sampling;

// Receipts.
pub mod receipts;

// Changes after the draw.
pub mod amending;

// The results of the inspections.
#[cfg(feature = "results")]
pub mod results;

// The papers of a draw.
#[cfg(feature = "papers")]
pub mod papers;

// Verification.
pub mod verifying;

// Signatures, timestamps, policies.
#[cfg(feature = "evidence")]
pub mod signing;

// The ledger of an office, and the notes of a witness.
#[cfg(feature = "evidence")]
pub mod ledger;
