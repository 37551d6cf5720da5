// Generated from bindings/c/include/suiji.h by bindings/values. Do not edit.

using System;
using System.Runtime.InteropServices;

namespace Suiji
{
    /// <summary>The functions and numbers of the C header, with its comments.</summary>
    internal static class Native
    {
        private const string Library = "suiji_c";

        [UnmanagedFunctionPointer(CallingConvention.Cdecl)]
        internal delegate int Watch(IntPtr context, int stage, long done, long total);

        // The call succeeded.
        internal const int OK = 0;

        // An input was refused. Show the error to the person who made the input.
        internal const int REFUSED = 1;

        // `suiji_require`: a check failed or could not be made.
        internal const int NOT_HOLDING = 2;

        // The run was cancelled.
        internal const int CANCELLED = 3;

        // The program made a wrong call: a pointer is NULL, a handle has the wrong kind, or a number has no
        // meaning.
        internal const int MISUSE = 4;

        // A bug in suiji. The details are on stderr. The handles of the call can still be used and freed.
        internal const int PANIC = 5;

        // The plan.
        internal const int PLAN = 1;

        // The registry.
        internal const int REGISTRY = 2;

        // The roster.
        internal const int ROSTER = 3;

        // The history.
        internal const int HISTORY = 4;

        // The ceremony.
        internal const int CEREMONY = 5;

        // The commitment.
        internal const int COMMITMENT = 6;

        // The contributions of all sources.
        internal const int CONTRIBUTIONS = 7;

        // A list of contributions, each with its `source`, counted from 0.
        internal const int PARTIAL_CONTRIBUTIONS = 8;

        // The record.
        internal const int RECORD = 9;

        // The public form of a record.
        internal const int PUBLIC_FORM = 10;

        // The receipt of an entity.
        internal const int RECEIPT = 11;

        // The amendments to a record.
        internal const int AMENDMENTS = 12;

        // The requests from which amendments are made.
        internal const int REQUESTS = 13;

        // The report of a verification.
        internal const int REPORT = 14;

        // Plan, registry, roster and history, checked against each other.
        internal const int INPUTS = 15;

        // Sealed inputs.
        internal const int SEALED = 16;

        // A builder of a table.
        internal const int BUILDER = 17;

        // The evidence of a verifier in addition to the record.
        internal const int EVIDENCE = 18;

        // Threads, progress, cancelling.
        internal const int RUN = 19;

        // A document or text that a call returned.
        internal const int BYTES = 20;

        // An error that a call returned.
        internal const int ERROR = 21;

        // A digest, as text.
        internal const int DIGEST = 22;

        // A seed, as text.
        internal const int SEED = 23;

        // The secret of a blinded commitment, as text.
        internal const int SECRET = 24;

        // Files to import.
        internal const int FILES = 25;

        // The result of an import.
        internal const int IMPORT = 26;

        // The log of an import.
        internal const int LOG = 27;

        // Totals and questions of an import.
        internal const int SUMMARY = 28;

        // The results of the inspections.
        internal const int RESULTS = 29;

        // The papers of a draw.
        internal const int PAPERS = 30;

        // Papers in Chinese.
        internal const int ZH = 1;

        // Papers in English.
        internal const int EN = 2;

        // JSON, indented.
        internal const int JSON = 1;

        // JSON as RFC 8785: digests are hashes of this form.
        internal const int CANONICAL = 2;

        // Tables: one JSON object per line.
        internal const int JSON_LINES = 3;

        // Logs, and tables as input: CSV in UTF-8, with a header of field names. Lists are joined with `;`.
        internal const int CSV = 4;

        // Logs: a page in Chinese.
        internal const int HTML = 5;

        // Logs: a page in English.
        internal const int HTML_EN = 6;

        // SHA-256.
        internal const int SHA256 = 1;

        // SM3 (GB/T 32905).
        internal const int SM3 = 2;

        // id, stratum, ticket: the selected entities, in the order of visits.
        internal const int SELECTED = 1;

        // id, stratum, ticket: the reserves by stratum, in the order in which they are used.
        internal const int RESERVES = 2;

        // entity, members (list of texts), lead, vacant (list of int64), joins: the team of each selected entity.
        internal const int TEAMS = 3;

        // The version of this interface, to compare with `suiji_abi()`.
        internal const int ABI = 1;

        // The version of the library, such as "0.1.0", with a final zero. It is not freed.
        [DllImport(Library, CallingConvention = CallingConvention.Cdecl, ExactSpelling = true)]
        internal static extern IntPtr suiji_version();

        // The version of the library's interface: `SUIJI_ABI` in the header of the same version.
        [DllImport(Library, CallingConvention = CallingConvention.Cdecl, ExactSpelling = true)]
        internal static extern int suiji_abi();

        // The kind of a handle; 0 for NULL.
        [DllImport(Library, CallingConvention = CallingConvention.Cdecl, ExactSpelling = true)]
        internal static extern int suiji_kind(Handle handle);

