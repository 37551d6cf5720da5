package org.suiji.internal;

import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.Paths;
import java.nio.file.StandardCopyOption;
import java.util.Locale;

/**
 * Finds and loads the native library.
 *
 * <p>The library for this machine is in the jar, in the folder {@code org/suiji/native/MACHINE}. It is copied to a
 * temporary file with a unique name, because a JVM loads a file only for one class loader. The file is deleted at once
 * if the system allows it. With {@code -Dsuiji.library.path=FOLDER} the library of that folder is loaded and nothing is
 * copied.
 */
final class Library {
    static final String PATH = "suiji.library.path";
    private static final String NAME = "suiji_jvm";

    private Library() {}

    static void load() {
        String file = System.mapLibraryName(NAME);
        String folder = System.getProperty(PATH);
        if (folder != null) {
            System.load(Paths.get(folder).toAbsolutePath().resolve(file).toString());
            return;
        }
        String machine = machine(System.getProperty("os.name"), System.getProperty("os.arch"));
        try (InputStream library = Library.class.getResourceAsStream("/org/suiji/native/" + machine + "/" + file)) {
            if (library == null) {
                throw new UnsatisfiedLinkError("suiji has no library for " + machine + " in its jar: build it there (EMBEDDING.md), and set -D"
                        + PATH + "=FOLDER");
            }
            loadCopy(library, file);
        } catch (IOException error) {
            throw told(error.toString(), error);
        }
    }

    private static void loadCopy(InputStream library, String file) throws IOException {
        Path copy = Files.createTempFile("suiji-", "-" + file);
        try {
            Files.copy(library, copy, StandardCopyOption.REPLACE_EXISTING);
            System.load(copy.toString());
        } catch (UnsatisfiedLinkError error) {
            throw told(error.getMessage(), error);
        } finally {
            if (!copy.toFile().delete()) { // Windows does not delete a library that is in use
                copy.toFile().deleteOnExit();
            }
        }
    }

    private static UnsatisfiedLinkError told(String reason, Throwable cause) {
        UnsatisfiedLinkError error = new UnsatisfiedLinkError("the library of suiji cannot be loaded from the temporary folder "
                + System.getProperty("java.io.tmpdir") + ": " + reason + ". If the folder is mounted noexec or is read-only, set -Djava.io.tmpdir="
                + "FOLDER, or unpack the library from the jar into a folder and set -D" + PATH + "=FOLDER");
        error.initCause(cause);
        return error;
    }

    /** The name of a machine, such as {@code linux-x86_64}: system, processor, and the C library if it is musl. */
    static String machine(String system, String processor) {
        String os = system.toLowerCase(Locale.ROOT);
        String name = os.startsWith("windows") ? "windows" : os.startsWith("mac") ? "macos" : os.replace(" ", "");
        String arch = processor.toLowerCase(Locale.ROOT);
        return name + "-" + (arch.equals("amd64") ? "x86_64" : arch.equals("arm64") ? "aarch64" : arch)
                + (name.equals("linux") && new File("/lib/ld-musl-" + arch + ".so.1").exists() ? "-musl" : "");
    }
}
