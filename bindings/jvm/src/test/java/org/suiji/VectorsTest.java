package org.suiji;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Runs the files of tests/vectors through the Java classes; README.md lists those not run. */
class VectorsTest {
    private static final List<String> ALL =
            Arrays.asList("plan", "registry", "roster", "history", "secret", "earlier");

    static List<Vector> draws() throws IOException {
        return Vector.of("draws");
    }

    static List<Vector> refusals() throws IOException {
        return Vector.of("refusals");
    }

    static List<Vector> tampered() throws IOException {
        return Vector.of("tampered");
    }

    static List<Vector> receipts() throws IOException {
        return Vector.of("receipts");
    }

    private static JsonNode json(String text) throws IOException {
        return Documents.JSON.readTree(text);
    }

    @ParameterizedTest
    @MethodSource("draws")
    void drawMatchesVector(Vector vector) throws Exception {
        Documents documents = vector.documents();
        JsonNode expected = vector.get("expected");
        try (Sealed sealed = documents.seal();
                DrawRecord record = sealed.draw(documents.contributions());
                PublicForm publicForm = PublicForm.of(record, documents.secret())) {
            Commitment commitment = sealed.commitment();
            assertArrayEquals(
                    expected.get("commitment_jcs").textValue().getBytes(StandardCharsets.UTF_8),
                    commitment.canonical());
            assertEquals(expected.get("commitment_digest").textValue(), commitment.digest());
            assertEquals(expected.get("record"), json(record.toJson()));
            assertEquals(expected.get("record_digest").textValue(), record.digest());
            assertEquals(expected.get("public"), json(publicForm.toJson()));
            assertEquals(Verdict.HOLDS, Suiji.verify(record, documents.evidence(ALL)).verdict());
            exclusionsAndShortTeamsMatch(vector.get("steps").get("tasks"), sealed);
            drawsMatch(expected.get("record").get("draws"), record);
        }
    }

    private static void exclusionsAndShortTeamsMatch(JsonNode tasks, Sealed sealed) throws IOException {
        for (JsonNode task : tasks) {
            String id = task.get("task").textValue();
            List<String> reasons = new ArrayList<>();
            for (JsonNode leaf : task.get("excluded").get("leaves")) {
                reasons.add(json(leaf.textValue()).get("reason").textValue());
            }
            long excluded = 0;
            for (SealedReason reason : sealed.excluded(id)) {
                assertEquals(Collections.frequency(reasons, reason.reason()), reason.size(), reason.reason());
                excluded += reason.size();
            }
            assertEquals(reasons.size(), excluded);
            List<String> entities = new ArrayList<>();
            for (ShortTeam team : sealed.shortTeams(id)) {
                assertFalse(team.seats().isEmpty(), team::toString);
                entities.add(team.entity());
            }
            assertEquals(Vector.texts(task.path("short")), entities);
        }
        assertTrue(sealed.excluded("missing").isEmpty());
        assertThrows(IllegalArgumentException.class, () -> sealed.shortTeams("missing"));
    }

    private static void drawsMatch(JsonNode expected, DrawRecord record) {
        List<Draw> draws = record.draws();
        assertEquals(expected.size(), draws.size());
        for (int at = 0; at < draws.size(); at++) {
            Draw draw = draws.get(at);
            JsonNode task = expected.get(at);
            assertEquals(task.get("task").textValue(), draw.task());
            assertEquals(ids(task.path("selected")), ids(draw.selected()));
            assertEquals(ids(task.path("reserves")), ids(draw.reserves()));
            assertEquals(task.path("teams").size(), draw.teams().size());
            for (int team = 0; team < draw.teams().size(); team++) {
                JsonNode expectedTeam = task.get("teams").get(team);
                assertEquals(Vector.texts(expectedTeam.path("members")), draw.teams().get(team).members());
                String joins = expectedTeam.path("joins").textValue();
                assertEquals(Optional.ofNullable(joins), draw.teams().get(team).joins());
            }
        }
    }

    private static List<String> ids(JsonNode drawn) {
        return drawn.findValuesAsText("id");
    }

