package org.ictograph.settings;

import java.io.IOException;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Map;
import java.util.Properties;
import java.util.TreeMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A file of {@code name = value} lines in UTF-8 that a person can read and change. */
final class SettingsFile {
    private static final Logger LOG = LoggerFactory.getLogger(SettingsFile.class);

    private final Path file;

    SettingsFile(Path file) {
        this.file = file;
    }

    /** All values by name; none when there is no file. A file that cannot be understood is set aside under another name. */
    Map<String, String> read() {
        Properties lines = new Properties();
        try (Reader reader = Files.newBufferedReader(file, StandardCharsets.UTF_8)) {
            lines.load(reader);
        } catch (NoSuchFileException none) {
            return Map.of();
        } catch (IOException | IllegalArgumentException damaged) {
            setAside(damaged);
            return Map.of();
        }
        Map<String, String> values = new TreeMap<>();
        lines.stringPropertyNames().forEach(name -> values.put(name, lines.getProperty(name)));
        return values;
    }

    private void setAside(Exception damage) {
        Path aside = file.resolveSibling(file.getFileName() + ".damaged");
        try {
            Files.move(file, aside, StandardCopyOption.REPLACE_EXISTING);
            LOG.warn("{} cannot be read ({}); it is now {}, and defaults are used", file, damage.getMessage(), aside);
        } catch (IOException failure) {
            LOG.warn("{} cannot be read ({}); defaults are used", file, damage.getMessage());
        }
    }

    /**
     * Replaces the file as a whole, so that it is never there in part.
     *
     * @param heading one line that says what the file is for
     */
    void write(String heading, Map<String, String> values) throws SettingsException {
        StringBuilder text = new StringBuilder("# ").append(heading).append('\n');
        values.forEach((name, value) ->
                text.append(name).append(" = ").append(escaped(value)).append('\n'));
        Path fresh = file.resolveSibling(file.getFileName() + ".new");
        try {
            Files.createDirectories(file.toAbsolutePath().getParent());
            Files.writeString(fresh, text);
            Files.move(fresh, file, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException failure) {
            discard(fresh);
            throw new SettingsException(
                    "Settings cannot be kept in " + file + "; check that its folder can be written.", failure);
        }
    }

    private static void discard(Path fresh) {
        try {
            Files.deleteIfExists(fresh);
        } catch (IOException failure) {
            LOG.debug("Could not remove {}", fresh, failure);
        }
    }

    /** As {@link Properties} reads it back: only what has a meaning there is escaped, all other letters stay. */
    private static String escaped(String value) {
        String escaped = value.replace("\\", "\\\\")
                .replace("\n", "\\n")
                .replace("\r", "\\r")
                .replace("\t", "\\t")
                .replace("\f", "\\f");
        return escaped.startsWith(" ") ? "\\" + escaped : escaped;
    }
}
