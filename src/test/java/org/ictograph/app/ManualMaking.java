package org.ictograph.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.ictograph.ui.kit.Messages;
import org.ictograph.ui.shell.Manual;
import org.junit.jupiter.api.Test;

/** Makes the manual with its pictures from the running program: {@code mvn -Pmanual verify}. */
class ManualMaking {
    private static final Pattern PICTURE = Pattern.compile("!\\[.*]\\((.*)\\)");

    @Test
    void everyPictureOfTheManualIsMade() throws Exception {
        Path folder = Path.of(System.getProperty("manual.folder", "target/manual"));
        String language = System.getProperty("manual.language", "en");
        Console console = new Console(System.out, System.err, false);
        assertEquals(0, Program.run(console, "manual", folder.toString(), "--language", language));
        for (Manual section : Manual.values()) {
            Matcher pictures = PICTURE.matcher(section.markdown(Messages.of(language)));
            while (pictures.find()) {
                assertTrue(Files.size(folder.resolve(pictures.group(1))) > 10_000, pictures.group(1));
            }
        }
    }
}
