package org.ictograph.ui.study;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;
import javafx.beans.value.ObservableValue;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.control.TextArea;
import javafx.scene.control.TextField;
import javafx.scene.control.TextInputControl;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.ictograph.model.LabelKind;
import org.ictograph.model.Pattern;
import org.ictograph.ui.kit.Choices;
import org.ictograph.ui.kit.FieldName;
import org.ictograph.ui.kit.KeyCap;
import org.ictograph.ui.kit.LabelPaint;
import org.ictograph.ui.kit.Look;
import org.jspecify.annotations.Nullable;

/** Asks what raters look for: the labels in a list, the chosen one beside it, the scale, and how it will look. */
final class ProtocolPane extends VBox {
    private static final double WIDTH = 860;
    private static final double LIST = 300;
    private static final double HEIGHT = 300;
    private static final int COLOURS = 8;

    private final Look look;
    private final ProtocolViewModel model;
    private final ListView<LabelDraft> list;
    private final TextField name = new TextField();
    private final TextField title = new TextField();
    private final TextField key = new TextField();
    private final ComboBox<LabelKind> kind;
    private final ComboBox<Integer> colour;
    private final ComboBox<Pattern> pattern;
    private final TextArea definition = new TextArea();
    private final Label fixed = new Label();
    private final Label problem = new Label();
    private final Button remove;
    private final ProtocolPreview preview;
    private boolean filling;

    ProtocolPane(Look look, ProtocolViewModel model) {
        super(10);
        this.look = look;
        this.model = model;
        this.list = new ListView<>(model.drafts());
        this.preview = new ProtocolPreview(look, WIDTH);
        kind = Choices.box(List.of(LabelKind.values()), each -> look.text("protocol.kind." + lower(each)));
        colour =
                Choices.box(IntStream.range(0, COLOURS).boxed().toList(), each -> look.text("protocol.colour." + each));
        pattern = Choices.box(List.of(Pattern.values()), each -> look.text("protocol.pattern." + lower(each)));
        colour.setId("label-colour");
        remove = button("protocol.remove", () -> model.remove(index()));
        setPrefWidth(WIDTH);
        prepareList();
        VBox left = new VBox(8, list, tools());
        left.setMinWidth(LIST);
        left.setMaxWidth(LIST);
        GridPane form = form();
        HBox.setHgrow(form, Priority.ALWAYS);
        problem.setId("protocol-problem");
        problem.setWrapText(true);
        problem.setMinHeight(USE_PREF_SIZE);
        getChildren().addAll(new HBox(16, left, form), problem, heading("protocol.preview"), preview);
        listen();
        model.drafts().addListener((javafx.beans.Observable changed) -> told());
        list.getSelectionModel().selectFirst();
        fill();
        told();
    }

    private static String lower(Enum<?> word) {
        return word.name().toLowerCase(Locale.ROOT);
    }

    private Label heading(String text) {
        Label heading = new Label(look.text(text));
        heading.getStyleClass().add("section");
        return heading;
    }

    private void prepareList() {
        list.setId("protocol-labels");
        list.setAccessibleText(look.text("protocol.labels"));
        list.setPrefHeight(HEIGHT);
        list.setCellFactory(view -> new ListCell<>() {
            @Override
            protected void updateItem(@Nullable LabelDraft draft, boolean empty) {
                super.updateItem(draft, empty);
                setText(null);
                setGraphic(empty || draft == null ? null : line(draft));
            }
        });
        list.getSelectionModel().selectedIndexProperty().addListener((property, before, now) -> fill());
    }

    private Node line(LabelDraft draft) {
        Label sign = new Label(draft.key());
        sign.getStyleClass().add("key-sign");
        Label words = new Label(draft.name().isBlank() ? look.text("protocol.new") : draft.shown());
        LabelPaint paint = new LabelPaint(look.theme().get());
        LabelDraft shown = draft.name().isBlank() ? draft.withName("?") : draft;
        HBox line = new HBox(8, sign, KeyCap.swatch(shown.label(), paint, 26, 14), words);
        line.setAlignment(Pos.CENTER_LEFT);
        return line;
    }

    private HBox tools() {
        Button add = button("protocol.add", () -> {
            list.getSelectionModel().select(model.add());
            name.requestFocus();
        });
        HBox tools = new HBox(
                6, add, remove, button("study.add.up", () -> move(-1)), button("study.add.down", () -> move(1)));
        tools.setAlignment(Pos.CENTER_LEFT);
        return tools;
    }

    private Button button(String text, Runnable action) {
        Button button = new Button(look.text(text));
        button.setId(text.replace('.', '-'));
        button.setMinWidth(USE_PREF_SIZE);
        button.setOnAction(pressed -> {
            action.run();
            fill();
        });
        return button;
    }

