package org.ictograph.campaign;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** A {@link Worker} in a process of its own, started ahead of its task so that a trial does not wait for Java. */
final class Child implements AutoCloseable {
    private final Process process;
    private final BufferedWriter orders;
    private final InputStream told;
    private final StringBuilder line = new StringBuilder();
    private long last;
    private String hash = "";

    private Child(Process process) {
        this.process = process;
        this.orders = process.outputWriter(StandardCharsets.UTF_8);
        this.told = process.getInputStream();
    }

    static Child start() throws IOException {
        return start(Map.of());
    }

    static Child start(Map<String, String> environment) throws IOException {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-XX:+UseSerialGC",
                "-Xshare:auto",
                "-Xmx256m",
                "-Dfile.encoding=UTF-8",
                // Half of the time to start would be spent on a log that nobody reads.
                "-Dslf4j.provider=org.slf4j.helpers.NOP_FallbackServiceProvider",
                "-cp",
                System.getProperty("java.class.path"),
                Worker.class.getName()));
        ProcessBuilder builder = new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.DISCARD);
        builder.environment().putAll(environment);
        return new Child(builder.start());
    }

    /** Gives an order: words with tabs between. */
    void order(Object... words) throws IOException {
        List<String> texts = new ArrayList<>();
        for (Object word : words) {
            texts.add(word.toString());
        }
        orders.write(String.join("\t", texts) + "\n");
        orders.flush();
    }

    /** The next line that is told, empty at the end. */
    String next() throws IOException {
        for (int read = told.read(); read >= 0; read = told.read()) {
            if (read == '\n') {
                String whole = line.toString();
                line.setLength(0);
                return whole;
            }
            line.append((char) read);
        }
        return "";
    }

    /** Waits until so many edits more are acknowledged. */
    void awaitEdits(int count) throws IOException {
        for (int i = 0; i < count; i++) {
            String next = next();
            if (next.isEmpty()) {
                return;
            }
            take(next);
        }
    }

    /** Takes in what is told already, without waiting. */
    void drain() throws IOException {
        while (told.available() > 0) {
            int read = told.read();
            if (read == '\n') {
                take(line.toString());
                line.setLength(0);
            } else {
                line.append((char) read);
            }
        }
    }

    private void take(String whole) {
        String[] words = whole.split("\t", -1);
        if (words.length == 4 && words[0].equals("stored") && words[3].equals(".")) {
            last = Long.parseLong(words[1]);
            hash = words[2];
        }
    }

    /** Ends it without a chance to say anything, and takes in what it had told. */
    void kill() throws IOException, InterruptedException {
        process.toHandle().destroyForcibly();
        for (String next = next(); !next.isEmpty(); next = next()) {
            take(next);
        }
        process.waitFor();
    }

    /** Holds the process in the middle of what it does, and waits until all its threads stand still. */
    void halt() throws IOException {
        Shell.run("kill", "-STOP", Long.toString(process.pid()));
        Path threads = Path.of("/proc", Long.toString(process.pid()), "task");
        boolean moving = true;
        while (moving) {
            moving = false;
            try (DirectoryStream<Path> each = Files.newDirectoryStream(threads)) {
                for (Path thread : each) {
                    moving |= !Files.readString(thread.resolve("stat")).contains(") T ");
                }
            }
        }
    }

    void goOn() throws IOException {
        Shell.run("kill", "-CONT", Long.toString(process.pid()));
    }

    boolean lives() {
        return process.isAlive();
    }

    /** Sequence of the last edit that it told to be stored. */
    long last() {
        return last;
    }

    /** Hash of that edit. */
    String hash() {
        return hash;
    }

    @Override
    public void close() {
        process.toHandle().destroyForcibly();
    }
}