    private static List<String> ids(List<DrawnEntity> drawn) {
        return drawn.stream().map(DrawnEntity::id).collect(Collectors.toList());
    }

    @ParameterizedTest
    @MethodSource("refusals")
    void refusalHasItsCodeAndPlace(Vector vector) throws Exception {
        Documents documents = vector.documents();
        JsonNode expected = vector.get("expected");
        SuijiException refused = assertThrows(SuijiException.class, () -> run(vector, documents));
        assertEquals(expected.get("code").textValue(), refused.code());
        assertEquals(expected.get("kind").textValue(), refused.kind());
        assertEquals(1, refused.faultCount());
        Fault fault = refused.faults().get(0);
        assertEquals(expected.get("code").textValue(), fault.code());
        String place = expected.get("place").textValue();
        assertTrue(place.startsWith(fault.place().kind()) && place.endsWith(fault.place().path()), () -> place + ": " + fault.place());
        assertTrue(refused.messageZh().codePoints().anyMatch(Character::isIdeographic), refused.messageZh());
    }

    private static void run(Vector vector, Documents documents) throws SuijiException, IOException {
        switch (vector.get("run").textValue()) {
            case "read":
                for (String name : documents.names()) {
                    read(name, documents.bytes(name));
                }
                break;
            case "reopen":
                Commitment commitment = Commitment.fromJson(documents.bytes("commitment.json"));
                String secret = documents.ceremony().secret().orElse(null);
                Sealed.reopen(documents.inputs(), commitment, secret).draw(documents.contributions());
                break;
            case "publish":
                PublicForm.of(DrawRecord.fromJson(documents.bytes("record.json")), documents.secret());
                break;
            case "receipt":
                DrawRecord record = DrawRecord.fromJson(documents.bytes("record.json"));
                documents.seal().receipt(record, vector.get("entity").textValue());
                break;
            case "require":
                Suiji.verify(DrawRecord.fromJson(documents.bytes("record.json")), Evidence.none()).require();
                break;
            default:
                documents.seal().draw(documents.contributions());
        }
    }

    private static void read(String name, byte[] bytes) throws SuijiException {
        switch (name) {
            case "commitment.json":
                Commitment.fromJson(bytes);
                break;
            case "record.json":
                DrawRecord.fromJson(bytes);
                break;
            case "public-form.json":
                PublicForm.fromJson(bytes);
                break;
            default:
                Receipt.fromJson(bytes);
        }
    }

    @ParameterizedTest
    @MethodSource("tampered")
    void everyChangeFailsTheNamedCheck(Vector vector) throws Exception {
        for (JsonNode change : vector.get("cases")) {
            String name = change.get("name").textValue();
            List<String> fails = Vector.texts(change.path("fails"));
            try {
                Report report = tampered(vector, change);
                List<String> failed = failed(report);
                assertFalse(fails.isEmpty(), name);
                assertTrue(failed.containsAll(fails), () -> name + ": expected " + fails + ", found " + failed);
                assertTrue(EnumSet.of(Verdict.FAILS, Verdict.OTHER_INPUTS).contains(report.verdict()), name);
            } catch (SuijiException refused) {
                assertEquals(change.path("refused").textValue(), refused.code(), name);
            }
        }
    }

    private static Report tampered(Vector vector, JsonNode change) throws SuijiException, IOException {
        String name = change.get("change").textValue();
        JsonNode patch = change.get("patch");
        Documents documents = vector.documents();
        JsonNode record = vector.get("record");
        JsonNode publicForm = vector.get("public");
        String commitment = DrawRecord.fromJson(record.toString()).commitment().digest();
        if (name.equals("record")) {
            record = Vector.patched(record, patch);
        } else if (name.equals("public")) {
            publicForm = Vector.patched(publicForm, patch);
        } else {
            JsonNode document = vector.get("documents").get(name);
            JsonNode inside = Vector.patched(document.elements().next(), patch);
            ObjectNode changed = vector.get("documents").deepCopy();
            changed.putObject(name).set(document.fieldNames().next(), inside);
            documents = Documents.of(changed);
        }
        List<String> with = Vector.texts(change.get("with"));
        Evidence evidence = documents.evidence(with);
        if (with.contains("sheet")) {
            evidence = evidence.withCommitment(commitment);
        }
        return name.equals("public")
                ? Suiji.verifyPublic(PublicForm.fromJson(publicForm.toString()), evidence)
                : Suiji.verify(DrawRecord.fromJson(record.toString()), evidence);
    }

