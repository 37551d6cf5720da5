/* Columns in and results out through the Arrow C data interface: `arrow FOLDER`, with FOLDER a case. */
#include "support.h"

#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

/* The memory that an array or schema owns until it is released. `alive` counts the unreleased ones. */
static int alive;

struct owned { void *parts[8]; int count; };

static void *own(struct owned *owned, size_t size)
{
    void *part = calloc(1, size == 0 ? 1 : size);
    if (part == NULL) stop("no memory");
    owned->parts[owned->count++] = part;
    return part;
}

static void free_owned(struct owned *owned)
{
    for (int i = 0; i < owned->count; i++) free(owned->parts[i]);
    free(owned);
    alive--;
}

static void release_array(struct ArrowArray *array)
{
    for (int64_t i = 0; i < array->n_children; i++) {
        if (array->children[i]->release != NULL) array->children[i]->release(array->children[i]);
        free(array->children[i]);
    }
    array->release = NULL;
    free_owned(array->private_data);
}

static void release_schema(struct ArrowSchema *schema)
{
    for (int64_t i = 0; i < schema->n_children; i++) {
        if (schema->children[i]->release != NULL) schema->children[i]->release(schema->children[i]);
        free(schema->children[i]);
    }
    schema->release = NULL;
    free_owned(schema->private_data);
}

static struct owned *begin_array(struct ArrowArray *array, int64_t length, int64_t buffers, int64_t children)
{
    struct owned *owned = calloc(1, sizeof *owned);
    if (owned == NULL) stop("no memory");
    *array = (struct ArrowArray){.length = length, .n_buffers = buffers, .n_children = children, .release = release_array, .private_data = owned};
    array->buffers = own(owned, (size_t)buffers * sizeof(void *));
    array->children = children == 0 ? NULL : own(owned, (size_t)children * sizeof(void *));
    for (int64_t i = 0; i < children; i++) array->children[i] = calloc(1, sizeof(struct ArrowArray));
    alive++;
    return owned;
}

static void set_schema(struct ArrowSchema *schema, const char *format, const char *name, int64_t children)
{
    struct owned *owned = calloc(1, sizeof *owned);
    if (owned == NULL) stop("no memory");
    *schema = (struct ArrowSchema){.format = format, .name = name, .flags = ARROW_FLAG_NULLABLE, .n_children = children, .release = release_schema, .private_data = owned};
    schema->children = children == 0 ? NULL : own(owned, (size_t)children * sizeof(void *));
    for (int64_t i = 0; i < children; i++) schema->children[i] = calloc(1, sizeof(struct ArrowSchema));
    alive++;
}

/* A bitmap of the rows with the field. */
static uint8_t *validity(struct ArrowArray *array, struct owned *owned, const json_t *rows, const char *field)
{
    size_t index;
    json_t *row;
    uint8_t *bits = own(owned, (size_t)array->length / 8 + 1);
    json_array_foreach(rows, index, row)
    {
        if (json_object_get(row, field) != NULL) bits[index / 8] |= (uint8_t)(1 << index % 8);
        else array->null_count++;
    }
    array->buffers[0] = bits;
    return bits;
}

/* Texts of a list of JSON strings, or of a field of rows. */
static void texts(struct ArrowArray *array, const json_t *values, const char *field)
{
    size_t index, size = 0, count = json_array_size(values);
    json_t *value;
    struct owned *owned = begin_array(array, (int64_t)count, 3, 0);
    if (field != NULL) validity(array, owned, values, field);
    json_array_foreach(values, index, value) size += json_string_length(field == NULL ? value : json_object_get(value, field));
    int32_t *offsets = own(owned, (count + 1) * sizeof *offsets);
    char *data = own(owned, size);
    json_array_foreach(values, index, value)
    {
        const json_t *text = field == NULL ? value : json_object_get(value, field);
        size_t length = json_string_length(text);
        if (length > 0) memcpy(data + offsets[index], json_string_value(text), length);
        offsets[index + 1] = offsets[index] + (int32_t)length;
    }
    array->buffers[1] = offsets;
    array->buffers[2] = data;
}

/* A field that is a list of texts. */
static void lists(struct ArrowArray *array, const json_t *rows, const char *field)
{
    size_t index, count = json_array_size(rows);
    json_t *row, *all = json_array();
    struct owned *owned = begin_array(array, (int64_t)count, 2, 1);
    validity(array, owned, rows, field);
    int32_t *offsets = own(owned, (count + 1) * sizeof *offsets);
    json_array_foreach(rows, index, row)
    {
        const json_t *members = json_object_get(row, field);
        if (members != NULL) json_array_extend(all, (json_t *)members);
        offsets[index + 1] = (int32_t)json_array_size(all);
    }
    array->buffers[1] = offsets;
    texts(array->children[0], all, NULL);
    json_decref(all);
}

