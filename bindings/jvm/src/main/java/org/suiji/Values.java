package org.suiji;

import java.time.OffsetDateTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.OptionalLong;
import java.util.function.Function;

/** Conversions between this package and the generated classes. */
final class Values {
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ssxxx");

    private Values() {}

    static <A, B> List<B> list(List<A> values, Function<? super A, ? extends B> each) {
        List<B> list = new ArrayList<>(values.size());
        values.forEach(value -> list.add(each.apply(value)));
        return Collections.unmodifiableList(list);
    }

    static OptionalLong optional(Long value) {
        return value == null ? OptionalLong.empty() : OptionalLong.of(value);
    }

    /** A time as documents write it. */
    static String time(OffsetDateTime time) {
        return time.format(TIME);
    }

    /** The bytes of a document. An unpaired surrogate becomes bytes that the library refuses. */
    static byte[] utf8(String text) {
        Bytes bytes = new Bytes();
        bytes.putText(text);
        return bytes.toArray();
    }
}
