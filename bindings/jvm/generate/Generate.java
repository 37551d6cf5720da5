import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * Writes the value types of {@code org.suiji} from the JSON Schemas: {@code java Generate.java SCHEMAS… names.properties OUT}.
 *
 * <p>An object of a schema becomes a class with a getter for each property. If programs make such objects, it also has
 * {@code of} with the required properties and a {@code with} method for each other property. A {@code oneOf} of objects
 * becomes one class with the properties of all of them. A list of words becomes an enum. If a class of the same name is
 * written by hand, the getters become its superclass, {@code NAMEFields}.
 */
final class Generate {
    private final Map<String, JsonNode> schemas = new HashMap<>();
    private final Properties names = new Properties();
    private final Map<String, String> sources = new TreeMap<>();
    private final Map<String, Map<String, Property>> classes = new TreeMap<>();
    private final Map<String, String> about = new HashMap<>();
    private final Map<String, Set<String>> words = new TreeMap<>();
    private final Map<String, String> wordsAbout = new HashMap<>();

    public static void main(String[] arguments) throws IOException {
        List<Path> paths = Arrays.stream(arguments).map(Path::of).toList();
        int folders = paths.size() - 2;
        Path out = paths.get(folders + 1).resolve(Path.of("org", "suiji"));
        new Generate().run(paths.subList(0, folders), paths.get(folders), out);
    }

    private void run(List<Path> folders, Path properties, Path out) throws IOException {
        try (InputStream in = Files.newInputStream(properties)) {
            names.load(in);
        }
        for (Path folder : folders) {
            try (var files = Files.newDirectoryStream(folder, "*.schema.json")) {
                for (Path file : files) {
                    JsonNode schema = new ObjectMapper().readTree(file.toFile());
                    schemas.put(schema.get("$id").asText(), schema);
                }
            }
        }
        for (String id : new TreeSet<>(schemas.keySet())) {
            if (!id.endsWith(":common") && !listed("withoutClasses", id)) {
                type(id, schemas.get(id), "", "");
            }
        }
        classes.keySet().removeIf(name -> listed("dropped", name));
        classes.forEach((name, ignored) -> sources.put(file(name), classOf(name)));
        words.forEach((name, ignored) -> sources.put(name, enumOf(name)));
        Files.createDirectories(out);
        // Classes for titles that are no longer in the schemas.
        try (var files = Files.newDirectoryStream(out, "*.java")) {
            for (Path file : files) {
                Files.delete(file);
            }
        }
        for (Map.Entry<String, String> source : sources.entrySet()) {
            Files.writeString(out.resolve(source.getKey() + ".java"), source.getValue());
        }
    }

    /** A property: its Java type, the call that reads it, and whether every object has it. */
    private record Property(String json, String type, String read, boolean required, String about) {}

    /** A Java type and the call that reads it; {@code one} reads an element of a list. */
    private record Type(String name, String read, String one) {}

    /** A schema, and the file in which its references are looked up. */
    private record Schema(String file, JsonNode node) {}

    // From schemas to classes

    private Type type(String file, JsonNode schema, String owner, String property) {
        if (schema.has("$ref")) {
            Schema target = resolve(file, schema);
            return type(target.file, target.node, owner, property);
        }
        if (schema.has("oneOf") && !schema.has("properties")) {
            String name = title(schema);
            for (JsonNode one : schema.get("oneOf")) {
                Schema object = resolve(file, one);
                collect(object.file, name, schema.get("description").asText(), object.node);
            }
            return object(name);
        }
        switch (schema.path("type").asText(schema.has("const") ? "string" : "")) {
            case "object":
                if (schema.has("properties")) {
                    String name = title(schema);
                    collect(file, name, schema.get("description").asText(), schema);
                    return name.equals("Message") ? new Type("Message", "message", "") : object(name);
                }
                boolean numbers = type(file, schema.get("additionalProperties"), owner, property).name.equals("long");
                return numbers ? new Type("Map<String, Long>", "numbersByKey", "") : new Type("Map<String, String>", "textsByKey", "");
            case "array":
                Type item = type(file, schema.get("items"), owner, property);
                return new Type("List<" + boxed(item.name) + ">", "list:" + item.one, "value -> Fields.list(value, " + item.one + ")");
            case "integer":
                boolean year = schema.path("title").asText().equals("Year");
                return year ? new Type("int", "year", "") : new Type("long", "number", "Fields::number");
            case "boolean":
                return new Type("boolean", "flag", "");
            case "string":
                return string(schema, owner, property);
            default: // a list of documents: requests
                return schema.has("items") ? type(file, schema.get("items"), owner, property) : null;
        }
    }

