package org.ictograph.campaign;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.nio.charset.StandardCharsets;

/** Runs small programs of the system. */
final class Shell {
    private Shell() {}

    /** Runs to the end; a program that fails is an {@link IOException} with what it said. */
    static void run(String... command) throws IOException {
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        process.getOutputStream().close();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        try {
            if (process.waitFor() != 0) {
                throw new IOException(String.join(" ", command) + ": " + said.strip());
            }
        } catch (InterruptedException stopped) {
            throw new InterruptedIOException(command[0]);
        }
    }

    static boolean can(String... command) {
        try {
            run(command);
            return true;
        } catch (IOException cannot) {
            return false;
        }
    }
}
