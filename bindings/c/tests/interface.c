/* Wrong pointers, handles and numbers for every function; handles, runs, panics: `interface FOLDER`, with FOLDER a
case. */
#include "support.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#ifdef SUIJI_PANIC_FOR_TESTS
int32_t suiji_panic(suiji_handle **out, suiji_handle **error);
#endif

static int misuses;

/* Stops unless the call is misuse with that code, and without a result. */
#define misuse(code, call) misuse_at((call), &error, code, #call, __LINE__)
static void misuse_at(int32_t status, suiji_handle **error, const char *code, const char *call, int line)
{
    if (status != SUIJI_MISUSE) stop("interface.c:%d: %s: status %d", line, call, (int)status);
    json_t *value = json_handle(*error);
    const json_t *fault = json_array_get(json_object_get(value, "faults"), 0), *message = json_object_get(fault, "message");
    if (string_at(message, "zh") == NULL || string_at(message, "en") == NULL) stop("interface.c:%d: no message", line);
    json_decref(value);
    const char *found = code_of(*error);
    if (strcmp(found, code) != 0) stop("interface.c:%d: %s: %s instead of %s", line, call, found, code);
    misuses++;
}

/* Handles of a drawn case. */
static suiji_handle *registry, *roster, *history, *inputs, *sealed, *record, *form, *report, *bytes;
static struct text plan, ceremony, contributions;

static void draw(const char *folder)
{
    suiji_handle *error, *evidence;
    struct text tables[3] = {file(folder, "registry.jsonl"), file(folder, "roster.jsonl"), file(folder, "history.jsonl")};
    suiji_handle **handles[3] = {&registry, &roster, &history};
    for (int i = 0; i < 3; i++) {
        must(suiji_table_read(SUIJI_REGISTRY + i, SUIJI_JSON_LINES, tables[i].data, tables[i].size, NULL, handles[i], &error));
        free(tables[i].data);
    }
    plan = file(folder, "plan.json"), ceremony = file(folder, "ceremony.json"), contributions = file(folder, "contributions.json");
    must(suiji_inputs_new(plan.data, plan.size, registry, roster, history, NULL, &inputs, &error));
    must(suiji_seal(inputs, ceremony.data, ceremony.size, NULL, 0, NULL, &sealed, &error));
    must(suiji_draw(sealed, contributions.data, contributions.size, NULL, &record, &error));
    must(suiji_evidence_new(&evidence, &error));
    must(suiji_evidence_add(evidence, inputs, &error));
    must(suiji_verify(record, evidence, NULL, &report, &error));
    must(suiji_require(report, &error));
    suiji_free(evidence);
    must(suiji_part(sealed, SUIJI_SECRET, &bytes, &error));
    must(suiji_public_form(record, suiji_data(bytes), suiji_size(bytes), NULL, &form, &error));
    suiji_free(bytes);
    must(suiji_part(sealed, SUIJI_COMMITMENT, &bytes, &error));
}

static void plain_values(void)
{
    if (strcmp(suiji_version(), "0.1.0") != 0 || suiji_abi() != SUIJI_ABI) stop("another version");
    if (suiji_kind(NULL) != 0 || suiji_data(NULL) != NULL || suiji_size(NULL) != 0 || suiji_rows(NULL) != -1) stop("NULL is something");
    if (suiji_kind(registry) != SUIJI_REGISTRY || suiji_kind(sealed) != SUIJI_SEALED || suiji_kind(record) != SUIJI_RECORD) stop("another kind");
    if (suiji_data(record) != NULL || suiji_size(record) != 0 || suiji_rows(record) != -1 || suiji_rows(registry) <= 0) stop("a record has bytes");
    if (strcmp(suiji_stage_name(6), "tickets") != 0 || suiji_stage_name(0) != NULL || suiji_stage_name(-1) != NULL || suiji_stage_name(99) != NULL)
        stop("another stage");
    suiji_free(NULL);
}

