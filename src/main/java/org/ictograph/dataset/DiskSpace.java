package org.ictograph.dataset;

import java.io.IOException;
import java.nio.file.Path;

/** Tells how many bytes can still be written. */
@FunctionalInterface
interface DiskSpace {
    /** The disk's own answer, also where it is not in the list of mounted disks. */
    DiskSpace REAL = folder -> folder.toFile().getUsableSpace();

    long usable(Path folder) throws IOException;
}
