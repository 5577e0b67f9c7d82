package org.ictograph.ui.study;

import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import org.ictograph.model.Label;
import org.ictograph.model.LabelKind;
import org.ictograph.model.Pattern;

/**
 * A label while somebody changes it: it may lack what a label needs.
 *
 * @param was the label of the protocol that it comes from, empty for a new one
 */
public record LabelDraft(
        Optional<Label> was, String name, String key, LabelKind kind, int colour, Pattern pattern, String definition) {
    static LabelDraft of(Label label) {
        return new LabelDraft(
                Optional.of(label),
                label.name(),
                label.key(),
                label.kind(),
                label.colour(),
                label.pattern(),
                label.definition());
    }

    public LabelDraft withName(String changed) {
        return new LabelDraft(was, changed, key, kind, colour, pattern, definition);
    }

    /** Keys are capital letters and digits. */
    public LabelDraft withKey(String changed) {
        return new LabelDraft(was, name, changed.strip().toUpperCase(Locale.ROOT), kind, colour, pattern, definition);
    }

    public LabelDraft withKind(LabelKind changed) {
        return new LabelDraft(was, name, key, changed, colour, pattern, definition);
    }

    public LabelDraft withColour(int changed) {
        return new LabelDraft(was, name, key, kind, changed, pattern, definition);
    }

    public LabelDraft withPattern(Pattern changed) {
        return new LabelDraft(was, name, key, kind, colour, changed, definition);
    }

    public LabelDraft withDefinition(String changed) {
        return new LabelDraft(was, name, key, kind, colour, pattern, changed);
    }

    boolean looksLike(LabelDraft other) {
        return colour == other.colour && pattern == other.pattern;
    }

    /** The label, which has a name; a benchmark's id stays with the benchmark's name. */
    Label label() {
        OptionalInt id = was.filter(label -> label.name().equals(name.strip()))
                .map(Label::benchmarkId)
                .orElse(OptionalInt.empty());
        return new Label(name.strip(), id, kind, key, colour, pattern, definition.strip());
    }
}
