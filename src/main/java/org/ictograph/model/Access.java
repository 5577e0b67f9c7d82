package org.ictograph.model;

/**
 * Whether an open study may be changed.
 *
 * @param why a sentence that says why not, empty when it may
 * @param takeable true when somebody else has it, but was silent for so long that a person may take it over
 * @param damaged true when its file is damaged, so that only what is sound of it is shown
 */
public record Access(boolean writing, String why, boolean takeable, boolean damaged) {
    public static final Access WRITING = new Access(true, "", false, false);

    public static Access reading(String why, boolean takeable) {
        return new Access(false, why, takeable, false);
    }

    /** The same, because the file is damaged. */
    public Access ofDamaged() {
        return new Access(writing, why, takeable, true);
    }
}
