package org.suiji;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.suiji.internal.Calls;
import org.suiji.internal.Handle;
import org.suiji.internal.Json;
import org.suiji.internal.Utf8;

/** Sealed inputs, which cannot change. The seed is not known yet. */
public final class Sealed extends NativeObject {
    Sealed(Handle handle) {
        super(handle);
    }

    /**
     * Opens sealed inputs again, if the commitment is not blinded.
     *
     * @param inputs the same inputs
     * @param commitment the commitment
     * @return the sealed inputs
     * @throws SuijiException if the inputs are not those of the commitment
     */
    public static Sealed reopen(Inputs inputs, Commitment commitment) {
        return reopen(inputs, commitment, null, Run.standard());
    }

    /**
     * Opens sealed inputs again.
     *
     * @param inputs the same inputs
     * @param commitment the commitment
     * @param secret the secret of a blinded commitment, in hex; {@code null} if it is not blinded
     * @return the sealed inputs
     * @throws SuijiException if the inputs or the secret are not those of the commitment
     */
    public static Sealed reopen(Inputs inputs, Commitment commitment, String secret) {
        return reopen(inputs, commitment, secret, Run.standard());
    }

    /**
     * Opens sealed inputs again, with a run.
     *
     * @param inputs the same inputs
     * @param commitment the commitment
     * @param secret the secret of a blinded commitment, in hex; {@code null} if it is not blinded
     * @param run threads and progress
     * @return the sealed inputs
     * @throws SuijiException if the inputs or the secret are not those of the commitment; {@code cancelled}
     */
    public static Sealed reopen(Inputs inputs, Commitment commitment, String secret, Run run) {
        return new Sealed(new Handle(Calls.reopen(
                inputs.handle(), commitment.json(), Utf8.bytesOrNull(secret), run.threads(), run.watch())));
    }

    /**
     * Returns the commitment. Store it and publish its digest before any source produces its value.
     *
     * @return the commitment
     */
    public Commitment commitment() {
        return new Commitment(Calls.part(handle(), Calls.COMMITMENT));
    }

    /**
     * Returns the inputs.
     *
     * @return the inputs, which are shared
     */
    public Inputs inputs() {
        return new Inputs(new Handle(Calls.partHandle(handle(), Calls.INPUTS)));
    }

    /**
     * Returns the secret of a blinded commitment.
     *
     * @return 64 hex digits, if the commitment is blinded
     */
    public Optional<String> secret() {
        return Optional.ofNullable(Utf8.text(Calls.part(handle(), Calls.SECRET)));
    }

    /**
     * Compares other inputs with the sealed ones. {@link #reopen(Inputs, Commitment)} only reports which table differs.
     * To find the rows that differ, open the sealed rows, and compare the other inputs with this call.
     *
     * @param inputs other inputs
     * @throws SuijiException with the rows of each table that differ
     */
    public void checkInputs(Inputs inputs) {
        checkInputs(inputs, Run.standard());
    }

    /**
     * Compares other inputs with the sealed ones, with a run.
     *
     * @param inputs other inputs
     * @param run threads and progress
     * @throws SuijiException with the rows of each table that differ; {@code cancelled}
     */
    public void checkInputs(Inputs inputs, Run run) {
        Calls.checkInputs(handle(), inputs.handle(), run.threads(), run.watch());
    }

    /**
     * Returns the numbers of registry rows in the frame of each task and left out of it.
     *
     * @return a summary for each task, in the order of the plan
     */
    public List<TaskSummary> summaries() {
        return Fields.list(Json.read(Calls.summaries(handle(), 1, null)), Fields.object(TaskSummary::new));
    }

    /**
     * Returns the outlook on the draw: entities in no task and why, the inspectors that departments need, and visits
     * of the year before.
     *
     * @return the outlook
     */
    public Outlook outlook() {
        return Fields.object(Outlook::new).apply(Json.read(Calls.outlook(handle(), 1, null)));
    }

    /**
     * Returns the number of entities that a task excludes for each reason.
     *
     * @param task the id of the task
     * @return the reasons that apply; empty if the plan has no such task
     */
    public List<SealedReason> excluded(String task) {
        return commitment().task(task).map(SealedTask::reasons).orElse(Collections.emptyList());
    }

    /**
     * Returns the entities in a task's frame that cannot get a full team.
     *
     * @param task the id of the task
     * @return the entities with the seats that cannot be filled
     * @throws IllegalArgumentException if the plan has no such task
     */
    public List<ShortTeam> shortTeams(String task) {
        return Fields.list(Json.read(Calls.shortTeams(handle(), Utf8.bytes(task))), Fields.object(ShortTeam::new));
    }

    /**
     * Returns the rows of the registry before the draw, with their state in a task: stratum and exact inclusion
     * probability, or the reason why an entity is not in the frame. The list takes about 100 bytes for each entity.
     *
     * @param task the id of the task
     * @return a row for each entity of the registry
     * @throws IllegalArgumentException if the plan has no such task
     */
    public List<SampleRow> frame(String task) {
        return SampleRows.of(Calls.frameRows(handle(), Utf8.bytes(task)));
    }

    /**
     * Returns the findings. Read them before the commitment is published.
     *
     * @return the findings, the most serious first
     */
    public List<Finding> findings() {
        return Inputs.findings(handle(), null);
    }