/* Every kind of handle where another kind is expected, and NULL. */
static void wrong_handles(void)
{
    suiji_handle *out, *error, *wrong[] = {NULL, bytes, report, registry, history};
    for (size_t i = 0; i < sizeof wrong / sizeof *wrong; i++) {
        const suiji_handle *of = wrong[i];
        const char *code = of == NULL ? "argument.null" : "argument.wrong-kind";
        misuse(code, suiji_seal(of, ceremony.data, ceremony.size, NULL, 0, NULL, &out, &error));
        misuse(code, suiji_reopen(of, suiji_data(bytes), suiji_size(bytes), NULL, 0, NULL, &out, &error));
        misuse(code, suiji_summaries(of, NULL, &out, &error));
        misuse(code, suiji_outlook(of, NULL, &out, &error));
        misuse(code, suiji_short_teams(of, SUIJI_TEXT("J1"), &out, &error));
        misuse(code, suiji_check_contributions(of, SUIJI_CONTRIBUTIONS, contributions.data, contributions.size, &error));
        misuse(code, suiji_draw(of, contributions.data, contributions.size, NULL, &out, &error));
        misuse(code, suiji_public_form(of, NULL, 0, NULL, &out, &error));
        misuse(code, suiji_receipt(of, record, SUIJI_TEXT("A"), NULL, &out, &error));
        misuse(code, suiji_receipt(sealed, of, SUIJI_TEXT("A"), NULL, &out, &error));
        misuse(code, suiji_receipts(sealed, of, SUIJI_TEXT("[]"), NULL, &out, &error));
        misuse(code, suiji_check_inputs(of, inputs, NULL, &error));
        misuse(code, suiji_check_inputs(sealed, of, NULL, &error));
        misuse(code, suiji_changes(registry, of == registry ? history : of, 9, &out, &error));
        misuse(code, suiji_amend(sealed, of, NULL, 0, NULL, 0, NULL, &out, &error));
        misuse(code, suiji_state(of, NULL, 0, &out, &error));
        misuse(code, suiji_verify(of, NULL, NULL, &out, &error));
        misuse(code, suiji_evidence_add(of, inputs, &error));
        misuse(code, suiji_evidence_add_document(of, SUIJI_PLAN, plan.data, plan.size, &error));
        misuse(code, suiji_builder_push_json(of, SUIJI_TEXT("{}"), NULL, &error));
        misuse(code, suiji_builder_finish(of, NULL, &out, &error));
        misuse(code, suiji_run_cancel(of, &error));
        if (of != registry && of != history) misuse(code, suiji_write(of, SUIJI_JSON, NULL, &out, &error));
        if (of != registry) misuse(code, suiji_table_row(of, SUIJI_TEXT("A"), &out, &error));
        if (of != registry) misuse(code, suiji_table_ids(of, 0, 1, &out, &error));
        if (of != report) misuse(code, suiji_require(of, &error));
        if (of != registry) misuse(code, suiji_inputs_new(plan.data, plan.size, of, roster, history, NULL, &out, &error));
        misuse(code, suiji_part(of, SUIJI_DIGEST, &out, &error));
        misuse(code, suiji_findings(of, NULL, 0, NULL, &out, &error));
        if (of == NULL) continue; /* a run, roster, history or evidence that is NULL is not provided */
        misuse(code, suiji_draw(sealed, contributions.data, contributions.size, of, &out, &error));
        misuse(code, suiji_inputs_new(plan.data, plan.size, registry, of, history, NULL, &out, &error));
        misuse(code, suiji_verify(record, of, NULL, &out, &error));
    }
    misuse("argument.wrong-kind", suiji_findings(sealed, SUIJI_TEXT("2024-09-02T10:00:00+08:00"), NULL, &out, &error));
}

