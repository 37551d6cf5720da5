package org.suiji;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The documents of a vector or case by file name, and the objects made from them. */
final class Documents {
    static final ObjectMapper JSON = new ObjectMapper();

    private final Map<String, byte[]> files = new LinkedHashMap<>();

    static Documents ofFolder(Path folder) throws IOException {
        Documents documents = new Documents();
        try (DirectoryStream<Path> paths = Files.newDirectoryStream(folder, Files::isRegularFile)) {
            for (Path path : paths) {
                documents.files.put(path.getFileName().toString(), Files.readAllBytes(path));
            }
        }
        return documents;
    }

    /** Reads the documents of a vector; tests/vectors/README.md describes their forms. */
    static Documents of(JsonNode vector) throws IOException {
        Documents documents = new Documents();
        for (Map.Entry<String, JsonNode> document : vector.properties()) {
            documents.files.put(document.getKey(), bytes(document.getValue()));
        }
        return documents;
    }

    private static byte[] bytes(JsonNode document) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        if (document.isTextual()) {
            bytes.write(document.textValue().getBytes(StandardCharsets.UTF_8));
        } else if (document.has("json")) {
            bytes.write(JSON.writeValueAsBytes(document.get("json")));
        } else if (document.has("rows")) {
            for (JsonNode row : document.get("rows")) {
                bytes.write(JSON.writeValueAsBytes(row));
                bytes.write('\n');
            }
        } else {
            for (JsonNode part : document) {
                part(part, bytes);
            }
        }
        return bytes.toByteArray();
    }

    private static void part(JsonNode part, ByteArrayOutputStream into) throws IOException {
        if (part.isTextual()) {
            into.write(part.textValue().getBytes(StandardCharsets.UTF_8));
        } else if (part.has("repeat")) {
            byte[] text = part.get("repeat").textValue().getBytes(StandardCharsets.UTF_8);
            for (int times = part.get("times").intValue(); times > 0; times--) {
                into.write(text);
            }
        } else {
            String hex = part.get("hex").textValue();
            for (int at = 0; at < hex.length(); at += 2) {
                into.write(Integer.parseInt(hex.substring(at, at + 2), 16));
            }
        }
    }

    Iterable<String> names() {
        return files.keySet();
    }

    byte[] bytes(String name) {
        return files.getOrDefault(name, new byte[0]);
    }

    /** The JSON values of a document: one value, or one for each row of a table. */
    List<JsonNode> json(String name) throws IOException {
        return JSON.readerFor(JsonNode.class).<JsonNode>readValues(bytes(name)).readAll();
    }

    Plan plan() throws SuijiException {
        return Plan.fromJson(bytes("plan.json"));
    }

    Registry registry() throws SuijiException {
        return files.containsKey("registry.csv")
                ? Registry.fromCsv(bytes("registry.csv"))
                : Registry.fromJsonLines(bytes("registry.jsonl"));
    }

    Roster roster() throws SuijiException {
        return files.containsKey("roster.csv")
                ? Roster.fromCsv(bytes("roster.csv"))
                : Roster.fromJsonLines(bytes("roster.jsonl"));
    }

    History history() throws SuijiException {
        return files.containsKey("history.csv")
                ? History.fromCsv(bytes("history.csv"))
                : History.fromJsonLines(bytes("history.jsonl"));
    }

    Inputs inputs() throws SuijiException {
        Plan plan = plan();
        try (Registry registry = registry();
                Roster roster = roster();
                History history = history()) {
            return Inputs.of(plan, registry, roster, history);
        }
    }

    List<Commitment> earlier() throws SuijiException, IOException {
        List<Commitment> commitments = new ArrayList<>();
        for (JsonNode commitment : JSON.readTree(bytes("earlier.json"))) {
            commitments.add(Commitment.fromJson(commitment.toString()));
        }
        return commitments;
    }

    Ceremony ceremony() throws SuijiException, IOException {
        return Ceremony.fromJson(bytes("ceremony.json")).withEarlier(earlier());
    }

    Contributions contributions() throws SuijiException {
        return Contributions.fromJson(bytes("contributions.json"));
    }

    /** The secret of the ceremony; null if there is none. */
    String secret() throws SuijiException, IOException {
        return ceremony().secret().orElse(null);
    }

    List<Request> requests() throws SuijiException {
        return Request.fromJson(bytes("requests.json"));
    }

    boolean has(String name) {
        return files.containsKey(name);
    }

    Sealed seal() throws SuijiException, IOException {
        try (Inputs inputs = inputs()) {
            return Suiji.seal(inputs, ceremony());
        }
    }

    /** Evidence of the documents named in {@code names}. */
    Evidence evidence(Iterable<String> names) throws SuijiException, IOException {
        Evidence evidence = Evidence.none();
        for (String name : names) {
            switch (name) {
                case "plan":
                    evidence = evidence.withPlan(plan());
                    break;
                case "registry":
                    evidence = evidence.withRegistry(registry());
                    break;
                case "roster":
                    evidence = evidence.withRoster(roster());
                    break;
                case "history":
                    evidence = evidence.withHistory(history());
                    break;
                case "earlier":
                    evidence = evidence.withEarlier(earlier());
                    break;
                case "secret":
                    evidence = ceremony().secret().map(evidence::withSecret).orElse(evidence);
                    break;
                default:
            }
        }
        return evidence;
    }

    Documents with(String name, byte[] bytes) {
        Documents documents = new Documents();
        documents.files.putAll(files);
        documents.files.put(name, bytes);
        return documents;
    }
}
