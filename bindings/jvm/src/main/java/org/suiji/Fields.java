package org.suiji;

import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.format.DateTimeFormatter;
import java.util.AbstractList;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Function;

/** The fields of a JSON object, read as the types of Java. Lists and objects are views, so nothing is copied. */
final class Fields {
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ssxxx");

    private final Map<String, Object> map;

    Fields() {
        this(new LinkedHashMap<>());
    }

    Fields(Map<String, Object> map) {
        this.map = map;
    }

    static Map<String, Object> none() {
        return Collections.emptyMap();
    }

    /** An object of the schemas. It only holds texts, numbers, flags, lists and objects. */
    @SuppressWarnings("unchecked")
    static Map<String, Object> map(Object value) {
        return (Map<String, Object>) value;
    }

    Map<String, Object> map() {
        return Collections.unmodifiableMap(map);
    }

    /** The fields with one changed value. If the value is null or empty, the field is removed [C2c]. */
    Fields with(String field, Object value) {
        Map<String, Object> changed = new LinkedHashMap<>(map);
        Object json = json(field, value);
        if (json == null
                || json instanceof Collection && ((Collection<?>) json).isEmpty()
                || json instanceof Map && ((Map<?, ?>) json).isEmpty()) {
            changed.remove(field);
        } else {
            changed.put(field, json);
        }
        return new Fields(changed);
    }

    /** The fields with a list that must have elements. An empty list stays, so that the library reports the field.
    */
    Fields withFull(String field, Collection<?> list) {
        Map<String, Object> changed = new LinkedHashMap<>(map);
        changed.put(field, json(field, Objects.requireNonNull(list, field)));
        return new Fields(changed);
    }

    /** A value as JSON: words, times and dates as texts. A list or map with a null is refused by its name. */
    static Object json(String name, Object value) {
        if (value instanceof Value) {
            return ((Value) value).fields().map;
        } else if (value instanceof Word) {
            return ((Word) value).word();
        } else if (value instanceof OffsetDateTime) {
            return time((OffsetDateTime) value);
        } else if (value instanceof LocalDate) {
            return value.toString();
        } else if (value instanceof Integer) {
            return ((Integer) value).longValue();
        } else if (value instanceof Collection) {
            List<Object> list = new ArrayList<>();
            ((Collection<?>) value).forEach(item -> list.add(json(name, Misuse.present(name, item))));
            return Collections.unmodifiableList(list);
        } else if (value instanceof Map) {
            Map<Object, Object> map = new LinkedHashMap<>();
            ((Map<?, ?>) value).forEach((key, item) -> map.put(Misuse.present(name, key), Misuse.present(name + "." + key, item)));
            return Collections.unmodifiableMap(map);
        }
        return value;
    }

    /** A time in the form of documents. Fractions of a second are dropped. */
    static String time(OffsetDateTime time) {
        return time.format(TIME);
    }

    // Values that are always there

    String text(String field) {
        return (String) map.get(field);
    }

    long number(String field) {
        return (Long) map.get(field);
    }

    int year(String field) {
        return Math.toIntExact(number(field));
    }

    boolean flag(String field) {
        return Boolean.TRUE.equals(map.get(field));
    }

    LocalDate date(String field) {
        return date(map.get(field));
    }

    OffsetDateTime time(String field) {
        return OffsetDateTime.parse(text(field));
    }

    <T> T word(String field, Function<String, T> of) {
        return of.apply(text(field));
    }

    <T> T object(String field, Function<Map<String, Object>, T> make) {
        return make.apply(map(map.get(field)));
    }

    String message(String field, String language) {
        return (String) map(map.get(field)).get(language);
    }

    /** The elements of a list; none if there is no list. */
    <T> List<T> list(String field, Function<Object, T> item) {
        return list(map.get(field), item);
    }

    Map<String, String> textsByKey(String field) {
        Map<String, String> texts = new LinkedHashMap<>();
        map(map.getOrDefault(field, none())).forEach((key, value) -> texts.put(key, (String) value));
        return Collections.unmodifiableMap(texts);
    }

    Map<String, Long> numbersByKey(String field) {
        Map<String, Long> numbers = new LinkedHashMap<>();
        map(map.getOrDefault(field, none())).forEach((key, value) -> numbers.put(key, (Long) value));
        return Collections.unmodifiableMap(numbers);
    }

    // Values that may be left out

    Optional<String> optionalText(String field) {
        return Optional.ofNullable(text(field));
    }

    OptionalLong optionalNumber(String field) {
        return map.containsKey(field) ? OptionalLong.of(number(field)) : OptionalLong.empty();
    }

    long numberOr(String field, long otherwise) {
        return map.containsKey(field) ? number(field) : otherwise;
    }

    String textOr(String field, String otherwise) {
        return map.containsKey(field) ? text(field) : otherwise;
    }

    Optional<Integer> optionalYear(String field) {
        return Optional.ofNullable((Long) map.get(field)).map(Math::toIntExact);
    }

    Optional<LocalDate> optionalDate(String field) {
        return optionalText(field).map(LocalDate::parse);
    }

    Optional<OffsetDateTime> optionalTime(String field) {
        return optionalText(field).map(OffsetDateTime::parse);
    }

    <T> Optional<T> optionalWord(String field, Function<String, T> of) {
        return optionalText(field).map(of);
    }

    <T> Optional<T> optionalObject(String field, Function<Map<String, Object>, T> make) {
        return Optional.ofNullable(map.get(field)).map(Fields::map).map(make);
    }

    Optional<String> optionalMessage(String field, String language) {
        return map.containsKey(field) ? Optional.of(message(field, language)) : Optional.empty();
    }

    // Elements of lists

    static String text(Object value) {
        return (String) value;
    }

    static Long number(Object value) {
        return (Long) value;
    }

    static LocalDate date(Object value) {
        return LocalDate.parse((String) value);
    }

    static <T> Function<Object, T> object(Function<Map<String, Object>, T> make) {
        return value -> make.apply(map(value));
    }

    static <T> List<T> list(Object value, Function<Object, T> item) {
        List<?> list = value == null ? Collections.emptyList() : (List<?>) value;
        return new AbstractList<T>() {
            @Override
            public T get(int at) {
                return item.apply(list.get(at));
            }

            @Override
            public int size() {
                return list.size();
            }
        };
    }

    static <T extends Word> T wordOf(T[] constants, String word) {
        for (T constant : constants) {
            if (constant.word().equals(word)) {
                return constant;
            }
        }
        throw new IllegalArgumentException(Misuse.WORD.message(word));
    }
}
