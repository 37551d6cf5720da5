package org.suiji;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.suiji.internal.Calls;
import org.suiji.internal.Handle;

/** The report of a verification (核验报告): every check, what must be trusted, and warnings. */
public final class Report extends ReportFields {
    private final Handle handle;

    Report(Handle handle) {
        super(Calls.reportJson(handle));
        this.handle = handle;
    }

    /**
     * Throws unless the verdict is {@link Verdict#HOLDS}.
     *
     * @throws SuijiException {@code verification.not-holding}, with the checks that failed or could not be made
     */
    public void require() {
        Calls.require(handle);
    }

    /**
     * Returns the number of outcomes of each source.
     *
     * @return for each source a number as digits, or {@code 2^53 or more}; empty if it has none
     */
    public List<Optional<String>> outcomes() {
        List<Optional<String>> outcomes = new ArrayList<>();
        sources().forEach(source -> outcomes.add(source.outcomes()));
        return Collections.unmodifiableList(outcomes);
    }

    /**
     * Writes the report.
     *
     * @return the report as indented JSON
     */
    public String toJson() {
        return text();
    }

    @Override
    public String toString() {
        return "Report(" + verdict() + ")";
    }
}
