package org.ictograph.ui.agreement;

import java.io.File;
import java.util.Optional;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.layout.StackPane;
import javafx.stage.FileChooser;
import org.ictograph.model.Mark;
import org.ictograph.report.Papers;
import org.ictograph.report.drawing.Spot;
import org.ictograph.session.Notice;
import org.ictograph.ui.bench.Bench;
import org.ictograph.ui.bench.FigureCanvas;
import org.ictograph.ui.kit.Choices;

/** The table of figures or one of the drawn figures, with the choice between them and the button for the report. */
final class FiguresPane extends StackPane {
    private final Bench bench;
    private final AgreementViewModel model;
    private final FiguresViewModel figures;
    private final Runnable jump;
    private final FigureCanvas canvas;
    private final ComboBox<FigureKind> kinds = new ComboBox<>();
    private final ComboBox<String> measures = new ComboBox<>();
    private final Button report = new Button();

    /** @param jump shows the selected event */
    FiguresPane(Bench bench, AgreementViewModel model, Runnable jump) {
        this.bench = bench;
        this.model = model;
        this.jump = jump;
        this.figures = new FiguresViewModel(bench.session(), model, bench.look().messages());
        Dashboard table = new Dashboard(bench, model);
        canvas = new FigureCanvas(bench, "figure", figures::drawing, bench.text("agreement.figure.none"), this::follow);
        getChildren().addAll(table, canvas);
        setMinHeight(0);
        table.visibleProperty().bind(figures.kind().isEqualTo(FigureKind.TABLE));
        canvas.visibleProperty().bind(figures.kind().isNotEqualTo(FigureKind.TABLE));
        figures.kind().addListener((property, before, now) -> canvas.renew());
        figures.measure().addListener((property, before, now) -> canvas.renew());
        figures.everybody().addListener((property, before, now) -> canvas.renew());
        model.comparison().addListener((property, before, now) -> renew());
        model.label().addListener((property, before, now) -> canvas.renew());
        bench.session().state().recording().addListener((property, before, now) -> canvas.renew());
        bench.session().state().study().addListener((property, before, now) -> {
            if (!before.protocol().plan().equals(now.protocol().plan())) {
                canvas.renew();
            }
        });
        offer();
        renew();
    }

    /** What belongs into the strip above: which figure, which measure, and the report. */
    Node[] choices() {
        return new Node[] {kinds, measures, report};
    }

    private void offer() {
        kinds.setId("figureKind");
        kinds.getItems().setAll(FigureKind.values());
        kinds.setConverter(Choices.shownAs(kind -> bench.text(kind.key())));
        kinds.valueProperty().bindBidirectional(figures.kind());
        kinds.setMinWidth(USE_PREF_SIZE);
        kinds.setAccessibleText(bench.text("agreement.figure"));
        measures.getItems().setAll(FiguresViewModel.MEASURES);
        measures.setConverter(Choices.shownAs(measure -> bench.text("agreement.measure." + measure)));
        measures.valueProperty().bindBidirectional(figures.measure());
        measures.setMinWidth(USE_PREF_SIZE);
        measures.setAccessibleText(bench.text("agreement.measure"));
        measures.visibleProperty().bind(figures.kind().isEqualTo(FigureKind.PAIRS));
        measures.managedProperty().bind(measures.visibleProperty());
        report.setId("report");
        report.setText(bench.text("agreement.report"));
        report.setMinWidth(USE_PREF_SIZE);
        report.setOnAction(pressed -> write());
    }

    private void renew() {
        report.setDisable(model.comparison().get().isEmpty());
        canvas.renew();
    }

    private void follow(Spot spot) {
        Optional<Mark> elsewhere = figures.follow(spot);
        if (elsewhere.isPresent()) {
            Mark mark = elsewhere.get();
            bench.inRecording(mark.recordingId(), () -> model.loop(mark.cageId(), mark.span()));
        } else if (spot.raters().isEmpty()) {
            jump.run();
        }
    }

    private void write() {
        FileChooser chooser = new FileChooser();
        chooser.setTitle(bench.text("agreement.report"));
        chooser.setInitialFileName(bench.text("agreement.report.file"));
        for (String ending : Papers.ENDINGS) {
            chooser.getExtensionFilters()
                    .add(new FileChooser.ExtensionFilter(
                            ending.substring(1).toUpperCase(java.util.Locale.ROOT), "*" + ending));
        }
        File file = chooser.showSaveDialog(getScene().getWindow());
        if (file != null) {
            var unused = figures.write(file.toPath())
                    .whenCompleteAsync(
                            (written, failure) -> bench.say()
                                    .accept(
                                            failure == null
                                                    ? Notice.done("done.report", file.getName())
                                                    : Notice.problem(failure)),
                            bench.session().workplace().fx());
        }
    }
}
