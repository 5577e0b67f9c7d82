package org.ictograph.bench;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** A program of the system that is measured against. */
record Program(String name, Path file) {
    /** The program, when it is installed. */
    static Optional<Program> find(String name) {
        return Arrays.stream(System.getenv("PATH").split(":"))
                .map(folder -> Path.of(folder, name))
                .filter(Files::isExecutable)
                .findFirst()
                .map(file -> new Program(name, file));
    }

    /** The program, which must be there. */
    static Program need(String name) throws IOException {
        return find(name).orElseThrow(() -> new IOException(name + " is not installed; the measures need it."));
    }

    /** Prepares a run whose both outputs go to the same place. */
    ProcessBuilder with(String... arguments) {
        List<String> command = new ArrayList<>(List.of(file.toString()));
        command.addAll(Arrays.asList(arguments));
        return new ProcessBuilder(command).redirectErrorStream(true);
    }

    /**
     * Runs to the end.
     *
     * @return what it printed
     */
    String run(String... arguments) throws IOException, InterruptedException {
        Process process = with(arguments).start();
        process.getOutputStream().close();
        String printed = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        if (process.waitFor() != 0) {
            throw new IOException(name + " failed: " + printed);
        }
        return printed;
    }

    /** Runs to the end with its output thrown away. */
    void runSilently(String... arguments) throws IOException, InterruptedException {
        Process process =
                with(arguments).redirectOutput(ProcessBuilder.Redirect.DISCARD).start();
        if (process.waitFor() != 0) {
            throw new IOException(name + " failed.");
        }
    }
}
