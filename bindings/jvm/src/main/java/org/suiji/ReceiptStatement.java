package org.suiji;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;

/** What a receipt says about one task (查验单中一个抽查任务的结果). In Rust it is {@code receipt::Statement}. */
public final class ReceiptStatement extends Value {
    ReceiptStatement(Map<String, Object> fields) {
        super(fields);
    }

    /**
     * The id of the task [G1].
     *
     * @return the value of {@code task}
     */
    public String task() {
        return fields().text("task");
    }

    /**
     * What became of the entity [F1] [F2] [D3].
     *
     * @return the value of {@code state}
     */
    public State state() {
        return fields().word("state", State::of);
    }

    /**
     * The stratum [F3].
     *
     * @return the value of {@code stratum}, if there is one
     */
    public Optional<String> stratum() {
        return fields().optionalText("stratum");
    }

    /**
     * The ticket [D2].
     *
     * @return the value of {@code ticket}, if there is one
     */
    public Optional<String> ticket() {
        return fields().optionalText("ticket");
    }

    /**
     * The inclusion probability [G1].
     *
     * @return the value of {@code probability}, if there is one
     */
    public Optional<Fraction> probability() {
        return fields().optionalObject("probability", Fraction::new);
    }

    /**
     * The number of the reserve [D3].
     *
     * @return the value of {@code reserve}, if there is one
     */
    public OptionalLong reserve() {
        return fields().optionalNumber("reserve");
    }

    /**
     * Why it was excluded [F2].
     *
     * @return the value of {@code reason}, if there is one
     */
    public Optional<String> reason() {
        return fields().optionalText("reason");
    }

    /**
     * The members of the team [T5].
     *
     * @return the value of {@code members}; empty if there is none
     */
    public List<String> members() {
        return fields().list("members", Fields::text);
    }

    /**
     * The vacant seats [T5].
     *
     * @return the value of {@code vacant}; empty if there is none
     */
    public List<Long> vacant() {
        return fields().list("vacant", Fields::number);
    }

    /**
     * The statement in words, in English.
     *
     * @return the text
     */
    public String message() {
        return fields().message("message", "en");
    }

    /**
     * The statement in words, in Chinese.
     *
     * @return the text
     */
    public String messageZh() {
        return fields().message("message", "zh");
    }

    @Override
    public String toString() {
        return message();
    }
}