    private void move(int by) {
        list.getSelectionModel().select(model.move(index(), by));
    }

    private GridPane form() {
        GridPane form = new GridPane(10, 8);
        fixed.getStyleClass().add("muted");
        fixed.setId("protocol-fixed");
        fixed.setWrapText(true);
        fixed.setMinHeight(USE_PREF_SIZE);
        name.setId("label-name");
        key.setId("label-key");
        key.setMaxWidth(60);
        definition.setId("label-definition");
        definition.setPrefRowCount(3);
        definition.setWrapText(true);
        title.setId("label-title");
        TextField protocol = bound(new TextField(), model.name(), "protocol-name");
        TextField scale = bound(new TextField(), model.scale(), "protocol-scale");
        TextArea stages = bound(new TextArea(), model.stages(), "protocol-stages");
        stages.setPrefRowCount(5);
        row(form, "protocol.title", protocol);
        HBox names = new HBox(8, name, new FieldName(look.text("protocol.shown"), title), title);
        names.setAlignment(Pos.CENTER_LEFT);
        HBox.setHgrow(name, Priority.ALWAYS);
        HBox.setHgrow(title, Priority.ALWAYS);
        name.setAccessibleText(look.text("protocol.name"));
        title.setAccessibleText(look.text("protocol.shown"));
        title.promptTextProperty().bind(name.textProperty());
        row(form, "protocol.name", names);
        form.add(fixed, 1, form.getRowCount());
        HBox looks = new HBox(8, key, kind, colour, pattern);
        row(form, "protocol.key", looks);
        key.setAccessibleText(look.text("protocol.key"));
        kind.setAccessibleText(look.text("protocol.kind"));
        colour.setAccessibleText(look.text("protocol.colour"));
        pattern.setAccessibleText(look.text("protocol.pattern"));
        row(form, "protocol.definition", definition);
        row(form, "protocol.scale", scale);
        row(form, "protocol.stages", stages);
        return form;
    }

    private static <T extends TextInputControl> T bound(T field, javafx.beans.property.StringProperty text, String id) {
        field.setId(id);
        field.textProperty().bindBidirectional(text);
        return field;
    }

    private void row(GridPane form, String text, Node field) {
        FieldName words = new FieldName(look.text(text), field);
        GridPane.setHgrow(field, Priority.ALWAYS);
        form.addRow(form.getRowCount(), words, field);
    }

    private void listen() {
        on(name.textProperty(), draft -> draft.withName(name.getText()));
        on(title.textProperty(), draft -> draft.withTitle(title.getText()));
        on(key.textProperty(), draft -> draft.withKey(key.getText()));
        on(definition.textProperty(), draft -> draft.withDefinition(definition.getText()));
        on(kind.valueProperty(), draft -> draft.withKind(kind.getValue()));
        on(colour.valueProperty(), draft -> draft.withColour(colour.getValue()));
        on(pattern.valueProperty(), draft -> draft.withPattern(pattern.getValue()));
        model.name().addListener((property, before, now) -> told());
    }

    /** Takes over what was typed or chosen; the list shows it and keeps its selection. */
    private void on(ObservableValue<?> input, UnaryOperator<LabelDraft> changed) {
        input.addListener((property, before, now) -> {
            int index = index();
            if (!filling && index >= 0) {
                filling = true;
                model.change(index, changed.apply(model.drafts().get(index)));
                list.getSelectionModel().clearAndSelect(index);
                filling = false;
            }
        });
    }

    private int index() {
        return list.getSelectionModel().getSelectedIndex();
    }

    /** Shows the chosen label in the fields. */
    void fill() {
        int index = index();
        if (filling || index < 0 || index >= model.drafts().size()) {
            return;
        }
        filling = true;
        LabelDraft draft = model.drafts().get(index);
        name.setText(draft.name());
        title.setText(draft.title());
        key.setText(draft.key());
        kind.setValue(draft.kind());
        colour.setValue(draft.colour());
        pattern.setValue(draft.pattern());
        definition.setText(draft.definition());
        boolean stays = model.fixed(draft);
        name.setDisable(stays);
        remove.setDisable(stays);
        fixed.setText(stays ? look.text(ProtocolViewModel.needed(draft) ? "protocol.needed" : "protocol.used") : "");
        fixed.setVisible(stays);
        fixed.setManaged(stays);
        filling = false;
    }

    private void told() {
        Optional<ProtocolViewModel.Problem> now = model.problem();
        problem.setText(now.map(found -> look.text(
                        "protocol.problem." + found.name(), found.arguments().toArray()))
                .orElse(look.text("protocol.sound")));
        preview.show(model.labels());
    }
}
