package org.ictograph.ui.proposals;

import java.util.EnumMap;
import java.util.Map;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.BooleanExpression;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.RadioButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import javafx.stage.Window;
import org.ictograph.session.StudySession;
import org.ictograph.ui.kit.Look;
import org.ictograph.ui.kit.Sheet;

/** What can be learned from a study, chosen at the top: events in time, clips, or an encoder without labels. One at a time. */
public final class LearningSheet {
    /** What is learned. */
    public enum Stage {
        EVENTS("events"),
        CLIPS("clips"),
        ENCODER("encoder");

        private final String id;

        Stage(String id) {
            this.id = id;
        }
    }

    /** The fields, curves and outcome of one of them. */
    interface Part {
        Node content(Window owner);

        ReadOnlyBooleanProperty running();

        /** The sheet is closed. */
        void rest();
    }

    private final Look look;
    private final Map<Stage, Part> parts = new EnumMap<>(Stage.class);

    public LearningSheet(Look look, StudySession session) {
        this.look = look;
        parts.put(Stage.EVENTS, new TrainingSheet(look, new TrainingViewModel(session)));
        parts.put(Stage.CLIPS, new ClipsSheet(look, new ClipsViewModel(session)));
        parts.put(Stage.ENCODER, new EncoderSheet(look, new EncoderViewModel(session)));
    }

    public void show(Window owner, Stage first) {
        Label what = new Label(look.text("learning.what"));
        FlowPane choice = new FlowPane(14, 6, what);
        choice.setAlignment(Pos.CENTER_LEFT);
        BooleanExpression busy = Bindings.createBooleanBinding(() -> false);
        for (Part part : parts.values()) {
            busy = busy.or(part.running());
        }
        StackPane place = new StackPane();
        place.setAlignment(Pos.TOP_LEFT);
        ToggleGroup group = new ToggleGroup();
        for (Map.Entry<Stage, Part> entry : parts.entrySet()) {
            RadioButton button = new RadioButton(look.text("learning." + entry.getKey().id));
            button.setId("learning-" + entry.getKey().id);
            button.setToggleGroup(group);
            button.setSelected(entry.getKey() == first);
            button.disableProperty().bind(busy);
            Node content = entry.getValue().content(owner);
            content.visibleProperty().bind(button.selectedProperty());
            choice.getChildren().add(button);
            place.getChildren().add(content);
        }
        new Sheet(look.text("learning.title"), new VBox(12, choice, place))
                .onHidden(() -> parts.values().forEach(Part::rest))
                .show(owner);
    }
}
