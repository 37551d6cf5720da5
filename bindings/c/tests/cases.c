/* All cases, in the folders of an office: `cases FOLDER`, with FOLDER tests/vectors. */
#include "support.h"

#include <dirent.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum { FLOOR_DRAWN = 43, FLOOR_REFUSED = 22, FLOOR_FOUND = 60 };

static int drawn, refused, found;

static suiji_handle *table(const char *folder, const char *sound, int32_t kind, const char *name, suiji_handle **error)
{
    char csv[40], lines[40];
    snprintf(csv, sizeof csv, "%s.csv", name);
    snprintf(lines, sizeof lines, "%s.jsonl", name);
    bool is_lines = has_file(folder, lines), is_own = is_lines || has_file(folder, csv);
    if (!is_own) is_lines = has_file(sound, lines);
    struct text text = file(is_own ? folder : sound, is_lines ? lines : csv);
    suiji_handle *table = NULL;
    suiji_table_read(kind, is_lines ? SUIJI_JSON_LINES : SUIJI_CSV, text.data, text.size, NULL, &table, error);
    free(text.data);
    return table;
}

/* The inputs of a folder. Missing files come from `sound`. If they are refused, NULL and the first error. */
static suiji_handle *inputs_in(const char *folder, const char *sound, suiji_handle **error)
{
    struct text plan = file(has_file(folder, "plan.json") ? folder : sound, "plan.json");
    suiji_handle *inputs = NULL, *roster = NULL, *history = NULL, *registry = table(folder, sound, SUIJI_REGISTRY, "registry", error);
    if (registry != NULL) roster = table(folder, sound, SUIJI_ROSTER, "roster", error);
    if (roster != NULL) history = table(folder, sound, SUIJI_HISTORY, "history", error);
    if (history != NULL) suiji_inputs_new(plan.data, plan.size, registry, roster, history, NULL, &inputs, error);
    suiji_free(registry);
    suiji_free(roster);
    suiji_free(history);
    free(plan.data);
    return inputs;
}

/* The JSON of an expected file. */
static void is_expected(const char *folder, const char *name, suiji_handle *document)
{
    char expected[4096];
    snprintf(expected, sizeof expected, "%s/expected", folder);
    if (!has_file(expected, name)) return;
    json_t *value = json_file(expected, name);
    if (!is_same(document, value)) stop("%s: another %s", folder, name);
    json_decref(value);
}

static void draw(const char *folder, suiji_handle *inputs, suiji_handle *sealed)
{
    suiji_handle *record, *reopened, *secret, *part, *json, *evidence, *report, *form, *error;
    struct text contributions = file(folder, "contributions.json");
    must(suiji_part(sealed, SUIJI_COMMITMENT, &part, &error));
    is_expected(folder, "commitment.json", part);
    must(suiji_part(sealed, SUIJI_SECRET, &secret, &error));
    must(suiji_reopen(inputs, suiji_data(part), suiji_size(part), suiji_data(secret), suiji_size(secret), NULL, &reopened, &error));
    must(suiji_draw(reopened, contributions.data, contributions.size, NULL, &record, &error));
    must(suiji_write(record, SUIJI_JSON, NULL, &json, &error));
    is_expected(folder, "record.json", json);
    must(suiji_evidence_new(&evidence, &error));
    must(suiji_evidence_add(evidence, inputs, &error));
    must(suiji_public_form(record, suiji_data(secret), suiji_size(secret), NULL, &form, &error));
    if (secret != NULL) must(suiji_evidence_add_document(evidence, SUIJI_SECRET, suiji_data(secret), suiji_size(secret), &error));
    must(suiji_evidence_add(evidence, form, &error));
    must(suiji_verify(record, evidence, NULL, &report, &error));
    must(suiji_require(report, &error));
    suiji_handle *handles[] = {record, reopened, secret, part, json, evidence, report, form};
    for (size_t i = 0; i < sizeof handles / sizeof *handles; i++) suiji_free(handles[i]);
    free(contributions.data);
    drawn++;
}