static void integers(struct ArrowArray *array, const json_t *rows, const char *field)
{
    size_t index;
    json_t *row;
    struct owned *owned = begin_array(array, (int64_t)json_array_size(rows), 2, 0);
    validity(array, owned, rows, field);
    int64_t *values = own(owned, json_array_size(rows) * sizeof *values);
    json_array_foreach(rows, index, row) values[index] = json_integer_value(json_object_get(row, field));
    array->buffers[1] = values;
}

static void flags(struct ArrowArray *array, const json_t *rows, const char *field)
{
    size_t index;
    json_t *row;
    struct owned *owned = begin_array(array, (int64_t)json_array_size(rows), 2, 0);
    validity(array, owned, rows, field);
    uint8_t *bits = own(owned, json_array_size(rows) / 8 + 1);
    json_array_foreach(rows, index, row) if (json_is_true(json_object_get(row, field))) bits[index / 8] |= (uint8_t)(1 << index % 8);
    array->buffers[1] = bits;
}

struct column { const char *field; char type; };

/* Types: u texts, l lists of texts, i integers, b flags. */
static void table(struct ArrowSchema *schema, struct ArrowArray *array, const json_t *rows, const struct column *columns, int64_t count)
{
    set_schema(schema, "+s", "", count);
    begin_array(array, (int64_t)json_array_size(rows), 1, count);
    for (int64_t i = 0; i < count; i++) {
        struct ArrowArray *child = array->children[i];
        const char *field = columns[i].field;
        if (columns[i].type == 'u') set_schema(schema->children[i], "u", field, 0), texts(child, rows, field);
        if (columns[i].type == 'i') set_schema(schema->children[i], "l", field, 0), integers(child, rows, field);
        if (columns[i].type == 'b') set_schema(schema->children[i], "b", field, 0), flags(child, rows, field);
        if (columns[i].type == 'f') set_schema(schema->children[i], "g", field, 0), integers(child, rows, field);
        if (columns[i].type == 'l') {
            set_schema(schema->children[i], "+l", field, 1);
            set_schema(schema->children[i]->children[0], "u", "item", 0);
            lists(child, rows, field);
        }
    }
}

static json_t *rows_of(struct text lines)
{
    json_t *rows = json_array();
    for (char *line = strtok(lines.data, "\n"); line != NULL; line = strtok(NULL, "\n")) {
        struct text text = {line, strlen(line)};
        json_array_append_new(rows, json_of(text));
    }
    free(lines.data);
    return rows;
}

/* Rows from `from` to `to`. */
static json_t *cut(const json_t *rows, size_t from, size_t to)
{
    json_t *some = json_array();
    for (size_t i = from; i < to; i++) json_array_append(some, json_array_get(rows, i));
    return some;
}

static bool same_table(suiji_handle *first, suiji_handle *second)
{
    suiji_handle *one, *other, *error;
    must(suiji_write(first, SUIJI_JSON_LINES, NULL, &one, &error));
    must(suiji_write(second, SUIJI_JSON_LINES, NULL, &other, &error));
    bool same = suiji_size(one) == suiji_size(other) && memcmp(suiji_data(one), suiji_data(other), suiji_size(one)) == 0;
    suiji_free(one);
    suiji_free(other);
    return same;
}

static const struct column of_registry[] = {{"id", 'u'}, {"name", 'u'}, {"class", 'u'}, {"categories", 'l'}, {"district", 'u'}, {"industry", 'u'},
    {"status", 'u'}, {"established", 'u'}, {"exempt", 'u'}, {"exempt_from", 'l'}};
static const struct column of_roster[] = {{"id", 'u'}, {"name", 'u'}, {"department", 'u'}, {"district", 'u'}, {"skills", 'l'}, {"lead", 'b'},
    {"expert", 'b'}, {"max_load", 'i'}, {"load", 'i'}, {"valid_to", 'u'}, {"recuse", 'l'}};

/* A stream of the table in chunks. */
struct chunks { const json_t *rows; const struct column *columns; int64_t count; size_t next; };

static int get_schema(struct ArrowArrayStream *stream, struct ArrowSchema *out)
{
    struct chunks *chunks = stream->private_data;
    struct ArrowArray array;
    table(out, &array, chunks->rows, chunks->columns, chunks->count);
    array.release(&array);
    return 0;
}

