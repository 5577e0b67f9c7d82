package org.ictograph.ui.agreement;

/** What the upper half of the Agreement workspace shows. */
public enum FigureKind {
    TABLE,
    LABELS,
    PAIRS,
    CONFUSION,
    DURATIONS,
    ONSETS,
    OFFSETS,
    DRIFT,
    RASTER;

    /** Key of its name. */
    String key() {
        return "agreement.figure." + name().toLowerCase(java.util.Locale.ROOT);
    }

    /** True for figures of all raters, which are computed apart. */
    boolean ofEverybody() {
        return this == PAIRS || this == RASTER;
    }
}