        // The bytes of a `SUIJI_BYTES`, `SUIJI_ERROR` or `SUIJI_REPORT`, followed by a zero that `suiji_size` does not count; NULL for
        // other handles. They live as long as the handle.
        [DllImport(Library, CallingConvention = CallingConvention.Cdecl, ExactSpelling = true)]
        internal static extern IntPtr suiji_data(Handle handle);

        // The number of bytes of `suiji_data`; 0 for other handles.
        [DllImport(Library, CallingConvention = CallingConvention.Cdecl, ExactSpelling = true)]
        internal static extern UIntPtr suiji_size(Handle handle);

        // The number of rows of a registry, roster or history; -1 for other handles.
        [DllImport(Library, CallingConvention = CallingConvention.Cdecl, ExactSpelling = true)]
        internal static extern long suiji_rows(Handle handle);

        // Frees a handle. NULL is ignored. Freeing one twice is undefined, as with `free`.
        [DllImport(Library, CallingConvention = CallingConvention.Cdecl, ExactSpelling = true)]
        internal static extern void suiji_free(IntPtr handle);

        // A run with up to this number of threads, including the calling thread. A parameter that is a run may be NULL, which
        // means one thread without progress. A run can serve several calls, one after another or at the same time.
        [DllImport(Library, CallingConvention = CallingConvention.Cdecl, ExactSpelling = true)]
        internal static extern int suiji_run_new(int threads, out IntPtr result, out IntPtr error);

        // Calls `watch` with the progress, on the thread that calls suiji, at least after every 1 % of a step. If it does not
        // return 0, the call is cancelled. NULL removes the watch. `context` is passed on. It must live as long as a call can
        // use it: until the watch is removed or replaced or the run is freed, and all earlier calls with this run have
        // returned.
        [DllImport(Library, CallingConvention = CallingConvention.Cdecl, ExactSpelling = true)]
        internal static extern int suiji_run_watch(Handle run, Watch watch, IntPtr context, out IntPtr error);

        // Cancels the calls that use the run, now and later, from any thread. They return `SUIJI_CANCELLED`.
        [DllImport(Library, CallingConvention = CallingConvention.Cdecl, ExactSpelling = true)]
        internal static extern int suiji_run_cancel(Handle run, out IntPtr error);

        // The progress of the call that uses the run, readable from any thread: the number of the stage (0 before the first),
        // units done, and units in total (0 if not known).
        [DllImport(Library, CallingConvention = CallingConvention.Cdecl, ExactSpelling = true)]
        internal static extern int suiji_run_progress(Handle run, out int stage, out long done, out long total, out IntPtr error);

        // The name of a stage, such as "tickets", with a final zero; NULL if there is none. It is not freed.
        [DllImport(Library, CallingConvention = CallingConvention.Cdecl, ExactSpelling = true)]
        internal static extern IntPtr suiji_stage_name(int stage);

        // Reads a document and writes it as `SUIJI_JSON` or `SUIJI_CANONICAL`. Kinds: `SUIJI_PLAN`, `CEREMONY`, `COMMITMENT`,
        // `CONTRIBUTIONS`, `PARTIAL_CONTRIBUTIONS`, `RECORD`, `PUBLIC_FORM`, `RECEIPT`, `AMENDMENTS`, `RESULTS`, and
        // `REQUESTS` (only checked).
        [DllImport(Library, CallingConvention = CallingConvention.Cdecl, ExactSpelling = true)]
        internal static extern int suiji_document(int kind, int form, byte[] data, UIntPtr size, Handle run, out IntPtr result, out IntPtr error);

        // The digest of a document, in hex. A commitment and a record contain their hash suite, so pass 0. Plan and amendments
        // need a hash suite.
        [DllImport(Library, CallingConvention = CallingConvention.Cdecl, ExactSpelling = true)]
        internal static extern int suiji_digest(int kind, int hash, byte[] data, UIntPtr size, out IntPtr result, out IntPtr error);

        // A digest in groups of four, for reading aloud.
        [DllImport(Library, CallingConvention = CallingConvention.Cdecl, ExactSpelling = true)]
        internal static extern int suiji_digest_groups(byte[] digest, UIntPtr digest_size, out IntPtr result, out IntPtr error);

        // The differences of a later plan in words and as values, as a JSON list.
        [DllImport(Library, CallingConvention = CallingConvention.Cdecl, ExactSpelling = true)]
        internal static extern int suiji_plan_changes(byte[] earlier, UIntPtr earlier_size, byte[] later, UIntPtr later_size, out IntPtr result, out IntPtr error);

        // Any JSON in canonical form (RFC 8785).
        [DllImport(Library, CallingConvention = CallingConvention.Cdecl, ExactSpelling = true)]
        internal static extern int suiji_canonical_json(byte[] data, UIntPtr size, out IntPtr result, out IntPtr error);

        // Reads a large document that other calls take as a handle: `SUIJI_RECORD` or `SUIJI_PUBLIC_FORM`. Only the form is
        // checked. `suiji_verify` checks the content.
        [DllImport(Library, CallingConvention = CallingConvention.Cdecl, ExactSpelling = true)]
        internal static extern int suiji_read(int kind, byte[] data, UIntPtr size, Handle run, out IntPtr result, out IntPtr error);

