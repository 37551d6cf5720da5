//! Signatures over a document of a draw (DSSE).
