package org.suiji;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;
import org.suiji.internal.Chunk;

/** Incorrect calls and invalid inputs throw exceptions with clear messages and never end the process. */
class BadInputTest {
    private static final String DIGEST = String.join("", Collections.nCopies(32, "0f"));

    private static Documents documents() throws Exception {
        return Documents.ofFolder(Vector.FOLDER.resolve("cases/01"));
    }

    private static SuijiException refused(String code, Executable call) {
        SuijiException refused = assertThrows(SuijiException.class, call);
        assertEquals(code, refused.code(), refused.getMessage());
        return refused;
    }

    @Test
    void closedObjectsThrow() throws Exception {
        Documents documents = documents();
        Inputs inputs = documents.inputs();
        Sealed sealed = Suiji.seal(inputs, documents.ceremony());
        inputs.close();
        inputs.close();
        assertThrows(IllegalStateException.class, () -> Suiji.seal(inputs, documents.ceremony()));
        DrawRecord record = sealed.draw(documents.contributions());
        assertThrows(IllegalStateException.class, () -> Suiji.verify(record, Evidence.of(inputs)));
        sealed.close();
        assertThrows(IllegalStateException.class, sealed::commitment);
        record.close();
        assertThrows(IllegalStateException.class, () -> Suiji.verify(record, Evidence.none()));
        assertEquals("Inputs(closed)", inputs.toString());
        assertEquals("DrawRecord(" + record.digest() + ")", record.toString());
    }

    @Test
    void nullThrows() throws Exception {
        Sealed sealed = documents().seal();
        assertThrows(NullPointerException.class, () -> Plan.fromJson((byte[]) null));
        byte[] plan = documents().bytes("plan.json");
        assertThrows(NullPointerException.class, () -> Inputs.fromJson(plan, null, new byte[0], new byte[0]));
        assertThrows(NullPointerException.class, () -> Inputs.fromJson(plan, new byte[0], null, new byte[0]));
        assertThrows(NullPointerException.class, () -> Inputs.fromJson(plan, new byte[0], new byte[0], null));
        assertThrows(NullPointerException.class, () -> Inputs.of(documents().inputs().plan(), null, Roster.empty(), History.empty()));
        assertThrows(NullPointerException.class, () -> sealed.draw(null));
        assertThrows(NullPointerException.class, () -> sealed.receipt(null, "A-1"));
        assertThrows(NullPointerException.class, () -> Source.live(By.PUBLIC, null, Part.of(20, 1, 6)));
        assertThrows(NullPointerException.class, () -> Ceremony.of(Hash.SM3, (Source) null));
        assertThrows(NullPointerException.class, () -> Registry.builder().row().text(null, "A-1"));
    }

    @Test
    void aListWithANullDoesNotBecomeARowWithoutTheList() {
        TableBuilder<Roster> officers = Roster.builder();
        Row row = officers.row().text("id", "ZF-1").text("name", "甲").text("department", "样例局");
        IllegalArgumentException refused = assertThrows(
                IllegalArgumentException.class, () -> row.list("recuse", Arrays.asList("A-1", null)));
        assertTrue(refused.getMessage().startsWith("第 1 行（ZF-1）：recuse 中有 null"), refused.getMessage());
        // A caller who goes on has no table.
        assertThrows(IllegalStateException.class, officers::finish);
    }

    @Test
    void aNullInAListIsNamed() throws Exception {
        Entity firm = Entity.of("A-1", "样例企业");
        named("categories", () -> firm.withCategories(Arrays.asList("工业企业", null)));
        named("extra.电话", () -> firm.withExtra(Collections.singletonMap("电话", null)));
        named("rows", () -> Registry.of(Arrays.asList(firm, null)));
        named("commitments", () -> Evidence.none().withEarlier(Collections.singletonList(null)));
        Sealed sealed = documents().seal();
        DrawRecord record = sealed.draw(documents().contributions());
        named("requests", () -> sealed.amend(record, Collections.singletonList(null)));
        named("entities", () -> sealed.receipts(record, Arrays.asList("A-1", null)));
    }

    private static void named(String name, Executable call) {
        String message = assertThrows(NullPointerException.class, call).getMessage();
        assertTrue(message.startsWith(name + " 中有 null"), message);
    }

