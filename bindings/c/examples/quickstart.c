/* Seals, draws, verifies and makes a receipt: `quickstart FOLDER ENTITY`, with the files of a case in FOLDER. */
#include <stdio.h>
#include <stdlib.h>
#include <suiji.h>

struct text { char *data; size_t size; };

static struct text read_file(const char *folder, const char *name)
{
    char path[1024];
    snprintf(path, sizeof path, "%s/%s", folder, name);
    FILE *file = fopen(path, "rb");
    if (file == NULL || fseek(file, 0, SEEK_END) != 0) { perror(path); exit(2); }
    struct text text = {NULL, (size_t)ftell(file)};
    rewind(file);
    text.data = malloc(text.size + 1);
    if (text.data == NULL || fread(text.data, 1, text.size, file) != text.size) { perror(path); exit(2); }
    fclose(file);
    return text;
}

/* An error is a JSON document with codes, places and messages in Chinese and English. */
static void must(int32_t status, suiji_handle **error)
{
    if (status == SUIJI_OK) return;
    fprintf(stderr, "status %d: %s\n", (int)status, suiji_data(*error));
    exit(1);
}

int main(int count, char **arguments)
{
    if (count != 3) { fprintf(stderr, "usage: quickstart FOLDER ENTITY\n"); return 2; }
    struct text plan = read_file(arguments[1], "plan.json"), ceremony = read_file(arguments[1], "ceremony.json"),
                registry = read_file(arguments[1], "registry.jsonl"), roster = read_file(arguments[1], "roster.jsonl"),
                history = read_file(arguments[1], "history.jsonl"), given = read_file(arguments[1], "contributions.json"), id = {arguments[2], 0};
    while (id.data[id.size] != 0) id.size++;
    suiji_handle *error, *inputs, *sealed, *digest, *record, *evidence, *report, *receipt;
    must(suiji_inputs_read(SUIJI_JSON_LINES, plan.data, plan.size, registry.data, registry.size, roster.data, roster.size,
                           history.data, history.size, NULL, &inputs, &error), &error);
    must(suiji_seal(inputs, ceremony.data, ceremony.size, NULL, 0, NULL, &sealed, &error), &error);
    must(suiji_part(sealed, SUIJI_DIGEST, &digest, &error), &error);
    printf("commitment %s: publish it now, then let the sources give their values\n", suiji_data(digest));
    must(suiji_draw(sealed, given.data, given.size, NULL, &record, &error), &error);
    must(suiji_evidence_new(&evidence, &error), &error);
    must(suiji_evidence_add(evidence, inputs, &error), &error);
    must(suiji_verify(record, evidence, NULL, &report, &error), &error);
    must(suiji_require(report, &error), &error);
    suiji_free(digest);
    must(suiji_part(record, SUIJI_DIGEST, &digest, &error), &error);
    printf("record %s\n", suiji_data(digest));
    must(suiji_receipt(sealed, record, id.data, id.size, NULL, &receipt, &error), &error);
    printf("%s\n", suiji_data(receipt));
    suiji_handle *handles[] = {inputs, sealed, digest, record, evidence, report, receipt};
    for (size_t i = 0; i < sizeof handles / sizeof *handles; i++) suiji_free(handles[i]);
    char *texts[] = {plan.data, ceremony.data, registry.data, roster.data, history.data, given.data};
    for (size_t i = 0; i < sizeof texts / sizeof *texts; i++) free(texts[i]);
    return 0;
}