static void wrong_numbers(void)
{
    suiji_handle *out, *error;
    int32_t numbers[] = {INT32_MIN, -1, 99, INT32_MAX};
    for (size_t i = 0; i < sizeof numbers / sizeof *numbers; i++) {
        int32_t number = numbers[i];
        misuse("argument.unknown-number", suiji_document(number, SUIJI_JSON, plan.data, plan.size, NULL, &out, &error));
        misuse("argument.unknown-number", suiji_document(SUIJI_PLAN, number, plan.data, plan.size, NULL, &out, &error));
        misuse("argument.unknown-number", suiji_digest(SUIJI_PLAN, number, plan.data, plan.size, &out, &error));
        misuse("argument.unknown-number", suiji_digest(SUIJI_COMMITMENT, number, suiji_data(bytes), suiji_size(bytes), &out, &error));
        misuse("argument.unknown-number", suiji_digest(number, SUIJI_SM3, plan.data, plan.size, &out, &error));
        misuse("argument.unknown-number", suiji_read(number, plan.data, plan.size, NULL, &out, &error));
        misuse("argument.unknown-number", suiji_write(record, number, NULL, &out, &error));
        misuse("argument.unknown-number", suiji_part(record, number, &out, &error));
        misuse("argument.unknown-number", suiji_table_read(number, SUIJI_CSV, NULL, 0, NULL, &out, &error));
        misuse("argument.unknown-number", suiji_table_read(SUIJI_ROSTER, number, NULL, 0, NULL, &out, &error));
        misuse("argument.unknown-number", suiji_builder_new(number, NULL, 0, &out, &error));
        misuse("argument.unknown-number", suiji_arrange(suiji_data(bytes), suiji_size(bytes), number, NULL, 0, &out, &error));
        misuse("argument.unknown-number", suiji_papers(sealed, record, NULL, 0, NULL, 0, NULL, 0, NULL, 0, NULL, 0, NULL, 0, NULL, 0, number, &out, &error));
        misuse("argument.unknown-number", suiji_check_contributions(sealed, number, contributions.data, contributions.size, &error));
    }
    misuse("argument.unknown-number", suiji_table_ids(registry, -1, 1, &out, &error));
    misuse("argument.unknown-number", suiji_changes(registry, registry, -1, &out, &error));
    misuse("argument.wrong-kind", suiji_changes(record, record, 1, &out, &error));
    misuse("argument.unknown-number", suiji_run_new(-1, &out, &error));
    misuse("argument.no-such-paper", suiji_papers(sealed, record, NULL, 0, NULL, 0, NULL, 0, NULL, 0, NULL, 0, SUIJI_TEXT("[\"no such\"]"), NULL, 0, SUIJI_ZH, &out, &error));
    misuse("argument.wrong-kind", suiji_papers_list(record, &out, &error));
    misuse("argument.null", suiji_statement(NULL, 1, NULL, 0, NULL, 0, &out, &error));
    misuse("argument.null", suiji_envelope_verify(NULL, 1, NULL, 0, &error));
    misuse("argument.null", suiji_timestamp_request(SUIJI_TEXT("{}"), NULL, &error));
    misuse("argument.json", suiji_ledger_audit(NULL, 0, SUIJI_TEXT("1"), &out, &error));
    misuse("argument.no-such-task", suiji_short_teams(sealed, SUIJI_TEXT("no such task"), &out, &error));
}

static void wrong_pointers(void)
{
    suiji_handle *out, *error, *run;
    int64_t number;
    misuse("argument.null", suiji_draw(sealed, contributions.data, contributions.size, NULL, NULL, &error));
    misuse("argument.null", suiji_draw(sealed, NULL, 1, NULL, &out, &error));
    misuse("argument.too-long", suiji_draw(sealed, contributions.data, SIZE_MAX, NULL, &out, &error));
    misuse("argument.null", suiji_canonical_json(NULL, SIZE_MAX, &out, &error));
    misuse("argument.null", suiji_plan_changes(plan.data, plan.size, NULL, 1, &out, &error));
    misuse("argument.no-such-task", suiji_frame_rows(sealed, SUIJI_TEXT("missing"), &out, &error));
    misuse("argument.no-such-task", suiji_sample_rows(record, NULL, SUIJI_TEXT("missing"), NULL, &out, &error));
    misuse("argument.not-utf8", suiji_table_row(registry, SUIJI_TEXT("\xff"), &out, &error));
    misuse("argument.json", suiji_receipts(sealed, record, SUIJI_TEXT("{"), NULL, &out, &error));
    misuse("argument.json", suiji_builder_new(SUIJI_ROSTER, SUIJI_TEXT("[]"), &out, &error));
    misuse("argument.json", suiji_seal(inputs, ceremony.data, ceremony.size, SUIJI_TEXT("1"), NULL, &out, &error));
    must(suiji_run_new(1, &run, &error));
    misuse("argument.null", suiji_run_progress(run, NULL, &number, &number, &error));
    suiji_free(run);
    /* If there is no place for the error, it is dropped. */
    if (suiji_draw(NULL, NULL, 0, NULL, &out, NULL) != SUIJI_MISUSE || out != NULL) stop("an error without a place");
    if (suiji_draw(sealed, SUIJI_TEXT("{}"), NULL, &out, NULL) != SUIJI_REFUSED || out != NULL) stop("a refusal without a place");
    if (suiji_draw(sealed, SUIJI_TEXT("{}"), NULL, NULL, NULL) != SUIJI_MISUSE) stop("a result without a place");
}

