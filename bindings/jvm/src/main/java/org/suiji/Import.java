package org.suiji;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.suiji.internal.Calls;
import org.suiji.internal.Handle;
import org.suiji.internal.Json;
import org.suiji.internal.Utf8;

/** The result of an import: tables or a plan, the open questions, and the log. It is kept outside the Java heap until
it is closed. */
public final class Import extends NativeObject {
    private final Fields summary;

    Import(Handle handle) {
        super(handle);
        summary = new Fields(Fields.map(Json.read(Calls.importPart(handle, Calls.SUMMARY, Calls.JSON))));
    }

    /**
     * Returns the registry. It is read as at sealing.
     *
     * @return the table, if it was imported and no question is open
     * @throws SuijiException with all faults of its rows
     */
    public Optional<Registry> registry() {
        return table(Calls.REGISTRY).map(Registry::fromCsv);
    }

    /**
     * Returns the roster. It is read as at sealing.
     *
     * @return the table, if it was imported and no question is open
     * @throws SuijiException with all faults of its rows
     */
    public Optional<Roster> roster() {
        return table(Calls.ROSTER).map(Roster::fromCsv);
    }

    /**
     * Returns the history. It is read as at sealing.
     *
     * @return the table, if it was imported and no question is open
     * @throws SuijiException with all faults of its rows
     */
    public Optional<History> history() {
        return table(Calls.HISTORY).map(History::fromCsv);
    }

    /**
     * Returns the plan.
     *
     * @return the plan, if it was imported and no question is open
     */
    public Optional<Plan> plan() {
        return Optional.ofNullable(part(Calls.PLAN, Calls.JSON)).map(Plan::new);
    }

    private Optional<byte[]> table(int kind) {
        return Optional.ofNullable(part(kind, Calls.CSV));
    }

    private byte[] part(int part, int form) {
        return Calls.importPart(handle(), part, form);
    }

    /**
     * Checks that no question is open.
     *
     * @throws SuijiException {@code import.question} for each of the first questions, with its id and the possible
     * answers
     */
    public void checkAnswered() {
        Calls.importCheck(handle());
    }

    /**
     * Returns the open questions.
     *
     * @return the first 1,000 questions
     */
    public List<ImportQuestion> questions() {
        return values("questions", ImportQuestion::new);
    }

    /**
     * Returns the number of further questions.
     *
     * @return the number of questions that are not kept
     */
    public long moreQuestions() {
        return summary.number("more_questions");
    }

    /**
     * Returns the totals of each list.
     *
     * @return rows read and taken, rows left out and cells changed by rule; empty for a plan
     */
    public List<ImportSummary> summaries() {
        return values("lists", ImportSummary::new);
    }

    /**
     * Returns every text of a plan that was used, with its value, and every answer that was used.
     *
     * @return the understood texts; empty for lists
     */
    public List<Understood> understood() {
        return values("understood", Understood::new);
    }

    private <T> List<T> values(String field, Function<Map<String, Object>, T> make) {
        return summary.list(field, Fields.object(make));
    }

    /**
     * Returns every change of a value, a row or a column.
     *
     * @return the changes, sheet by sheet and row by row
     */
    public List<ImportChange> changes() {
        List<ImportChange> all = new ArrayList<>();
        byte[] lines = part(Calls.LOG, Calls.JSON_LINES);
        for (String line : Utf8.text(lines).split("\n")) {
            if (!line.isEmpty()) {
                all.add(new ImportChange(Fields.map(Json.read(Utf8.bytes(line)))));
            }
        }
        return Collections.unmodifiableList(all);
    }

    /**
     * Writes the log as CSV for spreadsheets.
     *
     * @return the file, in UTF-8 with a byte order mark
     */
    public byte[] logCsv() {
        return part(Calls.LOG, Calls.CSV);
    }

    /**
     * Writes the log as a page for printing and signing, in English.
     *
     * @return HTML that needs no other file
     */
    public String page() {
        return Utf8.text(part(Calls.LOG, Calls.HTML_EN));
    }

    /**
     * Writes the log as a page for printing and signing, in Chinese.
     *
     * @return HTML that needs no other file
     */
    public String pageZh() {
        return Utf8.text(part(Calls.LOG, Calls.HTML));
    }

    @Override
    String content() {
        return questions().size() + " open questions";
    }
}
