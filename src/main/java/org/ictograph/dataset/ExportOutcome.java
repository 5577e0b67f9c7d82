package org.ictograph.dataset;

import java.nio.file.Path;
import java.util.SortedMap;

/**
 * A data set that was written and verified.
 *
 * @param profile id of the profile
 * @param manifestHash SHA-256 of {@code manifest-sha256.txt}, which holds the SHA-256 of every other file
 * @param copies recordings that turned out to show what others show when their clips were looked at, and were left out, by name,
 *     with a sentence for each
 */
public record ExportOutcome(
        Path folder, String profile, String manifestHash, int clips, SortedMap<String, String> copies) {}
