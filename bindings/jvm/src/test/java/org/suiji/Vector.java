package org.suiji;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.Paths;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A file of tests/vectors. */
final class Vector {
    static final Path FOLDER = Paths.get(System.getProperty("vectors"));

    final String name;
    final JsonNode content;

    private Vector(Path path) {
        name = path.getParent().getFileName() + "/" + path.getFileName();
        try {
            content = Documents.JSON.readTree(path.toFile());
        } catch (IOException error) {
            throw new UncheckedIOException(error);
        }
    }

    static List<Vector> of(String folder) throws IOException {
        try (Stream<Path> paths = Files.list(FOLDER.resolve(folder))) {
            return paths.sorted().map(Vector::new).collect(Collectors.toList());
        }
    }

    static String text(String path) throws IOException {
        return new String(Files.readAllBytes(FOLDER.resolve(path)), java.nio.charset.StandardCharsets.UTF_8);
    }

    Documents documents() throws IOException {
        return Documents.of(content.get("documents"));
    }

    JsonNode get(String field) {
        return content.path(field);
    }

    @Override
    public String toString() {
        return name;
    }

    static List<String> texts(JsonNode list) {
        List<String> texts = new ArrayList<>();
        list.forEach(text -> texts.add(text.textValue()));
        return texts;
    }

    /** The document with a patch applied (RFC 6902). */
    static JsonNode patched(JsonNode document, JsonNode patch) {
        JsonNode patched = document.deepCopy();
        for (JsonNode change : patch) {
            String path = change.get("path").textValue();
            int slash = path.lastIndexOf('/');
            JsonNode parent = patched.at(path.substring(0, slash));
            change(parent, path.substring(slash + 1), change.get("op").textValue(), change.get("value"));
        }
        return patched;
    }

    private static void change(JsonNode parent, String key, String op, JsonNode value) {
        if (parent.isObject()) {
            ObjectNode fields = (ObjectNode) parent;
            if (op.equals("remove")) {
                fields.remove(key);
            } else {
                fields.set(key, value);
            }
            return;
        }
        ArrayNode items = (ArrayNode) parent;
        int at = key.equals("-") ? items.size() : Integer.parseInt(key);
        if (op.equals("remove")) {
            items.remove(at);
        } else if (op.equals("add")) {
            items.insert(at, value);
        } else {
            items.set(at, value);
        }
    }
}
