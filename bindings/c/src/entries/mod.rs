//! The functions of the header: each reads its pointers, and calls the function of the same name in `calls`.

pub mod amending;
pub mod contributions;
pub mod documents;
pub mod drawing;
pub mod handles;
pub mod inputs;
pub mod receipts;
pub mod runs;
pub mod sealing;
pub mod tables;
pub mod verifying;
