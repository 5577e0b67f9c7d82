package org.ictograph.dataset;

/**
 * A text file of a data set, UTF-8 with LF.
 *
 * @param path inside the data set, with {@code /} between names
 */
public record TextFile(String path, String text) {}