    private static List<String> failed(Report report) {
        return report.checks().stream()
                .filter(check -> check.outcome() == Outcome.FAILED)
                .map(Check::id)
                .collect(Collectors.toList());
    }

    @ParameterizedTest
    @MethodSource("receipts")
    void receiptMatchesVectorAndChangesAreFound(Vector vector) throws Exception {
        Documents documents = vector.documents();
        try (Sealed sealed = documents.seal();
                DrawRecord record = sealed.draw(documents.contributions());
                PublicForm publicForm = PublicForm.of(record, documents.secret())) {
            Receipt receipt = sealed.receipt(record, vector.get("entity").textValue());
            assertEquals(vector.get("receipt"), json(receipt.toJson()));
            assertEquals(vector.get("public"), json(publicForm.toJson()));
            assertNotEquals(Verdict.FAILS, receipt.check(publicForm, documents.plan()).verdict());
            String state = vector.get("receipt").get("tasks").get(0).get("state").textValue();
            assertEquals(state, receipt.tasks().get(0).state().word());
        }
        for (JsonNode change : vector.get("cases")) {
            changeOfReceiptIsFound(vector, change);
        }
    }

    private static void changeOfReceiptIsFound(Vector vector, JsonNode change)
            throws SuijiException, IOException {
        String of = change.get("change").textValue();
        JsonNode changed = Vector.patched(vector.get(of), change.get("patch"));
        JsonNode receipt = of.equals("receipt") ? changed : vector.get("receipt");
        JsonNode publicForm = of.equals("public") ? changed : vector.get("public");
        Plan plan = change.get("with_plan").booleanValue() ? vector.documents().plan() : null;
        String name = change.get("name").textValue();
        try {
            Report report = Receipt.fromJson(receipt.toString())
                    .check(PublicForm.fromJson(publicForm.toString()), plan);
            assertTrue(failed(report).containsAll(Vector.texts(change.path("fails"))), name);
            assertEquals(Verdict.FAILS, report.verdict(), name);
        } catch (SuijiException refused) {
            assertEquals(change.path("refused").textValue(), refused.code(), name);
        }
    }

    @Test
    void drandSignatureIsChecked() throws Exception {
        DrawRecord record = DrawRecord.fromJson(Files.readAllBytes(Vector.FOLDER.resolve("drand/record.json")));
        Report report = Suiji.verify(record, Evidence.none());
        assertEquals(Verdict.INCOMPLETE, report.verdict());
        List<Check> signatures = report.checks().stream()
                .filter(check -> check.id().equals("contributions.drand"))
                .collect(Collectors.toList());
        assertEquals(1, signatures.size());
        assertEquals(Outcome.ESTABLISHED, signatures.get(0).outcome());
        assertEquals(Arrays.asList(Optional.of("3656158440062976"), Optional.empty()), report.outcomes()); // 6^20
    }

    @Test
    void canonicalJsonMatchesTheStandard() throws Exception {
        int written = 0;
        for (JsonNode document : json(Vector.text("primitives/jcs.json")).get("documents")) {
            byte[] input = document.get("input").textValue().getBytes(StandardCharsets.UTF_8);
            try {
                String output = new String(Suiji.canonicalJson(input), StandardCharsets.UTF_8);
                assertEquals(document.get("output").textValue(), output);
                written++;
            } catch (SuijiException refused) {
                assertTrue(Arrays.asList("json.null", "json.number").contains(refused.code()), refused.code());
            }
        }
        assertEquals(3, written); // the others contain null or fractions
    }

    @Test
    void noVectorsAreMissing() throws Exception {
        assertTrue(draws().size() >= 55 && refusals().size() >= 150, "draws and refusals");
        assertTrue(tampered().size() >= 1 && receipts().size() >= 14, "tampered and receipts");
    }
}
