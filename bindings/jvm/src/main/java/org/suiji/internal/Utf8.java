package org.suiji.internal;

import java.nio.charset.StandardCharsets;

/** Texts in UTF-8. */
public final class Utf8 {
    private Utf8() {}

    /**
     * Reads a text that the library wrote.
     *
     * @param utf8 the bytes, or null
     * @return the text, or null
     */
    public static String text(byte[] utf8) {
        return utf8 == null ? null : new String(utf8, StandardCharsets.UTF_8);
    }

    /**
     * Writes a text. An unpaired surrogate has no UTF-8 form. It becomes three invalid bytes, which the library refuses
     * and reports with their place.
     *
     * @param text the text
     * @return the bytes
     */
    public static byte[] bytes(String text) {
        Bytes bytes = new Bytes();
        bytes.putText(text);
        return bytes.toArray();
    }

    /**
     * Writes a text that may be left out.
     *
     * @param text the text, or null
     * @return the bytes, or null
     */
    public static byte[] bytesOrNull(String text) {
        return text == null ? null : bytes(text);
    }
}
