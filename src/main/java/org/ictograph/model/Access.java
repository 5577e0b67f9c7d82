package org.ictograph.model;

/**
 * Whether an open study may be changed.
 *
 * @param why a sentence that says why not, empty when it may
 * @param takeable true when somebody else has it, but was silent for so long that a person may take it over
 */
public record Access(boolean writing, String why, boolean takeable) {
    public static final Access WRITING = new Access(true, "", false);

    public static Access reading(String why, boolean takeable) {
        return new Access(false, why, takeable);
    }
}
