package org.ictograph.work;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

/** How each system shows a folder. */
class FileBrowserTest {
    @Test
    void eachSystemHasItsFileBrowser() {
        Path folder = Path.of("/lab/set ä");
        assertEquals(List.of("xdg-open", folder.toString()), FileBrowser.command("Linux", folder));
        assertEquals("explorer", FileBrowser.command("Windows 11", folder).get(0));
        assertEquals("open", FileBrowser.command("Mac OS X", folder).get(0));
    }
}
