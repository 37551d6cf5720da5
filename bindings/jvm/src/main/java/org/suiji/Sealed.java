package org.suiji;

import java.util.List;

/** Sealed inputs: a commitment together with the inputs that it fixes. Draws and receipts are made from it. */
public final class Sealed extends Native<org.suiji.kotlin.Sealed> implements AutoCloseable {
    Sealed(org.suiji.kotlin.Sealed core) {
        super(core);
    }

    /**
     * Reopens a commitment that was sealed earlier, for example by another process.
     *
     * @param inputs the inputs that were sealed
     * @param commitment the commitment
     * @return the sealed inputs
     * @throws SuijiException if an input has changed since; the message names what changed
     */
    public static Sealed reopen(Inputs inputs, Commitment commitment) throws SuijiException {
        return reopen(inputs, commitment, null, Run.standard());
    }

    /**
     * Reopens a blinded commitment.
     *
     * @param inputs the inputs that were sealed
     * @param commitment the commitment
     * @param secret the secret, in hex
     * @return the sealed inputs
     * @throws SuijiException if an input has changed since; the message names what changed
     */
    public static Sealed reopen(Inputs inputs, Commitment commitment, String secret) throws SuijiException {
        return reopen(inputs, commitment, secret, Run.standard());
    }

    /**
     * Reopens a commitment, with a run.
     *
     * @param inputs the inputs that were sealed
     * @param commitment the commitment
     * @param secret the secret, in hex, or {@code null} if the commitment is not blinded
     * @param run threads and progress
     * @return the sealed inputs
     * @throws SuijiException if an input has changed since; {@code cancelled}
     */
    public static Sealed reopen(Inputs inputs, Commitment commitment, String secret, Run run) throws SuijiException {
        return Call.run(call -> new Sealed(org.suiji.kotlin.Sealed.Companion.reopen(
                call.hold(inputs), call.hold(commitment), secret, call.hold(run))));
    }

    /**
     * Returns the commitment. Publish it before any source produces its value.
     *
     * @return the commitment
     */
    public Commitment commitment() {
        return Call.read(call -> new Commitment(call.hold(this).commitment()));
    }

    /**
     * Returns how many entities a task excludes for each reason.
     *
     * @param task the id of the task
     * @return the reasons that apply; empty if the plan has no such task
     */
    public List<SealedReason> excluded(String task) {
        return Call.read(call -> Values.list(call.hold(this).excluded(task), SealedReason::new));
    }

    /**
     * Returns the entities in a task's frame that cannot get a full team.
     *
     * @param task the id of the task
     * @return the entities with the seats that cannot be filled; empty if the plan has no such task
     */
    public List<ShortTeam> shortTeams(String task) {
        return Call.read(call -> Values.list(call.hold(this).shortTeams(task), ShortTeam::new));
    }

    /**
     * Returns the findings. Read them before the commitment is published.
     *
     * @return the findings
     */
    public List<Finding> findings() {
        return Call.read(call -> Values.list(call.hold(this).findings(null), Finding::new));
    }

    /**
     * Checks the contribution of one source against the commitment.
     *
     * @param source the number of the source, counted from 0
     * @param contribution the contribution
     * @throws SuijiException if it does not fit the source
     */
    public void checkContribution(int source, Contribution contribution) throws SuijiException {
        Call.run(call -> {
            call.hold(this).checkContribution(source, contribution.core());
            return null;
        });
    }

    /**
     * Checks the contributions of all sources against the commitment.
     *
     * @param contributions the contributions
     * @throws SuijiException if they do not fit the sources
     */
    public void checkContributions(Contributions contributions) throws SuijiException {
        Call.run(call -> {
            call.hold(this).checkContributions(call.hold(contributions));
            return null;
        });
    }

    /**
     * Draws the entities and their teams. The same contributions always give the same record.
     *
     * @param contributions the contributions
     * @return the record
     * @throws SuijiException if the contributions do not fit the sources
     */
    public Record draw(Contributions contributions) throws SuijiException {
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
    public Record draw(Contributions contributions, Run run) throws SuijiException {
        return Call.run(call -> new Record(call.hold(this).draw(call.hold(contributions), call.hold(run))));
    }

    /**
     * Makes the first amendments (变更) to a record. Who steps in follows from the record, the inputs and the seed.
     *
     * @param record the record of this draw
     * @param requests what happened, in order
     * @return the amendments
     * @throws SuijiException if the record belongs to another commitment, or a request does not fit; then nothing is amended
     */
    public Amendments amend(Record record, List<Request> requests) throws SuijiException {
        return amend(record, null, requests, Run.standard());
    }

    /**
     * Adds amendments to those that a record has.
     *
     * @param record the record of this draw
     * @param earlier the amendments that there are
     * @param requests what happened since, in order
     * @return the earlier amendments and the new ones
     * @throws SuijiException if the record belongs to another commitment, or a request does not fit; then nothing is amended
     */
    public Amendments amend(Record record, Amendments earlier, List<Request> requests) throws SuijiException {
        return amend(record, earlier, requests, Run.standard());
    }

    /**
     * Adds amendments to those that a record has, with a run.
     *
     * @param record the record of this draw
     * @param earlier the amendments that there are, or {@code null}
     * @param requests what happened since, in order
     * @param run threads and progress
     * @return the earlier amendments and the new ones
     * @throws SuijiException if the record belongs to another commitment, or a request does not fit; {@code cancelled}
     */
    public Amendments amend(Record record, Amendments earlier, List<Request> requests, Run run) throws SuijiException {
        return Call.run(call -> new Amendments(call.hold(this).amend(
                call.hold(record), call.holdOrNull(earlier), Values.list(requests, call::hold), call.hold(run))));
    }

    /**
     * Creates the receipt (查验单) for one entity.
     *
     * @param record the record of this draw
     * @param entity the id of the entity; it does not have to be in the registry
     * @return the receipt
     * @throws SuijiException if the record belongs to another commitment, or the id is invalid
     */
    public Receipt receipt(Record record, String entity) throws SuijiException {
        return Call.run(call -> new Receipt(call.hold(this).receipt(call.hold(record), entity, null)));
    }

    /** Frees the sealed inputs. */
    @Override
    public void close() {
        free();
    }

    @Override
    String describe() {
        return "Sealed(" + commitment().digest() + ")";
    }
}
