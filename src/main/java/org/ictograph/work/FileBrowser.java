package org.ictograph.work;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Shows a folder in the file browser of the system. */
public final class FileBrowser {
    private static final Logger LOG = LoggerFactory.getLogger(FileBrowser.class);

    private FileBrowser() {}

    /** The words that open a folder on a system. */
    static List<String> command(String system, Path folder) {
        String name = system.toLowerCase(Locale.ROOT);
        String program = name.startsWith("windows") ? "explorer" : name.startsWith("mac") ? "open" : "xdg-open";
        return List.of(program, folder.toAbsolutePath().toString());
    }

    /** True when the browser was started; it goes on by itself. */
    public static boolean open(Path folder) {
        try {
            new ProcessBuilder(command(System.getProperty("os.name", ""), folder))
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .start();
            return true;
        } catch (IOException none) {
            LOG.info("No file browser: {}", none.getMessage());
            return false;
        }
    }
}