        // Writes a handle: a record or public form as `SUIJI_JSON` or `SUIJI_CANONICAL`, a registry, roster or history as
        // `SUIJI_JSON_LINES`. The rows are sorted, each in canonical form.
        [DllImport(Library, CallingConvention = CallingConvention.Cdecl, ExactSpelling = true)]
        internal static extern int suiji_write(Handle handle, int form, Handle run, out IntPtr result, out IntPtr error);

        // A part of a handle, as `SUIJI_BYTES`. Inputs and tables are handles of their own kind instead:
        //
        // inputs        SUIJI_PLAN, REGISTRY, ROSTER, HISTORY
        // sealed        SUIJI_INPUTS, COMMITMENT, DIGEST (of the commitment), SECRET (NULL if it is not blinded)
        // record        SUIJI_COMMITMENT, CONTRIBUTIONS, DIGEST (of the record), SEED
        // public form   SUIJI_COMMITMENT, CONTRIBUTIONS, DIGEST (of the record), SEED
        [DllImport(Library, CallingConvention = CallingConvention.Cdecl, ExactSpelling = true)]
        internal static extern int suiji_part(Handle handle, int part, out IntPtr result, out IntPtr error);

        // All error codes, findings and checks, with their rules and texts, as a JSON list.
        [DllImport(Library, CallingConvention = CallingConvention.Cdecl, ExactSpelling = true)]
        internal static extern int suiji_codes(out IntPtr result, out IntPtr error);

        // Reads a `SUIJI_REGISTRY`, `SUIJI_ROSTER` or `SUIJI_HISTORY` as `SUIJI_JSON_LINES` or `SUIJI_CSV`.
        [DllImport(Library, CallingConvention = CallingConvention.Cdecl, ExactSpelling = true)]
        internal static extern int suiji_table_read(int kind, int form, byte[] data, UIntPtr size, Handle run, out IntPtr result, out IntPtr error);

        // The row of an entity (registry) or inspector (roster), as JSON. `out` is NULL if there is none.
        [DllImport(Library, CallingConvention = CallingConvention.Cdecl, ExactSpelling = true)]
        internal static extern int suiji_table_row(Handle table, byte[] id, UIntPtr id_size, out IntPtr result, out IntPtr error);

        // The ids of a registry or roster as a JSON list, in order: at most `count`, from position `from`, counted from 0.
        // This is for batches.
        [DllImport(Library, CallingConvention = CallingConvention.Cdecl, ExactSpelling = true)]
        internal static extern int suiji_table_ids(Handle table, long from, long count, out IntPtr result, out IntPtr error);

        // The first `count` rows in which `later` differs from `table`, in sorted order, as a JSON list. Both must be
        // registries, rosters or histories.
        [DllImport(Library, CallingConvention = CallingConvention.Cdecl, ExactSpelling = true)]
        internal static extern int suiji_changes(Handle table, Handle later, long count, out IntPtr result, out IntPtr error);

        // A builder of a table, for rows in several pieces. `names` is a JSON object such as `{"统一社会信用代码": "id"}`. It maps the
        // name of a column to the name of its field, or to null to leave the column out. Columns without an entry are fields.
        [DllImport(Library, CallingConvention = CallingConvention.Cdecl, ExactSpelling = true)]
        internal static extern int suiji_builder_new(int kind, byte[] names, UIntPtr names_size, out IntPtr result, out IntPtr error);

        // Adds rows as JSON Lines. The faults of rows are reported by `suiji_builder_finish`.
        [DllImport(Library, CallingConvention = CallingConvention.Cdecl, ExactSpelling = true)]
        internal static extern int suiji_builder_push_json(Handle builder, byte[] lines, UIntPtr size, Handle run, out IntPtr error);

        // Adds rows as an Arrow array of structs, without copying the columns. The call takes and releases the array, even if
        // it fails. The schema is only read and stays yours.
        [DllImport(Library, CallingConvention = CallingConvention.Cdecl, ExactSpelling = true)]
        internal static extern int suiji_builder_push_arrow(Handle builder, IntPtr schema, IntPtr array, Handle run, out IntPtr error);

        // Adds all rows of an Arrow stream. The call takes and releases the stream, even if it fails.
        [DllImport(Library, CallingConvention = CallingConvention.Cdecl, ExactSpelling = true)]
        internal static extern int suiji_builder_push_stream(Handle builder, IntPtr stream, Handle run, out IntPtr error);

        // The table, or all faults of its rows. The builder is empty afterwards and can be used again.
        [DllImport(Library, CallingConvention = CallingConvention.Cdecl, ExactSpelling = true)]
        internal static extern int suiji_builder_finish(Handle builder, Handle run, out IntPtr result, out IntPtr error);

        // An empty list of files for an import.
        [DllImport(Library, CallingConvention = CallingConvention.Cdecl, ExactSpelling = true)]
        internal static extern int suiji_files_new(out IntPtr result, out IntPtr error);

