package org.ictograph.ui.kit;

import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.ComboBoxBase;
import javafx.scene.control.skin.ComboBoxListViewSkin;
import org.jspecify.annotations.Nullable;

/**
 * The lists of combo boxes. JavaFX measures such a list before its window has an owner and so before it has the style sheets of
 * one; its own sheet then looks for colours that only its own theme names, and says so for each. Here the list is dressed like
 * the window of its box as soon as it has a scene.
 */
final class PopupLists {
    private static final String WATCHED = PopupLists.class.getName();

    private PopupLists() {}

    /** Dresses the lists of all combo boxes of a scene when they open. */
    static void dress(Scene scene) {
        if (scene.getRoot().getProperties().putIfAbsent(WATCHED, scene) == null) {
            scene.addEventFilter(ComboBoxBase.ON_SHOWING, showing -> {
                if (showing.getTarget() instanceof ComboBoxBase<?> box
                        && box.getSkin() instanceof ComboBoxListViewSkin<?> skin) {
                    dress(skin.getPopupContent(), scene);
                }
            });
        }
    }

    /** Until its own window opens for the first time a list hangs in the window of its box. */
    private static void dress(Node list, Scene window) {
        if (list.getProperties().putIfAbsent(WATCHED, window) == null) {
            list.sceneProperty().addListener((property, before, now) -> like(now, window));
        }
        like(list.getScene(), window);
    }

    private static void like(@Nullable Scene list, Scene window) {
        if (list != null && list != window) {
            list.setUserAgentStylesheet(window.getUserAgentStylesheet());
            list.getStylesheets().setAll(window.getStylesheets());
        }
    }
}
