/* Many draws: from several threads, with one token that cancels them, and ten thousand without memory growth: `threads
FOLDER DRAWS`. */
#include "support.h"

#include <pthread.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

enum { THREADS = 4 };

static struct text plan, ceremony, contributions, lines[3];
static suiji_handle *shared, *evidence, *expected;

/* Reads, seals and draws everything. Returns the record as bytes. */
static suiji_handle *drawn(const suiji_handle *run)
{
    suiji_handle *inputs, *sealed, *record, *json, *error;
    must(suiji_inputs_read(SUIJI_JSON_LINES, plan.data, plan.size, lines[0].data, lines[0].size, lines[1].data, lines[1].size, lines[2].data,
                           lines[2].size, run, &inputs, &error));
    must(suiji_seal(inputs, ceremony.data, ceremony.size, NULL, 0, run, &sealed, &error));
    must(suiji_draw(sealed, contributions.data, contributions.size, run, &record, &error));
    must(suiji_write(record, SUIJI_CANONICAL, run, &json, &error));
    suiji_free(inputs);
    suiji_free(sealed);
    suiji_free(record);
    return json;
}

static void same(suiji_handle *json)
{
    if (suiji_size(json) != suiji_size(expected) || memcmp(suiji_data(json), suiji_data(expected), suiji_size(json)) != 0) stop("another record");
    suiji_free(json);
}

/* Each thread draws from its own handles and from shared ones. A handle that one thread made is freed by another. */
static void *work(void *made)
{
    suiji_handle *run, *error;
    must(suiji_run_new(2, &run, &error));
    for (int i = 0; i < 20; i++) {
        suiji_handle *record, *report, *json, *refused;
        same(drawn(run));
        must(suiji_draw(shared, contributions.data, contributions.size, NULL, &record, &error));
        must(suiji_verify(record, evidence, NULL, &report, &error));
        must(suiji_require(report, &error));
        must(suiji_write(record, SUIJI_CANONICAL, NULL, &json, &error));
        same(json);
        if (suiji_draw(shared, SUIJI_TEXT("{}"), run, &json, &refused) != SUIJI_REFUSED) stop("accepted");
        suiji_free(refused);
        suiji_free(report);
        suiji_free(record);
    }
    suiji_free(run);
    suiji_handle **handle = made;
    must(suiji_part(shared, SUIJI_INPUTS, handle, &error));
    return NULL;
}

static void together(void)
{
    pthread_t threads[THREADS];
    suiji_handle *made[THREADS];
    for (int i = 0; i < THREADS; i++)
        if (pthread_create(&threads[i], NULL, work, &made[i]) != 0) stop("no thread");
    for (int i = 0; i < THREADS; i++) pthread_join(threads[i], NULL);
    for (int i = 0; i < THREADS; i++) suiji_free(made[i]);
}

/* Draws until the token is cancelled. */
static void *until_cancelled(void *run)
{
    for (;;) {
        suiji_handle *record, *error;
        int32_t status = suiji_draw(shared, contributions.data, contributions.size, run, &record, &error);
        suiji_free(record);
        if (status == SUIJI_OK) continue;
        if (status != SUIJI_CANCELLED || strcmp(code_of(error), "cancelled") != 0) stop("status %d", (int)status);
        return NULL;
    }
}

/* One thread reads the progress of another, and cancels it. */
static void cancelled(void)
{
    pthread_t thread;
    suiji_handle *run, *error;
    int32_t stage = 0;
    int64_t done, total;
    must(suiji_run_new(1, &run, &error));
    if (pthread_create(&thread, NULL, until_cancelled, run) != 0) stop("no thread");
    while (stage == 0) must(suiji_run_progress(run, &stage, &done, &total, &error));
    must(suiji_run_cancel(run, &error));
    pthread_join(thread, NULL);
    suiji_free(run);
}

/* The pages of the process in memory; 0 if not known. */
static long resident(void)
{
    long pages = 0, size;
    FILE *stream = fopen("/proc/self/statm", "r");
    if (stream == NULL) return 0;
    if (fscanf(stream, "%ld %ld", &size, &pages) != 2) pages = 0;
    fclose(stream);
    return pages;
}

/* After a tenth of the draws the process has all the memory it needs. The others add at most a megabyte. */
static void growth(long draws)
{
    long before = 0;
    for (long i = 0; i < draws; i++) {
        if (i == draws / 10) before = resident();
        same(drawn(NULL));
        suiji_handle *record, *error;
        if (suiji_draw(shared, SUIJI_TEXT("{\"spec\": 1}"), NULL, &record, &error) != SUIJI_REFUSED) stop("accepted");
        suiji_free(error);
    }
    long grown = (resident() - before) * (sysconf(_SC_PAGESIZE) / 1024);
    printf("threads: %ld draws, the process grew by %ld KiB over the last nine tenths\n", draws, grown);
    if (draws >= 1000 && grown > 1024) stop("the process grows");
}

int main(int count, char **arguments)
{
    if (count != 3) stop("usage: threads FOLDER DRAWS");
    const char *folder = arguments[1], *names[] = {"registry.jsonl", "roster.jsonl", "history.jsonl"};
    plan = file(folder, "plan.json"), ceremony = file(folder, "ceremony.json"), contributions = file(folder, "contributions.json");
    for (int i = 0; i < 3; i++) lines[i] = file(folder, names[i]);
    suiji_handle *inputs, *error;
    expected = drawn(NULL);
    must(suiji_inputs_read(SUIJI_JSON_LINES, plan.data, plan.size, lines[0].data, lines[0].size, lines[1].data, lines[1].size, lines[2].data,
                           lines[2].size, NULL, &inputs, &error));
    must(suiji_seal(inputs, ceremony.data, ceremony.size, NULL, 0, NULL, &shared, &error));
    must(suiji_evidence_new(&evidence, &error));
    must(suiji_evidence_add(evidence, inputs, &error));
    suiji_free(inputs);
    together();
    cancelled();
    growth(strtol(arguments[2], NULL, 10));
    suiji_free(shared);
    suiji_free(evidence);
    suiji_free(expected);
    free(plan.data);
    free(ceremony.data);
    free(contributions.data);
    for (int i = 0; i < 3; i++) free(lines[i].data);
    return 0;
}
