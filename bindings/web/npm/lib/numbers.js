// The numbers of bindings/c/include/suiji.h that this package uses. test/numbers.test.js compares them with the header.

/** What a call returns. */
export const STATUS = { OK: 0, REFUSED: 1, NOT_HOLDING: 2, CANCELLED: 3, MISUSE: 4, PANIC: 5 };

/** Kinds of documents, handles and parts. */
export const KIND = {
  PLAN: 1,
  REGISTRY: 2,
  ROSTER: 3,
  HISTORY: 4,
  CEREMONY: 5,
  COMMITMENT: 6,
  CONTRIBUTIONS: 7,
  PARTIAL_CONTRIBUTIONS: 8,
  RECORD: 9,
  PUBLIC_FORM: 10,
  RECEIPT: 11,
  AMENDMENTS: 12,
  REQUESTS: 13,
  INPUTS: 15,
  DIGEST: 22,
  SEED: 23,
  SECRET: 24,
};

/** The form of a written document or table. */
export const FORM = { JSON: 1, CANONICAL: 2, JSON_LINES: 3, CSV: 4 };

/** Hash suites. */
export const HASH = { sha256: 1, sm3: 2 };

/** The version of the interface. */
export const ABI = 1;
