/* suiji: the auditable double-random draw of inspections, for C. README.md in the folder above is the guide.

   Generated from bindings/c/src by `cargo run -p suiji-c-header`; a test compares it.

   Every function that can fail returns a status, SUIJI_OK if it succeeded, and ends with the same parameters:

     suiji_handle **out     receives the result, or NULL if there is none. Required.
     suiji_handle **error   receives the error, or NULL if there is none. Can be NULL: then the error is dropped.

   A function without a result has no `out`. What `out` and `error` receive is freed with suiji_free.

   Texts and documents go in as a pointer and a length in bytes, without a final zero. They are UTF-8, and JSON if a document is
   meant. A length of 0 means that it is not provided; the pointer can be NULL then. The call does not keep the pointer.
   SUIJI_TEXT("J1") writes both for a literal.

   Handles do not change, so any number of threads can use one at the same time; builders, evidence and runs have locks inside.
   Free a handle once, when no call uses it. */

#ifndef SUIJI_H
#define SUIJI_H

#include <stddef.h>
#include <stdint.h>

/* A literal as pointer and length. */
#define SUIJI_TEXT(literal) (literal), (sizeof(literal) - 1)

/* The structures of the Arrow C data and C stream interfaces, as https://arrow.apache.org/docs/format/CDataInterface.html
   defines them. */
#ifndef ARROW_C_DATA_INTERFACE
#define ARROW_C_DATA_INTERFACE

#define ARROW_FLAG_DICTIONARY_ORDERED 1
#define ARROW_FLAG_NULLABLE 2
#define ARROW_FLAG_MAP_KEYS_SORTED 4

struct ArrowSchema {
  const char *format;
  const char *name;
  const char *metadata;
  int64_t flags;
  int64_t n_children;
  struct ArrowSchema **children;
  struct ArrowSchema *dictionary;
  void (*release)(struct ArrowSchema *);
  void *private_data;
};

struct ArrowArray {
  int64_t length;
  int64_t null_count;
  int64_t offset;
  int64_t n_buffers;
  int64_t n_children;
  const void **buffers;
  struct ArrowArray **children;
  struct ArrowArray *dictionary;
  void (*release)(struct ArrowArray *);
  void *private_data;
};

#endif

#ifndef ARROW_C_STREAM_INTERFACE
#define ARROW_C_STREAM_INTERFACE

struct ArrowArrayStream {
  int (*get_schema)(struct ArrowArrayStream *, struct ArrowSchema *out);
  int (*get_next)(struct ArrowArrayStream *, struct ArrowArray *out);
  const char *(*get_last_error)(struct ArrowArrayStream *);
  void (*release)(struct ArrowArrayStream *);
  void *private_data;
};

#endif

// The call succeeded.
#define SUIJI_OK 0

// An input was refused. Show the error to the person who made the input.
#define SUIJI_REFUSED 1

// `suiji_require`: a check failed or could not be made.
#define SUIJI_NOT_HOLDING 2

// The run was cancelled.
#define SUIJI_CANCELLED 3

// The program made a wrong call: a pointer is NULL, a handle has the wrong kind, or a number has no
// meaning.
#define SUIJI_MISUSE 4

// A bug in suiji. The details are on stderr. The handles of the call can still be used and freed.
#define SUIJI_PANIC 5

// The plan.
#define SUIJI_PLAN 1

// The registry.
#define SUIJI_REGISTRY 2

// The roster.
#define SUIJI_ROSTER 3

// The history.
#define SUIJI_HISTORY 4

// The ceremony.
#define SUIJI_CEREMONY 5

// The commitment.
#define SUIJI_COMMITMENT 6

// The contributions of all sources.
#define SUIJI_CONTRIBUTIONS 7

// A list of contributions, each with its `source`, counted from 0.
#define SUIJI_PARTIAL_CONTRIBUTIONS 8

// The record.
#define SUIJI_RECORD 9

// The public form of a record.
#define SUIJI_PUBLIC_FORM 10

// The receipt of an entity.
#define SUIJI_RECEIPT 11

// The amendments to a record.
#define SUIJI_AMENDMENTS 12

// The requests from which amendments are made.
#define SUIJI_REQUESTS 13

// The report of a verification.
#define SUIJI_REPORT 14

// Plan, registry, roster and history, checked against each other.
#define SUIJI_INPUTS 15

// Sealed inputs.
#define SUIJI_SEALED 16

// A builder of a table.
#define SUIJI_BUILDER 17

// The evidence of a verifier in addition to the record.
#define SUIJI_EVIDENCE 18

