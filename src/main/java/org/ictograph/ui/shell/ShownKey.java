package org.ictograph.ui.shell;

import javafx.scene.input.KeyCombination;
import javafx.scene.input.KeyEvent;
import org.jspecify.annotations.Nullable;

/**
 * A key that a menu shows and does not listen to: keys are listened to in one place, which knows when letters belong to
 * text that is being typed.
 */
final class ShownKey extends KeyCombination {
    private final String words;

    ShownKey(String words) {
        this.words = words;
    }

    @Override
    public boolean match(KeyEvent pressed) {
        return false;
    }

    @Override
    public String getDisplayText() {
        return words;
    }

    @Override
    public String getName() {
        return words;
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof ShownKey same && same.words.equals(words);
    }

    @Override
    public int hashCode() {
        return words.hashCode();
    }
}
