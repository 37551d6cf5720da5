package org.suiji;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.Base64;
import java.util.Collections;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** Signatures, timestamps and policies, with the vectors of all implementations. */
class SignaturesTest {
    private static final String OFFICE = "样例县市场监管局";
    private static final String WITNESS = "样例见证人";
    private static final String AMENDMENTS = "{\"spec\":\"suiji-v1\","
            + "\"record\":\"e7553e476c4c924a1e4cd306626a4d49596df315367c5becebfb72500d7a41b3\",\"amendments\":[{"
            + "\"approved_by\":\"局长\",\"at\":\"2024-09-03T08:30:00+08:00\",\"kind\":\"substitute\","
            + "\"previous\":\"e7553e476c4c924a1e4cd306626a4d49596df315367c5becebfb72500d7a41b3\",\"reason\":\"病假\","
            + "\"seats\":[{\"entity\":\"F-3\",\"inspector\":\"P-2\",\"leaves\":\"P-1\",\"seat\":0,\"task\":\"J1\"}]}]}";

    private final JsonNode signed = read("envelopes.json");
    private final JsonNode stamped = read("timestamps.json");

    private static JsonNode read(String file) {
        try {
            return Documents.JSON.readTree(Vector.FOLDER.resolve("evidence").resolve(file).toFile());
        } catch (IOException error) {
            throw new IllegalStateException(error);
        }
    }

    /** A document of the worked example in annex E of SPEC.md. */
    private static String worked(String document) throws IOException {
        String spec = Vector.text("../../crates/suiji/SPEC.md");
        int from = spec.indexOf("\n" + document + "='") + document.length() + 3;
        return spec.substring(from, spec.indexOf("'\n", from));
    }

    private static Commitment commitment() throws IOException {
        return Commitment.fromJson(worked("commitment"));
    }

    private static EvidenceStatement example(String document) throws IOException {
        if (document.equals("commitment")) {
            return EvidenceStatement.of(commitment());
        }
        try (DrawRecord record = DrawRecord.fromJson(worked("record"))) {
            return document.equals("record")
                    ? EvidenceStatement.of(record)
                    : EvidenceStatement.of(record.commitment(), Amendments.fromJson(AMENDMENTS));
        }
    }

    private static byte[] hex(String text) {
        byte[] bytes = new byte[text.length() / 2];
        for (int at = 0; at < bytes.length; at++) {
            bytes[at] = (byte) Integer.parseInt(text.substring(2 * at, 2 * at + 2), 16);
        }
        return bytes;
    }

    private String key(String name, String part) {
        for (JsonNode key : signed.get("keys")) {
            if (key.get("name").asText().equals(name)) {
                return key.get(part).asText();
            }
        }
        throw new IllegalArgumentException(name);
    }

    private static EvidenceStatement statement(JsonNode vector) {
        JsonNode of = vector.get("statement");
        return EvidenceStatement.of(Hash.of(of.get("hash").asText()), of.get("commitment").asText());
    }

    private byte[] certificates(JsonNode vector) {
        StringBuilder pem = new StringBuilder();
        Vector.texts(vector.get("trusted")).forEach(name -> pem.append(stamped.get("certificates").get(name).asText()));
        return pem.toString().getBytes(StandardCharsets.US_ASCII);
    }

    private byte[] token(String about) {
        for (JsonNode vector : stamped.get("accepted")) {
            if (vector.get("about").asText().equals(about)) {
                return Base64.getDecoder().decode(vector.get("token").asText());
            }
        }
        throw new IllegalArgumentException(about);
    }

    private static String code(Runnable call) {
        return assertThrows(SuijiException.class, call::run).code();
    }

    @Test
    void statementsAreThoseOfTheVectors() throws IOException {
        int count = 0;
        for (JsonNode vector : signed.get("statements")) {
            EvidenceStatement made = example(vector.get("document").asText());
            assertEquals(vector.get("document").asText(), made.document().word());
            assertEquals(vector.get("payload").asText(), made.toJson());
            assertEquals(vector.get("to_sign").asText(), new String(made.toSign(), StandardCharsets.UTF_8));
            assertEquals(made, EvidenceStatement.fromJson(vector.get("payload").asText()));
            assertEquals(64, made.digest().length());
            count++;
        }
        assertEquals(3, count);
        assertEquals(example("commitment"), EvidenceStatement.of(Hash.SHA256, commitment().digest()));
        assertNotEquals(example("commitment"), EvidenceStatement.of(Hash.SM3, commitment().digest()));
        try (DrawRecord record = DrawRecord.fromJson(worked("record"));
                PublicForm form = PublicForm.of(record)) {
            assertEquals(EvidenceStatement.of(record), EvidenceStatement.of(form));
        }
        assertEquals("envelope.statement", code(() -> EvidenceStatement.of(Hash.SM3, "5f")));
        assertEquals("envelope.statement", code(() -> EvidenceStatement.fromJson("{}")));
    }

