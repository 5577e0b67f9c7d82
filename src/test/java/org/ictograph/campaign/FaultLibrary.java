package org.ictograph.campaign;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Objects;

/** The small C library that stands before the system's writes and makes the k-th fail. Needs gcc and Linux. */
record FaultLibrary(Path library, Path control, Path folder) {
    /** For files in a folder; the path must hold no symbolic link. */
    static FaultLibrary build(Path folder) throws IOException {
        Path source = folder.resolve("faults.c");
        try (InputStream text = FaultLibrary.class.getResourceAsStream("faults.c")) {
            Files.write(source, Objects.requireNonNull(text).readAllBytes());
        }
        Path library = folder.resolve("faults.so");
        Shell.run("gcc", "-O1", "-shared", "-fPIC", "-o", library.toString(), source.toString(), "-ldl");
        Path control = folder.resolve("faults.control");
        Files.write(control, new byte[64]);
        return new FaultLibrary(library, control, Files.createDirectories(folder.resolve("faulty")));
    }

    static boolean possible() {
        return System.getProperty("os.name").equals("Linux") && Shell.can("gcc", "--version");
    }

    Child start() throws IOException {
        return Child.start(Map.of(
                "LD_PRELOAD", library.toString(),
                "ICTOGRAPH_FAULTS", control.toString(),
                "ICTOGRAPH_FAULTS_FOLDER", folder.toString()));
    }
}
