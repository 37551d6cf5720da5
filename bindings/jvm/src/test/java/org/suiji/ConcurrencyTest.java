package org.suiji;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Many threads at the same time, on shared objects and on their own objects. */
class ConcurrencyTest {
    private static final int THREADS = 16;
    private static final int ROUNDS = 50;

    private final ExecutorService threads = Executors.newFixedThreadPool(THREADS);

    @AfterEach
    void stop() {
        threads.shutdownNow();
    }

    /** Runs the work on all threads at the same time. Throws the exception of one of them.
    */
    private void all(Callable<?> work) throws Exception {
        CyclicBarrier start = new CyclicBarrier(THREADS);
        List<Future<?>> running = new ArrayList<>();
        for (int thread = 0; thread < THREADS; thread++) {
            running.add(threads.submit(() -> {
                start.await();
                return work.call();
            }));
        }
        for (Future<?> thread : running) {
            thread.get();
        }
    }

    @Test
    void allThreadsDrawFromOneSealed() throws Exception {
        for (Vector vector : Vector.of("draws").subList(0, 6)) {
            Documents documents = vector.documents();
            String digest = vector.get("expected").get("record_digest").textValue();
            try (Sealed sealed = documents.seal()) {
                Contributions contributions = documents.contributions();
                all(() -> {
                    for (int round = 0; round < ROUNDS; round++) {
                        try (DrawRecord record = sealed.draw(contributions, Run.standard().threads(2))) {
                            assertEquals(digest, record.digest(), vector.name);
                        }
                    }
                    return null;
                });
            }
        }
    }

    @Test
    void eachThreadSealsAndDraws() throws Exception {
        List<Vector> vectors = Vector.of("draws");
        all(() -> {
            for (Vector vector : vectors) {
                Documents documents = vector.documents();
                try (Sealed sealed = documents.seal();
                        DrawRecord record = sealed.draw(documents.contributions())) {
                    assertEquals(vector.get("expected").get("record_digest").textValue(), record.digest());
                }
            }
            return null;
        });
    }

    @Test
    void closingDuringADrawIsSafe() throws Exception {
        Vector vector = Vector.of("draws").get(0);
        Documents documents = vector.documents();
        Contributions contributions = documents.contributions();
        String digest = vector.get("expected").get("record_digest").textValue();
        for (int round = 0; round < ROUNDS; round++) {
            Sealed sealed = documents.seal();
            DrawRecord record = sealed.draw(contributions);
            all(() -> {
                try {
                    assertEquals(digest, sealed.draw(contributions).digest());
                    Suiji.verify(record, Evidence.none());
                } catch (IllegalStateException closed) {
                    // Another thread closed it first.
                }
                sealed.close();
                record.close();
                return null;
            });
        }
    }
}
