/* All vectors through the C interface: `vectors FOLDER [KIND]`, with FOLDER tests/vectors. */
#include "support.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum { FLOOR_DRAWS = 72, FLOOR_REFUSALS = 208, FLOOR_RECEIPTS = 14, FLOOR_AMENDED = 10, FLOOR_CHANGES = 400 };

static int draws, refusals, receipts, changes, amended;

static bool is_text(suiji_handle *handle, const char *expected)
{
    bool same = suiji_size(handle) == strlen(expected) && memcmp(suiji_data(handle), expected, suiji_size(handle)) == 0;
    suiji_free(handle);
    return same;
}

/* The secret of a vector; empty if it is not blinded. */
static struct text secret_of(const json_t *documents)
{
    const json_t *secret = json_object_get(json_object_get(json_object_get(documents, "ceremony.json"), "json"), "secret");
    return text_of(secret == NULL ? "" : json_string_value(secret));
}

static suiji_handle *public_form_of(const json_t *documents, suiji_handle *record)
{
    suiji_handle *form, *error;
    struct text secret = secret_of(documents);
    must(suiji_public_form(record, secret.data, secret.size, NULL, &form, &error));
    free(secret.data);
    return form;
}

/* Whether writing a handle gives this value. */
static bool is_written(suiji_handle *handle, const json_t *value)
{
    suiji_handle *json, *error;
    must(suiji_write(handle, SUIJI_JSON, NULL, &json, &error));
    bool same = is_same(json, value);
    suiji_free(json);
    return same;
}

static void draw(const char *name, json_t *vector)
{
    const json_t *documents = json_object_get(vector, "documents"), *expected = json_object_get(vector, "expected");
    suiji_handle *sealed, *record, *part, *canonical, *error;
    must(drawn_of(documents, &sealed, &record, &error));
    must(suiji_part(sealed, SUIJI_COMMITMENT, &part, &error));
    must(suiji_document(SUIJI_COMMITMENT, SUIJI_CANONICAL, suiji_data(part), suiji_size(part), NULL, &canonical, &error));
    if (!is_text(canonical, string_at(expected, "commitment_jcs"))) stop("%s: another commitment", name);
    suiji_free(part);
    must(suiji_part(sealed, SUIJI_DIGEST, &part, &error));
    if (!is_text(part, string_at(expected, "commitment_digest"))) stop("%s: another digest", name);
    if (!is_written(record, json_object_get(expected, "record"))) stop("%s: another record", name);
    must(suiji_part(record, SUIJI_DIGEST, &part, &error));
    if (!is_text(part, string_at(expected, "record_digest"))) stop("%s: another digest of the record", name);
    suiji_handle *form = public_form_of(documents, record);
    if (!is_written(form, json_object_get(expected, "public"))) stop("%s: another public form", name);
    suiji_free(form);
    suiji_free(record);
    suiji_free(sealed);
    draws++;
}

/* `registry row 3 class`, from the first fault of an error. */
static void place_of(const json_t *error, char *place, size_t size)
{
    const json_t *of = json_object_get(json_array_get(json_object_get(error, "faults"), 0), "place");
    const char *path = string_at(of, "path");
    const json_t *row = json_object_get(of, "row");
    int length = snprintf(place, size, "%s", string_at(of, "kind"));
    if (row != NULL) length += snprintf(place + length, size - (size_t)length, " row %lld", (long long)json_integer_value(row));
    if (path != NULL) snprintf(place + length, size - (size_t)length, " %s", path);
}

/* Reads a document as its kind, and drops it. */
static int32_t read_as(int32_t kind, struct text text, suiji_handle **error)
{
    suiji_handle *document = NULL;
    int32_t status = suiji_document(kind, SUIJI_JSON, text.data, text.size, NULL, &document, error);
    suiji_free(document);
    return status;
}

static int32_t read_all(const json_t *documents, suiji_handle **error)
{
    static const struct { const char *name; int32_t kind; } kinds[] = {
        {"commitment.json", SUIJI_COMMITMENT}, {"record.json", SUIJI_RECORD}, {"public-form.json", SUIJI_PUBLIC_FORM},
        {"receipt.json", SUIJI_RECEIPT}, {"amendments.json", SUIJI_AMENDMENTS}};
    for (size_t i = 0; i < sizeof kinds / sizeof *kinds; i++) {
        if (json_object_get(documents, kinds[i].name) == NULL) continue;
        struct text text = document(documents, kinds[i].name);
        int32_t status = read_as(kinds[i].kind, text, error);
        free(text.data);
        if (status != SUIJI_OK) return status;
    }
    return SUIJI_OK;
}