/* Parts, rows and ids are those of the documents. */
static void parts(void)
{
    suiji_handle *out, *other, *error;
    must(suiji_part(sealed, SUIJI_INPUTS, &out, &error));
    must(suiji_part(out, SUIJI_REGISTRY, &other, &error));
    if (suiji_kind(out) != SUIJI_INPUTS || suiji_rows(other) != suiji_rows(registry)) stop("another registry");
    suiji_free(out);
    suiji_free(other);
    must(suiji_table_ids(registry, 0, INT64_MAX, &out, &error));
    json_t *ids = json_handle(out);
    if ((int64_t)json_array_size(ids) != suiji_rows(registry)) stop("%zu ids", json_array_size(ids));
    suiji_free(out);
    const char *first = json_string_value(json_array_get(ids, 0));
    must(suiji_table_row(registry, first, strlen(first), &out, &error));
    json_t *row = json_handle(out);
    if (strcmp(string_at(row, "id"), first) != 0) stop("another row");
    json_decref(row);
    suiji_free(out);
    json_decref(ids);
    must(suiji_table_row(registry, SUIJI_TEXT("no such entity"), &out, &error));
    if (out != NULL) stop("a row of nobody");
    must(suiji_codes(&out, &error));
    json_t *codes = json_handle(out);
    if (json_array_size(codes) < 150) stop("%zu codes", json_array_size(codes));
    json_decref(codes);
    suiji_free(out);
    must(suiji_digest_groups(SUIJI_TEXT("0123456789abcdef0123456789abcdef0123456789abcdef0123456789abcdef"), &out, &error));
    if (strncmp(suiji_data(out), "0123 4567", 9) != 0) stop("groups: %s", suiji_data(out));
    suiji_free(out);
}

struct seen { int calls; int until; };

static int32_t watch(void *context, int32_t stage, int64_t done, int64_t total)
{
    struct seen *seen = context;
    if (suiji_stage_name(stage) == NULL || done < 0 || (total != 0 && done > total)) stop("stage %d: %lld of %lld", (int)stage, (long long)done, (long long)total);
    return ++seen->calls == seen->until;
}

/* The faults of an error, each with this code. */
static size_t faults(suiji_handle *error, const char *code)
{
    json_t *value = json_handle(error), *list = json_object_get(value, "faults"), *of;
    size_t index, count = json_array_size(list);
    json_array_foreach(list, index, of) if (strcmp(string_at(of, "code"), code) != 0) stop("%s instead of %s", string_at(of, "code"), code);
    json_decref(value);
    suiji_free(error);
    return count;
}

