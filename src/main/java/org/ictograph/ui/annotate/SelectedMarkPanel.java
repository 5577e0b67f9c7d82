package org.ictograph.ui.annotate;

import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;
import javafx.scene.Node;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.ictograph.model.Certainty;
import org.ictograph.model.Mark;
import org.ictograph.model.Protocol;
import org.ictograph.model.Visibility;
import org.ictograph.session.Marking;
import org.ictograph.session.StudyState;
import org.ictograph.timeline.TimeText;
import org.ictograph.ui.kit.Choices;
import org.ictograph.ui.kit.FieldName;
import org.ictograph.ui.kit.IconButton;
import org.ictograph.ui.kit.Look;
import org.ictograph.ui.kit.TimeField;
import org.kordamp.ikonli.feather.Feather;

/** Everything about the selected mark, to be changed where it stands. Marks of others are shown and cannot be changed. */
final class SelectedMarkPanel extends VBox {
    private final AnnotateViewModel model;
    private final SelectionViewModel selection;
    private final StudyState state;
    private final Look look;
    private final ComboBox<String> label = new ComboBox<>();
    private final ComboBox<String> stage = new ComboBox<>();
    private final ComboBox<Certainty> certainty = new ComboBox<>();
    private final ComboBox<Visibility> visibility = new ComboBox<>();
    private final TimeField onset;
    private final TimeField offset;
    private final TimeField length;
    private final TextField note = new TextField();
    private final Label source = new Label();
    private final GridPane form = new GridPane();
    private final HBox actions = new HBox();
    private final Label none;
    private boolean showing;

    SelectedMarkPanel(AnnotateViewModel model, Look look) {
        this.model = model;
        this.selection = model.selection();
        this.state = model.session().state();
        this.look = look;
        getStyleClass().addAll("panel", "selected-mark");
        setMinHeight(USE_PREF_SIZE);
        onset = new TimeField(typed -> TimeText.parse(typed, model.timeline().frames()), selection::setOnset);
        offset = new TimeField(typed -> TimeText.parse(typed, model.timeline().frames()), selection::setOffset);
        length = new TimeField(TimeText::parse, selection::setLength);
        onset.setId("onset");
        offset.setId("offset");
        length.setId("length");
        note.setId("note");
        onset.setAccessibleText(look.text("annotate.column.onset"));
        offset.setAccessibleText(look.text("annotate.offset"));
        length.setAccessibleText(look.text("annotate.column.length"));
        note.setAccessibleText(look.text("annotate.note"));
        label.setAccessibleText(look.text("annotate.column.label"));
        stage.setAccessibleText(look.text("annotate.stage"));
        certainty.setAccessibleText(look.text("annotate.certainty"));
        visibility.setAccessibleText(look.text("annotate.visibility"));
        nudgeByArrows(onset, Marking.Edge.ONSET);
        nudgeByArrows(offset, Marking.Edge.OFFSET);
        prepare(label, selection::setLabel, look::label);
        prepare(stage, selection::setStage, name -> name.isEmpty() ? look.text("annotate.stage.none") : name);
        prepare(certainty, selection::setCertainty, value -> word("certainty", value));
        prepare(visibility, selection::setVisibility, value -> word("visibility", value));
        certainty.getItems().setAll(Certainty.values());
        visibility.getItems().setAll(Visibility.values());
        note.setOnAction(entered -> takeNote());
        note.focusedProperty().addListener((property, before, focused) -> takeNote());
        none = new Label(look.text("annotate.selected.none"));
        none.getStyleClass().add("muted");
        none.setWrapText(true);
        buildForm();
        VBox body = new VBox(none, form);
        body.getStyleClass().add("panel-body");
        getChildren().addAll(header(), body);
        selection.row().addListener((property, before, now) -> refresh());
        model.timeline().chosen().ids().addListener((property, before, now) -> refresh());
        state.study().addListener((property, before, now) -> refresh());
        refresh();
    }

    /** Opens the labels to choose another one. */
    void askLabel() {
        label.requestFocus();
        label.show();
    }

    private HBox header() {
        Label title = new Label(look.text("annotate.selected.title"));
        title.getStyleClass().add("panel-title");
        Region space = new Region();
        HBox.setHgrow(space, Priority.ALWAYS);
        actions.getChildren()
                .addAll(
                        new IconButton(Feather.SCISSORS, look.text("annotate.split"), model::split),
                        new IconButton(Feather.MAXIMIZE_2, look.text("annotate.zoom.selected"), model::zoomToSelected),
                        new IconButton(Feather.TRASH_2, look.text("annotate.delete"), model::deleteSelected));
        HBox header = new HBox(title, space, actions);
        header.getStyleClass().add("panel-header");
        return header;
    }