        // Adds a file of an office: XLSX, XLS, ODS, CSV, text, or DOCX for a plan. The format is recognised by the content.
        // `name` is the name in the log. The bytes are copied.
        [DllImport(Library, CallingConvention = CallingConvention.Cdecl, ExactSpelling = true)]
        internal static extern int suiji_files_add(Handle files, byte[] name, UIntPtr name_size, byte[] data, UIntPtr size, out IntPtr error);

        // Imports the lists in the files: finds headers, cleans values, logs every change. `kind` is `SUIJI_REGISTRY`,
        // `ROSTER` or `HISTORY` if all files are of that list. With 0, each list is recognised by its columns. `extra` is a
        // JSON list of other columns to keep, or `"all"`. `answers` are JSON documents, one after another: `{"answers": {"ID":
        // "ANSWER"}}`, or the file import-map.json of the command. `plan`, `registry` and `roster` are those of the case, and
        // can be NULL. With them, words are recognised and names are replaced by ids. A value that is not understood leads to
        // a question, not an error: see `suiji_import_check`.
        [DllImport(Library, CallingConvention = CallingConvention.Cdecl, ExactSpelling = true)]
        internal static extern int suiji_import_lists(Handle files, int kind, byte[] extra, UIntPtr extra_size, byte[] answers, UIntPtr answers_size, byte[] plan, UIntPtr plan_size, Handle registry, Handle roster, out IntPtr result, out IntPtr error);

        // Imports a plan from its document and the files of its annexes. `registry` and `roster` can be NULL. Questions offer
        // their categories and departments.
        [DllImport(Library, CallingConvention = CallingConvention.Cdecl, ExactSpelling = true)]
        internal static extern int suiji_import_plan(Handle files, byte[] answers, UIntPtr answers_size, Handle registry, Handle roster, out IntPtr result, out IntPtr error);

        // `SUIJI_OK` if no question is open. Otherwise the error names the first questions, with their ids and the possible
        // answers.
        [DllImport(Library, CallingConvention = CallingConvention.Cdecl, ExactSpelling = true)]
        internal static extern int suiji_import_check(Handle import, out IntPtr error);

        // A part of an import, as `SUIJI_BYTES`. `out` is NULL if it has no such list, or questions are open:
        //
        // SUIJI_SUMMARY                     SUIJI_JSON: totals, questions, and what was understood of a plan
        // SUIJI_LOG                         SUIJI_CSV for a spreadsheet, JSON_LINES, HTML and HTML_EN for a page to be signed
        // SUIJI_REGISTRY, ROSTER, HISTORY   SUIJI_CSV in the order of the files, JSON_LINES
        // SUIJI_PLAN                        SUIJI_JSON
        //
        // Summary and log exist even if questions are open.
        [DllImport(Library, CallingConvention = CallingConvention.Cdecl, ExactSpelling = true)]
        internal static extern int suiji_import_part(Handle import, int part, int form, out IntPtr result, out IntPtr error);

        // Checks a plan (JSON) and three tables against each other. Roster and history may be NULL, which means empty. The
        // tables are shared, and can be freed afterwards.
        [DllImport(Library, CallingConvention = CallingConvention.Cdecl, ExactSpelling = true)]
        internal static extern int suiji_inputs_new(byte[] plan, UIntPtr plan_size, Handle registry, Handle roster, Handle history, Handle run, out IntPtr result, out IntPtr error);

        // Reads a plan (JSON) and three tables in `SUIJI_JSON_LINES` or `SUIJI_CSV`, and checks them against each other. The
        // faults of all four are reported together.
        [DllImport(Library, CallingConvention = CallingConvention.Cdecl, ExactSpelling = true)]
        internal static extern int suiji_inputs_read(int form, byte[] plan, UIntPtr plan_size, byte[] registry, UIntPtr registry_size, byte[] roster, UIntPtr roster_size, byte[] history, UIntPtr history_size, Handle run, out IntPtr result, out IntPtr error);

        // The findings before sealing (inputs) or before publishing (sealed), the most serious first, as a JSON list.
        // `sealed_at` is the time of sealing for inputs, if it is already known.
        [DllImport(Library, CallingConvention = CallingConvention.Cdecl, ExactSpelling = true)]
        internal static extern int suiji_findings(Handle inputs_or_sealed, byte[] sealed_at, UIntPtr sealed_at_size, Handle run, out IntPtr result, out IntPtr error);

        // Seals the inputs. `earlier` is a JSON list of the authority's earlier commitments that the caller has. It may be
        // left out.
        [DllImport(Library, CallingConvention = CallingConvention.Cdecl, ExactSpelling = true)]
        internal static extern int suiji_seal(Handle inputs, byte[] ceremony, UIntPtr ceremony_size, byte[] earlier, UIntPtr earlier_size, Handle run, out IntPtr result, out IntPtr error);

