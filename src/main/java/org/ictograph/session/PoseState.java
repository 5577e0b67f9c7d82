package org.ictograph.session;

/** Whether the file of attached key points lies where the study says. */
public enum PoseState {
    /** It is there, as large as when it was attached. */
    THERE,
    /** It is there, but larger or smaller. */
    CHANGED,
    /** It is not there. */
    MISSING
}