    private void buildForm() {
        form.getStyleClass().add("form");
        row(0, "annotate.column.label", label, null, null);
        row(1, "annotate.stage", stage, null, null);
        row(2, "annotate.certainty", certainty, "annotate.visibility", visibility);
        row(3, "annotate.column.onset", onset, "annotate.offset", offset);
        row(4, "annotate.column.length", length, null, null);
        row(5, "annotate.note", note, null, null);
        source.getStyleClass().add("muted");
        form.add(source, 0, 12, 2, 1);
    }

    /** A line of names and a line of fields below it. */
    private void row(
            int number,
            String name,
            Region field,
            @org.jspecify.annotations.Nullable String secondName,
            @org.jspecify.annotations.Nullable Region second) {
        field.setMaxWidth(Double.MAX_VALUE);
        boolean wide = second == null && field != length;
        form.add(fieldName(name), 0, 2 * number);
        form.add(field, 0, 2 * number + 1, wide ? 2 : 1, 1);
        GridPane.setHgrow(field, Priority.ALWAYS);
        if (second != null && secondName != null) {
            second.setMaxWidth(Double.MAX_VALUE);
            form.add(fieldName(secondName), 1, 2 * number);
            form.add(second, 1, 2 * number + 1);
            GridPane.setHgrow(second, Priority.ALWAYS);
        }
    }

    private Node fieldName(String key) {
        return new FieldName(look.text(key));
    }

    private <V> void prepare(ComboBox<V> box, Consumer<V> taker, java.util.function.Function<V, String> words) {
        box.setConverter(Choices.shownAs(words));
        box.setFocusTraversable(false);
        box.valueProperty().addListener((property, before, now) -> {
            if (!showing && now != null) {
                taker.accept(now);
            }
        });
    }

    private String word(String kind, Enum<?> value) {
        return look.messages().text("annotate." + kind + "." + value.name().toLowerCase(Locale.ROOT));
    }

    private void nudgeByArrows(TimeField field, Marking.Edge edge) {
        field.addEventFilter(KeyEvent.KEY_PRESSED, pressed -> {
            if (pressed.getCode() == KeyCode.UP || pressed.getCode() == KeyCode.DOWN) {
                model.nudge(edge, pressed.getCode() == KeyCode.UP ? 1 : -1);
                pressed.consume();
            }
        });
    }

    private void takeNote() {
        selection
                .row()
                .get()
                .filter(row -> !row.mark().note().equals(note.getText()))
                .ifPresent(row -> {
                    if (!showing && selection.editable()) {
                        selection.setNote(note.getText());
                    }
                });
    }

    private void refresh() {
        showing = true;
        Protocol protocol = state.study().get().protocol();
        boolean any = selection.row().get().isPresent();
        none.setVisible(!any);
        none.setManaged(!any);
        form.setVisible(any);
        form.setManaged(any);
        actions.setDisable(!any || !selection.editable());
        form.setDisable(!selection.editable());
        selection.row().get().ifPresent(row -> show(row, protocol));
        showing = false;
    }

    private void show(MarkRow row, Protocol protocol) {
        Mark mark = row.mark();
        List<String> names =
                protocol.labels().stream().map(org.ictograph.model.Label::name).toList();
        if (!label.getItems().equals(names)) {
            label.getItems().setAll(names);
        }
        if (stage.getItems().size() != protocol.stages().size() + 1) {
            stage.getItems().setAll("");
            stage.getItems().addAll(protocol.stages());
        }
        label.setValue(mark.label());
        stage.setValue(mark.stage());
        certainty.setValue(mark.certainty());
        visibility.setValue(mark.visibility());
        onset.showTime(TimeText.clock(mark.span().start()));
        offset.showTime(TimeText.clock(mark.span().end()));
        length.showTime(TimeText.seconds(mark.span().length()));
        if (!note.isFocused() || !note.getText().strip().equals(mark.note())) {
            note.setText(mark.note());
        }
        int together = selection.count();
        source.setText(
                together > 1
                        ? look.text("annotate.selected.several", together)
                        : look.text(
                                "annotate.source",
                                row.rater(),
                                word("origin", mark.origin().kind()),
                                String.valueOf(row.cage())));
    }
}
