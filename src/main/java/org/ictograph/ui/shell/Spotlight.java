package org.ictograph.ui.shell;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javafx.beans.value.ChangeListener;
import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.TextField;
import javafx.scene.layout.Region;

/** A frame around what a guide points at. It lies over everything, lets clicks through and follows its target. */
final class Spotlight extends Region {
    private static final double AIR = 2;

    private final Parent stage;
    private final ChangeListener<Object> follow = (property, before, now) -> place();
    /** The target and what holds it: with any of them it is hidden. */
    private final List<Node> followed = new ArrayList<>();

    private Optional<Node> target = Optional.empty();

    /** @param stage in which targets are looked for, and which shows this */
    Spotlight(Parent stage) {
        this.stage = stage;
        setId("spotlight");
        getStyleClass().add("spotlight");
        setManaged(false);
        setMouseTransparent(true);
        setVisible(false);
    }

    /** Points at the first of these that is shown; at nothing when none is. */
    void point(List<String> selectors) {
        stage.applyCss();
        Optional<Node> found = selectors.stream()
                .flatMap(selector -> stage.lookupAll(selector).stream())
                .filter(Spotlight::shown)
                .findFirst();
        if (!found.equals(target)) {
            target.ifPresent(this::leave);
            target = found;
            target.ifPresent(this::follow);
        }
        place();
    }

    /** What a text can be typed into at once, when it points at such a field. */
    Optional<TextField> field() {
        return target.filter(node -> isVisible())
                .filter(TextField.class::isInstance)
                .map(TextField.class::cast);
    }

    private void follow(Node node) {
        for (Node at = node; at != null; at = at.getParent()) {
            at.visibleProperty().addListener(follow);
            followed.add(at);
        }
        node.layoutBoundsProperty().addListener(follow);
        node.localToSceneTransformProperty().addListener(follow);
        node.sceneProperty().addListener(follow);
    }

    private void leave(Node node) {
        followed.forEach(at -> at.visibleProperty().removeListener(follow));
        followed.clear();
        node.layoutBoundsProperty().removeListener(follow);
        node.localToSceneTransformProperty().removeListener(follow);
        node.sceneProperty().removeListener(follow);
    }

    private static boolean shown(Node node) {
        for (Node at = node; at != null; at = at.getParent()) {
            if (!at.isVisible()) {
                return false;
            }
        }
        return true;
    }

    private void place() {
        Optional<Bounds> around = target.filter(node -> node.getScene() != null && shown(node))
                .map(node -> stage.sceneToLocal(node.localToScene(node.getLayoutBounds())));
        setVisible(around.isPresent());
        around.ifPresent(bounds -> {
            toFront();
            resizeRelocate(
                    bounds.getMinX() - AIR,
                    bounds.getMinY() - AIR,
                    bounds.getWidth() + 2 * AIR,
                    bounds.getHeight() + 2 * AIR);
        });
    }
}
