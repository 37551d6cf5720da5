package org.suiji;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.Collections;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;

/** What callers may do wrong: each is an exception that says so, and the process goes on. */
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
    void whatIsClosedSaysSo() throws Exception {
        Documents documents = documents();
        Inputs inputs = documents.inputs();
        Sealed sealed = Suiji.seal(inputs, documents.ceremony());
        inputs.close();
        inputs.close();
        assertThrows(IllegalStateException.class, () -> Suiji.seal(inputs, documents.ceremony()));
        Record record = sealed.draw(documents.contributions());
        assertThrows(IllegalStateException.class, () -> Suiji.verify(record, Evidence.of(inputs)));
        sealed.close();
        assertThrows(IllegalStateException.class, sealed::commitment);
        record.close();
        assertThrows(IllegalStateException.class, () -> Suiji.verify(record, Evidence.none()));
    }

    @Test
    void nullIsRefusedWhereItIsPassed() throws Exception {
        Sealed sealed = documents().seal();
        assertThrows(NullPointerException.class, () -> Plan.fromJson((byte[]) null));
        assertThrows(NullPointerException.class, () -> sealed.draw(null));
        assertThrows(NullPointerException.class, () -> sealed.receipt(null, "A-1"));
        assertThrows(NullPointerException.class, () -> Source.live(By.PUBLIC, null, "123456", 20));
        assertThrows(NullPointerException.class, () -> Ceremony.of(Hash.SM3, (Source) null));
        assertThrows(NullPointerException.class, () -> Registry.builder().row().text(null, "A-1"));
        Row row = Registry.builder().row();
        assertThrows(NullPointerException.class, () -> row.list("categories", Arrays.asList("a", null)));
    }

    @Test
    void aLoneSurrogateIsRefusedWithItsRow() throws Exception {
        refused("json.not-utf8", () -> Plan.fromJson("{\"title\": \"\uD83D\"}"));
        TableBuilder<Registry> firms = Registry.builder();
        firms.row().text("id", "A-1").text("name", "𠮷野家");
        firms.row().text("id", "A-2").text("name", "x\uDE00");
        SuijiException refused = refused("table.column-not-utf8", firms::build);
        assertEquals(2, refused.faults().get(0).row().getAsLong());
    }

    @Test
    void everyBadRowIsReportedAtOnceWithItsNumber() throws Exception {
        TableBuilder<Registry> firms = Registry.builder();
        for (int row = 1; row <= TableBuilder.ROWS + 30; row++) {
            firms.row().text("id", row <= TableBuilder.ROWS ? "A-" + row : "A " + row).text("name", "样例企业");
        }
        SuijiException refused = refused("id.form", firms::build);
        assertEquals("registry", refused.kind());
        assertEquals(30, refused.faultCount());
        assertEquals(20, refused.faults().size());
        assertEquals(TableBuilder.ROWS + 1, refused.faults().get(0).row().getAsLong());
        assertTrue(refused.messageZh().contains("第" + (TableBuilder.ROWS + 1) + "行"), refused.messageZh());
        assertEquals(0, firms.build().size(), "a builder that was built begins anew");
    }

    @Test
    void fieldsAreGivenOnceAndOfOneType() throws Exception {
        Row row = Roster.builder().row().flag("lead", true);
        assertThrows(IllegalStateException.class, () -> row.flag("lead", false));
        assertThrows(IllegalArgumentException.class, () -> row.text("lead", "true"));
        refused("json.unknown-field", () -> {
            TableBuilder<Roster> officers = Roster.builder();
            officers.row().text("id", "Z-1").text("name", "样例").text("department", "县工信局").text("a", "1");
            officers.build();
        });
    }

    @Test
    void aListenerCancels() throws Exception {
        Documents documents = documents();
        Run run = Run.standard().onProgress(progress -> false);
        refused("cancelled", () -> documents.seal().draw(documents.contributions(), run));
        refused("cancelled", () -> Registry.fromJsonLines(documents.bytes("registry.jsonl"), run));
    }

    @Test
    void whatAListenerThrowsComesOutOfTheCall() throws Exception {
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
    void aListenerMayUseWhatItIsToldAbout() throws Exception {
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
    void valuesAreChecked() throws Exception {
        refused("json.range", () -> Ceremony.of(Hash.SM3, Source.live(By.PUBLIC, "掷骰", "123456", -1)));
        refused("json.range", () -> Ceremony.of(Hash.SM3, Source.live(By.PUBLIC, "掷骰", "123456", 0)));
        refused("ceremony.symbols", () -> Ceremony.of(Hash.SM3, Source.live(By.PUBLIC, "掷骰", "654321", 20)));
        Ceremony ceremony = Ceremony.of(Hash.SHA256, Source.live(By.PUBLIC, "掷骰", "123456", 20));
        refused("hex.form", () -> ceremony.blinded("secret"));
        refused("hex.form", () -> ceremony.withPrevious(DIGEST.toUpperCase()));
        refused("time.form", () -> ceremony.withSealedAt(OffsetDateTime.MAX));
        Sealed sealed = documents().seal();
        Record record = sealed.draw(documents().contributions());
        refused("hex.form", () -> Suiji.verify(record, Evidence.none().withSheet("x")));
        refused("json.empty-document", () -> Plan.fromJson(new byte[0]));
        refused("json.not-utf8", () -> Record.fromJson(new byte[] {0, 1, 2, (byte) 0xFF}));
        refused("id.form", () -> sealed.receipt(record, "A 1"));
        refused("contributions.count", () -> sealed.draw(Contributions.of()));
        assertThrows(SuijiException.class, () -> sealed.check(-1, Contribution.live("1")));
    }

    @Test
    void anExceptionSurvivesSerialization() throws Exception {
        SuijiException refused = refused("json.empty-document", () -> Plan.fromJson(""));
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        new ObjectOutputStream(bytes).writeObject(refused);
        Object read = new ObjectInputStream(new ByteArrayInputStream(bytes.toByteArray())).readObject();
        assertEquals(refused.messageZh(), ((SuijiException) read).messageZh());
        assertEquals(Collections.emptyList(), ((SuijiException) read).faults());
    }
}
