package org.ictograph.ui.annotate;

import java.util.UUID;
import java.util.function.UnaryOperator;
import javafx.scene.Node;
import javafx.scene.control.CheckMenuItem;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.Menu;
import javafx.scene.control.MenuItem;
import javafx.scene.control.SeparatorMenuItem;
import javafx.scene.control.TextInputDialog;
import org.ictograph.model.LightSchedule;
import org.ictograph.timeline.LaneKind;
import org.ictograph.ui.kit.Look;
import org.ictograph.ui.kit.Sheet;

/** What can be done with lanes: open and close, put elsewhere, show and hide. */
final class LaneMenu {
    private final LanesViewModel lanes;
    private final Look look;
    private final UnaryOperator<String> title;
    private final ContextMenu menu = new ContextMenu();

    /** @param title of a label on the screen */
    LaneMenu(LanesViewModel lanes, Look look, UnaryOperator<String> title) {
        this.lanes = lanes;
        this.title = title;
        this.look = look;
        menu.setId("lane-menu");
    }

    /** What a kind of lanes is called. */
    static String name(Look look, LaneKind kind) {
        return look.messages().text("annotate.lane." + kind.id());
    }

    /** Opens the menu of a cage. */
    void show(Node owner, UUID cage, double screenX, double screenY) {
        menu.getItems()
                .setAll(
                        item("annotate.lanes.toggle", () -> lanes.toggle(cage)),
                        item("annotate.lanes.toggle.all", lanes::toggleAll),
                        item("annotate.lanes.up", () -> lanes.moveCage(cage, -1)),
                        item("annotate.lanes.down", () -> lanes.moveCage(cage, 1)),
                        new SeparatorMenuItem());
        lanes.order().forEach(kind -> menu.getItems().add(kind(kind)));
        menu.getItems()
                .addAll(
                        new SeparatorMenuItem(),
                        item("annotate.lanes.usual", lanes::usual),
                        item("annotate.lights", this::askLights));
        menu.show(owner, screenX, screenY);
    }

    private Menu kind(LaneKind kind) {
        CheckMenuItem shown = new CheckMenuItem(look.text("annotate.lanes.show"));
        shown.setSelected(lanes.shows(kind));
        shown.setOnAction(chosen -> lanes.show(kind, shown.isSelected()));
        Menu entry = new Menu(name(look, kind));
        entry.getItems()
                .addAll(
                        shown,
                        item("annotate.lanes.kind.up", () -> lanes.moveKind(kind, -1)),
                        item("annotate.lanes.kind.down", () -> lanes.moveKind(kind, 1)));
        if (kind == LaneKind.SCORE && lanes.scored().size() > 1) {
            entry.getItems().add(new SeparatorMenuItem());
            lanes.scored().forEach(label -> entry.getItems().add(score(label)));
        }
        return entry;
    }

    private CheckMenuItem score(String label) {
        CheckMenuItem shown = new CheckMenuItem(title.apply(label));
        shown.setId("score-" + label);
        shown.setSelected(lanes.showsScore(label));
        shown.setOnAction(chosen -> lanes.showScore(label, shown.isSelected()));
        return shown;
    }

    private MenuItem item(String key, Runnable action) {
        MenuItem item = new MenuItem(look.messages().text(key));
        item.setId(key);
        item.setOnAction(chosen -> action.run());
        return item;
    }

    /** Asks when it is light; what cannot be read changes nothing and is asked again. */
    private void askLights() {
        TextInputDialog dialog =
                new TextInputDialog(lanes.taste().get().lights().toString());
        dialog.setTitle(look.text("annotate.lights"));
        dialog.setHeaderText(look.text("annotate.lights.advice"));
        dialog.setGraphic(null);
        Sheet.over(dialog, menu.getOwnerWindow());
        dialog.showAndWait().ifPresent(typed -> {
            try {
                LightSchedule lights = LightSchedule.parse(typed);
                lanes.taste().set(lanes.taste().get().withLights(lights));
            } catch (IllegalArgumentException unreadable) {
                askLights();
            }
        });
    }
}
