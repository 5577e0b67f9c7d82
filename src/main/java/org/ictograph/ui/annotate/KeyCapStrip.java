package org.ictograph.ui.annotate;

import java.util.UUID;
import javafx.collections.MapChangeListener;
import javafx.css.PseudoClass;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.FlowPane;
import org.ictograph.model.Label;
import org.ictograph.model.Protocol;
import org.ictograph.session.Marking;
import org.ictograph.session.StudyState;
import org.ictograph.ui.kit.KeyCap;
import org.ictograph.ui.kit.LabelPaint;
import org.ictograph.ui.kit.Look;

/**
 * The labels of the protocol with key, colour and pattern; the one that onset and offset are set of stands out. A click does
 * what the key does in Code scope.
 */
final class KeyCapStrip extends FlowPane {
    private static final PseudoClass BEGUN = PseudoClass.getPseudoClass("begun");
    private static final PseudoClass MEANT = PseudoClass.getPseudoClass("meant");

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
        model.meant().addListener((property, before, now) -> showBegun());
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

    private KeyCap cap(Label label, LabelPaint paint) {
        KeyCap cap = new KeyCap(label, paint, look.label(label));
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
        getChildren().forEach(cap -> {
            String label = String.valueOf(cap.getUserData());
            cap.pseudoClassStateChanged(BEGUN, begun(label));
            cap.pseudoClassStateChanged(MEANT, label.equals(model.meant().get()));
        });
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