    private Schema resolve(String file, JsonNode reference) {
        String[] parts = reference.get("$ref").asText().split("#", 2);
        String target = parts[0].isEmpty() ? file : parts[0];
        return new Schema(target, parts.length == 1 ? schemas.get(target) : schemas.get(target).at(parts[1]));
    }

    private Type string(JsonNode schema, String owner, String property) {
        String title = schema.path("title").asText();
        if (title.equals("Date")) {
            return new Type("LocalDate", "date", "Fields::date");
        }
        if (title.equals("Time")) {
            return new Type("OffsetDateTime", "time", "");
        }
        String name = names.getProperty("enum." + owner + "." + property, title.equals("Hash") ? "Hash" : "");
        if (name.isEmpty()) {
            return new Type("String", "text", "Fields::text");
        }
        Set<String> all = words.computeIfAbsent(name, n -> new LinkedHashSet<>());
        wordsAbout.putIfAbsent(name, schema.path("description").asText());
        if (schema.has("const")) {
            all.add(schema.get("const").asText());
        }
        schema.path("enum").forEach(word -> all.add(word.asText()));
        return new Type(name, "word:" + name, "");
    }

    private Type object(String name) {
        return new Type(name, "object:" + name, "Fields.object(" + name + "::new)");
    }

    /** Adds the properties of a schema to a class. In a class of several schemas, a property is required if all of them require it. */
    private void collect(String file, String name, String description, JsonNode schema) {
        boolean first = !classes.containsKey(name);
        Map<String, Property> properties = classes.computeIfAbsent(name, n -> new LinkedHashMap<>());
        about.putIfAbsent(name, description);
        Set<String> required = new TreeSet<>();
        schema.path("required").forEach(one -> required.add(one.asText()));
        Map<String, Property> before = Map.copyOf(properties);
        before.forEach((key, value) -> {
            if (!required.contains(key)) {
                properties.put(key, new Property(key, value.type, value.read, false, value.about));
            }
        });
        schema.get("properties").properties().forEach(entry -> {
            String key = entry.getKey();
            if (key.equals("spec")) {
                return;
            }
            Type type = type(file, entry.getValue(), name, key);
            if (type == null) { // a value of any type has no getter
                return;
            }
            Property earlier = before.get(key);
            boolean all = required.contains(key) && (first || earlier != null && earlier.required);
            String description2 = earlier != null ? earlier.about : entry.getValue().path("description").asText();
            properties.put(key, new Property(key, type.name, type.read, all, description2));
        });
    }

    private String title(JsonNode schema) {
        String title = schema.get("title").asText();
        return names.getProperty("class." + title, title);
    }

    // From classes to Java

    private boolean listed(String list, String name) {
        return List.of(names.getProperty(list).split(" ")).contains(name);
    }

    private String file(String name) {
        return listed("byHand", name) ? name + "Fields" : name;
    }

    private String classOf(String name) {
        String file = file(name);
        StringBuilder java = new StringBuilder();
        java.append(doc("", sentence(about.get(name))));
        java.append(listed("byHand", name) ? "abstract class " : "public final class ").append(file);
        String of = listed("documents", name) ? "TextDocument byte[] json"
                : listed("largeDocuments", name) ? "LargeDocument Handle handle" : "Value Map<String, Object> fields";
        String[] parts = of.split(" ", 2);
        String argument = of.replaceFirst(".* ", "");
        java.append(" extends %s {\n    %s(%s) {\n        super(%s);\n    }\n".formatted(parts[0], file, parts[1], argument));
        Map<String, Property> properties = classes.get(name);
        if (listed("made", name)) {
            java.append(of(name, properties));
        }
        for (Property property : properties.values()) {
            if (!names.containsKey("skip." + name + "." + property.json)) {
                java.append(getter(name, property));
            }
            if (listed("made", name) && !property.required) {
                java.append(with(name, property));
            }
        }
        return imports(java.append("}\n").toString());
    }