// Threads, progress, cancelling.
#define SUIJI_RUN 19

// A document or text that a call returned.
#define SUIJI_BYTES 20

// An error that a call returned.
#define SUIJI_ERROR 21

// A digest, as text.
#define SUIJI_DIGEST 22

// A seed, as text.
#define SUIJI_SEED 23

// The secret of a blinded commitment, as text.
#define SUIJI_SECRET 24

// Files to import.
#define SUIJI_FILES 25

// The result of an import.
#define SUIJI_IMPORT 26

// The log of an import.
#define SUIJI_LOG 27

// Totals and questions of an import.
#define SUIJI_SUMMARY 28

// The results of the inspections.
#define SUIJI_RESULTS 29

// The papers of a draw.
#define SUIJI_PAPERS 30

// Papers in Chinese.
#define SUIJI_ZH 1

// Papers in English.
#define SUIJI_EN 2

// JSON, indented.
#define SUIJI_JSON 1

// JSON as RFC 8785: digests are hashes of this form.
#define SUIJI_CANONICAL 2

// Tables: one JSON object per line.
#define SUIJI_JSON_LINES 3

// Logs, and tables as input: CSV in UTF-8, with a header of field names. Lists are joined with `;`.
#define SUIJI_CSV 4

// Logs: a page in Chinese.
#define SUIJI_HTML 5

// Logs: a page in English.
#define SUIJI_HTML_EN 6

// SHA-256.
#define SUIJI_SHA256 1

// SM3 (GB/T 32905).
#define SUIJI_SM3 2

// id, stratum, ticket: the selected entities, in the order of visits.
#define SUIJI_SELECTED 1

// id, stratum, ticket: the reserves by stratum, in the order in which they are used.
#define SUIJI_RESERVES 2

// entity, members (list of texts), lead, vacant (list of int64), joins: the team of each selected entity.
#define SUIJI_TEAMS 3

// The version of this interface, to compare with `suiji_abi()`.
#define SUIJI_ABI 1

// The object to which a handle points: `suiji_handle` in C.
typedef struct suiji_handle suiji_handle;

