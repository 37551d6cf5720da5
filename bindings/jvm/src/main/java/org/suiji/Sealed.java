package org.suiji;

import java.util.List;

/** A sealed sheet with what it was sealed over: what a draw is made from. */
public final class Sealed extends Native<org.suiji.kotlin.Sealed> implements AutoCloseable {
    Sealed(org.suiji.kotlin.Sealed core) {
        super(core);
    }

    /**
     * Takes up a sheet that was sealed earlier, perhaps by another process, or names what has changed since.
     *
     * @param inputs the inputs it was sealed over
     * @param commitment the sheet
     * @return the sealed sheet
     * @throws SuijiException where something has changed
     */
    public static Sealed reopen(Inputs inputs, Commitment commitment) throws SuijiException {
        return reopen(inputs, commitment, null, Run.standard());
    }

    /**
     * Takes up a blinded sheet.
     *
     * @param inputs the inputs it was sealed over
     * @param commitment the sheet
     * @param secret the secret it was blinded with, in hex
     * @return the sealed sheet
     * @throws SuijiException where something has changed
     */
    public static Sealed reopen(Inputs inputs, Commitment commitment, String secret) throws SuijiException {
        return reopen(inputs, commitment, secret, Run.standard());
    }

    /**
     * Takes up a sheet under a run.
     *
     * @param inputs the inputs it was sealed over
     * @param commitment the sheet
     * @param secret the secret it was blinded with, in hex, or {@code null}
     * @param run how it is run
     * @return the sealed sheet
     * @throws SuijiException where something has changed; {@code cancelled}
     */
    public static Sealed reopen(Inputs inputs, Commitment commitment, String secret, Run run) throws SuijiException {
        return Call.run(call -> new Sealed(org.suiji.kotlin.Sealed.Companion.reopen(
                call.hold(inputs), call.hold(commitment), secret, call.hold(run))));
    }

    /**
     * The sheet, to be published before anything falls.
     *
     * @return the commitment
     */
    public Commitment commitment() {
        return Call.read(call -> new Commitment(call.hold(this).commitment()));
    }

    /**
     * How many entities a task excludes for a reason.
     *
     * @param task its place in the plan, counted from 0
     * @param reason the reason
     * @return how many; 0 for a task that the plan lacks
     */
    public long excluded(int task, Reason reason) {
        return Call.read(call -> call.hold(this).excluded(task, reason.core()));
    }

    /**
     * The entities of a task's frame that cannot get a full team.
     *
     * @param task its place in the plan, counted from 0
     * @return them with their empty seats; none for a task that the plan lacks
     */
    public List<ShortOfTeam> shortOfTeam(int task) {
        return Call.read(call -> Values.list(call.hold(this).shortOfTeam(task), ShortOfTeam::new));
    }

    /**
     * What whoever seals should know before it is too late.
     *
     * @return warnings; none is best
     */
    public List<Finding> findings() {
        return Call.read(call -> Values.list(call.hold(this).findings(null), Finding::new));
    }

    /**
     * Checks what one source gave against its place in the sheet.
     *
     * @param source the place, counted from 0
     * @param contribution what it gave
     * @throws SuijiException where it is not what the sheet demands
     */
    public void check(int source, Contribution contribution) throws SuijiException {
        Call.run(call -> {
            call.hold(this).checkContribution(source, contribution.core());
            return null;
        });
    }

    /**
     * Checks the contributions against the sheet.
     *
     * @param contributions what the sources gave
     * @throws SuijiException where they are not what the sheet demands
     */
    public void check(Contributions contributions) throws SuijiException {
        Call.run(call -> {
            call.hold(this).checkContributions(call.hold(contributions));
            return null;
        });
    }

    /**
     * Draws: entities and their teams. The same contributions give the same record, however often.
     *
     * @param contributions what the sources gave
     * @return the record
     * @throws SuijiException where the contributions are not what the sheet demands
     */
    public Record draw(Contributions contributions) throws SuijiException {
        return draw(contributions, Run.standard());
    }

    /**
     * Draws under a run.
     *
     * @param contributions what the sources gave
     * @param run how it is run
     * @return the record
     * @throws SuijiException where the contributions are not what the sheet demands; {@code cancelled}
     */
    public Record draw(Contributions contributions, Run run) throws SuijiException {
        return Call.run(call -> new Record(call.hold(this).draw(call.hold(contributions), call.hold(run))));
    }

    /**
     * The receipt for one entity (查验单).
     *
     * @param record the record of this sheet's draw
     * @param entity the entity's id; it need not be in the registry
     * @return the receipt
     * @throws SuijiException where the record is of another sheet, or the id has not the right form
     */
    public Receipt receipt(Record record, String entity) throws SuijiException {
        return Call.run(call -> new Receipt(call.hold(this).receipt(call.hold(record), entity, null)));
    }

    /** Frees it. */
    @Override
    public void close() {
        free();
    }

    @Override
    public String toString() {
        return "Sealed(" + commitment().digest() + ")";
    }
}
