package org.suiji;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
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
    private final Amendments amendments;
    private final String office;
    private final int language;

    private Papers(Sealed sealed, DrawRecord record, Amendments amendments, String office, int language) {
        this.sealed = sealed;
        this.record = record;
        this.amendments = amendments;
        this.office = office;
        this.language = language;
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
        return new Papers(sealed, Objects.requireNonNull(record, "record"), null, null, Calls.ZH);
    }

    /**
     * Adds the changes after the draw.
     *
     * @param amendments the amendments to the record
     * @return a new object
     */
    public Papers withAmendments(Amendments amendments) {
        return new Papers(sealed, record, amendments, office, language);
    }

    /**
     * Sets the settings of the office: place, witnesses, numbers, columns.
     *
     * @param json the content of {@code office.json}
     * @return a new object
     */
    public Papers withOffice(String json) {
        return new Papers(sealed, record, amendments, json, language);
    }

    /**
     * Makes the papers in English.
     *
     * @return a new object
     */
    public Papers inEnglish() {
        return new Papers(sealed, record, amendments, office, Calls.EN);
    }

    /**
     * Makes papers, and the page that lists them.
     *
     * @param kinds the kinds; all if there are none. Letters are made by {@link #letters(String...)}
     * @return the papers, the page last
     * @throws SuijiException if record or amendments belong to another commitment, or the settings of the office are wrong
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
        byte[] settings = office == null ? null : Utf8.bytes(office);
        Handle handle = new Handle(Calls.papers(
                sealed.handle(), record.handle(), amended, settings, list(kinds), list(letters), language));
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
