//! The functions of the header, in its order: each reads its pointers, and calls the function of the same name in `calls`.

// Handles: their kind, their bytes, and how they are freed.
pub mod handles;

// Threads, progress, cancelling.
pub mod runs;

// Documents: read, written, hashed.
pub mod documents;

// Registry, roster and history.
pub mod tables;

// Importing the lists and the plan of an office.
pub mod importing;

// The inputs of a draw.
pub mod inputs;

// Sealing and reopening.
pub mod sealing;

// The values that the sources contribute.
pub mod contributions;

// Drawing, and what was drawn.
pub mod drawing;

// Receipts.
pub mod receipts;

// What changes after the draw.
pub mod amending;

// What the inspections found.
pub mod results;

// The papers of a draw.
pub mod papers;

// Verification.
pub mod verifying;