    @Test
    void integersOfEachTypeAreExact() {
        for (Number five : new Number[] {5, 5L, (short) 5, BigInteger.valueOf(5), new BigDecimal("5.00")}) {
            try (TableBuilder<Roster> officers = Roster.builder()) {
                officers.row().text("id", "ZF-1").text("name", "甲").text("department", "样例局").number("load", five);
                assertTrue(new String(officers.finish().toJsonLines(), StandardCharsets.UTF_8).contains("\"load\":5"), five.getClass()::getName);
            }
        }
        for (Number other : new Number[] {5.0, 5f, new BigDecimal("5.99"), new BigDecimal("1e30"), BigInteger.ONE.shiftLeft(63)}) {
            TableBuilder<Roster> officers = Roster.builder();
            Row row = officers.row().text("id", "ZF-1").text("name", "甲").text("department", "样例局");
            assertThrows(IllegalArgumentException.class, () -> row.number("load", other), other.getClass()::getName);
            assertThrows(IllegalStateException.class, officers::finish);
        }
    }

    @Test
    void unpairedSurrogateIsRefusedWithItsRow() throws Exception {
        refused("json.not-utf8", () -> Plan.fromJson("{\"title\": \"\uD83D\"}"));
        TableBuilder<Registry> firms = Registry.builder();
        firms.row().text("id", "A-1").text("name", "𠮷野家");
        firms.row().text("id", "A-2").text("name", "x\uDE00");
        SuijiException refused = refused("table.column-not-utf8", firms::finish);
        assertEquals(2, refused.faults().get(0).place().row().getAsLong());
    }

    @Test
    void differentFaultsAreReportedTogether() throws Exception {
        TableBuilder<Registry> firms = Registry.builder();
        for (int row = 1; row <= Chunk.ROWS + 30; row++) {
            firms.row().text("id", row <= Chunk.ROWS ? "A-" + row : "A " + row).text("name", "样例企业");
        }
        SuijiException refused = refused("id.form", firms::finish);
        assertEquals("registry", refused.kind());
        assertEquals(30, refused.faultCount());
        assertEquals(20, refused.faults().size());
        Fault fault = refused.faults().get(0);
        assertEquals("registry", fault.place().kind());
        assertEquals(Chunk.ROWS + 1, fault.place().row().getAsLong());
        assertEquals("A " + (Chunk.ROWS + 1), fault.detail("found").get());
        assertTrue(refused.messageZh().contains("第 " + (Chunk.ROWS + 1) + " 行"), refused.messageZh());
        assertEquals(0, firms.finish().len(), "finish clears the builder");
    }

    @Test
    void sameFaultInSeveralRowsIsOneFaultWithACount() throws Exception {
        TableBuilder<Registry> firms = Registry.builder();
        for (int row = 1; row <= 30; row++) {
            firms.row().text("id", "A-" + row).text("name", "样例企业").text("established", row < 4 ? "2024-09-01" : "2024.9.1");
        }
        SuijiException refused = refused("date.form", firms::finish);
        assertEquals(27, refused.faultCount());
        assertEquals(1, refused.faults().size());
        Fault fault = refused.faults().get(0);
        assertEquals(27, fault.count());
        assertEquals(Arrays.asList(4L, 5L, 6L), fault.rows().subList(0, 3));
        assertEquals(Collections.singletonMap("found", "2024.9.1"), fault.details());
        assertTrue(Vector.text("../../bindings/EMBEDDING.md").contains("\n" + refused.messageZh() + "\n"), refused.messageZh());
    }

    @Test
    void fieldsAreSetOnceAndHaveOneType() throws Exception {
        Row row = Roster.builder().row().flag("lead", true);
        IllegalStateException repeated = assertThrows(IllegalStateException.class, () -> row.flag("lead", false));
        assertEquals("本行的字段 lead 已经设置 (field lead was already set in this row)", repeated.getMessage());
        assertThrows(IllegalArgumentException.class, () -> row.text("lead", "true"));
        refused("json.unknown-field", () -> {
            TableBuilder<Roster> officers = Roster.builder();
            officers.row().text("id", "Z-1").text("name", "样例").text("department", "县工信局").text("a", "1");
            officers.finish();
        });
    }

    @Test
    void listenerCanCancel() throws Exception {
        Documents documents = documents();
        Run run = Run.standard().onProgress(progress -> false);
        refused("cancelled", () -> documents.seal().draw(documents.contributions(), run));
        refused("cancelled", () -> Registry.fromJsonLines(documents.bytes("registry.jsonl"), run));
    }

