package org.suiji;

import java.util.List;
import java.util.Optional;

/** The result of a verification: verdict, checks, claims that have to be trusted, warnings, facts. */
public final class Report extends Native<org.suiji.kotlin.Report> {
    Report(org.suiji.kotlin.Report core) {
        super(core);
    }

    /**
     * Returns the verdict.
     *
     * @return the verdict
     */
    public Verdict verdict() {
        return Call.read(call -> Verdict.valueOf(call.hold(this).verdict().name()));
    }

    /**
     * Throws unless the verdict is {@link Verdict#HOLDS}.
     *
     * @throws SuijiException if a check failed or could not be made
     */
    public void require() throws SuijiException {
        Call.run(call -> {
            call.hold(this).require();
            return null;
        });
    }

    /**
     * Returns the checks.
     *
     * @return the checks, in the order in which they were made
     */
    public List<Check> checks() {
        return Call.read(call -> Values.list(call.hold(this).checks(), Check::new));
    }

    /**
     * Returns the claims that no check covers and that have to be trusted.
     *
     * @return the claims
     */
    public List<Trust> trust() {
        return Call.read(call -> Values.list(call.hold(this).trust(), Trust::new));
    }

    /**
     * Returns the warnings.
     *
     * @return the warnings
     */
    public List<Finding> warnings() {
        return Call.read(call -> Values.list(call.hold(this).warnings(), Finding::new));
    }

    /**
     * Returns the facts.
     *
     * @return a fact for each stratum with 30 or more selected entities
     */
    public List<Fact> facts() {
        return Call.read(call -> Values.list(call.hold(this).facts(), Fact::new));
    }

    /**
     * Returns the number of possible values of each source.
     *
     * @return for each live source the number, as digits or as {@code 2^53 or more}; empty for the other sources
     */
    public List<Optional<String>> outcomes() {
        return Call.read(call -> Values.list(call.hold(this).outcomes(), Optional::ofNullable));
    }

    /**
     * Writes the report as JSON.
     *
     * @return the report as indented JSON
     */
    public String toJson() {
        return Call.read(call -> call.hold(this).toJson());
    }

    @Override
    String describe() {
        return "Report(" + verdict() + ")";
    }
}