        // Reopens an earlier commitment. The error names the inputs that have changed. `secret` (64 hex digits) is
        // required if the commitment is blinded.
        [DllImport(Library, CallingConvention = CallingConvention.Cdecl, ExactSpelling = true)]
        internal static extern int suiji_reopen(Handle inputs, byte[] commitment, UIntPtr commitment_size, byte[] secret, UIntPtr secret_size, Handle run, out IntPtr result, out IntPtr error);

        // Compares inputs with the sealed inputs. The error names the rows of each table that differ.
        //
        // `suiji_reopen` only reports that inputs differ from a commitment, because a commitment has no rows. To find the rows
        // that differ, reopen the sealed rows, and compare other inputs with this call.
        [DllImport(Library, CallingConvention = CallingConvention.Cdecl, ExactSpelling = true)]
        internal static extern int suiji_check_inputs(Handle @sealed, Handle inputs, Handle run, out IntPtr error);

        // From the registry to the frame of each task, in numbers, as a JSON list.
        [DllImport(Library, CallingConvention = CallingConvention.Cdecl, ExactSpelling = true)]
        internal static extern int suiji_summaries(Handle @sealed, Handle run, out IntPtr result, out IntPtr error);

        // What to expect of the draw, as a JSON document: entities in no task and why, and the inspectors that departments
        // need.
        [DllImport(Library, CallingConvention = CallingConvention.Cdecl, ExactSpelling = true)]
        internal static extern int suiji_outlook(Handle @sealed, Handle run, out IntPtr result, out IntPtr error);

        // The entities in the frame of a task that cannot get a full team, as a JSON list.
        [DllImport(Library, CallingConvention = CallingConvention.Cdecl, ExactSpelling = true)]
        internal static extern int suiji_short_teams(Handle @sealed, byte[] task, UIntPtr task_size, out IntPtr result, out IntPtr error);

        // The commitment of a committed source to its value, in hex. The ceremony needs it. `nonce` is 64 hex digits.
        [DllImport(Library, CallingConvention = CallingConvention.Cdecl, ExactSpelling = true)]
        internal static extern int suiji_commitment_of(int hash, byte[] nonce, UIntPtr nonce_size, byte[] value, UIntPtr value_size, out IntPtr result, out IntPtr error);

        // The contribution of a live source, from the numbers of all its parts in the order in which they fell. Sources are
        // counted from 0. The result is a `SUIJI_PARTIAL_CONTRIBUTIONS` with this contribution.
        [DllImport(Library, CallingConvention = CallingConvention.Cdecl, ExactSpelling = true)]
        internal static extern int suiji_arrange(byte[] commitment, UIntPtr commitment_size, int source, long[] numbers, UIntPtr numbers_count, out IntPtr result, out IntPtr error);

        // The `SUIJI_PARTIAL_CONTRIBUTIONS` of all sources as `SUIJI_CONTRIBUTIONS` to this commitment.
        [DllImport(Library, CallingConvention = CallingConvention.Cdecl, ExactSpelling = true)]
        internal static extern int suiji_contributions(byte[] commitment, UIntPtr commitment_size, byte[] partial, UIntPtr partial_size, out IntPtr result, out IntPtr error);

        // Checks contributions against a sealed commitment: those of all sources (`SUIJI_CONTRIBUTIONS`), or those made so far
        // (`SUIJI_PARTIAL_CONTRIBUTIONS`).
        [DllImport(Library, CallingConvention = CallingConvention.Cdecl, ExactSpelling = true)]
        internal static extern int suiji_check_contributions(Handle @sealed, int kind, byte[] data, UIntPtr size, out IntPtr error);

        // Draws the entities and their teams.
        [DllImport(Library, CallingConvention = CallingConvention.Cdecl, ExactSpelling = true)]
        internal static extern int suiji_draw(Handle @sealed, byte[] contributions, UIntPtr contributions_size, Handle run, out IntPtr result, out IntPtr error);

        // The public form of a record. A blinded commitment needs its secret.
        [DllImport(Library, CallingConvention = CallingConvention.Cdecl, ExactSpelling = true)]
        internal static extern int suiji_public_form(Handle record, byte[] secret, UIntPtr secret_size, Handle run, out IntPtr result, out IntPtr error);

        // The draw of a task, as an Arrow array of structs: `SUIJI_SELECTED`, `SUIJI_RESERVES` or `SUIJI_TEAMS`. Release both
        // structures when done. If the call fails, they are not written.
        [DllImport(Library, CallingConvention = CallingConvention.Cdecl, ExactSpelling = true)]
        internal static extern int suiji_columns(Handle record, int what, byte[] task, UIntPtr task_size, IntPtr schema, IntPtr array, out IntPtr error);

        // The rows of the registry before the draw, with their state in a task, as an Arrow stream: id, task, stratum, class,
        // state, reason, take and `frame_size` (int64), probability (float64). `state` is "in_frame", "excluded" or
        // "out_of_scope". Release the stream when done. If the call fails, it is not written.
        [DllImport(Library, CallingConvention = CallingConvention.Cdecl, ExactSpelling = true)]
        internal static extern int suiji_frame(Handle @sealed, byte[] task, UIntPtr task_size, IntPtr stream, out IntPtr error);

