/* Shared by the tests: files, JSON, documents of vectors, and calls that must succeed or be refused. */
#ifndef SUPPORT_H
#define SUPPORT_H

#include <jansson.h>
#include <stdbool.h>
#include <suiji.h>

/* Bytes that we own, followed by a zero. */
struct text {
    char *data;
    size_t size;
};

/* Stops with a message in the form of printf. */
void stop(const char *format, ...) __attribute__((format(printf, 1, 2), noreturn));

struct text text_of(const char *string);
struct text file(const char *folder, const char *name);
bool has_file(const char *folder, const char *name);

/* The JSON of a file, of bytes, of a handle. A number that does not fit ends the test. */
json_t *json_file(const char *folder, const char *name);
json_t *json_of(struct text text);
json_t *json_handle(const suiji_handle *handle);
/* A value as bytes, without white space. */
struct text written(const json_t *value);
const char *string_at(const json_t *object, const char *key);

/* The document of a vector as bytes; empty if there is none. */
struct text document(const json_t *documents, const char *name);
/* A value changed by a patch of RFC 6902 with replace, add and remove. */
json_t *patched(const json_t *value, const json_t *patch);

/* Stops unless the call succeeded. */
#define must(call) must_at((call), &error, #call, __FILE__, __LINE__)
void must_at(int32_t status, suiji_handle **error, const char *call, const char *file, int line);

/* The code of an error, which is freed. It lives until the next call. */
const char *code_of(suiji_handle *error);

/* Inputs from the documents of a vector; SUIJI_OK or the first failure. */
int32_t inputs_of(const json_t *documents, suiji_handle **inputs, suiji_handle **error);
/* Sealed from the documents of a vector. */
int32_t sealed_of(const json_t *documents, suiji_handle **sealed, suiji_handle **error);
/* Sealed and drawn. If it fails, neither is left. */
int32_t drawn_of(const json_t *documents, suiji_handle **sealed, suiji_handle **record, suiji_handle **error);

/* Whether the canonical form of a handle's JSON equals that of the value. */
bool is_same(suiji_handle *document, const json_t *value);

/* Each file of a folder of vectors, by name. */
void each_file(const char *folder, void (*run)(const char *name, json_t *vector));

#endif
