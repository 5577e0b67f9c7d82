package org.ictograph.ui.shell;

import javafx.event.Event;
import javafx.event.EventDispatchChain;
import javafx.event.EventDispatcher;
import javafx.scene.Scene;
import javafx.scene.input.KeyEvent;
import org.ictograph.ui.kit.Keys;
import org.jspecify.annotations.Nullable;

/**
 * Keeps the sign of a key that was a command out of the text field which that command has just opened: the system sends
 * the sign after the press, to whatever has the focus by then.
 */
final class TakenKeys implements EventDispatcher {
    private final Scene scene;
    private final EventDispatcher usual;
    private boolean taken;

    private TakenKeys(Scene scene) {
        this.scene = scene;
        this.usual = scene.getEventDispatcher();
    }

    static void watch(Scene scene) {
        scene.setEventDispatcher(new TakenKeys(scene));
    }

    @Override
    public @Nullable Event dispatchEvent(Event event, EventDispatchChain rest) {
        if (event.getEventType() == KeyEvent.KEY_PRESSED) {
            boolean typing = Keys.typing(scene.getFocusOwner());
            @Nullable Event left = usual.dispatchEvent(event, rest);
            taken = !typing && (left == null || left.isConsumed());
            return left;
        }
        if (event.getEventType() == KeyEvent.KEY_TYPED && taken) {
            return null;
        }
        return usual.dispatchEvent(event, rest);
    }
}
