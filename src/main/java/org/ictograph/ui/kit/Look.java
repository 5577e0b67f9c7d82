package org.ictograph.ui.kit;

import java.time.temporal.TemporalAccessor;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.function.UnaryOperator;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import org.ictograph.model.Certainty;
import org.ictograph.model.Coverage;
import org.ictograph.model.Decision;
import org.ictograph.model.Label;
import org.ictograph.model.Role;
import org.ictograph.model.Settlement;
import org.ictograph.model.Signature;
import org.ictograph.model.Verb;
import org.ictograph.session.Spoken;

/**
 * What every screen is made with: the texts, and the theme that painted parts follow.
 *
 * @param labels finds what the open study calls a label with a name
 */
public record Look(Messages messages, ReadOnlyObjectProperty<Theme> theme, UnaryOperator<String> labels)
        implements Spoken.Tongue {
    /** What the keys of the texts for the values of each kind begin with. */
    private static final Map<Class<?>, String> KINDS = Map.of(
            Certainty.class, "annotate.certainty.",
            Coverage.Seen.class, "seen.",
            Decision.Verdict.class, "verdict.",
            Role.class, "role.",
            Settlement.Outcome.class, "adjudicate.outcome.",
            Signature.Meaning.class, "sign.");

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
    @Override
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
    @Override
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

    /** A value of a mark or of what was done, in the middle of a sentence. */
    @Override
    public String word(Enum<?> value) {
        String kind = Objects.requireNonNull(KINDS.get(value.getDeclaringClass()));
        return text(kind + value.name().toLowerCase(Locale.ROOT));
    }

    public Palette palette() {
        return theme.get().palette();
    }
}
