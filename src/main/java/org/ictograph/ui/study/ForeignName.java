package org.ictograph.ui.study;

import java.util.List;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;

/** A name in a foreign file, and what it is called in the study. FX thread. */
public final class ForeignName {
    /** What can have a name. */
    public enum Kind {
        LABEL,
        SUBJECT,
        RECORDING
    }

    private final Kind kind;
    private final String theirs;
    private final long marks;
    private final List<String> choices;
    private final ObjectProperty<String> ours;

    /**
     * @param marks how many marks bear it
     * @param choices what it can be called, the empty text for something that is left out
     * @param ours what it is called until somebody chooses, the empty text when nothing is alike
     */
    ForeignName(Kind kind, String theirs, long marks, List<String> choices, String ours) {
        this.kind = kind;
        this.theirs = theirs;
        this.marks = marks;
        this.choices = List.copyOf(choices);
        this.ours = new SimpleObjectProperty<>(ours);
    }

    public Kind kind() {
        return kind;
    }

    public String theirs() {
        return theirs;
    }

    public long marks() {
        return marks;
    }

    public List<String> choices() {
        return choices;
    }

    public ObjectProperty<String> ours() {
        return ours;
    }
}
