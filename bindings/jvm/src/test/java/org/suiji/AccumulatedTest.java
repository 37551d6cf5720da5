package org.suiji;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

/** Runs the 10,000 cases of accumulated.json. About half of them are refused. */
class AccumulatedTest {
    private static JsonNode vector() throws IOException {
        return Documents.JSON.readTree(Vector.FOLDER.resolve("accumulated.json").toFile());
    }

    private static String result(JsonNode documents) throws IOException {
        Documents files = Documents.of(documents);
        try (Sealed sealed = files.seal();
                DrawRecord record = sealed.draw(files.contributions())) {
            return record.digest();
        } catch (SuijiException refused) {
            return "refused";
        }
    }

    @Test
    void firstCasesAreGeneratedAsInTheFile() throws Exception {
        JsonNode first = vector().get("first");
        for (int number = 0; number < first.size(); number++) {
            Documents expected = Documents.of(first.get(number).get("documents"));
            Documents generated = Documents.of(Generated.documents(vector().get("seed").textValue(), number));
            for (String name : expected.names()) {
                assertEquals(expected.json(name), generated.json(name), name);
            }
        }
    }

    @Test
    void allCasesMatch() throws Exception {
        JsonNode vector = vector();
        JsonNode after = vector.get("after");
        byte[] hash = new byte[32];
        int compared = 0;
        for (int number = 0; number < 10_000; number++) {
            String result = result(Generated.documents(vector.get("seed").textValue(), number));
            hash = Words.sha256(hash, result.getBytes(StandardCharsets.US_ASCII));
            JsonNode expected = after.get(Integer.toString(number + 1));
            if (expected != null) {
                compared++;
                StringBuilder hex = new StringBuilder();
                for (byte one : hash) {
                    hex.append(String.format("%02x", one));
                }
                assertEquals(expected.textValue(), hex.toString(), "after " + (number + 1));
            }
        }
        assertEquals(3, compared);
    }
}