/* Draws a case, or expects a refusal. */
static void one_case(const char *folder, const char *name)
{
    suiji_handle *error = NULL, *inputs = inputs_in(folder, folder, &error), *sealed = NULL, *record = NULL;
    struct text ceremony = file(folder, "ceremony.json"), contributions = file(folder, "contributions.json");
    if (inputs != NULL) suiji_seal(inputs, ceremony.data, ceremony.size, NULL, 0, NULL, &sealed, &error);
    if (sealed != NULL) suiji_draw(sealed, contributions.data, contributions.size, NULL, &record, &error);
    bool is_refused = strncmp(name, "refuse-", 7) == 0;
    /* Cases without a record have sources that this version does not support, or are refused. */
    char expected[4096];
    snprintf(expected, sizeof expected, "%s/expected", folder);
    is_refused = is_refused || !has_file(expected, "record.json");
    if (is_refused != (record == NULL)) stop("%s: %s", folder, error == NULL ? "accepted" : suiji_data(error));
    if (record != NULL) draw(folder, inputs, sealed);
    else refused++;
    suiji_free(error);
    suiji_free(record);
    suiji_free(sealed);
    suiji_free(inputs);
    free(ceremony.data);
    free(contributions.data);
}

/* The findings of a case have the expected codes and severities, in any order. */
static void one_found(const char *folder, const char *name)
{
    char sound[4096];
    snprintf(sound, sizeof sound, "%.*ssound", (int)(strlen(folder) - strlen(name)), folder);
    if (!has_file(folder, "expected.json")) return;
    suiji_handle *error = NULL, *inputs = inputs_in(folder, sound, &error), *findings, *refusal;
    json_t *expected = json_file(folder, "expected.json"), *left = json_object_get(expected, "findings"), *list, *of, *want;
    struct text ceremony = file(has_file(folder, "ceremony.json") ? folder : sound, "ceremony.json");
    if (inputs != NULL) {
        suiji_handle *sealed;
        if (suiji_seal(inputs, ceremony.data, ceremony.size, NULL, 0, NULL, &sealed, &error) == SUIJI_OK) {
            must(suiji_findings(sealed, NULL, 0, NULL, &findings, &refusal));
            list = json_handle(findings);
            suiji_free(findings);
            suiji_free(sealed);
        }
    }
    if (error != NULL) {
        json_t *value = json_handle(error);
        list = json_incref(json_object_get(value, "faults"));
        json_decref(value);
    }
    size_t index, place, matched = 0;
    json_array_foreach(left, index, want)
    {
        bool is_there = false;
        json_array_foreach(list, place, of)
        {
            const char *severity = string_at(of, "severity");
            is_there = is_there || (strcmp(string_at(of, "code"), string_at(want, "code")) == 0 && strcmp(severity == NULL ? "error" : severity, string_at(want, "severity")) == 0);
        }
        if (!is_there) stop("%s: no %s", folder, string_at(want, "code"));
        matched++;
    }
    if (matched == 0 && json_array_size(list) != 0) stop("%s: findings", folder);
    free(ceremony.data);
    json_decref(list);
    json_decref(expected);
    suiji_free(error);
    suiji_free(inputs);
    found++;
}

static void each_folder(const char *root, const char *kind, void (*run)(const char *, const char *))
{
    char path[2048], folder[4096];
    struct dirent **entries;
    snprintf(path, sizeof path, "%s/%s", root, kind);
    int count = scandir(path, &entries, NULL, alphasort);
    if (count <= 0) stop("%s: no cases", path);
    for (int i = 0; i < count; i++) {
        const char *name = entries[i]->d_name;
        snprintf(folder, sizeof folder, "%s/%s", path, name);
        if (name[0] != '.' && strstr(name, ".md") == NULL) run(folder, name);
        free(entries[i]);
    }
    free(entries);
}

int main(int count, char **arguments)
{
    if (count != 2) stop("usage: cases FOLDER");
    each_folder(arguments[1], "cases", one_case);
    each_folder(arguments[1], "found", one_found);
    if (drawn < FLOOR_DRAWN || refused < FLOOR_REFUSED || found < FLOOR_FOUND) stop("too few cases: %d drawn, %d refused, %d of mistakes", drawn, refused, found);
    printf("cases: %d drawn and verified, %d refused; %d of mistakes found\n", drawn, refused, found);
    return 0;
}
