/* The forms of documents in vectors, and their patches (tests/vectors/README.md). */
#include "support.h"

#include <ctype.h>
#include <stdlib.h>
#include <string.h>

/* Growing bytes. */
static void add(struct text *text, const char *data, size_t size)
{
    text->data = realloc(text->data, text->size + size + 1);
    if (text->data == NULL) stop("no memory");
    memcpy(text->data + text->size, data, size);
    text->size += size;
    text->data[text->size] = 0;
}

static int digit(char character)
{
    return isdigit((unsigned char)character) ? character - '0' : tolower((unsigned char)character) - 'a' + 10;
}

static void add_part(struct text *text, const json_t *part)
{
    if (json_is_string(part)) {
        add(text, json_string_value(part), json_string_length(part));
    } else if (json_object_get(part, "hex") != NULL) {
        for (const char *hex = string_at(part, "hex"); hex[0] != 0; hex += 2) {
            char byte = (char)(digit(hex[0]) * 16 + digit(hex[1]));
            add(text, &byte, 1);
        }
    } else {
        const json_t *repeat = json_object_get(part, "repeat");
        struct text all = {NULL, 0};
        json_int_t times = json_integer_value(json_object_get(part, "times"));
        size_t size = json_string_length(repeat);
        all.data = malloc(size * (size_t)times + 1);
        if (all.data == NULL) stop("no memory");
        for (json_int_t i = 0; i < times; i++, all.size += size) memcpy(all.data + all.size, json_string_value(repeat), size);
        add(text, all.data, all.size);
        free(all.data);
    }
}

struct text document(const json_t *documents, const char *name)
{
    const json_t *document = json_object_get(documents, name);
    struct text text = text_of("");
    size_t index;
    json_t *part;
    if (document == NULL) return text;
    if (json_is_array(document)) {
        json_array_foreach(document, index, part) add_part(&text, part);
    } else if (json_is_string(document)) {
        add_part(&text, document);
    } else if (json_object_get(document, "json") != NULL) {
        free(text.data);
        text = written(json_object_get(document, "json"));
    } else {
        json_array_foreach(json_object_get(document, "rows"), index, part)
        {
            struct text row = written(part);
            add(&text, row.data, row.size);
            add(&text, "\n", 1);
            free(row.data);
        }
    }
    return text;
}

/* The next part of a JSON pointer, without its escapes; NULL at the end. */
static char *next_part(const char **pointer)
{
    if (**pointer != '/') return NULL;
    const char *from = *pointer + 1;
    size_t size = strcspn(from, "/"), length = 0;
    char *part = malloc(size + 1);
    if (part == NULL) stop("no memory");
    for (size_t i = 0; i < size; i++) {
        if (from[i] == '~') part[length++] = from[++i] == '0' ? '~' : '/';
        else part[length++] = from[i];
    }
    part[length] = 0;
    *pointer = from + size;
    return part;
}

static json_t *child(json_t *of, const char *part)
{
    return json_is_array(of) ? json_array_get(of, strtoul(part, NULL, 10)) : json_object_get(of, part);
}

static int change(json_t *parent, const char *part, const char *operation, json_t *value)
{
    bool list = json_is_array(parent);
    size_t index = list ? strtoul(part, NULL, 10) : 0;
    if (strcmp(operation, "remove") == 0) return list ? json_array_remove(parent, index) : json_object_del(parent, part);
    if (!list) return json_object_set(parent, part, value);
    if (strcmp(operation, "replace") == 0) return json_array_set(parent, index, value);
    return strcmp(part, "-") == 0 ? json_array_append(parent, value) : json_array_insert(parent, index, value);
}

json_t *patched(const json_t *value, const json_t *patch)
{
    json_t *result = json_deep_copy(value), *step;
    size_t index;
    json_array_foreach(patch, index, step)
    {
        const char *pointer = string_at(step, "path");
        json_t *parent = result;
        char *part = next_part(&pointer);
        while (part != NULL && *pointer == '/') {
            parent = child(parent, part);
            free(part);
            part = next_part(&pointer);
        }
        if (part == NULL || change(parent, part, string_at(step, "op"), json_object_get(step, "value")) != 0)
            stop("patch: %s", string_at(step, "path"));
        free(part);
    }
    return result;
}
