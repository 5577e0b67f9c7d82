package org.ictograph.ui.kit;

import java.time.temporal.TemporalAccessor;
import java.util.function.UnaryOperator;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import org.ictograph.model.Label;
import org.ictograph.model.Verb;

/**
 * What every screen is made with: the texts, and the theme that painted parts follow.
 *
 * @param labels finds what the open study calls a label with a name
 */
public record Look(Messages messages, ReadOnlyObjectProperty<Theme> theme, UnaryOperator<String> labels) {
    /** For screens that call labels by their names. */
    public Look(Messages messages, ReadOnlyObjectProperty<Theme> theme) {
        this(messages, theme, UnaryOperator.identity());
    }

    /**
     * The same look for screens that come and go: their listeners hang on a theme of their own, which follows this one
     * weakly, so that a window does not hold on to every screen that it ever showed.
     */
    public Look forAWhile() {
        ObjectProperty<Theme> own = new SimpleObjectProperty<>();
        own.bind(theme);
        return new Look(messages, own, labels);
    }

    /** What a label with a name is called in the language of the texts. */
    public String label(String name) {
        return labels.apply(name);
    }

    /** What a label is called in the language of the texts. */
    public String label(Label label) {
        return label.title(messages.language().getLanguage());
    }

    /** The text of a key; see {@link Messages#text}. */
    public String text(String key, Object... arguments) {
        return messages.text(key, arguments);
    }

    /** A number in the language of the texts; see {@link Messages#number}. */
    public String number(String format, double value) {
        return messages.number(format, value);
    }

    /** A date and time of day to the second. */
    public String moment(TemporalAccessor time) {
        return messages.moment(time);
    }

    /** A date and time of day to the minute. */
    public String minute(TemporalAccessor time) {
        return messages.minute(time);
    }

    /** What a person did, in a word or two. */
    public String verb(Verb verb) {
        return messages.verb(verb);
    }

    public Palette palette() {
        return theme.get().palette();
    }
}
