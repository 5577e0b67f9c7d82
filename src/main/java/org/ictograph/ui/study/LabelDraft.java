package org.ictograph.ui.study;

import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.TreeMap;
import org.ictograph.model.Label;
import org.ictograph.model.LabelKind;
import org.ictograph.model.Pattern;

/**
 * A label while somebody changes it: it may lack what a label needs.
 *
 * @param was the label of the protocol that it comes from, empty for a new one
 * @param title what screens of this language call it, empty for its name
 */
public record LabelDraft(
        Optional<Label> was,
        String name,
        String key,
        LabelKind kind,
        int colour,
        Pattern pattern,
        String definition,
        String title,
        String language) {
    static LabelDraft of(Label label, String language) {
        return new LabelDraft(
                Optional.of(label),
                label.name(),
                label.key(),
                label.kind(),
                label.colour(),
                label.pattern(),
                label.definition(),
                label.titles().getOrDefault(language, ""),
                language);
    }

    public LabelDraft withName(String changed) {
        return new LabelDraft(was, changed, key, kind, colour, pattern, definition, title, language);
    }

    /** Keys are capital letters and digits. */
    public LabelDraft withKey(String changed) {
        return new LabelDraft(
                was,
                name,
                changed.strip().toUpperCase(Locale.ROOT),
                kind,
                colour,
                pattern,
                definition,
                title,
                language);
    }

    public LabelDraft withKind(LabelKind changed) {
        return new LabelDraft(was, name, key, changed, colour, pattern, definition, title, language);
    }

    public LabelDraft withColour(int changed) {
        return new LabelDraft(was, name, key, kind, changed, pattern, definition, title, language);
    }

    public LabelDraft withPattern(Pattern changed) {
        return new LabelDraft(was, name, key, kind, colour, changed, definition, title, language);
    }

    public LabelDraft withDefinition(String changed) {
        return new LabelDraft(was, name, key, kind, colour, pattern, changed, title, language);
    }

    public LabelDraft withTitle(String changed) {
        return new LabelDraft(was, name, key, kind, colour, pattern, definition, changed, language);
    }

    /** What raters read on screens of this language. */
    String shown() {
        return title.isBlank() ? name.strip() : title.strip();
    }

    boolean looksLike(LabelDraft other) {
        return colour == other.colour && pattern == other.pattern;
    }

    /** The label, which has a name; a benchmark's id stays with the benchmark's name. */
    Label label() {
        OptionalInt id = was.filter(label -> label.name().equals(name.strip()))
                .map(Label::benchmarkId)
                .orElse(OptionalInt.empty());
        return new Label(
                        name.strip(),
                        id,
                        kind,
                        key,
                        colour,
                        pattern,
                        definition.strip(),
                        was.map(Label::titles).orElseGet(TreeMap::new))
                .titled(language, title);
    }
}