/* A changed name and an added entity are two changes, and two faults of sealed inputs. */
static void changed(void)
{
    suiji_handle *out, *error, *later, *others, *builder;
    must(suiji_builder_new(SUIJI_REGISTRY, NULL, 0, &builder, &error));
    must(suiji_write(registry, SUIJI_JSON_LINES, NULL, &out, &error));
    char *lines = malloc(suiji_size(out) + 1), *rest;
    memcpy(lines, suiji_data(out), suiji_size(out) + 1);
    suiji_free(out);
    rest = strchr(lines, '\n') + 1;
    json_t *first = json_of((struct text){lines, (size_t)(rest - lines)});
    json_object_set_new(first, "name", json_string("another name"));
    struct text text = written(first);
    must(suiji_builder_push_json(builder, text.data, text.size, NULL, &error));
    must(suiji_builder_push_json(builder, rest, strlen(rest), NULL, &error));
    must(suiji_builder_push_json(builder, SUIJI_TEXT("{\"id\": \"zz-9\", \"name\": \"x\"}"), NULL, &error));
    must(suiji_builder_finish(builder, NULL, &later, &error));
    must(suiji_changes(registry, later, 9, &out, &error));
    json_t *list = json_handle(out), *of = json_array_get(list, 0), *added = json_array_get(list, 1);
    if (json_array_size(list) != 2 || strcmp(string_at(of, "kind"), "changed") != 0 || strcmp(string_at(of, "id"), string_at(first, "id")) != 0 ||
        strcmp(json_string_value(json_array_get(json_object_get(of, "columns"), 0)), "name") != 0)
        stop("other changes: %s", suiji_data(out));
    if (strcmp(string_at(added, "kind"), "added") != 0 || strcmp(string_at(added, "id"), "zz-9") != 0) stop("nothing was added: %s", suiji_data(out));
    suiji_free(out);
    must(suiji_changes(later, registry, 1, &out, &error));
    if (strstr(suiji_data(out), "zz-9") != NULL) stop("more changes than asked for");
    suiji_free(out);
    must(suiji_inputs_new(plan.data, plan.size, later, roster, history, NULL, &others, &error));
    must(suiji_check_inputs(sealed, inputs, NULL, &error));
    if (suiji_check_inputs(sealed, others, NULL, &error) != SUIJI_REFUSED) stop("other inputs are those that were sealed");
    json_t *value = json_handle(error);
    if (json_array_size(json_object_get(value, "faults")) != 2) stop("%s", suiji_data(error));
    json_decref(value);
    suiji_free(error);
    suiji_free(others);
    suiji_free(later);
    suiji_free(builder);
    free(text.data);
    free(lines);
    json_decref(list);
    json_decref(first);
}

/* All invalid ids are reported. A run is asked before each receipt. */
static void bulk(void)
{
    suiji_handle *out, *error, *run;
    if (suiji_receipts(sealed, record, SUIJI_TEXT("[\"\", \"A-1\", \"a b\", \"甲\"]"), NULL, &out, &error) != SUIJI_REFUSED) stop("no ids");
    if (faults(error, "id.form") != 3) stop("not all ids are reported");
    struct seen seen = {0, 0};
    must(suiji_run_new(1, &run, &error));
    /* The first call makes the trees, which are kept. */
    must(suiji_receipts(sealed, record, SUIJI_TEXT("[]"), NULL, &out, &error));
    suiji_free(out);
    must(suiji_run_watch(run, watch, &seen, &error));
    must(suiji_receipts(sealed, record, SUIJI_TEXT("[\"A-1\", \"A-2\", \"A-3\", \"A-4\"]"), run, &out, &error));
    suiji_free(out);
    if (seen.calls < 4) stop("%d reports of four receipts", seen.calls);
    int all = seen.calls;
    for (seen.until = 1; seen.until <= all; seen.until++) {
        seen.calls = 0;
        if (suiji_receipts(sealed, record, SUIJI_TEXT("[\"A-1\", \"A-2\", \"A-3\", \"A-4\"]"), run, &out, &error) != SUIJI_CANCELLED || out != NULL) stop("receipts are not cancelled at %d", seen.until);
        suiji_free(error);
    }
    suiji_free(run);
}

/* Progress, and cancelling by the watch and by the token. A cancelled call leaves nothing. */
static void runs(void)
{
    suiji_handle *out, *error, *run;
    struct seen seen = {0, 0};
    int32_t stage;
    int64_t done, total;
    must(suiji_run_new(2, &run, &error));
    must(suiji_run_progress(run, &stage, &done, &total, &error));
    if (stage != 0 || done != 0 || total != 0) stop("progress before a call");
    must(suiji_run_watch(run, watch, &seen, &error));
    must(suiji_draw(sealed, contributions.data, contributions.size, run, &out, &error));
    suiji_free(out);
    must(suiji_run_progress(run, &stage, &done, &total, &error));
    if (seen.calls < 3 || stage == 0) stop("%d reports", seen.calls);
    int all = seen.calls;
    for (seen.until = 1; seen.until <= all; seen.until++) {
        seen.calls = 0;
        if (suiji_draw(sealed, contributions.data, contributions.size, run, &out, &error) != SUIJI_CANCELLED || out != NULL) stop("not cancelled at %d", seen.until);
        if (strcmp(code_of(error), "cancelled") != 0) stop("not cancelled");
    }
    must(suiji_run_watch(run, NULL, NULL, &error));
    must(suiji_draw(sealed, contributions.data, contributions.size, run, &out, &error));
    suiji_free(out);
    must(suiji_run_cancel(run, &error));
    if (suiji_draw(sealed, contributions.data, contributions.size, run, &out, &error) != SUIJI_CANCELLED) stop("not cancelled by the token");
    suiji_free(error);
    suiji_free(run);
}