static int get_next(struct ArrowArrayStream *stream, struct ArrowArray *out)
{
    struct chunks *chunks = stream->private_data;
    size_t rows = json_array_size(chunks->rows), to = chunks->next + 7 < rows ? chunks->next + 7 : rows;
    if (chunks->next == rows) {
        out->release = NULL;
        return 0;
    }
    struct ArrowSchema schema;
    json_t *some = cut(chunks->rows, chunks->next, to);
    table(&schema, out, some, chunks->columns, chunks->count);
    schema.release(&schema);
    json_decref(some);
    chunks->next = to;
    return 0;
}

static const char *get_last_error(struct ArrowArrayStream *stream)
{
    (void)stream;
    return "no more";
}

static int fail(struct ArrowArrayStream *stream, struct ArrowArray *out)
{
    (void)stream;
    (void)out;
    return 5;
}

static void release_stream(struct ArrowArrayStream *stream)
{
    stream->release = NULL;
    alive--;
}

/* Columns without extra give the same table as the rows, in chunks and as a stream. */
static void in(const char *folder, const char *name, int32_t kind, const struct column *columns, int64_t count)
{
    suiji_handle *builder, *first, *second, *error;
    json_t *rows = rows_of(file(folder, name)), *row;
    size_t index, half = json_array_size(rows) / 2;
    json_array_foreach(rows, index, row) json_object_del(row, "extra");
    must(suiji_builder_new(kind, NULL, 0, &builder, &error));
    json_array_foreach(rows, index, row)
    {
        struct text line = written(row);
        must(suiji_builder_push_json(builder, line.data, line.size, NULL, &error));
        free(line.data);
    }
    must(suiji_builder_finish(builder, NULL, &first, &error));
    /* The schema stays ours: it serves both chunks. */
    json_t *halves[] = {cut(rows, 0, half), cut(rows, half, json_array_size(rows))};
    for (int i = 0; i < 2; i++) {
        struct ArrowSchema schema;
        struct ArrowArray array;
        table(&schema, &array, halves[i], columns, count);
        must(suiji_builder_push_arrow(builder, &schema, &array, NULL, &error));
        if (array.release != NULL || schema.release == NULL) stop("%s: the array is not taken, or the schema is", name);
        schema.release(&schema);
        json_decref(halves[i]);
    }
    must(suiji_builder_finish(builder, NULL, &second, &error));
    if (suiji_rows(first) != (int64_t)json_array_size(rows) || !same_table(first, second)) stop("%s: columns differ from rows", name);
    suiji_free(second);
    struct chunks chunks = {rows, columns, count, 0};
    struct ArrowArrayStream stream = {get_schema, get_next, get_last_error, release_stream, &chunks};
    alive++;
    must(suiji_builder_push_stream(builder, &stream, NULL, &error));
    must(suiji_builder_finish(builder, NULL, &second, &error));
    if (stream.release != NULL || !same_table(first, second)) stop("%s: a stream differs from rows", name);
    suiji_free(second);
    /* A stream that fails is released too, and its error is reported. */
    stream = (struct ArrowArrayStream){get_schema, fail, get_last_error, release_stream, &chunks};
    alive++;
    if (suiji_builder_push_stream(builder, &stream, NULL, &error) != SUIJI_MISUSE || stream.release != NULL) stop("%s: a stream that fails", name);
    if (strcmp(code_of(error), "argument.arrow") != 0) stop("%s: another code", name);
    suiji_free(builder);
    suiji_free(first);
    json_decref(rows);
}

/* A bit for each row that is not null, on an array of structs. */
static void null_row(struct ArrowArray *array, int64_t row)
{
    uint8_t *bits = own(array->private_data, (size_t)array->length / 8 + 1);
    memset(bits, 0xff, (size_t)array->length / 8 + 1);
    bits[row / 8] = (uint8_t)(bits[row / 8] & ~(1 << row % 8));
    array->buffers[0] = bits;
    array->null_count = 1;
}

static int get_next_with_null(struct ArrowArrayStream *stream, struct ArrowArray *out)
{
    get_next(stream, out);
    if (out->release != NULL) null_row(out, 0);
    return 0;
}

static int get_schema_of_texts(struct ArrowArrayStream *stream, struct ArrowSchema *out)
{
    (void)stream;
    set_schema(out, "u", "", 0);
    return 0;
}

static int get_texts(struct ArrowArrayStream *stream, struct ArrowArray *out)
{
    struct chunks *chunks = stream->private_data;
    texts(out, chunks->rows, "id");
    return 0;
}

