package org.suiji;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import org.suiji.internal.Calls;
import org.suiji.internal.Handle;
import org.suiji.internal.Json;
import org.suiji.internal.Utf8;

/**
 * The results of the inspections of a draw (检查结果). {@link #check(DrawRecord)} compares them with the record, {@link
 * #status(DrawRecord)} counts them, and {@link #visits(DrawRecord, Amendments, History)} returns the rows for the next
 * draw.
 */
public final class Results extends ResultsFields {
    Results(byte[] json) {
        super(json);
    }

    /**
     * Creates results without inspections.
     *
     * @param record the record of the draw
     * @return the results
     */
    public static Results of(DrawRecord record) {
        return of(new Fields().with("spec", "suiji-v1").with("record", record.digest()));
    }

    private static Results of(Fields fields) {
        return fromJson(Json.write(fields.map()));
    }

    /**
     * Reads {@code results.json}. Only the form is checked; {@link #check(DrawRecord)} compares the content with a record.
     *
     * @param json the document
     * @return the results
     * @throws SuijiException with all faults of the document
     */
    public static Results fromJson(byte[] json) {
        return new Results(check(Calls.RESULTS, json));
    }

    /**
     * Reads {@code results.json}.
     *
     * @param json the document
     * @return the results
     * @throws SuijiException with all faults of the document
     */
    public static Results fromJson(String json) {
        return fromJson(Utf8.bytes(Objects.requireNonNull(json, "json")));
    }

    /**
     * Adds inspections after the existing ones.
     *
     * @param inspections the inspections
     * @return new results
     * @throws SuijiException if one is invalid
     */
    public Results withInspections(Inspection... inspections) {
        List<Inspection> all = new ArrayList<>(inspections());
        all.addAll(Arrays.asList(inspections));
        return of(fields().with("results", all));
    }

    /**
     * Sets the outcomes of the office's own list.
     *
     * @param outcomes the outcomes
     * @return new results
     * @throws SuijiException if one is invalid
     */
    public Results withOwnOutcomes(OwnOutcome... outcomes) {
        return of(fields().with("own_outcomes", Arrays.asList(outcomes)));
    }

    /**
     * Sets the measures of the office's own list.
     *
     * @param measures the measures
     * @return new results
     * @throws SuijiException if one is invalid
     */
    public Results withOwnMeasures(OwnMeasure... measures) {
        return of(fields().with("own_measures", Arrays.asList(measures)));
    }

    /**
     * Adds later results of the same record. An inspection of the same task and entity replaces the earlier one.
     *
     * @param later the later results
     * @return new results
     * @throws SuijiException if the later results belong to another record
     */
    public Results update(Results later) {
        return new Results(Calls.resultsUpdate(json(), later.json()));
    }

    /**
     * Compares the results with the record.
     *
     * @param record the record
     * @return errors (wrong results), warnings (doubtful ones), notes (missing results)
     * @throws SuijiException if the results belong to another record
     */
    public List<Finding> check(DrawRecord record) {
        return check(record, null, null, null);
    }

    /**
     * Compares the results with the record and other data. More data allows more checks.
     *
     * @param record the record
     * @param amendments the amendments, for teams and used reserves; or {@code null}
     * @param plan the windows of the tasks; or {@code null}
     * @param today the day of the check, for results that are too late or overdue; or {@code null}
     * @return errors (wrong results), warnings (doubtful ones), notes (missing results)
     * @throws SuijiException if the results or the amendments belong to another record
     */
    public List<Finding> check(DrawRecord record, Amendments amendments, Plan plan, LocalDate today) {
        byte[] day = today == null ? null : Utf8.bytes(today.toString());
        byte[] findings = Calls.resultsCheck(record.handle(), json(), jsonOrNull(amendments), jsonOrNull(plan), day);
        return Fields.list(Json.read(findings), Fields.object(Finding::new));
    }

    /**
     * Counts the results of the entities of a record.
     *
     * @param record the record
     * @return the progress of the inspections
     * @throws SuijiException if the results belong to another record
     */
    public InspectionStatus status(DrawRecord record) {
        return status(record, null);
    }

    /**
     * Counts the results of the entities of a record after its amendments.
     *
     * @param record the record
     * @param amendments the amendments; or {@code null}
     * @return the progress of the inspections
     * @throws SuijiException if the results or the amendments belong to another record
     */
    public InspectionStatus status(DrawRecord record, Amendments amendments) {
        byte[] status = Calls.resultsStatus(record.handle(), json(), jsonOrNull(amendments));
        return new InspectionStatus(Fields.map(Json.read(status)));
    }

    /**
     * Returns the rows that a history needs before the next draw: one for each result, and one for each drawn entity
     * without a result.
     *
     * @param record the record
     * @param amendments the amendments; or {@code null}
     * @param earlier the existing history, whose rows are left out; or {@code null}
     * @return the new rows, as a separate history
     * @throws SuijiException if the results or the amendments belong to another record
     */
    public History visits(DrawRecord record, Amendments amendments, History earlier) {
        Handle known = earlier == null ? null : earlier.handle();
        return new History(new Handle(Calls.resultsVisits(record.handle(), json(), jsonOrNull(amendments), known)));
    }

    private static byte[] jsonOrNull(Document document) {
        return document == null ? null : document.json();
    }

    @Override
    public String toString() {
        return "Results(" + record() + ", " + inspections().size() + ")";
    }

    /**
     * Writes {@code results.json}.
     *
     * @return the results as indented JSON
     */
    public String toJson() {
        return text();
    }
}
