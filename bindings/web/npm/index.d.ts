/** The auditable double-random draw of government inspections, as WebAssembly. The rules are in SPEC.md of the project. */

/** A document: text, or bytes in UTF-8. */
export type Data = string | Uint8Array;

/** Called with the progress of a long call. The call is cancelled if it returns `false`. */
export type OnProgress = (stage: string, done: number, total: number) => boolean | void;

export interface Watched {
  onProgress?: OnProgress;
}

export type TableKind = "registry" | "roster" | "history";
export type TableForm = "jsonl" | "csv";
export type DocumentKind =
  | "plan"
  | "ceremony"
  | "commitment"
  | "contributions"
  | "partial_contributions"
  | "record"
  | "public_form"
  | "receipt"
  | "amendments"
  | "requests";
export type HashSuite = "sha256" | "sm3";
export type Verdict = "holds" | "incomplete" | "other_inputs" | "fails";
export type Outcome = "established" | "failed" | "not_checked" | "on_trust";

/** A text in both languages. */
export interface Message {
  zh: string;
  en: string;
}

/** The place of a fault. */
export interface Place {
  kind: string;
  row?: number;
  path?: string;
}

export interface Fault {
  code: string;
  rule?: string;
  place: Place;
  message: Message;
  [detail: string]: unknown;
}

/** An input was refused, a report does not hold, a call was cancelled or wrong. */
export class SuijiError extends Error {
  readonly kind: string;
  readonly code: string;
  readonly count: number;
  readonly faults: Fault[];
  readonly messageZh: string;
  /** The error as a document (`error.schema.json`). */
  readonly json: string;
}

/** A bug in suiji stopped the module: load it again. */
export class Stopped extends Error {}

interface Kept {
  /** Frees its memory now. Otherwise this happens when it is collected as garbage. */
  free(): void;
}

/** A registry, roster or history. */
export interface Table extends Kept {
  readonly rows: number;
  /** The rows in sorted order, each canonical. */
  jsonLines(): string;
  /** The row of an entity or inspector. */
  row(id: string): object | undefined;
}

/** Plan and tables, checked against each other. */
export interface Inputs extends Kept {
  findings(options?: { sealedAt?: string }): object[];
}

/** Sealed inputs. */
export interface Sealed extends Kept {
  /** The commitment as a document. */
  readonly commitment: string;
  readonly digest: string;
  /** The secret of a blinded commitment. */
  readonly secret: string | undefined;
  findings(): object[];
  summaries(): object[];
  draw(contributions: Data, options?: Watched): Record;
  receipt(record: Record, entity: string, options?: Watched): string;
  amend(record: Record, requests: Data, options?: Watched & { earlier?: Data }): string;
}

interface Drawn extends Kept {
  json(): string;
  /** The bytes that are hashed (RFC 8785), as text. */
  canonical(): string;
  /** The digest of the record. */
  readonly digest: string;
  readonly seed: string;
  readonly commitment: string;
  readonly contributions: string;
}

/** The record of a draw. */
export interface Record extends Drawn {
  /** A blinded commitment needs its secret. */
  publicForm(options?: Watched & { secret?: string }): PublicForm;
  /** The holders of all seats after the draw and its amendments. */
  state(amendments?: Data): object;
}

/** The public form of a record. */
export interface PublicForm extends Drawn {}

export interface Check {
  id: string;
  rule: string;
  path: string;
  outcome: Outcome;
  message: Message;
  task?: string;
  source?: string;
  expected?: string;
  found?: string;
  missing?: string;
}

/** The result of a verification (`report.schema.json`). */
export interface Report {
  readonly json: string;
  readonly verdict: Verdict;
  readonly checks: Check[];
  readonly facts: { task: string; stratum: string; take: number; estimate: string; one_in: number }[];
  readonly sources: { source: number; outcomes?: string }[];
  readonly warnings: { code: string; message: Message }[];
  readonly trust: { id: string; message: Message }[];
  /** Throws unless the verdict is `holds`. */
  require(): void;
}

/** The evidence of a verifier in addition to the record or public form. */
export interface Evidence extends Watched {
  plan?: Data;
  registry?: Table;
  roster?: Table;
  history?: Table;
  /** The public form, in addition to a record. */
  publicForm?: PublicForm;
  secret?: string;
  amendments?: Data;
  /** The noted values of all sources. */
  contributions?: Data;
  /** The noted values of some sources, as `arrange` returns them: several lists are joined to one. */
  noted?: Data;
  /** Earlier commitments of the authority. */
  earlier?: Data[];
  /** The digest of the commitment, as published before the draw. It may be in groups. */
  commitment?: string;
  /** The digest of the record that was read out. It may be in groups. */
  record?: string;
}

export interface Suiji {
  readonly version: string;
  table(kind: TableKind, data: Data, options?: Watched & { form?: TableForm }): Table;
  inputs(all: Watched & { plan: Data; registry: Table; roster?: Table; history?: Table }): Inputs;
  seal(inputs: Inputs, ceremony: Data, options?: Watched & { earlier?: Data }): Sealed;
  reopen(inputs: Inputs, commitment: Data, options?: Watched & { secret?: string }): Sealed;
  record(data: Data, options?: Watched): Record;
  publicForm(data: Data, options?: Watched): PublicForm;
  verify(record: Record, evidence?: Evidence): Report;
  verifyPublic(form: PublicForm, evidence?: Evidence): Report;
  checkReceipt(receipt: Data, form: PublicForm, options?: { plan?: Data }): Report;
  statements(receipt: Data, options?: { plan?: Data }): { task: string; state: string; message: Message; [field: string]: unknown }[];
  arrange(commitment: Data, source: number, numbers: number[]): string;
  contributions(commitment: Data, partial: Data): string;
  document(kind: DocumentKind, data: Data, options?: { form?: "json" | "canonical" }): string;
  digest(kind: DocumentKind, data: Data, options?: { hash?: HashSuite }): string;
  digestGroups(digest: string): string;
  canonicalJson(data: Data): string;
  codes(): { id: string; what: string; rule: string; message: Message }[];
  newSecret(): string;
}

/** Loads the module: that of the package, or another as bytes or compiled. */
export function load(source?: BufferSource | WebAssembly.Module): Promise<Suiji>;
