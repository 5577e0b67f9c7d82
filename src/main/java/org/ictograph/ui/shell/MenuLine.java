package org.ictograph.ui.shell;

import javafx.scene.control.MenuItem;

/** A line of a menu: what it does, and its key at the right. Arrows reach it as they reach any other. */
final class MenuLine extends MenuItem {
    MenuLine(String id, String words, String key, Runnable action) {
        setId(id);
        setText(words);
        setMnemonicParsing(false);
        show(key);
        setOnAction(chosen -> action.run());
    }

    /** Shows another key, or none. */
    void show(String key) {
        setAccelerator(key.isEmpty() ? null : new ShownKey(key));
    }
}