/* A live source, from its numbers in the order in which they fell to the document for the draw. */
static void dice(void)
{
    suiji_handle *out, *made, *drawn, *error;
    json_t *given = json_of(contributions), *all = json_array(), *of;
    size_t index;
    json_array_foreach(json_object_get(given, "contributions"), index, of)
    {
        json_t *placed = json_deep_copy(of);
        json_object_set_new(placed, "source", json_integer((json_int_t)index));
        json_array_append_new(all, placed);
    }
    struct text partial = written(all);
    must(suiji_check_contributions(sealed, SUIJI_PARTIAL_CONTRIBUTIONS, partial.data, partial.size, &error));
    must(suiji_contributions(suiji_data(bytes), suiji_size(bytes), partial.data, partial.size, &made, &error));
    must(suiji_draw(sealed, suiji_data(made), suiji_size(made), NULL, &drawn, &error));
    must(suiji_write(drawn, SUIJI_JSON, NULL, &out, &error));
    suiji_handle *written_record;
    must(suiji_write(record, SUIJI_JSON, NULL, &written_record, &error));
    json_t *value = json_handle(written_record);
    if (!is_same(out, value)) stop("another draw");
    json_decref(value);
    suiji_free(written_record);
    suiji_free(out);
    suiji_free(drawn);
    suiji_free(made);
    free(partial.data);
    json_array_append(all, json_array_get(all, 0));
    partial = written(all);
    if (suiji_contributions(suiji_data(bytes), suiji_size(bytes), partial.data, partial.size, &made, &error) != SUIJI_REFUSED) stop("one too many");
    if (strcmp(code_of(error), "contributions.count") != 0) stop("one too many: another code");
    if (suiji_contributions(suiji_data(bytes), suiji_size(bytes), NULL, 0, &made, &error) != SUIJI_REFUSED) stop("none at all");
    if (strcmp(code_of(error), "contributions.count") != 0) stop("none at all: another code");
    free(partial.data);
    json_decref(all);
    json_decref(given);
}

