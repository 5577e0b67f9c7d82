package org.ictograph.ui.bench;

import javafx.scene.Node;
import org.ictograph.settings.Command;
import org.ictograph.settings.KeyChord;

/** A workspace as the window sees it. */
public interface WorkspaceView {
    /** What is put into the window. */
    Node node();

    /** It has come to the front. */
    default void entered() {}

    /** Another one comes to the front. */
    default void left() {}

    /** True while the picture of the open recording can be seen in it, so that the keys of playing mean something. */
    default boolean showsPicture() {
        return true;
    }

    /** Hears of a letter or digit before it means a command; true when it had a use for it. */
    default boolean press(KeyChord chord) {
        return false;
    }

    /** Does what a key asks for; false when it means nothing here. */
    default boolean handle(Command command) {
        return false;
    }
}
