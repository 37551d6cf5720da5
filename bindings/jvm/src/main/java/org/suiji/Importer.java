package org.suiji;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import org.suiji.internal.Calls;
import org.suiji.internal.Handle;
import org.suiji.internal.Json;
import org.suiji.internal.Utf8;

/**
 * Imports the lists and the plan of an office: finds headers, cleans values, and logs every change. Each {@code with} method returns a
 * new importer.
 *
 * <pre>{@code
 * Importer importer = Importer.of("名录.xlsx", Files.readAllBytes(path)).withPlan(plan);
 * try (Import imported = importer.importRegistry()) {
 *     for (ImportQuestion question : imported.questions()) {
 *         importer = importer.withAnswer(question.id(), ask(question));   // and import again
 *     }
 *     Optional<Registry> registry = imported.registry();                  // there if no question is open
 * }
 * }</pre>
 *
 * <p>A value that is not understood is never guessed. It leads to a question. The same files and answers always give
 * the same result.
 */
public final class Importer {
    private final Map<String, byte[]> files;
    private final List<String> answers;
    private final String extra;
    private final Plan plan;
    private final Registry registry;
    private final Roster roster;

    private Importer(Map<String, byte[]> files, List<String> answers, String extra, Plan plan, Registry registry, Roster roster) {
        this.files = files;
        this.answers = answers;
        this.extra = extra;
        this.plan = plan;
        this.registry = registry;
        this.roster = roster;
    }

    /**
     * Creates an importer of one file.
     *
     * @param name the name in the log
     * @param file the bytes of a workbook (XLSX, XLS, ODS), of a text file (CSV, TXT) or of the document of a plan (DOCX, TXT, XLSX);
     *     the format is recognised by the content
     * @return the importer
     */
    public static Importer of(String name, byte[] file) {
        Importer none = new Importer(Collections.emptyMap(), Collections.emptyList(), null, null, null, null);
        return none.with(name, file);
    }

    /**
     * Adds a file: another list, or an annex of the plan. Names in one list are replaced by ids from the others.
     *
     * @param name the name in the log
     * @param file the bytes of the file
     * @return a new importer
     */
    public Importer with(String name, byte[] file) {
        Map<String, byte[]> more = new LinkedHashMap<>(files);
        more.put(Objects.requireNonNull(name), file.clone());
        return new Importer(more, answers, extra, plan, registry, roster);
    }

    /**
     * Adds the answer to a question.
     *
     * @param question the id of the question
     * @param answer the answer: one of its choices, or another value if it allows that
     * @return a new importer
     */
    public Importer withAnswer(String question, String answer) {
        return withAnswers(Json.write(Collections.singletonMap("answers", Collections.singletonMap(question, answer))));
    }

    /**
     * Adds saved answers. Later answers replace earlier ones.
     *
     * @param json a document of answers, such as the file {@code import-map.json} of the command
     * @return a new importer
     */
    public Importer withAnswers(String json) {
        List<String> more = new ArrayList<>(answers);
        more.add(Objects.requireNonNull(json));
        return new Importer(files, more, extra, plan, registry, roster);
    }

    /**
     * Keeps columns that are not fields as {@code extra}.
     *
     * @param names the names of the columns
     * @return a new importer
     */
    public Importer withExtra(List<String> names) {
        return new Importer(files, answers, Json.write(new ArrayList<Object>(names)), plan, registry, roster);
    }

    /**
     * Keeps all columns that are not fields as {@code extra}.
     *
     * @return a new importer
     */
    public Importer withAllExtra() {
        return new Importer(files, answers, "\"all\"", plan, registry, roster);
    }

    /**
     * Sets the plan of the case. Its classes, tasks, categories, skills and departments are then recognised.
     *
     * @param plan the plan
     * @return a new importer
     */
    public Importer withPlan(Plan plan) {
        return new Importer(files, answers, extra, Objects.requireNonNull(plan), registry, roster);
    }

    /**
     * Sets the registry of the case. Names of entities are then replaced by ids. It must be open during an import.
     *
     * @param registry the registry
     * @return a new importer
     */
    public Importer withRegistry(Registry registry) {
        return new Importer(files, answers, extra, plan, Objects.requireNonNull(registry), roster);
    }

    /**
     * Sets the roster of the case. Names of inspectors are then replaced by ids. It must be open during an import.
     *
     * @param roster the roster
     * @return a new importer
     */
    public Importer withRoster(Roster roster) {
        return new Importer(files, answers, extra, plan, registry, Objects.requireNonNull(roster));
    }

    /**
     * Imports the lists of the files. Each list is recognised by its columns.
     *
     * @return the lists, the questions and the log
     * @throws SuijiException if a file is not a list or exceeds a limit
     */
    public Import importLists() {
        return lists(0);
    }

    /**
     * Imports files in which each sheet is the registry.
     *
     * @return the registry, the questions and the log
     * @throws SuijiException if a file is not a list or exceeds a limit
     */
    public Import importRegistry() {
        return lists(Calls.REGISTRY);
    }

    /**
     * Imports files in which each sheet is the roster.
     *
     * @return the roster, the questions and the log
     * @throws SuijiException if a file is not a list or exceeds a limit
     */
    public Import importRoster() {
        return lists(Calls.ROSTER);
    }

    /**
     * Imports files in which each sheet is the history.
     *
     * @return the history, the questions and the log
     * @throws SuijiException if a file is not a list or exceeds a limit
     */
    public Import importHistory() {
        return lists(Calls.HISTORY);
    }

    /**
     * Imports a plan: its document, and the files of its annexes.
     *
     * @return the plan, the questions, the understood texts, and the log
     * @throws SuijiException if a file is not a plan or exceeds a limit
     */
    public Import importPlan() {
        return imported(files -> Calls.importPlan(
                files, answers(), NativeObject.handleOrNull(registry), NativeObject.handleOrNull(roster)));
    }

    private Import lists(int kind) {
        return imported(files -> Calls.importLists(
                files,
                kind,
                extra == null ? null : Utf8.bytes(extra),
                answers(),
                plan == null ? null : plan.json(),
                NativeObject.handleOrNull(registry),
                NativeObject.handleOrNull(roster)));
    }

    private byte[] answers() {
        return answers.isEmpty() ? null : Utf8.bytes(String.join("\n", answers));
    }

    private Import imported(Function<Handle, Long> work) {
        Handle all = new Handle(Calls.filesNew());
        try {
            files.forEach((name, file) -> Calls.filesAdd(all, Utf8.bytes(name), file));
            return new Import(new Handle(work.apply(all)));
        } finally {
            all.close();
        }
    }
}