/* The lists of an office: questions, answers, the table, the log. */
static void importing(void)
{
    suiji_handle *files, *import, *out, *error;
    must(suiji_files_new(&files, &error));
    must(suiji_files_add(files, SUIJI_TEXT("a.csv"), SUIJI_TEXT("统一社会信用代码,企业名称,登记状态\nA-1 ,样例企业,停业\n"), &error));
    must(suiji_import_lists(files, 0, NULL, 0, NULL, 0, plan.data, plan.size, registry, roster, &import, &error));
    if (suiji_kind(files) != SUIJI_FILES || suiji_kind(import) != SUIJI_IMPORT) stop("another kind");
    if (suiji_import_check(import, &error) != SUIJI_REFUSED || strcmp(code_of(error), "import.question") != 0) stop("no question");
    must(suiji_import_part(import, SUIJI_REGISTRY, SUIJI_CSV, &out, &error));
    if (out != NULL) stop("a table with an open question");
    must(suiji_import_part(import, SUIJI_SUMMARY, SUIJI_JSON, &out, &error));
    json_t *summary = json_handle(out);
    const json_t *question = json_array_get(json_object_get(summary, "questions"), 0);
    if (strcmp(string_at(question, "id"), "registry:value:status:停业") != 0) stop("another question");
    json_decref(summary);
    suiji_free(out);
    suiji_free(import);

    const char *answers = "{\"answers\": {\"registry:value:status:停业\": \"inactive\"}}";
    must(suiji_import_lists(files, SUIJI_REGISTRY, SUIJI_TEXT("\"all\""), answers, strlen(answers), NULL, 0, NULL, NULL, &import, &error));
    must(suiji_import_check(import, &error));
    must(suiji_import_part(import, SUIJI_REGISTRY, SUIJI_JSON_LINES, &out, &error));
    if (strcmp(suiji_data(out), "{\"id\":\"A-1\",\"name\":\"样例企业\",\"status\":\"inactive\"}\n") != 0) stop("another table: %s", suiji_data(out));
    suiji_free(out);
    must(suiji_import_part(import, SUIJI_LOG, SUIJI_CSV, &out, &error));
    if (strstr(suiji_data(out), "a.csv,,2,登记状态,停业,inactive,answer\r\n") == NULL) stop("another log: %s", suiji_data(out));
    suiji_free(out);
    int32_t forms[] = {SUIJI_JSON_LINES, SUIJI_HTML, SUIJI_HTML_EN};
    for (int i = 0; i < 3; i++) {
        must(suiji_import_part(import, SUIJI_LOG, forms[i], &out, &error));
        if (strstr(suiji_data(out), "停业") == NULL) stop("a log without its change");
        suiji_free(out);
    }
    must(suiji_import_part(import, SUIJI_ROSTER, SUIJI_CSV, &out, &error));
    if (out != NULL) stop("a list that no file has");

    misuse("argument.null", suiji_files_add(NULL, SUIJI_TEXT("a"), SUIJI_TEXT("a"), &error));
    misuse("argument.wrong-kind", suiji_files_add(import, SUIJI_TEXT("a"), SUIJI_TEXT("a"), &error));
    misuse("argument.not-utf8", suiji_files_add(files, SUIJI_TEXT("\xff"), SUIJI_TEXT("a"), &error));
    misuse("argument.wrong-kind", suiji_import_lists(registry, 0, NULL, 0, NULL, 0, NULL, 0, NULL, NULL, &out, &error));
    misuse("argument.wrong-kind", suiji_import_lists(files, 0, NULL, 0, NULL, 0, NULL, 0, roster, NULL, &out, &error));
    misuse("argument.wrong-kind", suiji_import_plan(files, NULL, 0, NULL, registry, &out, &error));
    misuse("argument.unknown-number", suiji_import_lists(files, SUIJI_PLAN, NULL, 0, NULL, 0, NULL, 0, NULL, NULL, &out, &error));
    misuse("argument.json", suiji_import_lists(files, 0, SUIJI_TEXT("\"some\""), NULL, 0, NULL, 0, NULL, NULL, &out, &error));
    misuse("argument.null", suiji_import_check(NULL, &error));
    misuse("argument.wrong-kind", suiji_import_part(files, SUIJI_LOG, SUIJI_CSV, &out, &error));
    misuse("argument.unknown-number", suiji_import_part(import, SUIJI_LOG, SUIJI_JSON, &out, &error));
    misuse("argument.unknown-number", suiji_import_part(import, SUIJI_SUMMARY, SUIJI_CSV, &out, &error));
    misuse("argument.unknown-number", suiji_import_part(import, SUIJI_SEED, SUIJI_JSON, &out, &error));
    if (suiji_import_lists(files, 0, NULL, 0, SUIJI_TEXT("{"), NULL, 0, NULL, NULL, &out, &error) != SUIJI_REFUSED) stop("answers that are none");
    suiji_free(error);
    if (suiji_import_plan(files, NULL, 0, registry, roster, &out, &error) != SUIJI_REFUSED) stop("a list is no plan");
    suiji_free(error);
    suiji_free(import);
    suiji_free(files);

    must(suiji_files_new(&files, &error));
    must(suiji_files_add(files, SUIJI_TEXT("a.txt"), SUIJI_TEXT("样例县工信局2024年度工作计划\n抽查任务名称\t抽查事项\t抽查范围\t抽查比例/数量\n样例抽查\t样例\t样例企业\t20%\n"), &error));
    must(suiji_import_plan(files, NULL, 0, NULL, NULL, &import, &error));
    must(suiji_import_part(import, SUIJI_PLAN, SUIJI_JSON, &out, &error));
    if (out != NULL || suiji_import_check(import, &error) != SUIJI_REFUSED) stop("a plan leaves something open");
    suiji_free(error);
    suiji_free(import);
    suiji_free(files);
}

