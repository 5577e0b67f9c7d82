package org.ictograph.ui.diary;

import java.io.File;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import java.util.function.Function;
import javafx.beans.binding.Bindings;
import javafx.beans.property.ObjectProperty;
import javafx.collections.ObservableList;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.stage.FileChooser;
import org.ictograph.model.Mark;
import org.ictograph.report.DiaryFigure;
import org.ictograph.report.drawing.Spot;
import org.ictograph.session.Notice;
import org.ictograph.ui.bench.Bench;
import org.ictograph.ui.bench.FigureCanvas;
import org.ictograph.ui.bench.FigurePainter;
import org.ictograph.ui.kit.Choices;
import org.ictograph.ui.kit.FieldName;
import org.ictograph.ui.kit.TextSize;
import org.ictograph.ui.kit.Wrapped;

/** One picture of the study or of an animal, with what is to be seen in it chosen above; a spot leads to the video. */
public final class DiaryPane extends BorderPane {
    /** Pixels of a picture file for a unit of the drawing, enough for print at half a page. */
    private static final double SHARPNESS = 2;

    private static final List<String> ENDINGS = List.of(".svg", ".png", ".csv");

    private final Bench bench;
    private final DiaryViewModel model;
    private final Consumer<Mark> goer;
    private final FigureCanvas canvas;

    /**
     * @param goer shows the moment of a mark
     * @param back leaves the pictures
     */
    public DiaryPane(Bench bench, DiaryViewModel model, Consumer<Mark> goer, Runnable back) {
        this.bench = bench;
        this.model = model;
        this.goer = goer;
        canvas = new FigureCanvas(bench, "diary", model::drawing, bench.text("diary.none"), this::follow);
        getStyleClass().add("panel");
        setTop(strip(back));
        setCenter(canvas);
        Label foot = new Label();
        foot.getStyleClass().add("muted");
        foot.textProperty()
                .bind(Bindings.createStringBinding(
                        () -> model.trouble().get().isEmpty()
                                ? bench.text("diary.advice")
                                : bench.failure(model.trouble().get()),
                        model.trouble()));
        HBox below = new HBox(foot);
        below.getStyleClass().add("strip");
        setBottom(below);
        model.diary().addListener((property, before, now) -> canvas.renew());
        model.figure().addListener((property, before, now) -> canvas.renew());
    }

    private HBox strip(Runnable back) {
        ComboBox<DiaryFigure> figures = new ComboBox<>();
        figures.setId("diary-figure");
        figures.getItems().setAll(DiaryFigure.values());
        figures.setConverter(Choices.shownAs(figure -> bench.text(figure.key())));
        figures.valueProperty().bindBidirectional(model.figure());
        figures.setAccessibleText(bench.text("diary.figure"));
        figures.setMinWidth(Region.USE_PREF_SIZE);
        Button save = new Button(bench.text("diary.save"));
        save.setId("diary-save");
        save.setMinWidth(Region.USE_PREF_SIZE);
        save.disableProperty()
                .bind(Bindings.createBooleanBinding(() -> model.diary().get().isEmpty(), model.diary()));
        save.setOnAction(pressed -> save());
        Button tables = new Button(bench.text("diary.back"));
        tables.setId("diary-back");
        tables.setMinWidth(Region.USE_PREF_SIZE);
        tables.setOnAction(pressed -> back.run());
        FlowPane choices = Wrapped.line(
                figures,
                box("animal", model.animals(), model.animal(), or("diary.animal.all", Function.identity()), 120),
                box("source", model.sources(), model.source(), or("diary.source.rule", rater -> rater.name()), 150),
                box("label", model.labels(), model.label(), bench.look()::label, 130),
                box("dose", model.doses(), model.dose(), or("diary.dose.none", bench.look()::label), 110));
        HBox.setHgrow(choices, Priority.ALWAYS);
        HBox strip = new HBox(choices, save, tables);
        strip.setAlignment(Pos.CENTER_LEFT);
        strip.getStyleClass().add("strip");
        return strip;
    }

    private <T> Function<Optional<T>, String> or(String none, Function<T, String> text) {
        return thing -> thing.map(text).orElseGet(() -> bench.text(none));
    }

    /** The list can change under it, and then the value of the model stays chosen. */
    private <T> HBox box(
            String what, ObservableList<T> things, ObjectProperty<T> chosen, Function<T, String> text, double width) {
        ComboBox<T> box = new ComboBox<>(things);
        box.setId("diary-" + what);
        box.setAccessibleText(bench.text("diary." + what));
        box.setConverter(Choices.shownAs(text));
        box.setPrefWidth(width);
        TextSize.grow(box);
        box.setValue(chosen.get());
        chosen.addListener((property, before, now) -> box.setValue(now));
        things.addListener((javafx.beans.Observable changed) -> box.setValue(chosen.get()));
        box.setOnAction(picked -> Optional.ofNullable(box.getValue()).ifPresent(chosen::set));
        HBox named = new HBox(6, new FieldName(bench.text("diary." + what)), box);
        named.setAlignment(Pos.CENTER_LEFT);
        return named;
    }

    /** Puts the focus where arrow keys walk through the figure. */
    public void takeFocus() {
        canvas.requestFocus();
    }

    private void follow(Spot spot) {
        model.follow(spot).ifPresent(goer);
    }

    private void save() {
        FileChooser chooser = new FileChooser();
        chooser.setTitle(bench.text("diary.save"));
        chooser.setInitialFileName(model.figure().get().word());
        for (String ending : ENDINGS) {
            chooser.getExtensionFilters()
                    .add(new FileChooser.ExtensionFilter(ending.substring(1).toUpperCase(Locale.ROOT), "*" + ending));
        }
        File file = chooser.showSaveDialog(getScene().getWindow());
        if (file != null) {
            save(file);
        }
    }

    /** Writes the figure in the form that the file's ending names. */
    void save(File chosen) {
        String ending = ENDINGS.stream()
                .filter(chosen.getName().toLowerCase(Locale.ROOT)::endsWith)
                .findFirst()
                .orElse("");
        File file = ending.isEmpty() ? new File(chosen.getPath() + ENDINGS.get(0)) : chosen;
        Optional<? extends CompletableFuture<?>> written = ending.equals(".png")
                ? model.drawing(DiaryViewModel.FILE_WIDTH, DiaryViewModel.FILE_HEIGHT)
                        .map(drawing -> bench.session()
                                .charting()
                                .write(FigurePainter.picture(drawing, SHARPNESS), file.toPath())
                                .result())
                : model.write(file.toPath());
        written.ifPresent(writing -> {
            var unused = writing.whenCompleteAsync(
                    (done, failure) -> bench.say()
                            .accept(
                                    failure == null
                                            ? Notice.done("diary.written", file.getName())
                                            : Notice.problem(failure)),
                    bench.session().workplace().fx());
        });
    }
}
