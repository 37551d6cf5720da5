package org.suiji;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.suiji.internal.Json;

/**
 * What a ledger is compared with: heads that others kept, and documents of the office, each with a name that problems show. It never
 * changes; each {@code with} returns a new object. In Rust it is {@code Files}.
 */
public final class LedgerFiles {
    private final Map<String, Object> fields;

    private LedgerFiles(Map<String, Object> fields) {
        this.fields = fields;
    }

    /**
     * Makes one without content.
     *
     * @return an object to which {@code with} methods add
     */
    public static LedgerFiles none() {
        return new LedgerFiles(new LinkedHashMap<>());
    }

    /**
     * Adds a head that somebody kept.
     *
     * @param name who kept it, or where
     * @param head the file, or the number of entries and the root in hex
     * @return a new object
     */
    public LedgerFiles withHead(String name, String head) {
        return with("heads", name, "head", head);
    }

    /**
     * Adds a head from the notes of a witness.
     *
     * @param name who kept it, or where
     * @param head the head
     * @return a new object
     */
    public LedgerFiles withHead(String name, LedgerHead head) {
        return withHead(name, head.size() + " " + head.root());
    }

    /**
     * Adds a commitment of the office.
     *
     * @param name its file
     * @param commitment the commitment
     * @return a new object
     */
    public LedgerFiles withCommitment(String name, Commitment commitment) {
        return with("commitments", name, "digest", commitment.digest());
    }

    /**
     * Adds a record of the office.
     *
     * @param name its file
     * @param record the record
     * @return a new object
     */
    public LedgerFiles withRecord(String name, DrawRecord record) {
        return with("records", name, "digest", record.digest());
    }

    /**
     * States that the office has no other commitments and records. Entries without one are then reported.
     *
     * @return a new object
     */
    public LedgerFiles asAll() {
        Map<String, Object> changed = new LinkedHashMap<>(fields);
        changed.put("are_all", true);
        return new LedgerFiles(changed);
    }

    private LedgerFiles with(String list, String name, String key, String value) {
        Map<String, Object> one = new LinkedHashMap<>();
        one.put("name", Objects.requireNonNull(name, "name"));
        one.put(key, Objects.requireNonNull(value, key));
        List<Object> items = new ArrayList<>((List<?>) fields.getOrDefault(list, new ArrayList<>()));
        items.add(one);
        Map<String, Object> changed = new LinkedHashMap<>(fields);
        changed.put(list, items);
        return new LedgerFiles(changed);
    }

    String json() {
        return Json.write(fields);
    }
}