/* Null rows, rows that are texts, and released structures are refused, and are released only once. */
static void wrong_rows(void)
{
    suiji_handle *builder, *error;
    json_t *rows = json_pack("[{s:s, s:s}, {s:s, s:s}]", "id", "A-1", "name", "甲", "id", "A-2", "name", "乙");
    const struct column columns[] = {{"id", 'u'}, {"name", 'u'}};
    struct ArrowSchema schema;
    struct ArrowArray array;
    must(suiji_builder_new(SUIJI_REGISTRY, NULL, 0, &builder, &error));
    table(&schema, &array, rows, columns, 2);
    null_row(&array, 1);
    if (suiji_builder_push_arrow(builder, &schema, &array, NULL, &error) != SUIJI_MISUSE || strcmp(code_of(error), "argument.arrow") != 0) stop("a null row in an array");
    schema.release(&schema);
    table(&schema, &array, rows, columns, 2);
    schema.release(&schema);
    if (suiji_builder_push_arrow(builder, &schema, &array, NULL, &error) != SUIJI_MISUSE || strcmp(code_of(error), "argument.arrow") != 0) stop("a released schema");
    struct chunks chunks = {rows, columns, 2, 0};
    struct ArrowArrayStream streams[] = {
        {get_schema, get_next_with_null, get_last_error, release_stream, &chunks},
        {get_schema_of_texts, get_texts, get_last_error, release_stream, &chunks}};
    for (size_t i = 0; i < sizeof streams / sizeof *streams; i++) {
        alive++;
        if (suiji_builder_push_stream(builder, &streams[i], NULL, &error) != SUIJI_MISUSE || streams[i].release != NULL) stop("stream %zu: rows that are none", i);
        if (strcmp(code_of(error), "argument.arrow") != 0) stop("stream %zu: another code", i);
        if (suiji_builder_push_stream(builder, &streams[i], NULL, &error) != SUIJI_MISUSE || strcmp(code_of(error), "argument.arrow") != 0) stop("a released stream");
    }
    suiji_free(builder);
    json_decref(rows);
}

/* Invalid columns are a fault with its place, or misuse; the array is always released. */
static void wrong_columns(void)
{
    suiji_handle *builder, *error, *out;
    json_t *rows = json_pack("[{s:s, s:i}]", "id", "A-1", "name", 1);
    const struct column floats[] = {{"id", 'u'}, {"name", 'f'}};
    struct ArrowSchema schema;
    struct ArrowArray array;
    table(&schema, &array, rows, floats, 2);
    must(suiji_builder_new(SUIJI_REGISTRY, SUIJI_TEXT("{\"名称\": \"name\"}"), &builder, &error));
    must(suiji_builder_push_arrow(builder, &schema, &array, NULL, &error));
    if (array.release != NULL || suiji_builder_finish(builder, NULL, &out, &error) != SUIJI_REFUSED) stop("floats are names");
    json_t *value = json_handle(error);
    if (json_array_size(json_object_get(value, "faults")) != 2) stop("%s", suiji_data(error));
    json_decref(value);
    suiji_free(error);
    if (suiji_builder_push_arrow(builder, &schema, &array, NULL, &error) != SUIJI_MISUSE || strcmp(code_of(error), "argument.arrow") != 0) stop("a released array");
    struct ArrowArray again;
    struct ArrowSchema other;
    table(&other, &again, rows, floats, 2);
    if (suiji_builder_push_arrow(NULL, &schema, &again, NULL, &error) != SUIJI_MISUSE || again.release != NULL) stop("without a builder the array stays");
    suiji_free(error);
    texts(&again, rows, "id");
    if (suiji_builder_push_arrow(builder, schema.children[0], &again, NULL, &error) != SUIJI_MISUSE || again.release != NULL) stop("texts are rows");
    suiji_free(error);
    if (suiji_builder_push_arrow(builder, NULL, &again, NULL, &error) != SUIJI_MISUSE) stop("no schema");
    suiji_free(error);
    schema.release(&schema);
    other.release(&other);
    suiji_free(builder);
    json_decref(rows);
}

/* A text of a column with 32-bit offsets. */
static bool is_text_at(const struct ArrowArray *array, int64_t row, const char *text)
{
    const int32_t *offsets = array->buffers[1];
    const char *data = array->buffers[2];
    size_t size = (size_t)(offsets[array->offset + row + 1] - offsets[array->offset + row]);
    return strlen(text) == size && memcmp(data + offsets[array->offset + row], text, size) == 0;
}

