package org.suiji.internal;

import java.util.Arrays;

/** A growing array of texts in UTF-8. */
final class Bytes {
    private byte[] bytes = new byte[256];
    private char[] units = new char[64];
    private int length;

    int length() {
        return length;
    }

    void clear() {
        length = 0;
    }

    byte[] toArray() {
        return Arrays.copyOf(bytes, length);
    }

    /** The bytes, with spare space after them. */
    byte[] array() {
        return bytes;
    }

    /** {@link Utf8#bytes} describes the result for an unpaired surrogate. */
    void putText(String text) {
        int count = text.length();
        if (count > units.length) {
            units = new char[count + (count >> 1)];
        }
        text.getChars(0, count, units, 0);
        reserve(3 * count);
        char[] from = units;
        byte[] to = bytes;
        int end = length;
        for (int at = 0; at < count; at++) {
            char unit = from[at];
            if (unit < 0x80) {
                to[end++] = (byte) unit;
            } else if (unit < 0x800) {
                to[end++] = (byte) (0xC0 | unit >> 6);
                to[end++] = (byte) (0x80 | unit & 0x3F);
            } else if (at + 1 < count && Character.isSurrogatePair(unit, from[at + 1])) {
                int point = Character.toCodePoint(unit, from[++at]);
                to[end++] = (byte) (0xF0 | point >> 18);
                to[end++] = (byte) (0x80 | point >> 12 & 0x3F);
                to[end++] = (byte) (0x80 | point >> 6 & 0x3F);
                to[end++] = (byte) (0x80 | point & 0x3F);
            } else {
                to[end++] = (byte) (0xE0 | unit >> 12);
                to[end++] = (byte) (0x80 | unit >> 6 & 0x3F);
                to[end++] = (byte) (0x80 | unit & 0x3F);
            }
        }
        length = end;
    }

    private void reserve(int more) {
        if (length + more > bytes.length) {
            bytes = Arrays.copyOf(bytes, Math.max(length + more, bytes.length + (bytes.length >> 1)));
        }
    }
}