    @Test
    void requestsAndTokensAreThoseOfTheVectors() {
        for (JsonNode vector : stamped.get("requests")) {
            assertArrayEquals(hex(vector.get("request").asText()), statement(vector).timestampRequest());
        }
        int accepted = 0;
        for (JsonNode vector : stamped.get("accepted")) {
            byte[] token = Base64.getDecoder().decode(vector.get("token").asText());
            Stamp stamp = statement(vector).verifyTimestamp(token, certificates(vector));
            assertEquals(vector.get("authority").asText(), stamp.authority());
            assertEquals(OffsetDateTime.parse(vector.get("time").asText()), stamp.time());
            assertEquals(vector.get("algorithm").asText(), stamp.algorithm());
            assertEquals(vector.get("accuracy").asLong(), stamp.accuracy().getAsLong());
            accepted++;
        }
        assertTrue(accepted >= 11);
        int refused = 0;
        for (JsonNode vector : stamped.get("refused")) {
            byte[] token = Base64.getDecoder().decode(vector.get("token").asText());
            SuijiException error = assertThrows(
                    SuijiException.class, () -> statement(vector).verifyTimestamp(token, certificates(vector)));
            List<String> codes = error.faults().stream().map(Fault::code).collect(Collectors.toList());
            assertTrue(codes.contains(vector.get("code").asText()), vector.get("about") + " " + codes);
            assertNotEquals(error.getMessage(), error.messageZh());
            refused++;
        }
        assertTrue(refused >= 22);
    }

    @Test
    void whatATokenReturnedIsAttached() throws IOException {
        for (JsonNode vector : signed.get("statements")) {
            Envelope envelope = Envelope.of(example(vector.get("document").asText()));
            assertTrue(envelope.keys().isEmpty());
            for (JsonNode signature : vector.get("signatures")) {
                String key = key(signature.get("key").asText(), "public");
                byte[] returned = hex(signature.get("returned").asText());
                Envelope before = envelope;
                envelope = before.attach(key, returned);
                Envelope after = envelope;
                after.verify(key);
                assertEquals("envelope.unsigned", code(() -> before.verify(key)));
                assertEquals("envelope.twice", code(() -> after.attach(key, returned)));
            }
            assertEquals(Arrays.asList(key(OFFICE, "id"), key(WITNESS, "id")), envelope.keys());
            assertEquals(example(vector.get("document").asText()), envelope.statement());
            assertEquals(envelope, Envelope.fromJson(envelope.toJson()));
            assertEquals(envelope, Envelope.fromJson("\uFEFF" + envelope.toJson()));
            ObjectMapper mapper = new ObjectMapper().registerModule(new SuijiModule());
            assertEquals(envelope, mapper.readValue(mapper.writeValueAsString(envelope), Envelope.class));
        }
    }

    @Test
    void wrongSignaturesEnvelopesAndKeysAreRefused() throws IOException {
        for (JsonNode vector : signed.get("invalid_signatures")) {
            Envelope envelope = Envelope.fromJson(vector.get("envelope").toString());
            assertEquals(vector.get("code").asText(), code(() -> envelope.verify(key(vector.get("key").asText(), "public"))));
        }
        for (JsonNode vector : signed.get("refused_envelopes")) {
            String json = vector.get("envelope").asText();
            assertEquals(vector.get("code").asText(), code(() -> Envelope.fromJson(json)), vector.get("about").asText());
        }
        for (JsonNode vector : signed.get("refused_keys")) {
            String pem = vector.get("public").asText();
            assertEquals(vector.get("code").asText(), code(() -> Envelope.idOf(pem)), vector.get("about").asText());
        }
        assertEquals(key(WITNESS, "id"), Envelope.idOf(key(WITNESS, "public")));
        Envelope unsigned = Envelope.of(example("record"));
        assertEquals("key.pem", code(() -> unsigned.sign(key(OFFICE, "public"))));
    }

