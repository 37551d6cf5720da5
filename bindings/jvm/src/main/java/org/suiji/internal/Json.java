package org.suiji.internal;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * JSON that the library wrote, as maps, lists, texts, {@link Long} and {@link Boolean}; {@code null} is left out of objects.
 *
 * <p>It does not check documents: the library reads every document first, and refuses invalid ones.
 */
public final class Json {
    private final byte[] bytes;
    private int at;

    private Json(byte[] bytes) {
        this.bytes = bytes;
    }

    /**
     * Reads a document.
     *
     * @param bytes JSON that the library wrote
     * @return the value
     */
    public static Object read(byte[] bytes) {
        Json json = new Json(bytes);
        Object value = json.value();
        json.blank();
        if (json.at != bytes.length) {
            throw json.unexpected();
        }
        return value;
    }

    private Object value() {
        blank();
        switch (peek()) {
            case '{':
                return object();
            case '[':
                return list();
            case '"':
                return text();
            case 't':
                at += 4;
                return Boolean.TRUE;
            case 'f':
                at += 5;
                return Boolean.FALSE;
            case 'n':
                at += 4;
                return null;
            default:
                return number();
        }
    }

    private Map<String, Object> object() {
        Map<String, Object> object = new LinkedHashMap<>();
        at++;
        blank();
        while (peek() != '}') {
            String key = text();
            expect(':');
            Object value = value();
            if (value != null) {
                object.put(key, value);
            }
            separator('}');
        }
        at++;
        return Collections.unmodifiableMap(object);
    }

    private List<Object> list() {
        ArrayList<Object> list = new ArrayList<>();
        at++;
        blank();
        while (peek() != ']') {
            list.add(value());
            separator(']');
        }
        at++;
        list.trimToSize();
        return Collections.unmodifiableList(list);
    }

    private void separator(char end) {
        blank();
        if (peek() != end) {
            expect(',');
            blank();
        }
    }

    private String text() {
        blank();
        expect('"');
        int start = at;
        while (peek() != '"' && peek() != '\\') {
            at++;
        }
        if (peek() == '"') {
            return utf8(start, at++);
        }
        StringBuilder text = new StringBuilder();
        while (peek() != '"') {
            if (peek() == '\\') {
                text.append(utf8(start, at++));
                escape(text);
                start = at;
            } else {
                at++;
            }
        }
        return text.append(utf8(start, at++)).toString();
    }

    private void escape(StringBuilder text) {
        char escaped = (char) bytes[at++];
        int plain = "nrtbf".indexOf(escaped);
        if (escaped == 'u') {
            text.append((char) Integer.parseInt(utf8(at, at + 4), 16));
            at += 4;
        } else {
            text.append(plain < 0 ? escaped : "\n\r\t\b\f".charAt(plain));
        }
    }

    private String utf8(int from, int to) {
        return new String(bytes, from, to - from, StandardCharsets.UTF_8);
    }

    private Long number() {
        int start = at;
        while (at < bytes.length && (bytes[at] == '-' || bytes[at] >= '0' && bytes[at] <= '9')) {
            at++;
        }
        if (start == at) {
            throw unexpected();
        }
        return Long.valueOf(utf8(start, at));
    }

    private void blank() {
        while (at < bytes.length && bytes[at] <= ' ' && bytes[at] >= 0) {
            at++;
        }
    }

    private byte peek() {
        if (at >= bytes.length) {
            throw unexpected();
        }
        return bytes[at];
    }

    private void expect(char one) {
        blank();
        if (peek() != one) {
            throw unexpected();
        }
        at++;
    }

    private IllegalStateException unexpected() {
        return new IllegalStateException("unexpected JSON at byte " + at);
    }

    /**
     * Writes a value without white space.
     *
     * @param value maps, lists, texts, numbers and booleans
     * @return the JSON
     */
    public static String write(Object value) {
        StringBuilder json = new StringBuilder();
        write(value, json);
        return json.toString();
    }

    private static void write(Object value, StringBuilder json) {
        if (value instanceof Map) {
            String before = "{";
            for (Map.Entry<?, ?> entry : ((Map<?, ?>) value).entrySet()) {
                quote(entry.getKey().toString(), json.append(before));
                write(entry.getValue(), json.append(':'));
                before = ",";
            }
            json.append(before.equals("{") ? "{}" : "}");
        } else if (value instanceof Collection) {
            String before = "[";
            for (Object item : (Collection<?>) value) {
                write(item, json.append(before));
                before = ",";
            }
            json.append(before.equals("[") ? "[]" : "]");
        } else if (value instanceof CharSequence) {
            quote(value.toString(), json);
        } else {
            json.append(value);
        }
    }

    private static void quote(String text, StringBuilder json) {
        json.append('"');
        for (int at = 0; at < text.length(); at++) {
            char unit = text.charAt(at);
            if (unit == '"' || unit == '\\') {
                json.append('\\').append(unit);
            } else if (unit < ' ') {
                json.append(String.format("\\u%04x", (int) unit));
            } else {
                json.append(unit);
            }
        }
        json.append('"');
    }
}