static suiji_handle *record_of(const json_t *documents)
{
    suiji_handle *record, *error;
    struct text text = document(documents, "record.json");
    must(suiji_read(SUIJI_RECORD, text.data, text.size, NULL, &record, &error));
    free(text.data);
    return record;
}

static int32_t reopened(const json_t *documents, suiji_handle **error)
{
    suiji_handle *inputs, *sealed, *record;
    must_at(inputs_of(documents, &inputs, error), error, "inputs", __FILE__, __LINE__);
    struct text commitment = document(documents, "commitment.json"), secret = secret_of(documents),
                contributions = document(documents, "contributions.json");
    int32_t status = suiji_reopen(inputs, commitment.data, commitment.size, secret.data, secret.size, NULL, &sealed, error);
    if (status == SUIJI_OK) status = suiji_draw(sealed, contributions.data, contributions.size, NULL, &record, error);
    if (status == SUIJI_OK) suiji_free(record);
    suiji_free(sealed);
    suiji_free(inputs);
    free(commitment.data);
    free(secret.data);
    free(contributions.data);
    return status;
}

/* Runs the step that `run` of a refusal names. */
static int32_t refused(const json_t *vector, suiji_handle **error)
{
    const json_t *documents = json_object_get(vector, "documents");
    const char *run = string_at(vector, "run"), *entity = string_at(vector, "entity");
    suiji_handle *sealed = NULL, *record = NULL, *result = NULL;
    int32_t status;
    if (strcmp(run, "read") == 0) return read_all(documents, error);
    if (strcmp(run, "reopen") == 0) return reopened(documents, error);
    if (strcmp(run, "draw") == 0) {
        status = drawn_of(documents, &sealed, &record, error);
    } else if (strcmp(run, "publish") == 0) {
        struct text secret = secret_of(documents);
        record = record_of(documents);
        status = suiji_public_form(record, secret.data, secret.size, NULL, &result, error);
        free(secret.data);
    } else if (strcmp(run, "receipt") == 0) {
        must_at(sealed_of(documents, &sealed, error), error, "seal", __FILE__, __LINE__);
        record = record_of(documents);
        status = suiji_receipt(sealed, record, entity, strlen(entity), NULL, &result, error);
        suiji_free(sealed);
    } else {
        record = record_of(documents);
        must_at(suiji_verify(record, NULL, NULL, &result, error), error, "verify", __FILE__, __LINE__);
        status = suiji_require(result, error);
    }
    suiji_free(result);
    suiji_free(record);
    return status;
}

static void refusal(const char *name, json_t *vector)
{
    const json_t *expected = json_object_get(vector, "expected");
    suiji_handle *error = NULL;
    int32_t status = refused(vector, &error);
    int32_t right = strcmp(string_at(vector, "run"), "require") == 0 ? SUIJI_NOT_HOLDING : SUIJI_REFUSED;
    if (status != right) stop("%s: status %d instead of %d", name, (int)status, (int)right);
    json_t *found = json_handle(error);
    char place[1000];
    place_of(found, place, sizeof place);
    if (strcmp(string_at(found, "code"), string_at(expected, "code")) != 0 || strcmp(string_at(found, "kind"), string_at(expected, "kind")) != 0 ||
        strcmp(place, string_at(expected, "place")) != 0)
        stop("%s: %s", name, suiji_data(error));
    json_decref(found);
    suiji_free(error);
    refusals++;
}

/* The number of checks with this id and outcome in a report, of all tasks or of the first task and the whole. */
static int with_outcome(const json_t *report, const char *id, const char *outcome, bool of_first)
{
    size_t index;
    json_t *check;
    int count = 0;
    json_array_foreach(json_object_get(report, "checks"), index, check)
    {
        const char *task = string_at(check, "task");
        bool counts = !of_first || task == NULL || strcmp(task, "J1") == 0;
        count += counts && strcmp(string_at(check, "id"), id) == 0 && strcmp(string_at(check, "outcome"), outcome) == 0;
    }
    return count;
}

/* Stops unless each id of a list has this outcome. */
static void all_have(const char *name, const json_t *report, const json_t *ids, const char *outcome, bool of_first)
{
    size_t index;
    json_t *id;
    json_array_foreach(ids, index, id) if (with_outcome(report, json_string_value(id), outcome, of_first) == 0)
        stop("%s: %s is not %s", name, json_string_value(id), outcome);
}

static bool is_in(const json_t *list, const char *text)
{
    size_t index;
    json_t *of;
    json_array_foreach(list, index, of) if (strcmp(json_string_value(of), text) == 0) return true;
    return false;
}