    private static ObjectNode rule(String document, String role) {
        ObjectNode rule = Documents.JSON.createObjectNode().put("document", document);
        return role == null ? rule.put("timestamps", 1) : rule.put("role", role).put("at_least", 1);
    }

    /** The keys of the office and the witness, one authority, and these rules. */
    private String policy(ObjectNode... rules) {
        ObjectNode policy = Documents.JSON.createObjectNode().put("spec", "suiji-policy-v1");
        ArrayNode keys = policy.putArray("keys");
        keys.addObject().put("name", OFFICE).put("role", "office").put("key", key(OFFICE, "public"));
        keys.addObject().put("name", WITNESS).put("role", "witness").put("key", key(WITNESS, "public"));
        String root = stamped.get("certificates").get("rsa.root").asText();
        policy.putArray("authorities").addObject().put("name", "样例机构").put("certificates", root);
        policy.putArray("rules").addAll(Arrays.asList(rules));
        return policy.toString();
    }

    private static List<RuleState> states(PolicyReport report) {
        return report.rules().stream().map(RuleVerdict::state).collect(Collectors.toList());
    }

    @Test
    void aPolicyHasAVerdictForEachRuleKeyAndTimestamp() throws IOException {
        String policy = policy(
                rule("commitment", "office"), rule("commitment", "witness"), rule("commitment", null), rule("record", "office"));
        Envelope byOffice = Envelope.of(example("commitment")).sign(key(OFFICE, "private"));
        PolicyReport report = Presented.of(commitment())
                .withEnvelope(byOffice)
                .withToken(DocumentKind.COMMITMENT, token("RSA and SHA-256"))
                .withValueAt("掷骰", OffsetDateTime.parse("2026-12-01T09:00:00+08:00"))
                .verify(policy);
        assertEquals(Arrays.asList(RuleState.MET, RuleState.NOT_MET, RuleState.MET, RuleState.NO_DOCUMENT), states(report));
        assertEquals(RuleState.NOT_MET, report.verdict());
        assertEquals(Collections.singletonList(OFFICE), report.rules().get(0).names());
        assertTrue(report.rules().get(2).isAboutTimestamps() && !report.rules().get(0).isAboutTimestamps());
        assertEquals(KeyState.NOT_SIGNED, report.keys().get(1).state());
        StampVerdict stamp = report.timestamps().get(0);
        assertTrue(stamp.counts() && stamp.messageZh().contains("掷骰") && stamp.codes().isEmpty());
        assertEquals("样例机构", stamp.name().get());
        assertFalse(report.onTrust().zh().isEmpty());

        Envelope byWitness = Envelope.of(example("commitment")).sign(key(WITNESS, "private"));
        Envelope ofRecord = Envelope.of(example("record")).sign(key(OFFICE, "private"));
        try (DrawRecord record = DrawRecord.fromJson(worked("record"))) {
            Presented presented = Presented.of(record).withEnvelope(byOffice).withEnvelope(byWitness).withEnvelope(ofRecord);
            presented = presented.withToken(DocumentKind.COMMITMENT, token("RSA and SHA-256"));
            assertEquals(RuleState.MET, presented.verify(policy).verdict());
            Envelope ofAmendments = Envelope.of(example("amendments")).sign(key(OFFICE, "private"));
            PolicyReport amended = Presented.of(record)
                    .withAmendments(Amendments.fromJson(AMENDMENTS))
                    .withEnvelope(ofAmendments)
                    .verify(policy(rule("amendments", "office")));
            assertEquals(RuleState.MET, amended.verdict());
        }
    }

    @Test
    void aTimestampAfterAValueDoesNotCount() throws IOException {
        PolicyReport report = Presented.of(commitment())
                .withToken(DocumentKind.COMMITMENT, token("RSA and SHA-256"))
                .withToken(DocumentKind.COMMITMENT, token("ECDSA with P-256"))
                .withValueAt("掷骰", OffsetDateTime.parse("2026-11-30T22:00:00Z"))
                .verify(policy(rule("commitment", null)));
        assertEquals(RuleState.NOT_MET, report.verdict());
        assertFalse(report.timestamps().get(0).counts() || report.timestamps().get(1).counts());
        assertEquals(Collections.singletonList("timestamp.chain"), report.timestamps().get(1).codes());
        assertEquals("policy.form", code(() -> presented().verify("{}")));
    }

    private static Presented presented() {
        try {
            return Presented.of(commitment());
        } catch (IOException error) {
            throw new IllegalStateException(error);
        }
    }
}
