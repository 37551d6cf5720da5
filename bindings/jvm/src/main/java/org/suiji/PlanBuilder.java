package org.suiji;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.suiji.internal.Json;

/** Builds a {@link Plan}. Nothing is checked before {@link #build()}. */
public final class PlanBuilder {
    private final List<Task> tasks = new ArrayList<>();
    private final List<String> basis = new ArrayList<>();
    private final Map<String, String> extra = new LinkedHashMap<>();
    private Fields fields;

    PlanBuilder(String title, String authority, int year) {
        fields = new Fields()
                .with("title", Objects.requireNonNull(title, "title"))
                .with("authority", Objects.requireNonNull(authority, "authority"))
                .with("year", year);
    }

    private PlanBuilder set(String field, Object value) {
        fields = fields.with(field, Objects.requireNonNull(value, field));
        return this;
    }

    /**
     * Adds a task. The order of the tasks has an effect.
     *
     * @param task the task
     * @return this builder
     */
    public PlanBuilder withTask(Task task) {
        tasks.add(Objects.requireNonNull(task, "task"));
        return this;
    }

    /**
     * Sets the document number (文号).
     *
     * @param number the number
     * @return this builder
     */
    public PlanBuilder withDocumentNumber(String number) {
        return set("document_number", number);
    }

    /**
     * Sets the period of the inspections.
     *
     * @param window the period
     * @return this builder
     */
    public PlanBuilder withWindow(Window window) {
        return set("window", window);
    }

    /**
     * Adds a document on which the plan is based.
     *
     * @param document its name
     * @return this builder
     */
    public PlanBuilder withBasis(String document) {
        basis.add(Objects.requireNonNull(document, "document"));
        return this;
    }

    /**
     * Sets the risk classes instead of the usual four.
     *
     * @param classes two to nine classes, the highest risk first
     * @return this builder
     */
    public PlanBuilder withClasses(RiskClass... classes) {
        return set("classes", Arrays.asList(classes));
    }

    /**
     * Sets the limits on visits to an entity for any task.
     *
     * @param limits the limits, in the order in which they apply
     * @return this builder
     */
    public PlanBuilder withLimits(Limit... limits) {
        return set("limits", Arrays.asList(limits));
    }

    /**
     * Sets the load from which on an inspector gets no further seat.
     *
     * @param load the number of seats
     * @return this builder
     */
    public PlanBuilder withMaxLoad(long load) {
        return set("max_load", load);
    }

    /**
     * Adds other data of the office.
     *
     * @param key the name
     * @param value the text
     * @return this builder
     */
    public PlanBuilder withExtra(String key, String value) {
        extra.put(Objects.requireNonNull(key, "key"), Objects.requireNonNull(value, "value"));
        return this;
    }

    /**
     * Returns the plan.
     *
     * @return the plan
     * @throws SuijiException with all faults of the plan
     */
    public Plan build() {
        return Plan.fromJson(Json.write(fields.with("basis", basis).with("tasks", tasks).with("extra", extra).map()));
    }
}
