package org.ictograph.session;

import java.nio.file.Path;
import java.util.List;

/**
 * What came of a search for missing video files.
 *
 * @param found where missing files were found
 * @param missing where files are still expected in vain
 */
public record Relinked(List<Path> found, List<Path> missing) {
    public Relinked {
        found = List.copyOf(found);
        missing = List.copyOf(missing);
    }
}
