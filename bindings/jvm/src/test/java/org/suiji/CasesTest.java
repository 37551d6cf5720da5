package org.suiji;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Runs the folders of tests/vectors/cases: draws of another implementation, with their amendments. */
class CasesTest {
    private static final List<String> INPUTS = Arrays.asList("plan", "registry", "roster", "history", "secret");

    @Test
    void casesOfAnotherImplementationMatch() throws Exception {
        int cases = 0;
        Path all = Vector.FOLDER.resolve("cases");
        try (DirectoryStream<Path> folders = Files.newDirectoryStream(all, Files::isDirectory)) {
            for (Path folder : folders) {
                cases++;
                caseMatches(folder);
            }
        }
        assertTrue(cases >= 32, cases + " cases");
    }

    private static void caseMatches(Path folder) throws SuijiException, IOException {
        Documents documents = Documents.ofFolder(folder);
        Path expected = folder.resolve("expected/record.json");
        if (Files.notExists(expected)) {
            assertThrows(
                    SuijiException.class,
                    () -> documents.seal().draw(documents.contributions()),
                    folder.toString());
            return;
        }
        try (Sealed sealed = documents.seal();
                DrawRecord record = sealed.draw(documents.contributions())) {
            assertEquals(Documents.JSON.readTree(expected.toFile()), Documents.JSON.readTree(record.toJson()), folder.toString());
            Path publicForm = folder.resolve("expected/public.json");
            if (Files.exists(publicForm)) {
                String found = PublicForm.of(record, documents.secret()).toJson();
                assertEquals(Documents.JSON.readTree(publicForm.toFile()), Documents.JSON.readTree(found), folder.toString());
            }
            if (documents.has("requests.json")) {
                amendmentsMatch(folder, documents, sealed, record);
            }
        }
    }

    private static void amendmentsMatch(Path folder, Documents documents, Sealed sealed, DrawRecord record)
            throws SuijiException, IOException {
        List<Request> requests = documents.requests();
        Path expected = folder.resolve("expected/amendments.json");
        if (Files.notExists(expected)) {
            assertThrows(SuijiException.class, () -> sealed.amend(record, requests), folder.toString());
            return;
        }
        Amendments amendments = sealed.amend(record, requests);
        assertEquals(Documents.JSON.readTree(expected.toFile()), Documents.JSON.readTree(amendments.toJson()), folder.toString());
        Evidence evidence = documents.evidence(INPUTS).withAmendments(amendments);
        assertEquals(Verdict.HOLDS, Suiji.verify(record, evidence).verdict(), folder.toString());
    }
}
