package org.ictograph.ui.bench;

import javafx.scene.Node;
import org.ictograph.settings.Command;

/** A workspace as the window sees it. */
public interface WorkspaceView {
    /** What is put into the window. */
    Node node();

    /** It has come to the front. */
    default void entered() {}

    /** Another one comes to the front. */
    default void left() {}

    /** Does what a key asks for; false when it means nothing here. */
    default boolean handle(Command command) {
        return false;
    }
}
