#include "support.h"

#include <dirent.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

void stop(const char *format, ...)
{
    va_list arguments;
    va_start(arguments, format);
    vfprintf(stderr, format, arguments);
    va_end(arguments);
    fputc('\n', stderr);
    exit(1);
}

static struct text room(size_t size)
{
    struct text text = {malloc(size + 1), size};
    if (text.data == NULL) stop("no memory");
    text.data[size] = 0;
    return text;
}

struct text text_of(const char *string)
{
    struct text text = room(strlen(string));
    memcpy(text.data, string, text.size);
    return text;
}

static FILE *opened(const char *folder, const char *name)
{
    char path[4096];
    if (snprintf(path, sizeof path, "%s/%s", folder, name) >= (int)sizeof path) stop("%s/%s: too long", folder, name);
    return fopen(path, "rb");
}

bool has_file(const char *folder, const char *name)
{
    FILE *stream = opened(folder, name);
    if (stream != NULL) fclose(stream);
    return stream != NULL;
}

struct text file(const char *folder, const char *name)
{
    FILE *stream = opened(folder, name);
    if (stream == NULL) stop("%s/%s: not found", folder, name);
    fseek(stream, 0, SEEK_END);
    struct text text = room((size_t)ftell(stream));
    rewind(stream);
    if (fread(text.data, 1, text.size, stream) != text.size) stop("%s/%s: not read", folder, name);
    fclose(stream);
    return text;
}

json_t *json_of(struct text text)
{
    json_error_t error;
    json_t *value = json_loadb(text.data, text.size, JSON_ALLOW_NUL | JSON_DECODE_ANY, &error);
    if (value == NULL) stop("JSON: %s at %d", error.text, error.position);
    return value;
}

json_t *json_file(const char *folder, const char *name)
{
    struct text text = file(folder, name);
    json_t *value = json_of(text);
    free(text.data);
    return value;
}

json_t *json_handle(const suiji_handle *handle)
{
    struct text text = {(char *)suiji_data(handle), suiji_size(handle)};
    return json_of(text);
}

struct text written(const json_t *value)
{
    size_t flags = JSON_COMPACT | JSON_ENCODE_ANY;
    struct text text = room(json_dumpb(value, NULL, 0, flags));
    json_dumpb(value, text.data, text.size, flags);
    return text;
}

const char *string_at(const json_t *object, const char *key)
{
    return json_string_value(json_object_get(object, key));
}

void must_at(int32_t status, suiji_handle **error, const char *call, const char *file, int line)
{
    if (status != SUIJI_OK) stop("%s:%d: %s: status %d: %s", file, line, call, (int)status, *error == NULL ? "" : suiji_data(*error));
    if (*error != NULL) stop("%s:%d: %s succeeded with an error", file, line, call);
}

const char *code_of(suiji_handle *error)
{
    static char code[200];
    if (suiji_kind(error) != SUIJI_ERROR) stop("expected an error, found kind %d", (int)suiji_kind(error));
    json_t *value = json_handle(error);
    snprintf(code, sizeof code, "%s", string_at(value, "code"));
    json_decref(value);
    suiji_free(error);
    return code;
}

/* A table of a vector, as CSV or JSON Lines. */
static int32_t table_of(const json_t *documents, int32_t kind, const char *csv, const char *lines, suiji_handle **table, suiji_handle **error)
{
    bool is_csv = json_object_get(documents, csv) != NULL;
    struct text text = document(documents, is_csv ? csv : lines);
    int32_t status = suiji_table_read(kind, is_csv ? SUIJI_CSV : SUIJI_JSON_LINES, text.data, text.size, NULL, table, error);
    free(text.data);
    return status;
}

int32_t inputs_of(const json_t *documents, suiji_handle **inputs, suiji_handle **error)
{
    struct text plan = document(documents, "plan.json");
    suiji_handle *registry = NULL, *roster = NULL, *history = NULL;
    int32_t status = table_of(documents, SUIJI_REGISTRY, "registry.csv", "registry.jsonl", &registry, error);
    if (status == SUIJI_OK) status = table_of(documents, SUIJI_ROSTER, "roster.csv", "roster.jsonl", &roster, error);
    if (status == SUIJI_OK) status = table_of(documents, SUIJI_HISTORY, "history.csv", "history.jsonl", &history, error);
    if (status == SUIJI_OK) status = suiji_inputs_new(plan.data, plan.size, registry, roster, history, NULL, inputs, error);
    free(plan.data);
    suiji_free(registry);
    suiji_free(roster);
    suiji_free(history);
    return status;
}

int32_t sealed_of(const json_t *documents, suiji_handle **sealed, suiji_handle **error)
{
    suiji_handle *inputs;
    int32_t status = inputs_of(documents, &inputs, error);
    if (status != SUIJI_OK) return status;
    struct text ceremony = document(documents, "ceremony.json"), earlier = document(documents, "earlier.json");
    status = suiji_seal(inputs, ceremony.data, ceremony.size, earlier.data, earlier.size, NULL, sealed, error);
    free(ceremony.data);
    free(earlier.data);
    suiji_free(inputs);
    return status;
}

int32_t drawn_of(const json_t *documents, suiji_handle **sealed, suiji_handle **record, suiji_handle **error)
{
    int32_t status = sealed_of(documents, sealed, error);
    if (status != SUIJI_OK) return status;
    struct text contributions = document(documents, "contributions.json");
    status = suiji_draw(*sealed, contributions.data, contributions.size, NULL, record, error);
    free(contributions.data);
    if (status != SUIJI_OK) suiji_free(*sealed);
    return status;
}

bool is_same(suiji_handle *document, const json_t *value)
{
    struct text text = written(value);
    suiji_handle *first, *second, *error;
    must(suiji_canonical_json(suiji_data(document), suiji_size(document), &first, &error));
    must(suiji_canonical_json(text.data, text.size, &second, &error));
    bool same = suiji_size(first) == suiji_size(second) && memcmp(suiji_data(first), suiji_data(second), suiji_size(first)) == 0;
    free(text.data);
    suiji_free(first);
    suiji_free(second);
    return same;
}

static int is_json(const struct dirent *entry)
{
    size_t size = strlen(entry->d_name);
    return size > 5 && strcmp(entry->d_name + size - 5, ".json") == 0;
}

void each_file(const char *folder, void (*run)(const char *name, json_t *vector))
{
    struct dirent **entries;
    int count = scandir(folder, &entries, is_json, alphasort);
    if (count <= 0) stop("%s: no vectors", folder);
    for (int i = 0; i < count; i++) {
        json_t *vector = json_file(folder, entries[i]->d_name);
        run(entries[i]->d_name, vector);
        json_decref(vector);
        free(entries[i]);
    }
    free(entries);
}
