package org.ictograph.dataset;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Tells how many bytes can still be written. */
@FunctionalInterface
interface DiskSpace {
    /** The disk's own answer. */
    DiskSpace REAL = folder -> Files.getFileStore(folder).getUsableSpace();

    long usable(Path folder) throws IOException;
}