static void add_table(suiji_handle *evidence, const json_t *documents, const json_t *with, const char *name, int32_t kind)
{
    if (!is_in(with, name)) return;
    suiji_handle *table, *error;
    char file[40];
    snprintf(file, sizeof file, "%s.jsonl", name);
    struct text text = document(documents, file);
    must(suiji_table_read(kind, SUIJI_JSON_LINES, text.data, text.size, NULL, &table, &error));
    must(suiji_evidence_add(evidence, table, &error));
    suiji_free(table);
    free(text.data);
}

static suiji_handle *evidence_of(const json_t *vector, const json_t *documents, const json_t *with)
{
    suiji_handle *evidence, *error;
    must(suiji_evidence_new(&evidence, &error));
    add_table(evidence, documents, with, "registry", SUIJI_REGISTRY);
    add_table(evidence, documents, with, "roster", SUIJI_ROSTER);
    add_table(evidence, documents, with, "history", SUIJI_HISTORY);
    struct text plan = document(documents, "plan.json"), secret = secret_of(documents);
    if (is_in(with, "plan")) must(suiji_evidence_add_document(evidence, SUIJI_PLAN, plan.data, plan.size, &error));
    if (is_in(with, "secret") && secret.size > 0) must(suiji_evidence_add_document(evidence, SUIJI_SECRET, secret.data, secret.size, &error));
    free(plan.data);
    free(secret.data);
    if (is_in(with, "earlier")) {
        size_t index;
        json_t *commitment;
        json_array_foreach(json_object_get(json_object_get(documents, "earlier.json"), "json"), index, commitment)
        {
            struct text text = written(commitment);
            must(suiji_evidence_add_document(evidence, SUIJI_COMMITMENT, text.data, text.size, &error));
            free(text.data);
        }
    }
    if (is_in(with, "sheet")) {
        suiji_handle *digest;
        struct text text = written(json_object_get(json_object_get(vector, "record"), "commitment"));
        must(suiji_digest(SUIJI_COMMITMENT, 0, text.data, text.size, &digest, &error));
        must(suiji_evidence_add_document(evidence, SUIJI_DIGEST, suiji_data(digest), suiji_size(digest), &error));
        suiji_free(digest);
        free(text.data);
    }
    return evidence;
}

/* The documents of a vector with one of them changed. */
static json_t *with_change(const json_t *documents, const char *name, const json_t *patch)
{
    json_t *all = json_deep_copy(documents), *of = json_object_get(all, name);
    const char *form = json_object_get(of, "json") != NULL ? "json" : "rows";
    json_object_set_new(of, form, patched(json_object_get(of, form), patch));
    return all;
}

/* Verifies a vector, changed or unchanged. Returns the report, or NULL and the error. */
static suiji_handle *verified(const json_t *vector, const char *change, const json_t *patch, const json_t *with, suiji_handle **error)
{
    bool of_form = strcmp(change, "public") == 0, of_document = !of_form && strcmp(change, "record") != 0;
    const json_t *documents = json_object_get(vector, "documents"), *original = json_object_get(vector, of_form ? "public" : "record");
    json_t *used = of_document ? with_change(documents, change, patch) : json_deep_copy(documents);
    json_t *verifies = of_document ? json_deep_copy(original) : patched(original, patch);
    struct text text = written(verifies);
    suiji_handle *evidence = evidence_of(vector, used, with), *handle, *report = NULL;
    int32_t status = suiji_read(of_form ? SUIJI_PUBLIC_FORM : SUIJI_RECORD, text.data, text.size, NULL, &handle, error);
    if (status == SUIJI_OK) must_at(suiji_verify(handle, evidence, NULL, &report, error), error, "verify", __FILE__, __LINE__);
    suiji_free(handle);
    suiji_free(evidence);
    free(text.data);
    json_decref(used);
    json_decref(verifies);
    return report;
}

/* Stops unless a change is refused with the code of the case, or its checks fail. */
static void found(const char *name, const json_t *change, suiji_handle *report, suiji_handle *error, bool of_first)
{
    const char *code = string_at(change, "refused");
    changes++;
    if (report == NULL) {
        const char *found = code_of(error);
        if (code == NULL || strcmp(found, code) != 0) stop("%s, %s: refused: %s", name, string_at(change, "name"), found);
        return;
    }
    if (code != NULL) stop("%s, %s: accepted", name, string_at(change, "name"));
    suiji_handle *refused = NULL;
    if (suiji_require(report, &refused) != SUIJI_NOT_HOLDING) stop("%s, %s: holds", name, string_at(change, "name"));
    suiji_free(refused);
    json_t *value = json_handle(report);
    all_have(name, value, json_object_get(change, "fails"), "failed", of_first);
    json_decref(value);
    suiji_free(report);
}