#define OF(handle) suiji_data(handle), suiji_size(handle)

/* The record is signed by a key, and stamped by nobody. */
static void signing(void)
{
    static const char private_key[] = "-----BEGIN PRIVATE KEY-----\n"
                                      "MC4CAQAwBQYDK2VwBCIEIKLobEa4YpHPvmUhpI/9LnogwoEG4+v0F48JgD+mQlFK\n"
                                      "-----END PRIVATE KEY-----\n";
    static const char public_key[] = "-----BEGIN PUBLIC KEY-----\n"
                                     "MCowBQYDK2VwAyEAJ2zxwXTUlUfUFaSxdxI5zdS0pW0nwM5MRGCzc9YGENw=\n"
                                     "-----END PUBLIC KEY-----\n";
    suiji_handle *error, *commitment, *digest, *statement, *to_sign, *request, *empty, *envelope, *again, *out;
    must(suiji_part(record, SUIJI_COMMITMENT, &commitment, &error));
    must(suiji_part(record, SUIJI_DIGEST, &digest, &error));
    must(suiji_statement(OF(commitment), OF(digest), NULL, 0, &statement, &error));
    must(suiji_to_sign(OF(statement), &to_sign, &error));
    if (strncmp(suiji_data(to_sign), "DSSEv1 33 application/vnd.suiji.record+json ", 44) != 0) stop("not the bytes to sign");
    must(suiji_timestamp_request(OF(statement), &request, &error));
    if (suiji_size(request) < 50 || suiji_data(request)[0] != 0x30) stop("not a request");
    must(suiji_envelope(OF(statement), &empty, &error));
    must(suiji_envelope_sign(OF(empty), SUIJI_TEXT(private_key), &envelope, &error));
    must(suiji_envelope_verify(OF(envelope), SUIJI_TEXT(public_key), &error));
    if (suiji_envelope_verify(OF(empty), SUIJI_TEXT(public_key), &error) != SUIJI_REFUSED) stop("an envelope without signatures");
    if (strcmp(code_of(error), "envelope.unsigned") != 0) stop("another code");
    must(suiji_envelope_statement(OF(envelope), &again, &error));
    if (strcmp(suiji_data(again), suiji_data(statement)) != 0) stop("another statement");
    if (suiji_timestamp_verify(OF(statement), SUIJI_TEXT("no token"), NULL, 0, &out, &error) != SUIJI_REFUSED) stop("no token");
    if (strcmp(code_of(error), "timestamp.form") != 0) stop("another code");
    if (suiji_ledger_audit(SUIJI_TEXT("{}\n"), NULL, 0, &out, &error) != SUIJI_REFUSED) stop("no ledger");
    if (strcmp(code_of(error), "ledger.form") != 0) stop("another code");
    suiji_handle *handles[] = {commitment, digest, statement, to_sign, request, empty, envelope, again};
    for (size_t i = 0; i < sizeof handles / sizeof *handles; i++) suiji_free(handles[i]);
}

int main(int count, char **arguments)
{
    if (count != 2) stop("usage: interface FOLDER");
    draw(arguments[1]);
    plain_values();
    wrong_handles();
    wrong_numbers();
    wrong_pointers();
    parts();
    changed();
    bulk();
    runs();
    dice();
    importing();
    signing();
#ifdef SUIJI_PANIC_FOR_TESTS
    suiji_handle *out, *error;
    if (suiji_panic(&out, &error) != SUIJI_PANIC || out != NULL || strcmp(code_of(error), "bug.panic") != 0) stop("a panic crossed");
    must(suiji_draw(sealed, contributions.data, contributions.size, NULL, &out, &error));
    suiji_free(out);
    puts("interface: a panic is an error");
#endif
    suiji_handle *handles[] = {registry, roster, history, inputs, sealed, record, form, report, bytes};
    for (size_t i = 0; i < sizeof handles / sizeof *handles; i++) suiji_free(handles[i]);
    free(plan.data);
    free(ceremony.data);
    free(contributions.data);
    printf("interface: %d wrong calls are errors\n", misuses);
    return 0;
}