    @Test
    void receiptsInBulkAreCancelledBetweenTwo() throws Exception {
        Documents documents = documents();
        Sealed sealed = documents.seal();
        DrawRecord record = sealed.draw(documents.contributions());
        List<String> ids = Arrays.asList("A-1", "A-2", "A-3");
        assertEquals(0, sealed.receipts(record, Collections.emptyList()).size()); // makes the trees, which are kept
        int[] calls = {0};
        assertEquals(3, sealed.receipts(record, ids, Run.standard().onProgress(progress -> calls[0]++ >= 0)).size());
        assertTrue(calls[0] >= 3, "reports: " + calls[0]);
        int last = calls[0];
        calls[0] = 0;
        refused("cancelled", () -> sealed.receipts(record, ids, Run.standard().onProgress(progress -> ++calls[0] < last)));
    }

    @Test
    void allIdsThatAreNoneAreReported() throws Exception {
        Documents documents = documents();
        Sealed sealed = documents.seal();
        DrawRecord record = sealed.draw(documents.contributions());
        SuijiException refused = refused("id.form", () -> sealed.receipts(record, Arrays.asList("", "A-1", "a b", "甲")));
        assertEquals(3, refused.faultCount());
        assertEquals("$[2]", refused.faults().get(1).place().path());
    }

    @Test
    void exceptionOfAListenerIsThrownByTheCall() throws Exception {
        Documents documents = documents();
        for (Throwable thrown : new Throwable[] {new IllegalStateException("mine"), new StackOverflowError()}) {
            Run run = Run.standard().onProgress(progress -> {
                if (thrown instanceof Error) {
                    throw (Error) thrown;
                }
                throw (RuntimeException) thrown;
            });
            Throwable caught = assertThrows(
                    Throwable.class, () -> documents.seal().draw(documents.contributions(), run));
            assertSame(thrown, caught);
        }
    }

    @Test
    void listenerCanCloseObjectsInUse() throws Exception {
        Documents documents = documents();
        Sealed sealed = documents.seal();
        int[] calls = {0};
        Run run = Run.standard().onProgress(progress -> {
            calls[0]++;
            assertTrue(progress.done() <= progress.total() || progress.total() == 0, progress::toString);
            sealed.close();
            return true;
        });
        assertEquals(64, sealed.draw(documents.contributions(), run).digest().length());
        assertTrue(calls[0] > 0);
    }

    @Test
    void invalidValuesAreRefused() throws Exception {
        refused("json.range", () -> Ceremony.of(Hash.SM3, Source.live(By.PUBLIC, "掷骰", Part.of(-1, 1, 6))));
        refused("json.range", () -> Ceremony.of(Hash.SM3, Source.live(By.PUBLIC, "掷骰", Part.of(0, 1, 6))));
        refused("ceremony.part-range", () -> Ceremony.of(Hash.SM3, Source.live(By.PUBLIC, "掷骰", Part.of(20, 6, 1))));
        refused("json.missing-field", () -> Ceremony.of(Hash.SM3, Source.live(By.PUBLIC, "掷骰")));
        refused("ceremony.live-office", () -> Ceremony.of(Hash.SM3, Source.live(By.OFFICE, "掷骰", Part.of(20, 1, 6))));
        Ceremony ceremony = Ceremony.of(Hash.SHA256, Source.live(By.PUBLIC, "掷骰", Part.of(20, 1, 6)));
        refused("hex.form", () -> ceremony.withSecret("secret"));
        refused("hex.form", () -> ceremony.withPrevious(DIGEST.toUpperCase()));
        refused("time.form", () -> ceremony.withSealedAt(OffsetDateTime.MAX));
        Sealed sealed = documents().seal();
        DrawRecord record = sealed.draw(documents().contributions());
        refused("hex.form", () -> Suiji.verify(record, Evidence.none().withCommitment("x")));
        refused("json.empty-document", () -> Plan.fromJson(new byte[0]));
        refused("json.not-utf8", () -> DrawRecord.fromJson(new byte[] {0, 1, 2, (byte) 0xFF}));
        refused("id.form", () -> sealed.receipt(record, "A 1"));
        String digest = sealed.commitment().digest();
        Contribution first = documents().contributions().contributions().get(0);
        refused("contributions.count", () -> sealed.draw(Contributions.of(digest, first)));
        refused("json.missing-field", () -> Contributions.of(digest));
        refused("json.range", () -> sealed.checkContribution(-1, Contribution.live(1)));
        assertThrows(IllegalArgumentException.class, () -> sealed.commitment().arrange(99, 1));
        refused("json.range", () -> Contributions.of(digest, Contribution.live(-1)));
        refused("hex.form", () -> Contributions.of("x", Contribution.live(1)));
    }

