package org.ictograph.dataset;

/**
 * Something in a data set that is not as it should be.
 *
 * @param file path inside the data set, empty when it concerns the whole
 * @param sentence what is wrong
 */
public record Finding(String file, String sentence) {
    @Override
    public String toString() {
        return file.isEmpty() ? sentence : file + ": " + sentence;
    }
}
