package org.ictograph.ui.study;

import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import javafx.beans.binding.Bindings;
import javafx.beans.property.ObjectProperty;
import javafx.geometry.Insets;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.ButtonBar.ButtonData;
import javafx.scene.control.ButtonType;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Dialog;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TextArea;
import javafx.scene.control.TextField;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import javafx.stage.Window;
import org.ictograph.exchange.LabelFormat;
import org.ictograph.exchange.LossReport;
import org.ictograph.session.Notice;
import org.ictograph.ui.bench.Bench;
import org.ictograph.ui.kit.Choices;
import org.ictograph.ui.kit.FieldName;
import org.ictograph.ui.kit.Sheet;

/** Asks how a foreign label file is to be read and what its names mean, shows what would be lost, and takes it in. */
public final class LabelsSheet {
    private static final double WIDTH = 680;
    private static final double NAMES = 240;
    private static final double REPORT = 130;
    private static final double GAP = 8;

    private final Bench bench;
    private final LabelsViewModel model;
    private final GridPane names = new GridPane(GAP, GAP / 2);
    private final TextArea report = new TextArea();
    private final Label sum = new Label();
    private final ComboBox<Boolean> becomes = new ComboBox<>();
    private final ObjectProperty<Boolean> proposing;

    public LabelsSheet(Bench bench, Path file) {
        this.bench = bench;
        this.model = new LabelsViewModel(bench.session(), file);
        this.proposing = model.proposing().asObject();
    }

    /** Shows the sheet over a window. */
    public void show(Window owner) {
        ButtonType take = new ButtonType(bench.text("labels.take"), ButtonData.OK_DONE);
        Dialog<ButtonType> sheet = new Dialog<>();
        sheet.setTitle(bench.text("labels.title", model.file().getFileName()));
        sheet.setResizable(true);
        sheet.getDialogPane().setId("labels-sheet");
        sheet.getDialogPane().setContent(content());
        sheet.getDialogPane().getButtonTypes().setAll(take, ButtonType.CANCEL);
        Node button = sheet.getDialogPane().lookupButton(take);
        button.disableProperty()
                .bind(Bindings.createBooleanBinding(
                        () -> model.report()
                                .get()
                                .filter(told -> told.kept() > 0)
                                .isEmpty(),
                        model.report()));
        Sheet.over(sheet, owner);
        sheet.setOnHidden(hidden -> {
            if (sheet.getResult() == take) {
                take();
            }
        });
        sheet.show();
        var unused = model.open();
    }

    /** What a format is, in the language of the screen where that is known. */
    static String formatName(Bench bench, LabelFormat format) {
        String key = "labelformat." + format.id();
        return bench.look().messages().has(key) ? bench.text(key) : format.description();
    }

    private void take() {
        String taken = model.proposing().get() ? "labels.proposed" : "labels.taken";
        var unused = model.take()
                .whenCompleteAsync(
                        (told, failure) -> bench.say()
                                .accept(
                                        failure != null
                                                ? Notice.problem(failure)
                                                : Notice.done(taken, told.kept(), told.refused())),
                        bench.session().workplace().fx());
    }

    private VBox content() {
        ComboBox<LabelFormat> format = new ComboBox<>(model.formats());
        format.setId("labels-format");
        format.setMaxWidth(Double.MAX_VALUE);
        format.setConverter(Choices.shownAs(shown -> formatName(bench, shown)));
        format.valueProperty().bindBidirectional(model.format());
        GridPane head = new GridPane(GAP, GAP);
        head.addRow(0, new FieldName(bench.text("labels.format"), format), format);
        head.addRow(1, new FieldName(bench.text("labels.as"), becomes), whose());
        GridPane.setHgrow(format, Priority.ALWAYS);
        ScrollPane scroll = new ScrollPane(names);
        scroll.setFitToWidth(true);
        scroll.setPrefHeight(NAMES);
        names.setPadding(new Insets(GAP));
        report.setId("labels-report");
        report.setAccessibleText(bench.text("labels.report"));
        report.setEditable(false);
        report.setWrapText(true);
        report.setPrefHeight(REPORT);
        sum.getStyleClass().add("panel-title");
        model.names().subscribe(this::showNames);
        model.report().addListener((property, before, now) -> showReport());
        model.trouble().addListener((property, before, now) -> showReport());
        showReport();
        VBox content = new VBox(GAP, head, new ColumnsPane(bench.look(), model.columns()), scroll, sum, report);
        VBox.setVgrow(scroll, Priority.ALWAYS);
        content.setPrefWidth(WIDTH);
        content.setPadding(new Insets(GAP * 2));
        return content;
    }