static void tampered(const char *name, json_t *vector)
{
    json_t *nothing = json_array(), *all = json_pack("[ssssss]", "plan", "registry", "roster", "history", "secret", "earlier");
    const char *both[] = {"record", "public"};
    for (int i = 0; i < 2; i++) {
        suiji_handle *error = NULL, *report = verified(vector, both[i], nothing, all, &error);
        must(suiji_require(report, &error));
        suiji_free(report);
    }
    size_t index;
    json_t *change;
    json_array_foreach(json_object_get(vector, "cases"), index, change)
    {
        suiji_handle *error = NULL;
        suiji_handle *report = verified(vector, string_at(change, "change"), json_object_get(change, "patch"), json_object_get(change, "with"), &error);
        found(name, change, report, error, false);
    }
    json_decref(nothing);
    json_decref(all);
}

/* Checks a receipt of a vector, changed or unchanged. Returns the report, or NULL and the error. */
static suiji_handle *checked(const json_t *vector, const json_t *change, bool with_plan, suiji_handle **error)
{
    json_t *both[2];
    struct text texts[2], plan = document(json_object_get(vector, "documents"), "plan.json");
    const char *names[] = {"receipt", "public"};
    for (int i = 0; i < 2; i++) {
        const json_t *original = json_object_get(vector, names[i]);
        bool changed = change != NULL && strcmp(string_at(change, "change"), names[i]) == 0;
        both[i] = changed ? patched(original, json_object_get(change, "patch")) : json_deep_copy(original);
        texts[i] = written(both[i]);
    }
    suiji_handle *form = NULL, *report = NULL;
    int32_t status = suiji_read(SUIJI_PUBLIC_FORM, texts[1].data, texts[1].size, NULL, &form, error);
    if (status == SUIJI_OK)
        suiji_check_receipt(texts[0].data, texts[0].size, form, plan.data, with_plan ? plan.size : 0, &report, error);
    suiji_free(form);
    free(plan.data);
    for (int i = 0; i < 2; i++) {
        json_decref(both[i]);
        free(texts[i].data);
    }
    return report;
}

/* Three lines. The first and the last are the receipt, in canonical form. */
static void in_bulk(const char *name, suiji_handle *many, const json_t *expected)
{
    suiji_handle *canonical, *error;
    struct text text = written(expected);
    must(suiji_canonical_json(text.data, text.size, &canonical, &error));
    size_t lines = 0;
    const char *line = suiji_data(many), *end = line + suiji_size(many), *next;
    for (; line < end; line = next + 1, lines++) {
        next = memchr(line, '\n', (size_t)(end - line));
        if (next == NULL) stop("%s: the last line has no end", name);
        bool same = (size_t)(next - line) == suiji_size(canonical) && memcmp(line, suiji_data(canonical), suiji_size(canonical)) == 0;
        if (same != (lines != 1)) stop("%s: another receipt in bulk", name);
    }
    if (lines != 3) stop("%s: %zu receipts in bulk", name, lines);
    suiji_free(canonical);
    free(text.data);
}

static void receipt(const char *name, json_t *vector)
{
    const char *entity = string_at(vector, "entity");
    suiji_handle *sealed, *record, *made, *many, *form, *error = NULL;
    must(drawn_of(json_object_get(vector, "documents"), &sealed, &record, &error));
    must(suiji_receipt(sealed, record, entity, strlen(entity), NULL, &made, &error));
    if (!is_same(made, json_object_get(vector, "receipt"))) stop("%s: another receipt", name);
    json_t *ids = json_pack("[sss]", entity, "no-such-entity", entity);
    struct text list = written(ids);
    must(suiji_receipts(sealed, record, list.data, list.size, NULL, &many, &error));
    in_bulk(name, many, json_object_get(vector, "receipt"));
    form = public_form_of(json_object_get(vector, "documents"), record);
    if (!is_written(form, json_object_get(vector, "public"))) stop("%s: another public form", name);
    free(list.data);
    json_decref(ids);
    suiji_free(many);
    suiji_free(form);
    suiji_free(made);
    suiji_free(record);
    suiji_free(sealed);
    const char *names[] = {"without_plan", "with_plan"};
    for (int with_plan = 0; with_plan < 2; with_plan++) {
        const json_t *expected = json_object_get(json_object_get(vector, "expected"), names[with_plan]);
        suiji_handle *report = checked(vector, NULL, with_plan, &error);
        json_t *value = json_handle(report);
        all_have(name, value, json_object_get(expected, "established"), "established", true);
        all_have(name, value, json_object_get(expected, "on_trust"), "on_trust", true);
        if (strcmp(string_at(value, "verdict"), "fails") == 0) stop("%s: fails", name);
        json_decref(value);
        suiji_free(report);
    }
    size_t index;
    json_t *change;
    json_array_foreach(json_object_get(vector, "cases"), index, change)
    {
        suiji_handle *report = checked(vector, change, json_is_true(json_object_get(change, "with_plan")), &error);
        found(name, change, report, error, true);
    }
    receipts++;
}

