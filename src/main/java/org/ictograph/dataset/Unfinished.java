package org.ictograph.dataset;

import java.nio.file.Path;

/**
 * A data set whose export was cut off or cancelled, and which can be gone on with.
 *
 * @param folder where the data set is to appear
 * @param clips that are cut already
 */
public record Unfinished(Path folder, int clips) {}
