package org.ictograph.campaign;

import java.io.IOException;
import java.nio.charset.StandardCharsets;

/** Runs small programs of the system. */
final class Shell {
    private Shell() {}

    /** Runs to the end. */
    static void run(String... command) throws IOException, InterruptedException {
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        process.getOutputStream().close();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        if (process.waitFor() != 0) {
            throw new IOException(String.join(" ", command) + ": " + said.strip());
        }
    }

    static boolean can(String... command) throws InterruptedException {
        try {
            run(command);
            return true;
        } catch (IOException cannot) {
            return false;
        }
    }
}