    private String of(String name, Map<String, Property> properties) {
        List<Property> required = properties.values().stream().filter(Property::required).toList();
        if (required.isEmpty()) {
            return doc("    ", "Makes one without content.", "@return an object to which {@code with} methods add")
                    + "    public static %s of() {\n        return new %s(Fields.none());\n    }\n".formatted(name, name);
        }
        List<String> lines = new ArrayList<>(List.of("Makes one with the properties that it must have; they are checked where it is used."));
        required.forEach(p -> lines.add("@param " + camel(p.json) + " " + phrase(p.about)));
        lines.add("@return the object");
        String arguments = required.stream().map(p -> p.type + " " + camel(p.json)).collect(Collectors.joining(", "));
        String puts = required.stream().map(p -> ".with(\"" + p.json + "\", " + camel(p.json) + ")").collect(Collectors.joining());
        String doc = doc("    ", lines.toArray(String[]::new));
        String java = doc + "    public static %s of(%s) {\n        return new %s(new Fields()%s.map());\n    }\n"
                .formatted(name, arguments, name, puts);
        if (required.size() == 1 && arguments.startsWith("List<")) {
            String argument = camel(required.get(0).json);
            java += doc + "    public static %s of(%s... %s) {\n        return of(Arrays.asList(%s));\n    }\n"
                    .formatted(name, arguments.replaceFirst("List<(.*)> .*", "$1"), argument, argument);
        }
        return java;
    }

    private String with(String name, Property property) {
        String method = "with" + upper(names.getProperty("method." + name + "." + property.json, camel(property.json)));
        String body = "        return new %s(fields().with(\"%s\", %s).map());\n".formatted(name, property.json, camel(property.json));
        String lines = doc("    ", "Sets the property {@code " + property.json + "}.",
                "@param " + camel(property.json) + " " + phrase(property.about), "@return a new object");
        String java = lines + "    public %s %s(%s %s) {\n%s    }\n".formatted(name, method, property.type, camel(property.json), body);
        if (property.type.startsWith("List<") && !property.type.startsWith("List<List")) {
            String item = property.type.substring(5, property.type.length() - 1);
            java += lines + "    public %s %s(%s... %s) {\n        return %s(Arrays.asList(%s));\n    }\n"
                    .formatted(name, method, item, camel(property.json), method, camel(property.json));
        }
        return java;
    }

    private String getter(String name, Property property) {
        String method = names.getProperty("method." + name + "." + property.json, camel(property.json));
        String otherwise = names.getProperty("default." + name + "." + property.json);
        String[] read = property.read.split(":", 2);
        String argument = read.length == 1 ? "" : switch (read[0]) {
            case "list" -> ", " + read[1];
            case "word" -> ", " + read[1] + "::of";
            default -> ", " + read[1] + "::new";
        };
        if (read[0].equals("message")) {
            return message(method, property, "", "en") + message(method + "Zh", property, " in Chinese", "zh");
        }
        boolean always = property.required || List.of("list", "flag", "textsByKey", "numbersByKey").contains(read[0]);
        String type = property.type;
        String call = read[0];
        String gives = "the value of {@code " + property.json + "}";
        if (!always && otherwise != null) {
            call = otherwise.startsWith("\"") ? "textOr" : "numberOr";
            argument = ", " + otherwise;
            gives += ", or {@code " + otherwise + "}";
        } else if (!always) {
            type = type.equals("long") ? "OptionalLong" : "Optional<" + boxed(type) + ">";
            call = "optional" + upper(read[0]);
            gives += ", if there is one";
        } else if (!property.required) {
            gives += property.type.equals("boolean") ? "; false if there is none" : "; empty if there is none";
        }
        return doc("    ", sentence(property.about), "@return " + gives)
                + "    public %s %s() {\n        return fields().%s(\"%s\"%s);\n    }\n".formatted(type, method, call, property.json, argument);
    }

