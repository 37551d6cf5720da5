package org.suiji;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.function.Function;

/** Conversions between this package and the generated classes. */
final class Values {
    private Values() {}

    static <A, B> List<B> list(List<A> values, Function<? super A, ? extends B> each) {
        List<B> list = new ArrayList<>(values.size());
        values.forEach(value -> list.add(each.apply(value)));
        return Collections.unmodifiableList(list);
    }

    /** The bytes of a document. An unpaired surrogate becomes bytes that the library refuses. */
    static byte[] utf8(String text) {
        Bytes bytes = new Bytes();
        bytes.putText(text);
        return bytes.toArray();
    }
}