    @Test
    void numbersAreArrangedByTheParts() throws Exception {
        Ceremony ceremony = Ceremony.of(
                        Hash.SM3, Source.live(By.PUBLIC, "双色球", Part.distinct(6, 1, 33), Part.of(1, 1, 16)))
                .withSealedAt(documents().seal().commitment().sealedAt());
        try (Inputs inputs = documents().inputs();
                Sealed sealed = Suiji.seal(inputs, ceremony)) {
            Commitment commitment = sealed.commitment();
            Source source = commitment.sources().get(0);
            assertEquals(Arrays.asList(SourceKind.LIVE, By.PUBLIC, "双色球"), Arrays.asList(source.kind(), source.by(), source.name()));
            assertEquals(33, source.parts().get(0).to());
            assertTrue(source.parts().get(0).isDistinct());
            Contributions contributions =
                    Contributions.of(commitment.digest(), commitment.arrange(0, 14, 3, 9, 28, 21, 30, 11));
            assertEquals(commitment.digest(), contributions.commitment());
            String written = contributions.toJson().replaceAll("\\s", "");
            assertTrue(written.contains("[[3,9,14,21,28,30],[11]]"), written);
            sealed.checkContributions(contributions);
            Commitment read = Commitment.fromJson(commitment.toJson());
            read.checkContributions(contributions);
            read.checkContribution(0, contributions.contributions().get(0));
            refused("contributions.other-commitment", () -> read.checkContributions(Contributions.of(DIGEST, Contribution.live(1))));
            refused("contributions.count", () -> read.checkContribution(1, Contribution.live(1)));
            refused("contributions.repeated-number", () -> commitment.arrange(0, 3, 3, 9, 28, 21, 30, 11));
            refused("contributions.other-commitment", () -> sealed.checkContributions(Contributions.of(DIGEST, Contribution.live(1))));
        }
    }

    @Test
    void contributionsOfAReplacedCommitmentAreKept() throws Exception {
        Contributions all = Contributions.of(DIGEST, Contribution.live(1, 2), Contribution.live(3));
        Superseded old = Superseded.of(DIGEST, "名录更新", "局长").withContributions(all);
        assertEquals(
                Arrays.asList(
                        PlacedContribution.of(0, Contribution.live(1, 2)), PlacedContribution.of(1, Contribution.live(3))),
                old.contributions());
        Ceremony ceremony = Ceremony.of(Hash.SM3, Source.live(By.PUBLIC, "掷骰", Part.of(20, 1, 6)))
                .withPrevious(DIGEST).withSuperseded(old);
        assertEquals(Collections.singletonList(old), ceremony.supersedes());
        assertEquals(ceremony, Ceremony.fromJson(ceremony.toJsonWithSecret()));
    }

    @Test
    void findingsSayWhatToDo() throws Exception {
        Ceremony ceremony = Ceremony.of(Hash.SM3, Source.live(By.PUBLIC, "掷骰", Part.of(1, 1, 6)))
                .withSealedAt(documents().seal().commitment().sealedAt());
        try (Inputs inputs = documents().inputs();
                Sealed sealed = Suiji.seal(inputs, ceremony)) {
            Finding few = sealed.findings().stream()
                    .filter(finding -> finding.code().equals("ceremony.few-outcomes"))
                    .findFirst()
                    .get();
            assertEquals(Severity.WARNING, few.severity());
            assertEquals("请增加号码，如一枚骰子掷二十次", few.remedyZh().get());
            assertTrue(few.messageZh().contains("6 种结果"), few.messageZh());
        }
    }

    @Test
    void secretsAreRandom() throws Exception {
        String secret = Suiji.newSecret();
        assertTrue(secret.matches("[0-9a-f]{64}"), secret);
        assertNotEquals(secret, Suiji.newSecret());
        assertEquals(64, Contribution.commitment(Hash.SM3, secret, "三六五").length());
    }

    @Test
    void exceptionCanBeSerialized() throws Exception {
        SuijiException refused = refused("json.empty-document", () -> Plan.fromJson(""));
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        new ObjectOutputStream(bytes).writeObject(refused);
        Object read = new ObjectInputStream(new ByteArrayInputStream(bytes.toByteArray())).readObject();
        assertEquals(refused.messageZh(), ((SuijiException) read).messageZh());
        assertEquals(refused.faults(), ((SuijiException) read).faults());
    }
}
