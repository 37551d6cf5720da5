package org.suiji;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.Paths;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The names are those of the Rust library, except for the differences in tests/names.json. Each difference must be necessary. */
class NamesTest {
    private static final Pattern ITEM = Pattern.compile("(?:#\\[non_exhaustive\\] )?pub ((?:const |struct |enum |fn )*)suiji::(.*)");
    private static final List<String> NO_NAMES = Arrays.asList("equals", "hashCode", "toString", "values", "valueOf");

    private final Map<String, Set<String>> methods = new TreeMap<>();
    private final Map<String, Set<String>> variants = new TreeMap<>();
    private final Set<String> needed = new TreeSet<>();
    private final List<String> wrong = new ArrayList<>();
    private final JsonNode table = read();

    private static JsonNode read() {
        try {
            return Documents.JSON.readTree(Vector.FOLDER.resolve("../names.json").toFile()).get("java");
        } catch (IOException error) {
            throw new IllegalStateException(error);
        }
    }

    /** Reads the listing of the library: methods by type, variants by enum. A type has its module if another type has
    the same name. */
    private void library() throws IOException {
        List<String[]> items = new ArrayList<>();
        Map<String, Set<String>> modules = new TreeMap<>();
        for (String line : Files.readAllLines(Vector.FOLDER.resolve("../../crates/suiji/api.txt"))) {
            Matcher item = ITEM.matcher(line);
            if (!item.matches()) {
                continue;
            }
            String path = plain(item.group(2));
            String[] segments = path.split("::");
            int type = 0;
            while (type < segments.length && !Character.isUpperCase(segments[type].charAt(0))) {
                type++;
            }
            if (type == segments.length) {
                continue;
            }
            String module = type == 0 ? "" : segments[type - 1];
            boolean declared = item.group(1).contains("struct") || item.group(1).contains("enum");
            if (declared && !module.isEmpty() && type == segments.length - 1) {
                modules.computeIfAbsent(segments[type], name -> new TreeSet<>()).add(module);
            }
            items.add(new String[] {item.group(1).trim(), module, segments[type], type + 1 < segments.length ? segments[type + 1] : ""});
        }
        for (String[] item : items) {
            boolean several = modules.getOrDefault(item[2], Collections.emptySet()).size() > 1;
            String name = several && !item[1].isEmpty() ? item[1] + "::" + item[2] : item[2];
            if (item[0].contains("struct")) {
                methods.computeIfAbsent(name, key -> new TreeSet<>());
            } else if (item[0].endsWith("fn") || item[0].isEmpty() && !item[3].isEmpty() && Character.isLowerCase(item[3].charAt(0))) {
                methods.computeIfAbsent(name, key -> new TreeSet<>()).add(camel(item[3]));
            } else if (item[0].isEmpty() && !item[3].isEmpty() && Character.isUpperCase(item[3].charAt(0))) {
                variants.computeIfAbsent(name, key -> new TreeSet<>()).add(snake(item[3]));
            }
        }
    }

    /** A path without generics and without the rest of the line. */
    private static String plain(String path) {
        StringBuilder plain = new StringBuilder();
        int depth = 0;
        for (char one : path.toCharArray()) {
            depth += one == '<' ? 1 : 0;
            if (depth == 0 && (one == '(' || one == ' ')) {
                break;
            }
            if (depth == 0) {
                plain.append(one);
            }
            depth -= one == '>' && depth > 0 ? 1 : 0;
        }
        return plain.toString().replaceFirst(":$", "");
    }

    private static String camel(String snake) {
        StringBuilder camel = new StringBuilder();
        for (String word : snake.split("_")) {
            camel.append(camel.length() == 0 ? word : word.substring(0, 1).toUpperCase(Locale.ROOT) + word.substring(1));
        }
        return camel.toString();
    }

    private static String snake(String variant) {
        return variant.replaceAll("(?<=.)([A-Z])", "_$1").toLowerCase(Locale.ROOT);
    }