        // The result of a task for every entity of the registry, as an Arrow stream: the columns of `suiji_frame`, ticket,
        // rank (int64), team (list of texts). `state` can also be "selected" or "reserve". If `sealed` is NULL, the stream has
        // only the selected entities and the reserves, without class. Release the stream when done. If the call fails, it is
        // not written.
        [DllImport(Library, CallingConvention = CallingConvention.Cdecl, ExactSpelling = true)]
        internal static extern int suiji_sample(Handle record, Handle @sealed, byte[] task, UIntPtr task_size, Handle run, IntPtr stream, out IntPtr error);

        // The rows of the registry before the draw, with their state in a task, as JSON Lines
        // (`schema/sample-row.schema.json`). A row takes about 100 bytes.
        [DllImport(Library, CallingConvention = CallingConvention.Cdecl, ExactSpelling = true)]
        internal static extern int suiji_frame_rows(Handle @sealed, byte[] task, UIntPtr task_size, out IntPtr result, out IntPtr error);

        // The result of a task for every entity of the registry, as JSON Lines (`schema/sample-row.schema.json`). If `sealed`
        // is NULL, only the selected entities and the reserves, without class.
        [DllImport(Library, CallingConvention = CallingConvention.Cdecl, ExactSpelling = true)]
        internal static extern int suiji_sample_rows(Handle record, Handle @sealed, byte[] task, UIntPtr task_size, Handle run, out IntPtr result, out IntPtr error);

        // The receipt of one entity.
        [DllImport(Library, CallingConvention = CallingConvention.Cdecl, ExactSpelling = true)]
        internal static extern int suiji_receipt(Handle @sealed, Handle record, byte[] entity, UIntPtr entity_size, Handle run, out IntPtr result, out IntPtr error);

        // The receipts of these entities (a JSON list of ids), in this order, as JSON Lines with a canonical receipt on each
        // line. Use batches of about 1,000, with `suiji_table_ids`.
        [DllImport(Library, CallingConvention = CallingConvention.Cdecl, ExactSpelling = true)]
        internal static extern int suiji_receipts(Handle @sealed, Handle record, byte[] entities, UIntPtr entities_size, Handle run, out IntPtr result, out IntPtr error);

        // Checks a receipt against the public form. With the plan, it checks more. The result is a `SUIJI_REPORT`.
        [DllImport(Library, CallingConvention = CallingConvention.Cdecl, ExactSpelling = true)]
        internal static extern int suiji_check_receipt(byte[] receipt, UIntPtr receipt_size, Handle public_form, byte[] plan, UIntPtr plan_size, out IntPtr result, out IntPtr error);

        // The statement of a receipt about each task, in words, as a JSON list. With the plan, tasks are named.
        [DllImport(Library, CallingConvention = CallingConvention.Cdecl, ExactSpelling = true)]
        internal static extern int suiji_statements(byte[] receipt, UIntPtr receipt_size, byte[] plan, UIntPtr plan_size, out IntPtr result, out IntPtr error);

        // Makes amendments from requests, and adds them to the earlier ones, if any. The seed decides who steps in. If one
        // request does not fit, nothing is amended. Without requests, the earlier ones are checked and returned.
        [DllImport(Library, CallingConvention = CallingConvention.Cdecl, ExactSpelling = true)]
        internal static extern int suiji_amend(Handle @sealed, Handle record, byte[] earlier, UIntPtr earlier_size, byte[] requests, UIntPtr requests_size, Handle run, out IntPtr result, out IntPtr error);

        // The holder of each seat after the draw and its amendments, if any, as JSON.
        [DllImport(Library, CallingConvention = CallingConvention.Cdecl, ExactSpelling = true)]
        internal static extern int suiji_state(Handle record, byte[] amendments, UIntPtr amendments_size, out IntPtr result, out IntPtr error);

        // Compares results with the record. The result is a JSON list of findings. Amendments, plan and today (YYYY-MM-DD) may
        // be left out. With each of them, more is checked.
        [DllImport(Library, CallingConvention = CallingConvention.Cdecl, ExactSpelling = true)]
        internal static extern int suiji_results_check(Handle record, byte[] results, UIntPtr results_size, byte[] amendments, UIntPtr amendments_size, byte[] plan, UIntPtr plan_size, byte[] today, UIntPtr today_size, out IntPtr result, out IntPtr error);

        // The progress of the inspections, by task, stratum and inspector, as JSON. Amendments may be left out.
        [DllImport(Library, CallingConvention = CallingConvention.Cdecl, ExactSpelling = true)]
        internal static extern int suiji_results_status(Handle record, byte[] results, UIntPtr results_size, byte[] amendments, UIntPtr amendments_size, out IntPtr result, out IntPtr error);

        // The rows that a history needs before the next draw, as a history: one for each result, and one for each drawn entity
        // without a result. `history` is the existing history, or NULL. Rows that it already has are left out.
        [DllImport(Library, CallingConvention = CallingConvention.Cdecl, ExactSpelling = true)]
        internal static extern int suiji_results_visits(Handle record, byte[] results, UIntPtr results_size, byte[] amendments, UIntPtr amendments_size, Handle history, out IntPtr result, out IntPtr error);

