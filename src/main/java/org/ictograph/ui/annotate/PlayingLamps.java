package org.ictograph.ui.annotate;

import java.util.Optional;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import org.ictograph.model.Span;
import org.ictograph.session.Skim;
import org.ictograph.timeline.TimeText;
import org.ictograph.ui.kit.Look;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/** Lamps over the picture for what makes playing unusual. Each says what it is, and a click on it ends it. */
final class PlayingLamps extends HBox {
    private final AnnotateViewModel model;
    private final Look look;
    private final Button loop;
    private final Button skim;

    PlayingLamps(AnnotateViewModel model, Look look) {
        this.model = model;
        this.look = look;
        getStyleClass().add("playing-lamps");
        setPickOnBounds(false);
        setAlignment(Pos.BOTTOM_LEFT);
        loop = lamp(
                "loop-lamp",
                Feather.REPEAT,
                "annotate.loop.leave",
                () -> model.loop().leave());
        skim = lamp(
                "skim-lamp",
                Feather.FAST_FORWARD,
                "annotate.skim.leave",
                () -> model.skim().leave());
        getChildren().addAll(loop, skim);
        model.skim().skim().addListener((property, before, now) -> refresh());
        model.loop().piece().addListener((property, before, now) -> refresh());
        model.loop().waiting().addListener((property, before, now) -> refresh());
        refresh();
    }

    private Button lamp(String id, Feather picture, String leave, Runnable end) {
        Button lamp = new Button("", new FontIcon(picture));
        lamp.setId(id);
        lamp.getStyleClass().add("playing-lamp");
        lamp.setFocusTraversable(false);
        lamp.setMinWidth(USE_PREF_SIZE);
        lamp.setTooltip(new Tooltip(look.text(leave)));
        lamp.setOnAction(clicked -> end.run());
        return lamp;
    }

    private void refresh() {
        Optional<Span> piece = model.loop().piece().get();
        boolean waiting = model.loop().waiting().get();
        Optional<Skim> how = model.skim().skim().get();
        show(skim, how.isPresent());
        how.ifPresent(bounds -> skim.setText(look.text(
                "annotate.skim.lamp",
                PlayerViewModel.speedText(look, bounds.fast()),
                PlayerViewModel.speedText(look, bounds.slow()))));
        show(loop, piece.isPresent() || waiting);
        loop.setText(piece.map(span ->
                        look.text("annotate.loop.piece", TimeText.clock(span.start()), TimeText.clock(span.end())))
                .orElseGet(() -> look.text("annotate.loop.waiting")));
    }

    private static void show(Button lamp, boolean lit) {
        lamp.setVisible(lit);
        lamp.setManaged(lit);
    }
}