/* Amends the draw of a vector. If this is refused, NULL and the error. */
static suiji_handle *amend(suiji_handle *sealed, suiji_handle *record, const json_t *earlier, const json_t *requests, suiji_handle **error)
{
    struct text before = earlier == NULL ? text_of("") : written(earlier), after = requests == NULL ? text_of("") : written(requests);
    suiji_handle *amendments;
    suiji_amend(sealed, record, before.data, before.size, after.data, after.size, NULL, &amendments, error);
    free(before.data);
    free(after.data);
    return amendments;
}

static void is_code(const char *name, const json_t *of, suiji_handle *amendments, suiji_handle *error)
{
    if (amendments != NULL) stop("%s, %s: accepted", name, string_at(of, "name"));
    const char *found = code_of(error);
    if (strcmp(found, string_at(of, "code")) != 0) stop("%s, %s: %s", name, string_at(of, "name"), found);
    changes++;
}

static void amendments(const char *name, json_t *vector)
{
    const json_t *documents = json_object_get(vector, "documents"), *expected = json_object_get(json_object_get(vector, "expected"), "amendments");
    const json_t *requests = json_object_get(json_object_get(documents, "requests.json"), "json");
    suiji_handle *sealed, *record, *state, *error = NULL;
    must(drawn_of(documents, &sealed, &record, &error));
    suiji_handle *made = amend(sealed, record, NULL, requests, &error);
    if (made == NULL || !is_same(made, expected)) stop("%s: %s", name, error == NULL ? "others" : suiji_data(error));
    must(suiji_state(record, suiji_data(made), suiji_size(made), &state, &error));
    size_t index, steps = json_array_size(json_object_get(vector, "steps"));
    const json_t *last = json_array_get(json_object_get(vector, "steps"), steps - 1);
    json_t *value = json_handle(state), *of;
    const json_t *away = json_object_get(value, "away"), *expected_away = json_object_get(last, "away");
    if (json_array_size(away) != json_array_size(expected_away) || (away != NULL && !json_equal(away, expected_away))) stop("%s: others are away", name);
    json_decref(value);
    suiji_free(state);
    suiji_free(made);
    json_array_foreach(json_object_get(vector, "refused"), index, of)
    {
        json_t *more = json_copy((json_t *)requests);
        json_array_append(more, json_object_get(of, "request"));
        made = amend(sealed, record, NULL, more, &error);
        is_code(name, of, made, error);
        json_decref(more);
    }
    json_array_foreach(json_object_get(vector, "changed"), index, of)
    {
        json_t *changed = patched(expected, json_object_get(of, "patch"));
        made = amend(sealed, record, changed, NULL, &error);
        is_code(name, of, made, error);
        json_decref(changed);
    }
    suiji_free(record);
    suiji_free(sealed);
    amended++;
}

int main(int count, char **arguments)
{
    static const struct { const char *folder; void (*run)(const char *, json_t *); } kinds[] = {
        {"draws", draw}, {"refusals", refusal}, {"tampered", tampered}, {"receipts", receipt}, {"amendments", amendments}};
    if (count < 2) stop("usage: vectors FOLDER [KIND]");
    for (size_t i = 0; i < sizeof kinds / sizeof *kinds; i++) {
        if (count > 2 && strcmp(arguments[2], kinds[i].folder) != 0) continue;
        char folder[4096];
        snprintf(folder, sizeof folder, "%s/%s", arguments[1], kinds[i].folder);
        each_file(folder, kinds[i].run);
    }
    /* The number of files when this test was written. A missing or incompletely read folder must not pass. */
    if (count == 2 && (draws < FLOOR_DRAWS || refusals < FLOOR_REFUSALS || receipts < FLOOR_RECEIPTS || amended < FLOOR_AMENDED || changes < FLOOR_CHANGES)) stop("too few vectors");
    if (count > 2 && draws + refusals + receipts + amended + changes == 0) stop("no vectors");
    printf("vectors: %d draws, %d refusals, %d receipts, %d files of amendments, %d changes\n", draws, refusals, receipts, amended, changes);
    return 0;
}