        // Adds later results of the same record. An inspection of the same task and entity replaces the earlier one.
        [DllImport(Library, CallingConvention = CallingConvention.Cdecl, ExactSpelling = true)]
        internal static extern int suiji_results_update(byte[] results, UIntPtr results_size, byte[] later, UIntPtr later_size, out IntPtr result, out IntPtr error);

        // Makes the papers of a draw: minutes, task sheets, notices, the announcement, tables, letters, and the page that lists them, as a
        // `SUIJI_PAPERS`. `kinds` is a JSON list of words such as "minutes" and "announcement", `letters` a JSON list of entity
        // ids. Without both, papers of all kinds are made; "outcomes", "proposals" and "summary" need results. Amendments,
        // results, the settings of the office (`office.json`), notices of holidays of more years (`holidays.json`) and templates
        // of the office, a JSON object with their texts by names such as "minutes.zh.html", may be left out. `language` is
        // `SUIJI_ZH` or `SUIJI_EN`. Only "announcement" and "outcomes" are public.
        [DllImport(Library, CallingConvention = CallingConvention.Cdecl, ExactSpelling = true)]
        internal static extern int suiji_papers(Handle @sealed, Handle record, byte[] amendments, UIntPtr amendments_size, byte[] results, UIntPtr results_size, byte[] office, UIntPtr office_size, byte[] holidays, UIntPtr holidays_size, byte[] templates, UIntPtr templates_size, byte[] kinds, UIntPtr kinds_size, byte[] letters, UIntPtr letters_size, int language, out IntPtr result, out IntPtr error);

        // The papers, as a JSON list of objects: `kind`, `form` (html, docx, xlsx, csv, svg, json), `name` (of the file, with
        // `/` after a subfolder), `title`, `public`, `size`.
        [DllImport(Library, CallingConvention = CallingConvention.Cdecl, ExactSpelling = true)]
        internal static extern int suiji_papers_list(Handle papers, out IntPtr result, out IntPtr error);

        // The file of a paper, by its position in the list, counted from 0. `out` is NULL after the last.
        [DllImport(Library, CallingConvention = CallingConvention.Cdecl, ExactSpelling = true)]
        internal static extern int suiji_paper(Handle papers, int at, out IntPtr result, out IntPtr error);

        // Empty evidence. Evidence is what a verifier has in addition to the record.
        [DllImport(Library, CallingConvention = CallingConvention.Cdecl, ExactSpelling = true)]
        internal static extern int suiji_evidence_new(out IntPtr result, out IntPtr error);

        // Adds inputs, a registry, roster, history or public form.
        [DllImport(Library, CallingConvention = CallingConvention.Cdecl, ExactSpelling = true)]
        internal static extern int suiji_evidence_add(Handle evidence, Handle item, out IntPtr error);

        // Adds a document or text: `SUIJI_PLAN`; `SUIJI_CONTRIBUTIONS`, the noted ones; `SUIJI_PARTIAL_CONTRIBUTIONS`, those of
        // some sources; `SUIJI_AMENDMENTS`; `SUIJI_SECRET`; `SUIJI_COMMITMENT`, an earlier commitment of the authority, one in
        // each call; `SUIJI_DIGEST`, the commitment digest that was published before the draw; `SUIJI_RECORD`, the digest of the
        // record that was read out.
        [DllImport(Library, CallingConvention = CallingConvention.Cdecl, ExactSpelling = true)]
        internal static extern int suiji_evidence_add_document(Handle evidence, int kind, byte[] data, UIntPtr size, out IntPtr error);

        // Verifies a record or public form. `evidence` may be NULL. The status is `SUIJI_OK` for any verdict. The result is a
        // `SUIJI_REPORT` with the verdict in its JSON.
        [DllImport(Library, CallingConvention = CallingConvention.Cdecl, ExactSpelling = true)]
        internal static extern int suiji_verify(Handle record_or_public_form, Handle evidence, Handle run, out IntPtr result, out IntPtr error);

        // `SUIJI_OK` if the verdict of a report is `holds`. Otherwise `SUIJI_NOT_HOLDING`, and the error has the reason.
        [DllImport(Library, CallingConvention = CallingConvention.Cdecl, ExactSpelling = true)]
        internal static extern int suiji_require(Handle report, out IntPtr error);

        // The statement that is signed and stamped, as JSON: about the commitment, or about its record if the digest is
        // given, or about the amendments if they are given. A witness can write it by hand:
        // `{"spec": "suiji-v1", "hash": "sm3", "commitment": "64 hex digits"}`.
        [DllImport(Library, CallingConvention = CallingConvention.Cdecl, ExactSpelling = true)]
        internal static extern int suiji_statement(byte[] commitment, UIntPtr commitment_size, byte[] record, UIntPtr record_size, byte[] amendments, UIntPtr amendments_size, out IntPtr result, out IntPtr error);

