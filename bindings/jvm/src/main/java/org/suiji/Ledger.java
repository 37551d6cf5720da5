package org.suiji;

import java.util.List;
import java.util.Objects;
import org.suiji.internal.Calls;
import org.suiji.internal.Json;
import org.suiji.internal.Utf8;

/** The ledger of an office (登记簿): what it sealed and drew, entry by entry. */
public final class Ledger {
    private final byte[] bytes;
    private final List<LedgerEntry> entries;

    private Ledger(byte[] bytes) {
        this.bytes = bytes;
        entries = Fields.list(Json.read(Calls.ledgerEntries(bytes)), Fields.object(LedgerEntry::new));
    }

    /**
     * Reads the file of a ledger. Each line is checked against those before it.
     *
     * @param file the content of {@code ledger.jsonl}
     * @return the ledger
     * @throws SuijiException for the first line that is not an entry, or does not continue the lines before it
     */
    public static Ledger of(byte[] file) {
        return new Ledger(Objects.requireNonNull(file, "file").clone());
    }

    /**
     * Reads the file of a ledger. Each line is checked against those before it.
     *
     * @param file the content of {@code ledger.jsonl}
     * @return the ledger
     * @throws SuijiException for the first line that is not an entry, or does not continue the lines before it
     */
    public static Ledger of(String file) {
        return new Ledger(Utf8.bytes(Objects.requireNonNull(file, "file")));
    }

    /**
     * Returns the entries.
     *
     * @return the entries, in order
     */
    public List<LedgerEntry> entries() {
        return entries;
    }

    /**
     * Examines the entries alone. Without a head that somebody else kept, the office could have rewritten all of them.
     *
     * @return what was found
     */
    public LedgerAudit audit() {
        return audit(LedgerFiles.none());
    }

    /**
     * Examines the entries, and compares them with heads that others kept, and with documents of the office.
     *
     * @param files the heads and documents
     * @return what was found
     * @throws SuijiException if a head cannot be read
     */
    public LedgerAudit audit(LedgerFiles files) {
        return new LedgerAudit(Fields.map(Json.read(Calls.ledgerAudit(bytes, Utf8.bytes(files.json())))));
    }

    @Override
    public String toString() {
        return "Ledger(" + entries.size() + " entries)";
    }
}