    private String message(String method, Property property, String language, String key) {
        String type = property.required ? "String" : "Optional<String>";
        String call = property.required ? "message" : "optionalMessage";
        return doc("    ", sentence(property.about.replaceAll("( \\[[A-Z]\\d+[a-z]?\\])+$", "") + (language.isEmpty() ? ", in English" : "," + language)),
                        "@return the text" + (property.required ? "" : ", if there is one"))
                + "    public %s %s() {\n        return fields().%s(\"%s\", \"%s\");\n    }\n".formatted(type, method, call, property.json, key);
    }

    private String enumOf(String name) {
        StringBuilder java = new StringBuilder("package org.suiji;\n\n").append(doc("", sentence(wordsAbout.get(name))));
        java.append("public enum ").append(name).append(" implements Word {\n");
        java.append(words.get(name).stream()
                .map(word -> "    /** In JSON {@code %s}. */\n    %s(\"%s\")".formatted(word, word.toUpperCase(Locale.ROOT), word))
                .collect(Collectors.joining(",\n")));
        return java.append("""
                ;

                    private final String word;

                    NAME(String word) {
                        this.word = word;
                    }

                    /**
                     * Returns the word that documents write.
                     *
                     * @return the word
                     */
                    @Override
                    public String word() {
                        return word;
                    }

                    /**
                     * Returns the constant of a word.
                     *
                     * @param word the word
                     * @return the constant
                     * @throws IllegalArgumentException if no constant has this word
                     */
                    public static NAME of(String word) {
                        return Fields.wordOf(values(), word);
                    }
                }
                """.replace("NAME", name)).toString();
    }

    // Text

    private static String imports(String java) {
        StringBuilder imports = new StringBuilder("package org.suiji;\n\n");
        for (String one : List.of("java.time.LocalDate", "java.time.OffsetDateTime", "java.util.Arrays", "java.util.List", "java.util.Map",
                "java.util.Optional", "java.util.OptionalLong", "org.suiji.internal.Handle")) {
            if (java.matches("(?s).*\\b" + one.replaceFirst(".*\\.", "") + "\\b.*")) {
                imports.append("import ").append(one).append(";\n");
            }
        }
        return imports.append(imports.toString().contains("import") ? "\n" : "").append(java).toString();
    }

    private static String doc(String indent, String... lines) {
        StringBuilder doc = new StringBuilder(indent.isEmpty() ? "" : "\n").append(indent).append("/**\n");
        for (int at = 0; at < lines.length; at++) {
            if (at == 1) {
                doc.append(indent).append(" *\n");
            }
            doc.append(indent).append(" * ").append(lines[at]).append('\n');
        }
        return doc.append(indent).append(" */\n").toString();
    }

    private static String sentence(String text) {
        return upper(phrase(text)) + ".";
    }

    private static String phrase(String text) {
        String escaped = text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
        boolean word = escaped.length() > 1 && !Character.isUpperCase(escaped.charAt(1));
        return word ? Character.toLowerCase(escaped.charAt(0)) + escaped.substring(1) : escaped;
    }

    private static String boxed(String type) {
        return switch (type) {
            case "long" -> "Long";
            case "int" -> "Integer";
            case "boolean" -> "Boolean";
            default -> type;
        };
    }

    private static String camel(String json) {
        StringBuilder camel = new StringBuilder();
        for (String part : json.split("_")) {
            camel.append(camel.length() == 0 ? part : upper(part));
        }
        return Set.of("class", "short", "default").contains(json) ? json + "_" : camel.toString();
    }

    private static String upper(String text) {
        return text.isEmpty() ? text : Character.toUpperCase(text.charAt(0)) + text.substring(1);
    }
}
