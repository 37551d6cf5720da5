package org.suiji;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotSame;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.DataInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.Paths;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The jar runs on Java 8, alone, and in several class loaders. */
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
    void nothingIsNeededButTheJar() throws Exception {
        URL[] jar = {Paths.get(System.getProperty("classes")).toUri().toURL()};
        try (URLClassLoader alone = new URLClassLoader(jar, ClassLoader.getSystemClassLoader().getParent())) {
            assertEquals("0.1.0", alone.loadClass("org.suiji.Suiji").getMethod("version").invoke(null));
        }
    }

    @Test
    void twoClassLoadersHaveTheirOwnLibrary() throws Exception {
        URL[] jar = {Paths.get(System.getProperty("classes")).toUri().toURL()};
        ClassLoader java = ClassLoader.getSystemClassLoader().getParent();
        try (URLClassLoader first = new URLClassLoader(jar, java);
                URLClassLoader second = new URLClassLoader(jar, java)) {
            Class<?> one = first.loadClass("org.suiji.Registry");
            Class<?> other = second.loadClass("org.suiji.Registry");
            assertNotSame(one, other);
            for (Class<?> registry : new Class<?>[] {one, other}) {
                Object empty = registry.getMethod("empty").invoke(null);
                assertEquals("Registry(0 rows)", empty.toString());
                Method read = registry.getClassLoader().loadClass("org.suiji.Plan").getMethod("fromJson", String.class);
                Throwable refused = assertThrows(InvocationTargetException.class, () -> read.invoke(null, "")).getCause();
                assertSame(registry.getClassLoader(), refused.getClass().getClassLoader());
            }
        }
    }
}