        // The bytes to sign. Give them to a token or another system.
        [DllImport(Library, CallingConvention = CallingConvention.Cdecl, ExactSpelling = true)]
        internal static extern int suiji_to_sign(byte[] statement, UIntPtr statement_size, out IntPtr result, out IntPtr error);

        // The request for a timestamp, in DER (`application/timestamp-query`).
        [DllImport(Library, CallingConvention = CallingConvention.Cdecl, ExactSpelling = true)]
        internal static extern int suiji_timestamp_request(byte[] statement, UIntPtr statement_size, out IntPtr result, out IntPtr error);

        // Verifies that an authority stamped the document of a statement, with certificates that you trust, in PEM or DER.
        // The token is its answer, in DER, PEM, base64 or hex. The result says who stamped, and when, as JSON.
        [DllImport(Library, CallingConvention = CallingConvention.Cdecl, ExactSpelling = true)]
        internal static extern int suiji_timestamp_verify(byte[] statement, UIntPtr statement_size, byte[] token, UIntPtr token_size, byte[] certificates, UIntPtr certificates_size, out IntPtr result, out IntPtr error);

        // Algorithm and id of a public key in PEM, as JSON: `algorithm`, `id`.
        [DllImport(Library, CallingConvention = CallingConvention.Cdecl, ExactSpelling = true)]
        internal static extern int suiji_public_key(byte[] key, UIntPtr key_size, out IntPtr result, out IntPtr error);

        // An envelope (DSSE) over a statement, without signatures.
        [DllImport(Library, CallingConvention = CallingConvention.Cdecl, ExactSpelling = true)]
        internal static extern int suiji_envelope(byte[] statement, UIntPtr statement_size, out IntPtr result, out IntPtr error);

        // The statement of an envelope. The signatures are not verified.
        [DllImport(Library, CallingConvention = CallingConvention.Cdecl, ExactSpelling = true)]
        internal static extern int suiji_envelope_statement(byte[] envelope, UIntPtr envelope_size, out IntPtr result, out IntPtr error);

        // Adds the signature that a token or another system returned, with the public key in PEM. Only a valid signature is
        // added.
        [DllImport(Library, CallingConvention = CallingConvention.Cdecl, ExactSpelling = true)]
        internal static extern int suiji_envelope_attach(byte[] envelope, UIntPtr envelope_size, byte[] key, UIntPtr key_size, byte[] signature, UIntPtr signature_size, out IntPtr result, out IntPtr error);

        // Signs with a private key in PEM that is not encrypted.
        [DllImport(Library, CallingConvention = CallingConvention.Cdecl, ExactSpelling = true)]
        internal static extern int suiji_envelope_sign(byte[] envelope, UIntPtr envelope_size, byte[] private_key, UIntPtr private_key_size, out IntPtr result, out IntPtr error);

        // `SUIJI_OK` if the key has signed, and its signature is valid.
        [DllImport(Library, CallingConvention = CallingConvention.Cdecl, ExactSpelling = true)]
        internal static extern int suiji_envelope_verify(byte[] envelope, UIntPtr envelope_size, byte[] key, UIntPtr key_size, out IntPtr error);

        // The verdicts of a policy, as JSON. The digest of the record and the amendments may be left out. `evidence` is
        // `{"envelopes": [envelope], "timestamps": [{"document": "commitment", "token": base64}], "values": [{"what": text,
        // "at": time}]}`: the times when values became known, such as the beginning of the draw.
        [DllImport(Library, CallingConvention = CallingConvention.Cdecl, ExactSpelling = true)]
        internal static extern int suiji_policy_verify(byte[] policy, UIntPtr policy_size, byte[] commitment, UIntPtr commitment_size, byte[] record, UIntPtr record_size, byte[] amendments, UIntPtr amendments_size, byte[] evidence, UIntPtr evidence_size, out IntPtr result, out IntPtr error);

        // Examines a ledger, and compares it, as JSON. `compared` may be left out. It is `{"heads": [{"name", "head"}],
        // "commitments": [{"name", "digest"}], "records": [{"name", "digest"}], "are_all": true}`: heads that others kept,
        // documents of the office, and whether it has no others. The result has all failures; the status is `SUIJI_OK`.
        [DllImport(Library, CallingConvention = CallingConvention.Cdecl, ExactSpelling = true)]
        internal static extern int suiji_ledger_audit(byte[] ledger, UIntPtr ledger_size, byte[] compared, UIntPtr compared_size, out IntPtr result, out IntPtr error);

        // The entries of a ledger, as a JSON list. Each line is checked against those before it.
        [DllImport(Library, CallingConvention = CallingConvention.Cdecl, ExactSpelling = true)]
        internal static extern int suiji_ledger_entries(byte[] ledger, UIntPtr ledger_size, out IntPtr result, out IntPtr error);

        // The notes of a witness, as JSON: `commitment`, `values`, `record`, `heads`.
        [DllImport(Library, CallingConvention = CallingConvention.Cdecl, ExactSpelling = true)]
        internal static extern int suiji_witness_notes(byte[] notes, UIntPtr notes_size, out IntPtr result, out IntPtr error);
    }
}
