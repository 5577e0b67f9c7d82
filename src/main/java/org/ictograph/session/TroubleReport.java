package org.ictograph.session;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/**
 * What somebody who mends this program needs to know about a trouble, in one file to send: versions, system, and what the
 * program wrote to its logs. Labels, videos, studies and settings are not in it; the home folder is written as {@code ~}.
 */
public final class TroubleReport {
    private final Path logs;
    private final String home;

    /** @param logs the folder of the program's logs */
    public TroubleReport(Path logs) {
        this(logs, System.getProperty("user.home", ""));
    }

    TroubleReport(Path logs, String home) {
        this.logs = logs;
        this.home = home;
    }

    /**
     * Writes the report. The file appears whole or not at all.
     *
     * @param told what was last said to go wrong, empty when nothing was
     * @param library version of the library that reads videos
     * @return names of the logs that are in it
     * @throws SessionException when the file cannot be written
     */
    public List<String> write(Path file, String told, String library) throws SessionException {
        Path part = file.resolveSibling("." + file.getFileName() + ".part");
        try {
            List<Path> found = found();
            try (OutputStream out = Files.newOutputStream(part);
                    ZipOutputStream zip = new ZipOutputStream(out, StandardCharsets.UTF_8)) {
                put(zip, "report.txt", facts(told, library));
                for (Path log : found) {
                    put(zip, "logs/" + log.getFileName(), Files.readString(log, StandardCharsets.ISO_8859_1));
                }
            }
            Files.move(part, file, StandardCopyOption.REPLACE_EXISTING);
            return found.stream().map(log -> String.valueOf(log.getFileName())).toList();
        } catch (IOException refused) {
            part.toFile().delete();
            throw new SessionException(
                    "The report could not be written to " + file + "; choose another folder or make room.", refused);
        }
    }

    private List<Path> found() throws IOException {
        if (!Files.isDirectory(logs)) {
            return List.of();
        }
        try (Stream<Path> all = Files.list(logs)) {
            return all.filter(file -> file.getFileName().toString().endsWith(".log"))
                    .sorted()
                    .toList();
        }
    }

    private void put(ZipOutputStream zip, String name, String text) throws IOException {
        zip.putNextEntry(new ZipEntry(name));
        String plain = home.length() > 1 ? text.replace(home, "~") : text;
        zip.write(plain.getBytes(name.startsWith("logs/") ? StandardCharsets.ISO_8859_1 : StandardCharsets.UTF_8));
        zip.closeEntry();
    }

    private static String facts(String told, String library) {
        String version = TroubleReport.class.getPackage().getImplementationVersion();
        Runtime machine = Runtime.getRuntime();
        List<String> lines = new ArrayList<>();
        lines.add("Ictograph " + (version == null ? System.getProperty("ictograph.version", "development") : version));
        lines.add("Java " + System.getProperty("java.version") + ", " + System.getProperty("java.vendor"));
        lines.add(System.getProperty("os.name") + " " + System.getProperty("os.version") + ", "
                + System.getProperty("os.arch"));
        lines.add("FFmpeg " + library);
        lines.add(machine.availableProcessors() + " processors, " + machine.maxMemory() / (1 << 20)
                + " MB for the program");
        lines.add("Language " + Locale.getDefault().toLanguageTag());
        lines.add("");
        lines.add("Last trouble: " + (told.isEmpty() ? "none was told" : told));
        lines.add("");
        lines.add(
                "In this file: this page, and in logs/ what the program wrote down while it ran. The logs name files and");
        lines.add("folders. No labels, no videos, no study and no settings are in it.");
        return String.join("\n", lines) + "\n";
    }
}
