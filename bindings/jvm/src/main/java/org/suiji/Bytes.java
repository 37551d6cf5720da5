package org.suiji;

import java.util.Arrays;

/** A growing array of bytes: little-endian numbers, bits with the lowest first, texts in UTF-8. */
final class Bytes {
    private byte[] bytes = new byte[256];
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

    void putByte(int value) {
        reserve(1);
        bytes[length++] = (byte) value;
    }

    void putInt(int value) {
        for (int shift = 0; shift < 32; shift += 8) {
            putByte(value >> shift);
        }
    }

    void putLong(long value) {
        putInt((int) value);
        putInt((int) (value >> 32));
    }

    /** Writes a bit; it must be in the last byte or the one after it. */
    void putBit(int place, boolean value) {
        if (place / 8 == length) {
            putByte(0);
        }
        if (value) {
            bytes[place / 8] |= (byte) (1 << (place % 8));
        }
    }

    /** An unpaired surrogate has no UTF-8 form; it is written as three invalid bytes, which the library refuses with their place. */
    void putText(String text) {
        for (int at = 0; at < text.length(); at++) {
            char unit = text.charAt(at);
            if (unit < 0x80) {
                putByte(unit);
            } else if (unit < 0x800) {
                putByte(0xC0 | unit >> 6);
                putByte(0x80 | unit & 0x3F);
            } else if (at + 1 < text.length() && Character.isSurrogatePair(unit, text.charAt(at + 1))) {
                int point = Character.toCodePoint(unit, text.charAt(++at));
                putByte(0xF0 | point >> 18);
                putByte(0x80 | point >> 12 & 0x3F);
                putByte(0x80 | point >> 6 & 0x3F);
                putByte(0x80 | point & 0x3F);
            } else {
                putByte(0xE0 | unit >> 12);
                putByte(0x80 | unit >> 6 & 0x3F);
                putByte(0x80 | unit & 0x3F);
            }
        }
    }

    private void reserve(int more) {
        if (length + more > bytes.length) {
            bytes = Arrays.copyOf(bytes, Math.max(length + more, bytes.length + (bytes.length >> 1)));
        }
    }
}
