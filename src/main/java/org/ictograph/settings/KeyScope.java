package org.ictograph.settings;

/** Who owns the letters and digits: the commands while reviewing, the labels of the protocol while coding. */
public enum KeyScope {
    REVIEW,
    CODE;

    public KeyScope other() {
        return this == REVIEW ? CODE : REVIEW;
    }
}
