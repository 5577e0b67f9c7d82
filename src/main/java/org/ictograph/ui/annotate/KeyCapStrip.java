package org.ictograph.ui.annotate;

import java.util.UUID;
import javafx.collections.MapChangeListener;
import javafx.css.PseudoClass;
import javafx.scene.canvas.Canvas;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import org.ictograph.model.Label;
import org.ictograph.model.Protocol;
import org.ictograph.session.Marking;
import org.ictograph.session.StudyState;
import org.ictograph.ui.kit.LabelPaint;
import org.ictograph.ui.kit.Look;

/** The labels of the protocol with key, colour and pattern. A click does what the key does in Code scope. */
final class KeyCapStrip extends FlowPane {
    private static final PseudoClass BEGUN = PseudoClass.getPseudoClass("begun");
    private static final double SWATCH_WIDTH = 10;
    private static final double SWATCH_HEIGHT = 12;

    private final AnnotateViewModel model;
    private final StudyState state;
    private final Look look;

    KeyCapStrip(AnnotateViewModel model, Look look) {
        this.model = model;
        this.state = model.session().state();
        this.look = look;
        getStyleClass().add("key-caps");
        setId("key-caps");
        setDisable(!state.access().writing());
        state.study().addListener((property, before, now) -> {
            if (!before.protocol().equals(now.protocol())) {
                fill();
            }
        });
        look.theme().addListener((property, before, now) -> fill());
        state.focusedCage().addListener((property, before, now) -> showBegun());
        model.session().marking().begun().addListener((MapChangeListener<Marking.Begun, Long>) change -> showBegun());
        fill();
    }

    private void fill() {
        Protocol protocol = state.study().get().protocol();
        LabelPaint paint = new LabelPaint(look.theme().get());
        getChildren()
                .setAll(protocol.labels().stream()
                        .map(label -> cap(label, paint))
                        .toList());
        showBegun();
    }

    private HBox cap(Label label, LabelPaint paint) {
        javafx.scene.control.Label key = new javafx.scene.control.Label(label.key());
        key.getStyleClass().add("key");
        Canvas swatch = new Canvas(SWATCH_WIDTH, SWATCH_HEIGHT);
        paint.bar(
                swatch.getGraphicsContext2D(),
                label,
                LabelPaint.Provenance.PERSON,
                1,
                0,
                0,
                SWATCH_WIDTH,
                SWATCH_HEIGHT);
        HBox cap = new HBox(key, swatch, new javafx.scene.control.Label(label.name()));
        cap.getStyleClass().add("key-cap");
        cap.setUserData(label.name());
        cap.setOnMouseClicked(clicked -> press(label, clicked));
        return cap;
    }

    private void press(Label label, MouseEvent clicked) {
        if (clicked.isShiftDown()) {
            model.pointOrEnd(label.name());
        } else {
            model.toggle(label.name());
        }
    }

    private void showBegun() {
        getChildren().forEach(cap -> cap.pseudoClassStateChanged(BEGUN, begun(String.valueOf(cap.getUserData()))));
    }

    private boolean begun(String label) {
        return state.focusedCage()
                .get()
                .filter(cage -> model.session().marking().begun().keySet().stream()
                        .anyMatch(begun -> matches(begun, cage, label)))
                .isPresent();
    }

    private static boolean matches(Marking.Begun begun, UUID cage, String label) {
        return begun.cageId().equals(cage) && begun.label().equals(label);
    }
}
