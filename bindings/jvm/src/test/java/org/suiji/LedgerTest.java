package org.suiji;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The ledger of an office, and the notes of a witness, with the vectors of all implementations. */
class LedgerTest {
    private static final Path LEDGERS = Vector.FOLDER.resolve("../../crates/suiji-evidence/tests/vectors/ledgers");

    private static JsonNode vector(String name) throws IOException {
        return Documents.JSON.readTree(LEDGERS.resolve(name + ".json").toFile());
    }

    private static Ledger ledger(String name) throws IOException {
        return Ledger.of(vector(name).get("ledger").asText());
    }

    private static List<String> codes(List<Fault> faults) {
        return faults.stream().map(Fault::code).sorted().collect(Collectors.toList());
    }

    private static List<String> sorted(JsonNode texts) {
        return Vector.texts(texts).stream().sorted().collect(Collectors.toList());
    }

    @Test
    void everyLedgerHasWhatItsFileSays() throws IOException {
        List<String> names;
        try (Stream<Path> files = Files.list(LEDGERS)) {
            names = files.map(file -> file.getFileName().toString())
                    .filter(name -> name.endsWith(".json"))
                    .map(name -> name.replace(".json", ""))
                    .collect(Collectors.toList());
        }
        assertTrue(names.size() > 25);
        for (String name : names) {
            JsonNode vector = vector(name);
            JsonNode expected = vector.get("expected");
            String text = vector.get("ledger").asText();
            if (expected.has("error")) {
                SuijiException error = assertThrows(SuijiException.class, () -> Ledger.of(text), name);
                assertEquals(expected.get("error").asText(), error.code(), name);
                assertEquals(expected.get("line").asLong(), error.faults().get(0).place().row().getAsLong(), name);
                continue;
            }
            LedgerFiles files = LedgerFiles.none();
            for (JsonNode head : vector.get("heads")) {
                files = files.withHead("报纸", head.get("size").asLong() + " " + head.get("root").asText());
            }
            LedgerAudit audit = Ledger.of(text).audit(files);
            assertEquals(expected.get("size").asLong(), audit.size(), name);
            assertEquals(expected.get("root").asText(), audit.root(), name);
            assertEquals(vector.get("heads").size(), audit.heads(), name);
            assertEquals(sorted(expected.get("failures")), codes(audit.failures()), name);
            assertEquals(sorted(expected.get("warnings")), codes(audit.warnings()), name);
        }
    }

    @Test
    void entriesHaveTheirFields() throws IOException {
        List<LedgerEntry> entries = ledger("day").entries();
        assertEquals(
                Arrays.asList(EventKind.OPENED, EventKind.SEALED, EventKind.SEEN, EventKind.CONFIRMED, EventKind.DRAWN,
                        EventKind.PUBLISHED, EventKind.AMENDED),
                entries.stream().map(LedgerEntry::kind).collect(Collectors.toList()));
        LedgerEntry sealed = entries.get(1);
        assertEquals(Arrays.asList("J1", "J2"), sealed.tasks());
        assertEquals(2026, sealed.year().get().intValue());
        assertFalse(sealed.adopted() || sealed.record().isPresent() || sealed.source().isPresent());
        assertEquals(0, entries.get(2).contribution().get().source());
        assertEquals(sealed.commitment(), entries.get(4).commitment());
        assertEquals(1, entries.get(4).contributions().size());
    }

    @Test
    void aLedgerIsComparedWithHeadsAndDocuments() throws IOException {
        Ledger honest = ledger("day");
        Ledger rewritten = ledger("rewritten");
        String head = honest.audit().head();
        LedgerFiles kept = LedgerFiles.none().withHead("报纸", head);
        assertTrue(honest.audit(kept).failures().isEmpty());
        Fault failure = rewritten.audit(kept).failures().get(0);
        assertEquals("ledger.head-root", failure.code());
        assertEquals("报纸", failure.place().path());
        SuijiException error =
                assertThrows(SuijiException.class, () -> honest.audit(LedgerFiles.none().withHead("报纸", "no head")));
        assertEquals("ledger.head", error.code());

        Path first = Vector.FOLDER.resolve("cases/01/expected");
        Commitment commitment = Commitment.fromJson(Files.readAllBytes(first.resolve("commitment.json")));
        try (DrawRecord record = DrawRecord.fromJson(Files.readAllBytes(first.resolve("record.json")))) {
            LedgerFiles files = LedgerFiles.none().withCommitment("a", commitment).withRecord("b", record);
            assertEquals(Arrays.asList("ledger.no-commitment", "ledger.no-record"), codes(honest.audit(files).failures()));
            assertTrue(honest.audit(files).warnings().isEmpty());
            assertEquals(
                    Arrays.asList("ledger.lost-commitment", "ledger.lost-record"), codes(honest.audit(files.asAll()).warnings()));
        }
    }

    @Test
    void theNotesOfAWitnessAreRead() throws IOException {
        LedgerAudit audit = ledger("day").audit();
        String digest = String.join("", Collections.nCopies(32, "5e"));
        WitnessNotes notes =
                WitnessNotes.of("封存单：" + digest + "\n取值：3 5\n1 6\n登记簿：" + audit.size() + " " + audit.root());
        assertEquals(digest, notes.commitment().get());
        assertEquals(Arrays.asList("3 5", "1 6"), notes.values());
        assertFalse(notes.record().isPresent());
        LedgerFiles kept = LedgerFiles.none().withHead("见证人", notes.heads().get(0));
        assertTrue(ledger("day").audit(kept).failures().isEmpty());
        assertEquals(1, ledger("day").audit(kept).heads());
        assertEquals(1, ledger("rewritten").audit(kept).failures().size());
        SuijiException error = assertThrows(SuijiException.class, () -> WitnessNotes.of(""));
        assertEquals("sheet.empty", error.code());
    }
}
