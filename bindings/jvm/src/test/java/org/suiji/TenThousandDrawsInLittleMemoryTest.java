package org.suiji;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.Paths;
import org.junit.jupiter.api.Test;

/** Objects are freed, on the Java heap and outside it, whether they are closed or only dropped. */
class TenThousandDrawsInLittleMemoryTest {
    private static final Path STATUS = Paths.get("/proc/self/status");
    /** The limit in kB. A leak of the records alone would be 30 MB: 3 kB for each draw. */
    private static final long MOST = 12 << 10;

    /** The resident memory of the process, in kB. */
    private static long resident() throws IOException {
        for (String line : Files.readAllLines(STATUS)) {
            if (line.startsWith("VmRSS:")) {
                return Long.parseLong(line.replaceAll("\\D", ""));
            }
        }
        throw new IOException("VmRSS is missing in " + STATUS);
    }

    private interface Work {
        void run(Documents documents, String digest) throws Exception;
    }

    /** Collects often. Dropped objects are freed only after a collection, and the JVM decides how many wait for one. */
    private static void tenThousandTimes(Work work, Documents documents, String digest) throws Exception {
        for (int draw = 1; draw <= 10_000; draw++) {
            work.run(documents, digest);
            if (draw % 100 == 0) {
                System.gc();
            }
        }
    }

    private static void memoryStaysConstant(Work work) throws Exception {
        assumeTrue(Files.exists(STATUS), "only Linux reports the resident memory");
        Vector vector = Vector.of("draws").get(0);
        Documents documents = vector.documents();
        String digest = vector.get("expected").get("record_digest").textValue();
        // Warm up with as many draws, because the JVM needs memory while it compiles; pom.xml has further options for this.
        tenThousandTimes(work, documents, digest);
        long before = resident();
        tenThousandTimes(work, documents, digest);
        long grown = resident() - before;
        assertTrue(grown < MOST, "memory grew by " + grown + " kB from " + before + " kB");
    }

    @Test
    void closedDrawsAreFreed() throws Exception {
        memoryStaysConstant((documents, digest) -> {
            try (Sealed sealed = documents.seal();
                    DrawRecord record = sealed.draw(documents.contributions())) {
                assertEquals(digest, record.digest());
            }
        });
    }

    @Test
    void droppedDrawsAreFreed() throws Exception {
        memoryStaysConstant((documents, digest) ->
                assertEquals(digest, documents.seal().draw(documents.contributions()).digest()));
    }
}
