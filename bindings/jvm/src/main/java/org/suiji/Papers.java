package org.suiji;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.suiji.internal.Calls;
import org.suiji.internal.Handle;
import org.suiji.internal.Json;
import org.suiji.internal.Utf8;

/**
 * Makes the papers of a draw (文书): minutes, task sheets, notices, the announcement, tables, letters. The same draw and settings give the
 * same bytes. Keep sealed inputs and record open while papers are made.
 */
public final class Papers {
    private final Sealed sealed;
    private final DrawRecord record;
    private Amendments amendments;
    private Results results;
    private String office;
    private String holidays;
    private Map<String, String> templates = Collections.emptyMap();
    private int language = Calls.ZH;

    private Papers(Sealed sealed, DrawRecord record) {
        this.sealed = sealed;
        this.record = record;
    }

    /** A copy, of which a method then changes one field. */
    private Papers copy() {
        Papers copy = new Papers(sealed, record);
        copy.amendments = amendments;
        copy.results = results;
        copy.office = office;
        copy.holidays = holidays;
        copy.templates = templates;
        copy.language = language;
        return copy;
    }

    /**
     * Prepares the papers of a record, in Chinese, without settings of the office.
     *
     * @param sealed the sealed inputs
     * @param record the record that was drawn from them
     * @return an object that makes the papers
     */
    public static Papers of(Sealed sealed, DrawRecord record) {
        Objects.requireNonNull(sealed, "sealed");
        return new Papers(sealed, Objects.requireNonNull(record, "record"));
    }

    /**
     * Adds the changes after the draw.
     *
     * @param amendments the amendments to the record
     * @return a new object
     */
    public Papers withAmendments(Amendments amendments) {
        Papers copy = copy();
        copy.amendments = amendments;
        return copy;
    }

    /**
     * Adds the results of the inspections, from which {@link PaperKind#OUTCOMES}, {@link PaperKind#PROPOSALS} and
     * {@link PaperKind#SUMMARY} are made.
     *
     * @param results the results of the record
     * @return a new object
     */
    public Papers withResults(Results results) {
        Papers copy = copy();
        copy.results = results;
        return copy;
    }

    /**
     * Sets the settings of the office: place, witnesses, numbers, columns.
     *
     * @param json the content of {@code office.json}
     * @return a new object
     */
    public Papers withOffice(String json) {
        Papers copy = copy();
        copy.office = json;
        return copy;
    }

    /**
     * Adds notices of holidays, for years that this version does not know. Without the notice of its year, a deadline in
     * working days has no last day, and the paper says so.
     *
     * @param json the content of {@code holidays.json}
     * @return a new object
     */
    public Papers withHolidays(String json) {
        Papers copy = copy();
        copy.holidays = json;
        return copy;
    }

    /**
     * Sets the templates of the office, which replace those of this library.
     *
     * @param templates the texts by their names, such as {@code minutes.zh.html}
     * @return a new object
     */
    public Papers withTemplates(Map<String, String> templates) {
        Papers copy = copy();
        copy.templates = Collections.unmodifiableMap(new LinkedHashMap<>(templates));
        return copy;
    }

    /**
     * Makes the papers in English.
     *
     * @return a new object
     */
    public Papers inEnglish() {
        Papers copy = copy();
        copy.language = Calls.EN;
        return copy;
    }

    /**
     * Makes papers, and the page that lists them.
     *
     * @param kinds the kinds; all if there are none. Letters are made by {@link #letters(String...)}
     * @return the papers, the page last
     * @throws SuijiException if record, amendments or results belong to another draw, or the settings of the office, the holidays or a
     *     template are wrong. Its faults name the template and the line
     */
    public List<Paper> make(PaperKind... kinds) {
        return made(Arrays.stream(kinds).map(PaperKind::word).collect(Collectors.toList()), Collections.emptyList());
    }

    /**
     * Makes a letter to each of these entities, with its receipt, and the page that lists them.
     *
     * @param entities the ids of the entities, at least one
     * @return the papers, the page last
     * @throws SuijiException if record or amendments belong to another commitment, an id is wrong, or the settings of the office are
     */
    public List<Paper> letters(String... entities) {
        return made(Collections.emptyList(), Arrays.asList(entities));
    }

    private List<Paper> made(List<String> kinds, List<String> letters) {
        byte[] amended = amendments == null ? null : amendments.json();
        byte[] found = results == null ? null : results.json();
        byte[] own = templates.isEmpty() ? null : Utf8.bytes(Json.write(templates));
        Handle handle = new Handle(Calls.papers(
                sealed.handle(),
                record.handle(),
                amended,
                found,
                Utf8.bytesOrNull(office),
                Utf8.bytesOrNull(holidays),
                own,
                list(kinds),
                list(letters),
                language));
        try {
            List<Paper> papers = new ArrayList<>();
            for (Fields fields : Fields.list(Json.read(Calls.papersList(handle)), Fields.object(Fields::new))) {
                papers.add(new Paper(fields, Calls.paper(handle, papers.size())));
            }
            return Collections.unmodifiableList(papers);
        } finally {
            handle.close();
        }
    }

    private static byte[] list(List<String> texts) {
        return texts.isEmpty() ? null : Utf8.bytes(Json.write(texts));
    }
}
