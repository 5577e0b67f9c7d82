package org.ictograph.dataset;

import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/** The files of one benchmark: how clips are called, and what stands beside them. Pure: the same in gives the same out. */
public interface Layout {
    /** Id of the built-in profile that this layout belongs to; other profiles may use it too. */
    String profile();

    /** Path of a clip inside the data set, with {@code /} between names. */
    String clipFile(ClipPlace place, ClipSource source, boolean positive, Profile profile);

    /** The files that carry the labels, made from nothing but the manifest, so that they can be checked against it. */
    List<TextFile> labelFiles(Manifest manifest);

    /** What label files and predictions call a clip. */
    default String clipId(String file) {
        return file;
    }

    /** The labels by their numbers, where label files write numbers. */
    default SortedMap<Integer, String> labelNumbers(Manifest manifest) {
        return new TreeMap<>();
    }
}
