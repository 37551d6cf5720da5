//! Timestamps over a commitment (RFC 3161).
