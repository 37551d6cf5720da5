package org.suiji;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.sun.jna.Platform;
import java.io.DataInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.Paths;
import java.util.List;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The jar and its dependencies run on Java 8. */
class ArtefactTest {
    private static final int JAVA_8 = 52;

    private static int version(InputStream bytes) throws IOException {
        try (DataInputStream data = new DataInputStream(bytes)) {
            assertEquals(0xCAFEBABE, data.readInt());
            data.readUnsignedShort();
            return data.readUnsignedShort();
        }
    }

    @Test
    void everyClassFileIsForJava8() throws Exception {
        Path folder = Paths.get(System.getProperty("classes"));
        try (Stream<Path> files = Files.walk(folder)) {
            List<Path> classes = files.filter(file -> file.toString().endsWith(".class")).collect(Collectors.toList());
            assertTrue(classes.size() > 100, classes.size() + " classes");
            for (Path path : classes) {
                assertEquals(JAVA_8, version(Files.newInputStream(path)), path.toString());
            }
        }
    }

    @Test
    void dependenciesAreForJava8() throws Exception {
        for (Class<?> one : new Class<?>[] {kotlin.Unit.class, com.sun.jna.Native.class}) {
            Path path = Paths.get(one.getProtectionDomain().getCodeSource().getLocation().toURI());
            try (JarFile jar = new JarFile(path.toFile())) {
                for (JarEntry entry : java.util.Collections.list(jar.entries())) {
                    String name = entry.getName();
                    if (name.endsWith(".class") && !name.startsWith("META-INF/") && !name.equals("module-info.class")) {
                        assertTrue(version(jar.getInputStream(entry)) <= JAVA_8, path + ": " + name);
                    }
                }
            }
        }
    }

    @Test
    void libraryIsWhereJnaLooksForIt() {
        String path = "/" + Platform.RESOURCE_PREFIX + "/" + System.mapLibraryName("suiji_uniffi");
        assertNotNull(ArtefactTest.class.getResource(path), path);
        assertEquals("0.1.0", Suiji.version());
    }
}
