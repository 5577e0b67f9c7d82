package org.ictograph.session;

import java.nio.file.Path;
import java.time.Instant;
import java.util.Optional;

/**
 * A file of a recording that is to be added.
 *
 * @param startedAt when its first frame was taken, when known; files without it follow the one before directly
 */
public record NewFile(Path path, Optional<Instant> startedAt) {
    /** A file of which nothing is known yet. */
    public static NewFile of(Path path) {
        return new NewFile(path, Optional.empty());
    }

    String name() {
        return FileNames.name(path);
    }
}