/* The columns of a record are its lists. */
static void out(const char *folder)
{
    suiji_handle *record, *error;
    struct text text = file(folder, "expected/record.json");
    json_t *value = json_of(text), *draw, *of;
    must(suiji_read(SUIJI_RECORD, text.data, text.size, NULL, &record, &error));
    free(text.data);
    size_t index, place;
    struct ArrowSchema schema;
    struct ArrowArray array;
    json_array_foreach(json_object_get(value, "draws"), index, draw)
    {
        const char *task = string_at(draw, "task");
        const char *lists[] = {"selected", "reserves"};
        for (int32_t what = SUIJI_SELECTED; what <= SUIJI_RESERVES; what++) {
            must(suiji_columns(record, what, task, strlen(task), &schema, &array, &error));
            const json_t *list = json_object_get(draw, lists[what - 1]);
            if (array.length != (int64_t)json_array_size(list) || schema.n_children != 3 || strcmp(schema.children[2]->name, "ticket") != 0) stop("%s: other columns", task);
            json_array_foreach(list, place, of) if (!is_text_at(array.children[0], (int64_t)place, string_at(of, "id")) ||
                !is_text_at(array.children[1], (int64_t)place, string_at(of, "stratum")) || !is_text_at(array.children[2], (int64_t)place, string_at(of, "ticket")))
                stop("%s: another row", task);
            array.release(&array);
            schema.release(&schema);
        }
        must(suiji_columns(record, SUIJI_TEAMS, task, strlen(task), &schema, &array, &error));
        const int32_t *offsets = array.children[1]->buffers[1];
        json_array_foreach(json_object_get(draw, "teams"), place, of)
        {
            const json_t *members = json_object_get(of, "members");
            if (!is_text_at(array.children[0], (int64_t)place, string_at(of, "entity"))) stop("%s: another team", task);
            if ((size_t)(offsets[place + 1] - offsets[place]) != json_array_size(members)) stop("%s: other members", task);
            if (members != NULL && !is_text_at(array.children[1]->children[0], offsets[place], json_string_value(json_array_get(members, 0)))) stop("%s: another member", task);
        }
        array.release(&array);
        schema.release(&schema);
        struct ArrowArrayStream stream;
        must(suiji_sample(record, NULL, task, strlen(task), NULL, &stream, &error));
        if (stream.get_schema(&stream, &schema) != 0 || stream.get_next(&stream, &array) != 0) stop("%s: no sample", task);
        if (schema.n_children != 12 || strcmp(schema.children[7]->name, "frame_size") != 0) stop("%s: other columns of a sample", task);
        const json_t *sealed = json_array_get(json_object_get(json_object_get(value, "commitment"), "tasks"), index);
        const int64_t *take = array.children[6]->buffers[1], *size = array.children[7]->buffers[1];
        json_array_foreach(json_object_get(draw, "selected"), place, of)
        {
            size_t which;
            json_t *stratum;
            json_array_foreach(json_object_get(sealed, "strata"), which, stratum) if (strcmp(string_at(stratum, "stratum"), string_at(of, "stratum")) == 0 &&
                (take[place] != json_integer_value(json_object_get(stratum, "take")) || size[place] != json_integer_value(json_object_get(stratum, "size"))))
                stop("%s: another probability", task);
            if (!is_text_at(array.children[0], (int64_t)place, string_at(of, "id")) || !is_text_at(array.children[4], (int64_t)place, "selected"))
                stop("%s: another row of the sample", task);
        }
        array.release(&array);
        schema.release(&schema);
        stream.release(&stream);
    }
    if (suiji_columns(record, SUIJI_SELECTED, SUIJI_TEXT("no such task"), &schema, &array, &error) != SUIJI_MISUSE) stop("columns of no task");
    suiji_free(error);
    if (suiji_columns(record, SUIJI_SELECTED, SUIJI_TEXT("J1"), &schema, NULL, &error) != SUIJI_MISUSE) stop("no array");
    suiji_free(error);
    suiji_free(record);
    json_decref(value);
}

int main(int count, char **arguments)
{
    if (count != 2) stop("usage: arrow FOLDER");
    in(arguments[1], "registry.jsonl", SUIJI_REGISTRY, of_registry, 10);
    in(arguments[1], "roster.jsonl", SUIJI_ROSTER, of_roster, 11);
    wrong_columns();
    wrong_rows();
    out(arguments[1]);
    if (alive != 0) stop("%d structures are not released", alive);
    puts("arrow: columns and streams in, results out, every structure released once");
    return 0;
}