    /**
     * Checks the contribution of one source against the commitment.
     *
     * @param source the number of the source, counted from 0
     * @param contribution the contribution
     * @throws SuijiException if it does not fit the source
     */
    public void checkContribution(long source, Contribution contribution) {
        byte[] one = Utf8.bytes(Json.write(Fields.json("contributions", Arrays.asList(PlacedContribution.of(source, contribution)))));
        Calls.checkContributions(handle(), Calls.PARTIAL_CONTRIBUTIONS, one);
    }

    /**
     * Checks the contributions of all sources against the commitment.
     *
     * @param contributions the contributions
     * @throws SuijiException if they do not fit the sources
     */
    public void checkContributions(Contributions contributions) {
        Calls.checkContributions(handle(), Calls.CONTRIBUTIONS, contributions.json());
    }

    /**
     * Draws the entities and their teams. The same contributions always give the same record.
     *
     * @param contributions the contributions
     * @return the record
     * @throws SuijiException if the contributions do not fit the sources
     */
    public DrawRecord draw(Contributions contributions) {
        return draw(contributions, Run.standard());
    }

    /**
     * Draws the entities and their teams, with a run.
     *
     * @param contributions the contributions
     * @param run threads and progress
     * @return the record
     * @throws SuijiException if the contributions do not fit the sources; {@code cancelled}
     */
    public DrawRecord draw(Contributions contributions, Run run) {
        return new DrawRecord(new Handle(Calls.draw(handle(), contributions.json(), run.threads(), run.watch())));
    }

    /**
     * Makes the first amendments (变更) to a record. Record, inputs and seed decide who steps in.
     *
     * @param record the record of this draw
     * @param requests the events, in order
     * @return the amendments
     * @throws SuijiException if the record belongs to another commitment, or a request does not fit; then nothing is amended
     */
    public Amendments amend(DrawRecord record, List<Request> requests) {
        return amend(record, null, requests, Run.standard());
    }

    /**
     * Adds amendments to the existing ones of a record.
     *
     * @param record the record of this draw
     * @param earlier the existing amendments, or {@code null}
     * @param requests the later events, in order
     * @return the earlier amendments and the new ones
     * @throws SuijiException if the record belongs to another commitment, or a request does not fit; then nothing is amended
     */
    public Amendments amend(DrawRecord record, Amendments earlier, List<Request> requests) {
        return amend(record, earlier, requests, Run.standard());
    }

    /**
     * Adds amendments to the existing ones of a record, with a run.
     *
     * @param record the record of this draw
     * @param earlier the existing amendments, or {@code null}
     * @param requests the later events, in order
     * @param run threads and progress
     * @return the earlier amendments and the new ones
     * @throws SuijiException if the record belongs to another commitment, or a request does not fit; {@code cancelled}
     */
    public Amendments amend(DrawRecord record, Amendments earlier, List<Request> requests, Run run) {
        byte[] before = earlier == null ? null : earlier.json();
        return new Amendments(Calls.amend(
                handle(), record.handle(), before, Request.json(requests), run.threads(), run.watch()));
    }

    /**
     * Makes the receipt (查验单) of one entity.
     *
     * @param record the record of this draw
     * @param entity the id of the entity; it does not have to be in the registry
     * @return the receipt
     * @throws SuijiException if the record belongs to another commitment, or the id is invalid
     */
    public Receipt receipt(DrawRecord record, String entity) {
        return new Receipt(Calls.receipt(handle(), record.handle(), Utf8.bytes(Objects.requireNonNull(entity, "entity")), 1, null));
    }

    /**
     * Makes the receipts (查验单) of many entities. For a whole registry, take about 1,000 ids at a time with
     * {@link Registry#ids(long, long)}.
     *
     * @param record the record of this draw
     * @param entities the ids of the entities
     * @return the receipts, in this order
     * @throws SuijiException if the record belongs to another commitment, or with the faults of all ids that are invalid
     */
    public List<Receipt> receipts(DrawRecord record, Collection<String> entities) {
        return receipts(record, entities, Run.standard());
    }

    /**
     * Makes the receipts (查验单) of many entities, with a run.
     *
     * @param record the record of this draw
     * @param entities the ids of the entities
     * @param run threads and progress; it is asked before each receipt
     * @return the receipts, in this order
     * @throws SuijiException if the record belongs to another commitment, or with the faults of all ids that are invalid;
     *     {@code cancelled}
     */
    public List<Receipt> receipts(DrawRecord record, Collection<String> entities, Run run) {
        byte[] ids = Utf8.bytes(Json.write(Fields.json("entities", entities)));
        byte[] lines = Calls.receipts(handle(), record.handle(), ids, run.threads(), run.watch());
        List<Receipt> receipts = new ArrayList<>(entities.size());
        int start = 0;
        for (int at = 0; at < lines.length; at++) {
            if (lines[at] == '\n') {
                receipts.add(new Receipt(Arrays.copyOfRange(lines, start, at)));
                start = at + 1;
            }
        }
        return receipts;
    }

    @Override
    String content() {
        return Utf8.text(Calls.part(handle(), Calls.DIGEST));
    }
}