    /** Marks of a rater or proposals of a model, and of which. */
    private HBox whose() {
        becomes.setId("labels-as");
        becomes.getItems().setAll(false, true);
        becomes.setConverter(Choices.shownAs(proposals -> bench.text(proposals ? "labels.proposals" : "labels.rater")));
        becomes.valueProperty().bindBidirectional(proposing);
        becomes.disableProperty()
                .bind(Bindings.createBooleanBinding(
                        () -> model.format().get() != null
                                && model.format().get().predicts(),
                        model.format()));
        ComboBox<String> rater = new ComboBox<>();
        rater.setId("labels-rater");
        rater.setAccessibleText(bench.text("labels.rater"));
        rater.setEditable(true);
        rater.getItems().setAll(model.raters());
        rater.setMaxWidth(Double.MAX_VALUE);
        rater.getEditor().textProperty().bindBidirectional(model.rater());
        rater.visibleProperty().bind(model.proposing().not());
        rater.managedProperty().bind(rater.visibleProperty());
        TextField outside = new TextField();
        outside.setId("labels-model");
        outside.setAccessibleText(bench.text("labels.proposals"));
        outside.textProperty().bindBidirectional(model.outside());
        outside.visibleProperty().bind(model.proposing());
        outside.managedProperty().bind(outside.visibleProperty());
        becomes.setMinWidth(ComboBox.USE_PREF_SIZE);
        HBox.setHgrow(rater, Priority.ALWAYS);
        HBox.setHgrow(outside, Priority.ALWAYS);
        return new HBox(GAP, becomes, rater, outside);
    }

    private String shown(ForeignName.Kind kind, String choice) {
        if (choice.isEmpty() && kind != ForeignName.Kind.LABEL) {
            return bench.text("labels.choose");
        }
        return switch (kind) {
            case LABEL ->
                choice.isEmpty() ? bench.text("labels.leave") : bench.look().label(choice);
            case SUBJECT ->
                choice.startsWith(LabelsViewModel.CAGE)
                        ? bench.text("labels.cage", choice.substring(LabelsViewModel.CAGE.length()))
                        : choice;
            case RECORDING -> choice;
        };
    }

    private void showNames() {
        names.getChildren().clear();
        int line = 0;
        for (ForeignName name : model.names()) {
            ComboBox<String> ours = new ComboBox<>();
            ours.getItems().setAll(name.choices());
            ours.setMaxWidth(Double.MAX_VALUE);
            ours.setPromptText(bench.text("labels.choose"));
            ours.setConverter(Choices.shownAs(choice -> shown(name.kind(), choice)));
            ours.valueProperty().bindBidirectional(name.ours());
            Label kind = new Label(bench.text("labels." + name.kind().name().toLowerCase(Locale.ROOT)));
            kind.getStyleClass().add("muted");
            kind.setMinWidth(Label.USE_PREF_SIZE);
            Label theirs = new Label(name.theirs().isEmpty() ? bench.text("labels.unnamed") : name.theirs());
            theirs.setLabelFor(ours);
            Label marks = new Label(bench.text("labels.marks", name.marks()));
            marks.getStyleClass().add("muted");
            marks.setMinWidth(Label.USE_PREF_SIZE);
            names.addRow(line++, kind, theirs, marks, ours);
            GridPane.setHgrow(theirs, Priority.ALWAYS);
            GridPane.setHgrow(ours, Priority.ALWAYS);
        }
        names.setAlignment(Pos.TOP_LEFT);
    }

    private void showReport() {
        String trouble = model.trouble().get();
        sum.setText(
                trouble.isEmpty()
                        ? model.report()
                                .get()
                                .map(told -> bench.text(
                                        model.proposing().get() ? "labels.wouldpropose" : "labels.would",
                                        told.kept(),
                                        told.refused()))
                                .orElseGet(() -> bench.text("labels.looking"))
                        : "");
        report.setText(
                trouble.isEmpty()
                        ? model.report().get().map(LossReport::sentences).stream()
                                .flatMap(List::stream)
                                .map(bench.look().messages()::loss)
                                .collect(Collectors.joining("\n"))
                        : bench.failure(trouble));
    }
}
