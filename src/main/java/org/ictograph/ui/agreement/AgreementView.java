package org.ictograph.ui.agreement;

import atlantafx.base.theme.Styles;
import java.util.Optional;
import javafx.beans.binding.Bindings;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.ToggleButton;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.ictograph.model.Rater;
import org.ictograph.model.Span;
import org.ictograph.settings.Command;
import org.ictograph.ui.bench.Bench;
import org.ictograph.ui.bench.CagePreview;
import org.ictograph.ui.bench.WorkspaceView;
import org.ictograph.ui.kit.Choices;
import org.ictograph.ui.kit.EmptyState;
import org.ictograph.ui.kit.FieldName;
import org.ictograph.ui.kit.TextSize;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/** The Agreement workspace: figures with the events behind them, and the desk where differences are settled. */
public final class AgreementView extends StackPane implements WorkspaceView {
    private static final double RIGHT = 400;

    private final Bench bench;
    private final AgreementViewModel model;
    private final BorderPane full;
    private final FiguresPane figures;
    private final AdjudicationView adjudication;
    private final ToggleButton adjudicating = new ToggleButton();
    private final EmptyState blind;
    private final EmptyState alone;

    public AgreementView(Bench bench) {
        this.bench = bench;
        this.model = new AgreementViewModel(bench.session());
        getStyleClass().add("workspace");
        figures = new FiguresPane(bench, model, () -> model.selected().get().ifPresent(this::jump));
        AdjudicationViewModel questions = new AdjudicationViewModel(bench.session(), model);
        adjudication = new AdjudicationView(bench, questions, model::undo);
        full = new BorderPane(new StackPane(halves(), adjudication));
        full.setTop(choice());
        blind = new EmptyState(Feather.EYE_OFF, bench.text("agreement.blind"), bench.text("agreement.blind.advice"));
        alone = new EmptyState(Feather.USERS, bench.text("agreement.alone"), bench.text("agreement.alone.advice"));
        getChildren().addAll(full, blind, alone);
        model.sighted().addListener((property, before, now) -> show());
        bench.session().state().study().addListener((property, before, now) -> show());
        show();
    }

    private Node halves() {
        FindingsPanel findings = new FindingsPanel(bench, model, this::jump);
        VBox.setVgrow(figures, Priority.ALWAYS);
        VBox.setVgrow(findings, Priority.ALWAYS);
        figures.setPrefHeight(280);
        findings.setPrefHeight(320);
        VBox left = new VBox(figures, findings);
        left.getStyleClass().add("stacked");
        left.setMinWidth(0);
        HBox.setHgrow(left, Priority.ALWAYS);
        CagePreview preview = new CagePreview(bench);
        VBox.setVgrow(preview, Priority.ALWAYS);
        VersionLanes lanes = new VersionLanes(bench, model::versions);
        lanes.onClick(model::selectAt);
        model.comparison().addListener((property, before, now) -> lanes.repaint());
        model.selected().addListener((property, before, now) -> lanes.renew());
        VBox right = new VBox(preview, lanes);
        right.getStyleClass().add("panel");
        right.setMinWidth(RIGHT);
        right.setPrefWidth(RIGHT);
        TextSize.grow(right);
        HBox both = new HBox(left, right);
        both.getStyleClass().addAll("halves", "below-choice");
        both.visibleProperty().bind(adjudicating.selectedProperty().not());
        return both;
    }

    private Node choice() {
        Label trouble = new Label();
        trouble.getStyleClass().add("problem");
        trouble.textProperty()
                .bind(Bindings.createStringBinding(
                        () -> model.twice()
                                ? bench.text("agreement.twice")
                                : bench.failure(model.trouble().get()),
                        model.a(),
                        model.b(),
                        model.trouble()));
        Region air = new Region();
        HBox.setHgrow(air, Priority.ALWAYS);
        adjudicating.setId("adjudicate");
        adjudicating.setText(bench.text("adjudicate.open"));
        adjudicating.setGraphic(new FontIcon(Feather.CHECK_SQUARE));
        adjudicating.setFocusTraversable(false);
        adjudicating.setMinWidth(USE_PREF_SIZE);
        adjudicating.getStyleClass().add(Styles.ACCENT);
        adjudication.visibleProperty().bind(adjudicating.selectedProperty());
        adjudicating.selectedProperty().addListener((property, before, now) -> front());
        HBox strip = new HBox(
                new FieldName(bench.text("agreement.first")),
                raters(true),
                new FieldName(bench.text("agreement.second")),
                raters(false),
                new FieldName(bench.text("agreement.bin")),
                bins());
        strip.getChildren().addAll(figures.choices());
        strip.getChildren().addAll(air, trouble, adjudicating);
        strip.setAlignment(Pos.CENTER_LEFT);
        strip.getStyleClass().add("strip");
        return strip;
    }

    private ComboBox<Rater> raters(boolean firstOfTwo) {
        ComboBox<Rater> box = new ComboBox<>();
        box.setId(firstOfTwo ? "raterA" : "raterB");
        box.setAccessibleText(bench.text(firstOfTwo ? "agreement.first" : "agreement.second"));
        box.setPrefWidth(130);
        TextSize.grow(box);
        box.setConverter(Choices.shownAs(rater -> rater.name()));
        var chosen = firstOfTwo ? model.a() : model.b();
        Runnable offer = () -> {
            box.getItems().setAll(model.raters());
            box.setValue(chosen.get().orElse(null));
        };
        bench.session().state().study().addListener((property, before, now) -> {
            if (!before.raters().equals(now.raters())) {
                model.chooseRaters();
                offer.run();
            }
        });
        chosen.addListener((property, before, now) -> box.setValue(now.orElse(null)));
        box.setOnAction(picked -> Optional.ofNullable(box.getValue()).ifPresent(rater -> {
            if (!Optional.of(rater).equals(chosen.get())) {
                chosen.set(Optional.of(rater));
            }
        }));
        offer.run();
        return box;
    }

    private ComboBox<Long> bins() {
        ComboBox<Long> box = new ComboBox<>();
        box.setAccessibleText(bench.text("agreement.bin"));
        box.getItems().setAll(Span.SECOND / 2, Span.SECOND, 2 * Span.SECOND, 5 * Span.SECOND, 10 * Span.SECOND);
        box.setConverter(Choices.shownAs(micros -> bench.text("agreement.seconds", micros / 1e6)));
        box.setValue(model.bin().get());
        box.setPrefWidth(86);
        TextSize.grow(box);
        box.setOnAction(picked -> Optional.ofNullable(box.getValue()).ifPresent(model.bin()::set));
        return box;
    }

    private void jump(FindingRow row) {
        bench.inRecording(row.finding().recordingId(), model::loop);
    }

    private void front() {
        model.stop();
        if (adjudicating.isSelected()) {
            adjudication.entered();
        }
    }

    private void show() {
        boolean sighted = model.sighted().get();
        boolean pair = model.raters().size() > 1;
        alone.setVisible(!pair);
        blind.setVisible(pair && !sighted);
        full.setVisible(pair && sighted);
    }

    @Override
    public Node node() {
        return this;
    }

    @Override
    public void entered() {
        model.chooseRaters();
        var unused = model.compare().thenRun(this::front);
    }

    @Override
    public void left() {
        model.stop();
    }

    @Override
    public boolean handle(Command command) {
        if (command == Command.ADJUDICATE) {
            adjudicating.setSelected(!adjudicating.isSelected());
            return true;
        }
        if (adjudicating.isSelected()) {
            return adjudication.handle(command);
        }
        if (command == Command.UNDO) {
            model.undo();
            return true;
        }
        return false;
    }
}
