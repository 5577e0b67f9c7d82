package org.ictograph.session;

/** What is remarkable about an entry of the edit log, for whoever reviews it. */
public enum Anomaly {
    /** The clock on the wall shows an earlier time than at the entry before. */
    CLOCK_BACK,
    /** Between this entry and the one before, the clock on the wall and the one that never goes back differ. */
    CLOCK_JUMP
}
