package org.suiji;

import java.util.List;
import java.util.Optional;

/** What a verification found: checks, verdict, facts, and what remains on trust. */
public final class Report extends Native<org.suiji.kotlin.Report> {
    Report(org.suiji.kotlin.Report core) {
        super(core);
    }

    /**
     * What it comes to.
     *
     * @return the verdict
     */
    public Verdict verdict() {
        return Call.read(call -> Verdict.valueOf(call.hold(this).verdict().name()));
    }

    /**
     * Demands that it hold.
     *
     * @throws SuijiException unless the verdict is {@link Verdict#HOLDS}
     */
    public void require() throws SuijiException {
        Call.run(call -> {
            call.hold(this).require();
            return null;
        });
    }

    /**
     * The checks.
     *
     * @return them in the order in which they were made
     */
    public List<Check> checks() {
        return Call.read(call -> Values.list(call.hold(this).checks(), Check::new));
    }

    /**
     * What remains on trust.
     *
     * @return a line for each thing
     */
    public List<Trust> trust() {
        return Call.read(call -> Values.list(call.hold(this).trust(), Trust::new));
    }

    /**
     * What one should know.
     *
     * @return warnings
     */
    public List<Finding> warnings() {
        return Call.read(call -> Values.list(call.hold(this).warnings(), Finding::new));
    }

    /**
     * The facts beside the strata.
     *
     * @return an estimate of each take
     */
    public List<Fact> facts() {
        return Call.read(call -> Values.list(call.hold(this).facts(), Fact::new));
    }

    /**
     * In how many ways each source can fall.
     *
     * @return for each source, of one that is live the number in digits or as a power such as {@code 6^40}
     */
    public List<Optional<String>> outcomes() {
        return Call.read(call -> Values.list(call.hold(this).outcomes(), Optional::ofNullable));
    }

    /**
     * The document.
     *
     * @return the report as indented JSON
     */
    public String toJson() {
        return Call.read(call -> call.hold(this).toJson());
    }

    @Override
    public String toString() {
        return "Report(" + verdict() + ")";
    }
}
