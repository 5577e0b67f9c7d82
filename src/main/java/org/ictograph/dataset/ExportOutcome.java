package org.ictograph.dataset;

import java.nio.file.Path;

/**
 * A data set that was written and verified.
 *
 * @param profile id of the profile
 * @param manifestHash SHA-256 of {@code manifest-sha256.txt}, which holds the SHA-256 of every other file
 */
public record ExportOutcome(Path folder, String profile, String manifestHash, int clips) {}
