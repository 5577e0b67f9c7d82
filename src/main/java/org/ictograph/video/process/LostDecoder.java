package org.ictograph.video.process;

/** A decoder process ended, or stopped answering and was ended, while it was asked something. */
final class LostDecoder extends Exception {
    private static final long serialVersionUID = 1L;

    private final boolean silent;

    /**
     * @param silent true when it hung, false when it crashed
     * @param report what is known, for the log
     */
    LostDecoder(boolean silent, String report) {
        super(report);
        this.silent = silent;
    }

    /** What happened, as the verb of a sentence. */
    String deed() {
        return silent ? "stopped answering" : "crashed";
    }
}
