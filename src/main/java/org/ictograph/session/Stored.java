package org.ictograph.session;

/** What the lamp says about the last edit. */
public enum Stored {
    /** Everything is on the disk. */
    STORED,
    /** An edit is on its way to the disk. */
    STORING,
    /** The last edit could not be stored and has not happened; the message says why. */
    NOT_STORED
}