    /** Whether a line of the table allows a name that only one side has. */
    private boolean allows(String type, String side, String name) {
        boolean found = false;
        for (JsonNode line : table.get("members")) {
            String of = line.path("type").asText("*");
            for (JsonNode pattern : line.path(side)) {
                String text = pattern.asText();
                boolean fits = text.endsWith("*") ? name.startsWith(text.substring(0, text.length() - 1))
                        : text.startsWith("*") ? name.endsWith(text.substring(1)) : name.equals(text);
                if (fits && (of.equals("*") || of.equals(type))) {
                    needed.add(of + " " + side + " " + text);
                    found = true;
                }
            }
        }
        return found;
    }

    /** The class of a type; null if it has none. The table gives the reason. */
    private String classOf(String type) {
        for (JsonNode line : table.get("types")) {
            for (JsonNode one : line.get("rust")) {
                if (one.asText().equals(type)) {
                    needed.add("type " + type);
                    return line.get("java").textValue();
                }
            }
        }
        return type;
    }

    private static Set<String> members(Class<?> type) {
        return Arrays.stream(type.getMethods())
                .filter(method -> !method.getDeclaringClass().getName().startsWith("java.lang."))
                .map(Method::getName)
                .filter(name -> !NO_NAMES.contains(name))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private void compare(String type, Class<?> found) {
        Set<String> rust = methods.getOrDefault(type, Collections.emptySet());
        Set<String> java = members(found);
        rust.stream().filter(name -> !java.contains(name) && !allows(type, "rust", name))
                .forEach(name -> wrong.add(type + ": Java has no " + name));
        java.stream().filter(name -> !rust.contains(name) && !allows(type, "java", name))
                .forEach(name -> wrong.add(type + ": Rust has no " + name));
        if (found.isEnum()) {
            Set<String> words = Arrays.stream(found.getEnumConstants())
                    .map(constant -> ((Word) constant).word())
                    .collect(Collectors.toCollection(TreeSet::new));
            if (!words.equals(variants.get(type))) {
                wrong.add(type + ": " + words + " in Java, " + variants.get(type) + " in Rust");
            }
        }
    }

    private static Set<String> publicClasses() throws Exception {
        Path folder = Paths.get(System.getProperty("classes"), "org", "suiji");
        Set<String> names = new TreeSet<>();
        try (Stream<Path> files = Files.list(folder)) {
            for (Path file : files.collect(Collectors.toList())) {
                String name = file.getFileName().toString();
                if (name.endsWith(".class") && !name.contains("$") && !name.contains("-")) {
                    String simple = name.replace(".class", "");
                    if (Modifier.isPublic(Class.forName("org.suiji." + simple).getModifiers())) {
                        names.add(simple);
                    }
                }
            }
        }
        return names;
    }

    @Test
    void javaHasTheNamesOfRustButForTheTable() throws Exception {
        library();
        assertTrue(methods.get("Sealed").contains("checkContributions") && variants.get("Verdict").size() == 4);
        Set<String> only = publicClasses();
        Set<String> all = new TreeSet<>(only);
        Set<String> types = new TreeSet<>(methods.keySet());
        types.addAll(variants.keySet());
        for (String type : types) {
            String name = classOf(type);
            if (name != null && all.contains(name)) {
                compare(type, Class.forName("org.suiji." + name));
                only.remove(name);
            } else if (name != null) {
                wrong.add("Java has no " + type);
            }
        }
        Set<String> expected = new TreeSet<>();
        table.get("only_java").forEach(line -> line.get("java").forEach(one -> expected.add(one.asText())));
        for (JsonNode line : table.get("types")) {
            line.get("rust").forEach(one -> needless("type " + one.asText()));
        }
        for (JsonNode line : table.get("members")) {
            for (String side : new String[] {"rust", "java"}) {
                line.path(side).forEach(one -> needless(line.path("type").asText("*") + " " + side + " " + one.asText()));
            }
        }
        assertEquals("", String.join("\n", wrong));
        assertEquals(expected, only);
    }

    private void needless(String line) {
        if (!needed.contains(line)) {
            wrong.add("not needed: " + line);
        }
    }
}
