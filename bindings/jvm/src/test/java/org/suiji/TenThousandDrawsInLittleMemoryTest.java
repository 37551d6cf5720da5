package org.suiji;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.Paths;
import org.junit.jupiter.api.Test;

/** Neither what is closed nor what is only let go stays in memory, on the heap or beside it. */
class TenThousandDrawsInLittleMemoryTest {
    private static final Path STATUS = Paths.get("/proc/self/status");
    /** A record alone that stays costs 3 kB, thirty megabytes in all. */
    private static final long MOST = 12 << 10;

    /** What the process has in memory, in kB. */
    private static long resident() throws IOException {
        for (String line : Files.readAllLines(STATUS)) {
            if (line.startsWith("VmRSS:")) {
                return Long.parseLong(line.replaceAll("\\D", ""));
            }
        }
        throw new IOException("no VmRSS");
    }

    private interface Work {
        void once(Documents documents, String digest) throws Exception;
    }

    private static void staysLevel(Work work) throws Exception {
        assumeTrue(Files.exists(STATUS), "Linux alone tells what is resident");
        Vector vector = Vector.of("draws").get(0);
        Documents documents = vector.documents();
        String digest = vector.get("expected").get("record_digest").textValue();
        // As many beforehand: until then the JVM still compiles, which takes memory too; see also its options in pom.xml.
        for (int warm = 0; warm < 10_000; warm++) {
            work.once(documents, digest);
        }
        System.gc();
        long before = resident();
        for (int draw = 0; draw < 10_000; draw++) {
            work.once(documents, digest);
        }
        System.gc();
        long grown = resident() - before;
        assertTrue(grown < MOST, "grown by " + grown + " kB from " + before);
    }

    @Test
    void tenThousandDrawsThatAreClosed() throws Exception {
        staysLevel((documents, digest) -> {
            try (Sealed sealed = documents.seal();
                    Record record = sealed.draw(documents.contributions())) {
                assertEquals(digest, record.digest());
            }
        });
    }

    @Test
    void tenThousandDrawsThatAreLetGo() throws Exception {
        staysLevel((documents, digest) ->
                assertEquals(digest, documents.seal().draw(documents.contributions()).digest()));
    }
}
