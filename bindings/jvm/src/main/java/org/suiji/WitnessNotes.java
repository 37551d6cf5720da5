package org.suiji;

import java.util.Map;
import java.util.Objects;
import org.suiji.internal.Calls;
import org.suiji.internal.Json;
import org.suiji.internal.Utf8;

/**
 * What a witness wrote down at a draw. Give the digests to {@link Evidence}, and the heads to {@link LedgerFiles}. In Rust it is
 * {@code Notes}.
 */
public final class WitnessNotes extends WitnessNotesFields {
    WitnessNotes(Map<String, Object> fields) {
        super(fields);
    }

    /**
     * Reads notes: lines such as {@code 封存单：…}, {@code 取值：…}, {@code 抽取记录：…} and {@code 登记簿：…}, or the same in English.
     *
     * @param text the notes
     * @return the notes
     * @throws SuijiException with all faults of the notes
     */
    public static WitnessNotes of(String text) {
        byte[] notes = Calls.witnessNotes(Utf8.bytes(Objects.requireNonNull(text, "text")));
        return new WitnessNotes(Fields.map(Json.read(notes)));
    }
}