#ifdef __cplusplus
extern "C" {
#endif // __cplusplus

// The version of the library, such as "0.1.0", with a final zero. It is not freed.
const char *suiji_version(void);

// The version of the library's interface: `SUIJI_ABI` in the header of the same version.
int32_t suiji_abi(void);

// The kind of a handle; 0 for NULL.
int32_t suiji_kind(const suiji_handle *handle);

// The bytes of a `SUIJI_BYTES`, `SUIJI_ERROR` or `SUIJI_REPORT`, followed by a zero that `suiji_size` does not count; NULL for
// other handles. They live as long as the handle.
const char *suiji_data(const suiji_handle *handle);

// The number of bytes of `suiji_data`; 0 for other handles.
size_t suiji_size(const suiji_handle *handle);

// The number of rows of a registry, roster or history; -1 for other handles.
int64_t suiji_rows(const suiji_handle *handle);

// Frees a handle. NULL is ignored. Freeing one twice is undefined, as with `free`.
void suiji_free(suiji_handle *handle);

// A run with up to this number of threads, including the calling thread. A parameter that is a run may be NULL, which
// means one thread without progress. A run can serve several calls, one after another or at the same time.
int32_t suiji_run_new(int32_t threads,
                      suiji_handle **out,
                      suiji_handle **error);

// Calls `watch` with the progress, on the thread that calls suiji, at least after every 1 % of a step. If it does not
// return 0, the call is cancelled. NULL removes the watch. `context` is passed on. It must live as long as a call can
// use it: until the watch is removed or replaced or the run is freed, and all earlier calls with this run have
// returned.
int32_t suiji_run_watch(const suiji_handle *run,
                        int32_t (*watch)(void *context, int32_t stage, int64_t done, int64_t total),
                        void *context,
                        suiji_handle **error);

// Cancels the calls that use the run, now and later, from any thread. They return `SUIJI_CANCELLED`.
int32_t suiji_run_cancel(const suiji_handle *run, suiji_handle **error);

// The progress of the call that uses the run, readable from any thread: the number of the stage (0 before the first),
// units done, and units in total (0 if not known).
int32_t suiji_run_progress(const suiji_handle *run,
                           int32_t *stage,
                           int64_t *done,
                           int64_t *total,
                           suiji_handle **error);

// The name of a stage, such as "tickets", with a final zero; NULL if there is none. It is not freed.
const char *suiji_stage_name(int32_t stage);

// Reads a document and writes it as `SUIJI_JSON` or `SUIJI_CANONICAL`. Kinds: `SUIJI_PLAN`, `CEREMONY`, `COMMITMENT`,
// `CONTRIBUTIONS`, `PARTIAL_CONTRIBUTIONS`, `RECORD`, `PUBLIC_FORM`, `RECEIPT`, `AMENDMENTS`, `RESULTS`, and
// `REQUESTS` (only checked).
int32_t suiji_document(int32_t kind,
                       int32_t form,
                       const char *data,
                       size_t size,
                       const suiji_handle *run,
                       suiji_handle **out,
                       suiji_handle **error);

// The digest of a document, in hex. A commitment and a record contain their hash suite, so pass 0. Plan and amendments
// need a hash suite.
int32_t suiji_digest(int32_t kind,
                     int32_t hash,
                     const char *data,
                     size_t size,
                     suiji_handle **out,
                     suiji_handle **error);

// A digest in groups of four, for reading aloud.
int32_t suiji_digest_groups(const char *digest, size_t digest_size, suiji_handle **out, suiji_handle **error);

// The differences of a later plan in words and as values, as a JSON list.
int32_t suiji_plan_changes(const char *earlier,
                           size_t earlier_size,
                           const char *later,
                           size_t later_size,
                           suiji_handle **out,
                           suiji_handle **error);

// Any JSON in canonical form (RFC 8785).
int32_t suiji_canonical_json(const char *data, size_t size, suiji_handle **out, suiji_handle **error);

// Reads a large document that other calls take as a handle: `SUIJI_RECORD` or `SUIJI_PUBLIC_FORM`. Only the form is
// checked. `suiji_verify` checks the content.
int32_t suiji_read(int32_t kind,
                   const char *data,
                   size_t size,
                   const suiji_handle *run,
                   suiji_handle **out,
                   suiji_handle **error);

// Writes a handle: a record or public form as `SUIJI_JSON` or `SUIJI_CANONICAL`, a registry, roster or history as
// `SUIJI_JSON_LINES`. The rows are sorted, each in canonical form.
int32_t suiji_write(const suiji_handle *handle,
                    int32_t form,
                    const suiji_handle *run,
                    suiji_handle **out,
                    suiji_handle **error);

// A part of a handle, as `SUIJI_BYTES`. Inputs and tables are handles of their own kind instead:
//
//   inputs        SUIJI_PLAN, REGISTRY, ROSTER, HISTORY
//   sealed        SUIJI_INPUTS, COMMITMENT, DIGEST (of the commitment), SECRET (NULL if it is not blinded)
//   record        SUIJI_COMMITMENT, CONTRIBUTIONS, DIGEST (of the record), SEED
//   public form   SUIJI_COMMITMENT, CONTRIBUTIONS, DIGEST (of the record), SEED
int32_t suiji_part(const suiji_handle *handle, int32_t part, suiji_handle **out, suiji_handle **error);

// All error codes, findings and checks, with their rules and texts, as a JSON list.
int32_t suiji_codes(suiji_handle **out, suiji_handle **error);

// Reads a `SUIJI_REGISTRY`, `SUIJI_ROSTER` or `SUIJI_HISTORY` as `SUIJI_JSON_LINES` or `SUIJI_CSV`.
int32_t suiji_table_read(int32_t kind,
                         int32_t form,
                         const char *data,
                         size_t size,
                         const suiji_handle *run,
                         suiji_handle **out,
                         suiji_handle **error);

// The row of an entity (registry) or inspector (roster), as JSON. `out` is NULL if there is none.
int32_t suiji_table_row(const suiji_handle *table,
                        const char *id,
                        size_t id_size,
                        suiji_handle **out,
                        suiji_handle **error);

// The ids of a registry or roster as a JSON list, in order: at most `count`, from position `from`, counted from 0.
// This is for batches.
int32_t suiji_table_ids(const suiji_handle *table,
                        int64_t from,
                        int64_t count,
                        suiji_handle **out,
                        suiji_handle **error);

// The first `count` rows in which `later` differs from `table`, in sorted order, as a JSON list. Both must be
// registries, rosters or histories.
int32_t suiji_changes(const suiji_handle *table,
                      const suiji_handle *later,
                      int64_t count,
                      suiji_handle **out,
                      suiji_handle **error);

// A builder of a table, for rows in several pieces. `names` is a JSON object such as `{"统一社会信用代码": "id"}`. It maps the
// name of a column to the name of its field, or to null to leave the column out. Columns without an entry are fields.
int32_t suiji_builder_new(int32_t kind,
                          const char *names,
                          size_t names_size,
                          suiji_handle **out,
                          suiji_handle **error);

// Adds rows as JSON Lines. The faults of rows are reported by `suiji_builder_finish`.
int32_t suiji_builder_push_json(const suiji_handle *builder,
                                const char *lines,
                                size_t size,
                                const suiji_handle *run,
                                suiji_handle **error);

// Adds rows as an Arrow array of structs, without copying the columns. The call takes and releases the array, even if
// it fails. The schema is only read and stays yours.
int32_t suiji_builder_push_arrow(const suiji_handle *builder,
                                 const struct ArrowSchema *schema,
                                 struct ArrowArray *array,
                                 const suiji_handle *run,
                                 suiji_handle **error);

// Adds all rows of an Arrow stream. The call takes and releases the stream, even if it fails.
int32_t suiji_builder_push_stream(const suiji_handle *builder,
                                  struct ArrowArrayStream *stream,
                                  const suiji_handle *run,
                                  suiji_handle **error);

// The table, or all faults of its rows. The builder is empty afterwards and can be used again.
int32_t suiji_builder_finish(const suiji_handle *builder,
                             const suiji_handle *run,
                             suiji_handle **out,
                             suiji_handle **error);

// An empty list of files for an import.
int32_t suiji_files_new(suiji_handle **out, suiji_handle **error);

// Adds a file of an office: XLSX, XLS, ODS, CSV, text, or DOCX for a plan. The format is recognised by the content.
// `name` is the name in the log. The bytes are copied.
int32_t suiji_files_add(const suiji_handle *files,
                        const char *name,
                        size_t name_size,
                        const char *data,
                        size_t size,
                        suiji_handle **error);

// Imports the lists in the files: finds headers, cleans values, logs every change. `kind` is `SUIJI_REGISTRY`,
// `ROSTER` or `HISTORY` if all files are of that list. With 0, each list is recognised by its columns. `extra` is a
// JSON list of other columns to keep, or `"all"`. `answers` are JSON documents, one after another: `{"answers": {"ID":
// "ANSWER"}}`, or the file import-map.json of the command. `plan`, `registry` and `roster` are those of the case, and
// can be NULL. With them, words are recognised and names are replaced by ids. A value that is not understood leads to
// a question, not an error: see `suiji_import_check`.
int32_t suiji_import_lists(const suiji_handle *files,
                           int32_t kind,
                           const char *extra,
                           size_t extra_size,
                           const char *answers,
                           size_t answers_size,
                           const char *plan,
                           size_t plan_size,
                           const suiji_handle *registry,
                           const suiji_handle *roster,
                           suiji_handle **out,
                           suiji_handle **error);

// Imports a plan from its document and the files of its annexes. `registry` and `roster` can be NULL. Questions offer
// their categories and departments.
int32_t suiji_import_plan(const suiji_handle *files,
                          const char *answers,
                          size_t answers_size,
                          const suiji_handle *registry,
                          const suiji_handle *roster,
                          suiji_handle **out,
                          suiji_handle **error);

// `SUIJI_OK` if no question is open. Otherwise the error names the first questions, with their ids and the possible
// answers.
int32_t suiji_import_check(const suiji_handle *import,
                           suiji_handle **error);

// A part of an import, as `SUIJI_BYTES`. `out` is NULL if it has no such list, or questions are open:
//
//   SUIJI_SUMMARY                     SUIJI_JSON: totals, questions, and what was understood of a plan
//   SUIJI_LOG                         SUIJI_CSV for a spreadsheet, JSON_LINES, HTML and HTML_EN for a page to be signed
//   SUIJI_REGISTRY, ROSTER, HISTORY   SUIJI_CSV in the order of the files, JSON_LINES
//   SUIJI_PLAN                        SUIJI_JSON
//
// Summary and log exist even if questions are open.
int32_t suiji_import_part(const suiji_handle *import,
                          int32_t part,
                          int32_t form,
                          suiji_handle **out,
                          suiji_handle **error);

// Checks a plan (JSON) and three tables against each other. Roster and history may be NULL, which means empty. The
// tables are shared, and can be freed afterwards.
int32_t suiji_inputs_new(const char *plan,
                         size_t plan_size,
                         const suiji_handle *registry,
                         const suiji_handle *roster,
                         const suiji_handle *history,
                         const suiji_handle *run,
                         suiji_handle **out,
                         suiji_handle **error);

// Reads a plan (JSON) and three tables in `SUIJI_JSON_LINES` or `SUIJI_CSV`, and checks them against each other. The
// faults of all four are reported together.
int32_t suiji_inputs_read(int32_t form,
                          const char *plan,
                          size_t plan_size,
                          const char *registry,
                          size_t registry_size,
                          const char *roster,
                          size_t roster_size,
                          const char *history,
                          size_t history_size,
                          const suiji_handle *run,
                          suiji_handle **out,
                          suiji_handle **error);

// The findings before sealing (inputs) or before publishing (sealed), the most serious first, as a JSON list.
// `sealed_at` is the time of sealing for inputs, if it is already known.
int32_t suiji_findings(const suiji_handle *inputs_or_sealed,
                       const char *sealed_at,
                       size_t sealed_at_size,
                       const suiji_handle *run,
                       suiji_handle **out,
                       suiji_handle **error);

// Seals the inputs. `earlier` is a JSON list of the authority's earlier commitments that the caller has. It may be
// left out.
int32_t suiji_seal(const suiji_handle *inputs,
                   const char *ceremony,
                   size_t ceremony_size,
                   const char *earlier,
                   size_t earlier_size,
                   const suiji_handle *run,
                   suiji_handle **out,
                   suiji_handle **error);

// Reopens an earlier commitment. The error names the inputs that have changed. `secret` (64 hex digits) is
// required if the commitment is blinded.
int32_t suiji_reopen(const suiji_handle *inputs,
                     const char *commitment,
                     size_t commitment_size,
                     const char *secret,
                     size_t secret_size,
                     const suiji_handle *run,
                     suiji_handle **out,
                     suiji_handle **error);

// Compares inputs with the sealed inputs. The error names the rows of each table that differ.
//
// `suiji_reopen` only reports that inputs differ from a commitment, because a commitment has no rows. To find the rows
// that differ, reopen the sealed rows, and compare other inputs with this call.
int32_t suiji_check_inputs(const suiji_handle *sealed,
                           const suiji_handle *inputs,
                           const suiji_handle *run,
                           suiji_handle **error);

// From the registry to the frame of each task, in numbers, as a JSON list.
int32_t suiji_summaries(const suiji_handle *sealed,
                        const suiji_handle *run,
                        suiji_handle **out,
                        suiji_handle **error);

// What to expect of the draw, as a JSON document: entities in no task and why, and the inspectors that departments
// need.
int32_t suiji_outlook(const suiji_handle *sealed,
                      const suiji_handle *run,
                      suiji_handle **out,
                      suiji_handle **error);

// The entities in the frame of a task that cannot get a full team, as a JSON list.
int32_t suiji_short_teams(const suiji_handle *sealed,
                          const char *task,
                          size_t task_size,
                          suiji_handle **out,
                          suiji_handle **error);

// The commitment of a committed source to its value, in hex. The ceremony needs it. `nonce` is 64 hex digits.
int32_t suiji_commitment_of(int32_t hash,
                            const char *nonce,
                            size_t nonce_size,
                            const char *value,
                            size_t value_size,
                            suiji_handle **out,
                            suiji_handle **error);

// The contribution of a live source, from the numbers of all its parts in the order in which they fell. Sources are
// counted from 0. The result is a `SUIJI_PARTIAL_CONTRIBUTIONS` with this contribution.
int32_t suiji_arrange(const char *commitment,
                      size_t commitment_size,
                      int32_t source,
                      const int64_t *numbers,
                      size_t numbers_count,
                      suiji_handle **out,
                      suiji_handle **error);

// The `SUIJI_PARTIAL_CONTRIBUTIONS` of all sources as `SUIJI_CONTRIBUTIONS` to this commitment.
int32_t suiji_contributions(const char *commitment,
                            size_t commitment_size,
                            const char *partial,
                            size_t partial_size,
                            suiji_handle **out,
                            suiji_handle **error);

// Checks contributions against a sealed commitment: those of all sources (`SUIJI_CONTRIBUTIONS`), or those made so far
// (`SUIJI_PARTIAL_CONTRIBUTIONS`).
int32_t suiji_check_contributions(const suiji_handle *sealed,
                                  int32_t kind,
                                  const char *data,
                                  size_t size,
                                  suiji_handle **error);

// Draws the entities and their teams.
int32_t suiji_draw(const suiji_handle *sealed,
                   const char *contributions,
                   size_t contributions_size,
                   const suiji_handle *run,
                   suiji_handle **out,
                   suiji_handle **error);

// The public form of a record. A blinded commitment needs its secret.
int32_t suiji_public_form(const suiji_handle *record,
                          const char *secret,
                          size_t secret_size,
                          const suiji_handle *run,
                          suiji_handle **out,
                          suiji_handle **error);

// The draw of a task, as an Arrow array of structs: `SUIJI_SELECTED`, `SUIJI_RESERVES` or `SUIJI_TEAMS`. Release both
// structures when done. If the call fails, they are not written.
int32_t suiji_columns(const suiji_handle *record,
                      int32_t what,
                      const char *task,
                      size_t task_size,
                      struct ArrowSchema *schema,
                      struct ArrowArray *array,
                      suiji_handle **error);

// The rows of the registry before the draw, with their state in a task, as an Arrow stream: id, task, stratum, class,
// state, reason, take and `frame_size` (int64), probability (float64). `state` is "in_frame", "excluded" or
// "out_of_scope". Release the stream when done. If the call fails, it is not written.
int32_t suiji_frame(const suiji_handle *sealed,
                    const char *task,
                    size_t task_size,
                    struct ArrowArrayStream *stream,
                    suiji_handle **error);

// The result of a task for every entity of the registry, as an Arrow stream: the columns of `suiji_frame`, ticket,
// rank (int64), team (list of texts). `state` can also be "selected" or "reserve". If `sealed` is NULL, the stream has
// only the selected entities and the reserves, without class. Release the stream when done. If the call fails, it is
// not written.
int32_t suiji_sample(const suiji_handle *record,
                     const suiji_handle *sealed,
                     const char *task,
                     size_t task_size,
                     const suiji_handle *run,
                     struct ArrowArrayStream *stream,
                     suiji_handle **error);

// The rows of the registry before the draw, with their state in a task, as JSON Lines
// (`schema/sample-row.schema.json`). A row takes about 100 bytes.
int32_t suiji_frame_rows(const suiji_handle *sealed,
                         const char *task,
                         size_t task_size,
                         suiji_handle **out,
                         suiji_handle **error);

// The result of a task for every entity of the registry, as JSON Lines (`schema/sample-row.schema.json`). If `sealed`
// is NULL, only the selected entities and the reserves, without class.
int32_t suiji_sample_rows(const suiji_handle *record,
                          const suiji_handle *sealed,
                          const char *task,
                          size_t task_size,
                          const suiji_handle *run,
                          suiji_handle **out,
                          suiji_handle **error);

// The receipt of one entity.
int32_t suiji_receipt(const suiji_handle *sealed,
                      const suiji_handle *record,
                      const char *entity,
                      size_t entity_size,
                      const suiji_handle *run,
                      suiji_handle **out,
                      suiji_handle **error);

// The receipts of these entities (a JSON list of ids), in this order, as JSON Lines with a canonical receipt on each
// line. Use batches of about 1,000, with `suiji_table_ids`.
int32_t suiji_receipts(const suiji_handle *sealed,
                       const suiji_handle *record,
                       const char *entities,
                       size_t entities_size,
                       const suiji_handle *run,
                       suiji_handle **out,
                       suiji_handle **error);

// Checks a receipt against the public form. With the plan, it checks more. The result is a `SUIJI_REPORT`.
int32_t suiji_check_receipt(const char *receipt,
                            size_t receipt_size,
                            const suiji_handle *public_form,
                            const char *plan,
                            size_t plan_size,
                            suiji_handle **out,
                            suiji_handle **error);

// The statement of a receipt about each task, in words, as a JSON list. With the plan, tasks are named.
int32_t suiji_statements(const char *receipt,
                         size_t receipt_size,
                         const char *plan,
                         size_t plan_size,
                         suiji_handle **out,
                         suiji_handle **error);

// Makes amendments from requests, and adds them to the earlier ones, if any. The seed decides who steps in. If one
// request does not fit, nothing is amended. Without requests, the earlier ones are checked and returned.
int32_t suiji_amend(const suiji_handle *sealed,
                    const suiji_handle *record,
                    const char *earlier,
                    size_t earlier_size,
                    const char *requests,
                    size_t requests_size,
                    const suiji_handle *run,
                    suiji_handle **out,
                    suiji_handle **error);

// The holder of each seat after the draw and its amendments, if any, as JSON.
int32_t suiji_state(const suiji_handle *record,
                    const char *amendments,
                    size_t amendments_size,
                    suiji_handle **out,
                    suiji_handle **error);

// Compares results with the record. The result is a JSON list of findings. Amendments, plan and today (YYYY-MM-DD) may
// be left out. With each of them, more is checked.
int32_t suiji_results_check(const suiji_handle *record,
                            const char *results,
                            size_t results_size,
                            const char *amendments,
                            size_t amendments_size,
                            const char *plan,
                            size_t plan_size,
                            const char *today,
                            size_t today_size,
                            suiji_handle **out,
                            suiji_handle **error);

// The progress of the inspections, by task, stratum and inspector, as JSON. Amendments may be left out.
int32_t suiji_results_status(const suiji_handle *record,
                             const char *results,
                             size_t results_size,
                             const char *amendments,
                             size_t amendments_size,
                             suiji_handle **out,
                             suiji_handle **error);

// The rows that a history needs before the next draw, as a history: one for each result, and one for each drawn entity
// without a result. `history` is the existing history, or NULL. Rows that it already has are left out.
int32_t suiji_results_visits(const suiji_handle *record,
                             const char *results,
                             size_t results_size,
                             const char *amendments,
                             size_t amendments_size,
                             const suiji_handle *history,
                             suiji_handle **out,
                             suiji_handle **error);

// Adds later results of the same record. An inspection of the same task and entity replaces the earlier one.
int32_t suiji_results_update(const char *results,
                             size_t results_size,
                             const char *later,
                             size_t later_size,
                             suiji_handle **out,
                             suiji_handle **error);

// Makes the papers of a draw: minutes, task sheets, notices, the announcement, tables, letters, and the page that lists them, as a
// `SUIJI_PAPERS`. `kinds` is a JSON list of words such as "minutes" and "announcement", `letters` a JSON list of entity
// ids. Without both, papers of all kinds are made; "outcomes", "proposals" and "summary" need results. Amendments,
// results, the settings of the office (`office.json`), notices of holidays of more years (`holidays.json`) and templates
// of the office, a JSON object with their texts by names such as "minutes.zh.html", may be left out. `language` is
// `SUIJI_ZH` or `SUIJI_EN`. Only "announcement" and "outcomes" are public.
int32_t suiji_papers(const suiji_handle *sealed,
                     const suiji_handle *record,
                     const char *amendments,
                     size_t amendments_size,
                     const char *results,
                     size_t results_size,
                     const char *office,
                     size_t office_size,
                     const char *holidays,
                     size_t holidays_size,
                     const char *templates,
                     size_t templates_size,
                     const char *kinds,
                     size_t kinds_size,
                     const char *letters,
                     size_t letters_size,
                     int32_t language,
                     suiji_handle **out,
                     suiji_handle **error);

// The papers, as a JSON list of objects: `kind`, `form` (html, docx, xlsx, csv, svg, json), `name` (of the file, with
// `/` after a subfolder), `title`, `public`, `size`.
int32_t suiji_papers_list(const suiji_handle *papers,
                          suiji_handle **out,
                          suiji_handle **error);

// The file of a paper, by its position in the list, counted from 0. `out` is NULL after the last.
int32_t suiji_paper(const suiji_handle *papers, int32_t at, suiji_handle **out, suiji_handle **error);

// Empty evidence. Evidence is what a verifier has in addition to the record.
int32_t suiji_evidence_new(suiji_handle **out, suiji_handle **error);

// Adds inputs, a registry, roster, history or public form.
int32_t suiji_evidence_add(const suiji_handle *evidence, const suiji_handle *item, suiji_handle **error);

// Adds a document or text: `SUIJI_PLAN`; `SUIJI_CONTRIBUTIONS`, the noted ones; `SUIJI_PARTIAL_CONTRIBUTIONS`, those of
// some sources; `SUIJI_AMENDMENTS`; `SUIJI_SECRET`; `SUIJI_COMMITMENT`, an earlier commitment of the authority, one in
// each call; `SUIJI_DIGEST`, the commitment digest that was published before the draw; `SUIJI_RECORD`, the digest of the
// record that was read out.
int32_t suiji_evidence_add_document(const suiji_handle *evidence,
                                    int32_t kind,
                                    const char *data,
                                    size_t size,
                                    suiji_handle **error);

// Verifies a record or public form. `evidence` may be NULL. The status is `SUIJI_OK` for any verdict. The result is a
// `SUIJI_REPORT` with the verdict in its JSON.
int32_t suiji_verify(const suiji_handle *record_or_public_form,
                     const suiji_handle *evidence,
                     const suiji_handle *run,
                     suiji_handle **out,
                     suiji_handle **error);

// `SUIJI_OK` if the verdict of a report is `holds`. Otherwise `SUIJI_NOT_HOLDING`, and the error has the reason.
int32_t suiji_require(const suiji_handle *report,
                      suiji_handle **error);

// The statement that is signed and stamped, as JSON: about the commitment, or about its record if the digest is
// given, or about the amendments if they are given. A witness can write it by hand:
// `{"spec": "suiji-v1", "hash": "sm3", "commitment": "64 hex digits"}`.
int32_t suiji_statement(const char *commitment,
                        size_t commitment_size,
                        const char *record,
                        size_t record_size,
                        const char *amendments,
                        size_t amendments_size,
                        suiji_handle **out,
                        suiji_handle **error);

// The bytes to sign. Give them to a token or another system.
int32_t suiji_to_sign(const char *statement, size_t statement_size, suiji_handle **out, suiji_handle **error);

// The request for a timestamp, in DER (`application/timestamp-query`).
int32_t suiji_timestamp_request(const char *statement,
                                size_t statement_size,
                                suiji_handle **out,
                                suiji_handle **error);

// Verifies that an authority stamped the document of a statement, with certificates that you trust, in PEM or DER.
// The token is its answer, in DER, PEM, base64 or hex. The result says who stamped, and when, as JSON.
int32_t suiji_timestamp_verify(const char *statement,
                               size_t statement_size,
                               const char *token,
                               size_t token_size,
                               const char *certificates,
                               size_t certificates_size,
                               suiji_handle **out,
                               suiji_handle **error);

// Algorithm and id of a public key in PEM, as JSON: `algorithm`, `id`.
int32_t suiji_public_key(const char *key, size_t key_size, suiji_handle **out, suiji_handle **error);

// An envelope (DSSE) over a statement, without signatures.
int32_t suiji_envelope(const char *statement,
                       size_t statement_size,
                       suiji_handle **out,
                       suiji_handle **error);

// The statement of an envelope. The signatures are not verified.
int32_t suiji_envelope_statement(const char *envelope,
                                 size_t envelope_size,
                                 suiji_handle **out,
                                 suiji_handle **error);

// Adds the signature that a token or another system returned, with the public key in PEM. Only a valid signature is
// added.
int32_t suiji_envelope_attach(const char *envelope,
                              size_t envelope_size,
                              const char *key,
                              size_t key_size,
                              const char *signature,
                              size_t signature_size,
                              suiji_handle **out,
                              suiji_handle **error);

// Signs with a private key in PEM that is not encrypted.
int32_t suiji_envelope_sign(const char *envelope,
                            size_t envelope_size,
                            const char *private_key,
                            size_t private_key_size,
                            suiji_handle **out,
                            suiji_handle **error);

// `SUIJI_OK` if the key has signed, and its signature is valid.
int32_t suiji_envelope_verify(const char *envelope,
                              size_t envelope_size,
                              const char *key,
                              size_t key_size,
                              suiji_handle **error);

// The verdicts of a policy, as JSON. The digest of the record and the amendments may be left out. `evidence` is
// `{"envelopes": [envelope], "timestamps": [{"document": "commitment", "token": base64}], "values": [{"what": text,
// "at": time}]}`: the times when values became known, such as the beginning of the draw.
int32_t suiji_policy_verify(const char *policy,
                            size_t policy_size,
                            const char *commitment,
                            size_t commitment_size,
                            const char *record,
                            size_t record_size,
                            const char *amendments,
                            size_t amendments_size,
                            const char *evidence,
                            size_t evidence_size,
                            suiji_handle **out,
                            suiji_handle **error);

// Examines a ledger, and compares it, as JSON. `compared` may be left out. It is `{"heads": [{"name", "head"}],
// "commitments": [{"name", "digest"}], "records": [{"name", "digest"}], "are_all": true}`: heads that others kept,
// documents of the office, and whether it has no others. The result has all failures; the status is `SUIJI_OK`.
int32_t suiji_ledger_audit(const char *ledger,
                           size_t ledger_size,
                           const char *compared,
                           size_t compared_size,
                           suiji_handle **out,
                           suiji_handle **error);

// The entries of a ledger, as a JSON list. Each line is checked against those before it.
int32_t suiji_ledger_entries(const char *ledger,
                             size_t ledger_size,
                             suiji_handle **out,
                             suiji_handle **error);

// The notes of a witness, as JSON: `commitment`, `values`, `record`, `heads`.
int32_t suiji_witness_notes(const char *notes, size_t notes_size, suiji_handle **out, suiji_handle **error);

#ifdef __cplusplus
}  // extern "C"
#endif  // __cplusplus

#endif  /* SUIJI_H */
