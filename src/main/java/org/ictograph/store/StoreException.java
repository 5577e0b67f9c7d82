package org.ictograph.store;

/** A study file cannot be read or written. The message is a sentence for the user: what, where and what to do. */
public final class StoreException extends Exception {
    private static final long serialVersionUID = 1L;

    /** What kind of trouble it is, for those who can do something about it. */
    public enum Trouble {
        /** The disk is full or refused to work; the same edit may be stored later. */
        DISK,
        /** Somebody else writes in the study. */
        HELD,
        /** The file, its folder or this opening of it allows no edits. */
        READ_ONLY,
        /** The file does not hold what it should. */
        DAMAGED,
        /** The edit changes what was signed, so it has to say why. */
        NEEDS_REASON,
        /** Anything else; asking again would not help. */
        REFUSED
    }

    private final Trouble trouble;

    public StoreException(String sentence) {
        this(Trouble.REFUSED, sentence);
    }

    public StoreException(Trouble trouble, String sentence) {
        super(sentence);
        this.trouble = trouble;
    }

    public StoreException(String sentence, Throwable cause) {
        this(Trouble.REFUSED, sentence, cause);
    }

    public StoreException(Trouble trouble, String sentence, Throwable cause) {
        super(sentence, cause);
        this.trouble = trouble;
    }

    public Trouble trouble() {
        return trouble;
    }
}
