package org.ictograph.ui.export;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import javafx.animation.KeyFrame;
import javafx.animation.Timeline;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.control.ProgressBar;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.util.Duration;
import org.ictograph.dataset.ExportCourse;
import org.ictograph.dataset.ExportOutcome;
import org.ictograph.ui.bench.Bench;
import org.ictograph.ui.kit.TextSize;
import org.ictograph.work.Job;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/** How far an export is, recording by recording, with the time that is left; there only while one is written. */
final class ProgressPanel extends BorderPane {
    private static final double TICK = 250;

    /** A stage and how much of it is done. */
    private record Line(ExportCourse.Stage stage, double done) {}

    private final Bench bench;
    private final ExportViewModel model;
    private final Label left = new Label();
    private final Button cancel;
    private final ObservableList<Line> lines = FXCollections.observableArrayList();
    private final ListView<Line> list = new ListView<>(lines);
    private final Timeline clock = new Timeline();
    private int at = -1;

    ProgressPanel(Bench bench, ExportViewModel model) {
        this.bench = bench;
        this.model = model;
        getStyleClass().add("panel");
        Label title = new Label(bench.text("export.progress"));
        title.getStyleClass().add("panel-title");
        left.getStyleClass().add("muted");
        left.setId("timeLeft");
        Region air = new Region();
        HBox.setHgrow(air, Priority.ALWAYS);
        cancel = new Button(bench.text("export.cancel"), new FontIcon(Feather.X));
        cancel.setId("cancelExport");
        cancel.setMinWidth(USE_PREF_SIZE);
        cancel.setOnAction(pressed -> {
            model.job().ifPresent(Job::cancel);
            tick();
        });
        HBox head = new HBox(title, left, air, cancel);
        head.setAlignment(Pos.CENTER_LEFT);
        head.getStyleClass().add("panel-header");
        setTop(head);
        list.setId("course");
        list.setAccessibleText(bench.text("export.progress"));
        list.getStyleClass().add("dense");
        list.setCellFactory(view -> new LineCell());
        setCenter(list);
        setMinHeight(150);
        setPrefHeight(180);
        clock.getKeyFrames().add(new KeyFrame(Duration.millis(TICK), tick -> tick()));
        clock.setCycleCount(Timeline.INDEFINITE);
        visibleProperty().bind(model.writing());
        managedProperty().bind(model.writing());
        model.writing().addListener((property, before, now) -> run(now));
        run(model.writing().get());
    }

    private void run(boolean writing) {
        at = -1;
        if (writing) {
            tick();
            clock.play();
        } else {
            clock.stop();
            lines.clear();
        }
    }

    private void tick() {
        model.job().ifPresent(this::show);
    }

    private void show(Job<ExportOutcome> job) {
        double fraction = job.state().fraction();
        List<Line> now = new ArrayList<>();
        for (ExportCourse.Stage stage : model.course().stages()) {
            now.add(new Line(stage, stage.done(fraction)));
        }
        if (!now.equals(lines)) {
            lines.setAll(now);
        }
        cancel.setDisable(job.cancelled());
        left.setText(job.cancelled() ? bench.text("export.cancelling") : left(fraction, job.secondsLeft()));
        int current = current(now);
        if (current != at) {
            at = current;
            list.scrollTo(Math.max(0, current - 1));
        }
    }

    private static int current(List<Line> now) {
        for (int i = 0; i < now.size(); i++) {
            if (now.get(i).done() < 1) {
                return i;
            }
        }
        return now.size() - 1;
    }

    private String left(double fraction, Optional<Double> seconds) {
        String percent = percent(fraction);
        return seconds.map(value -> percent + " · " + bench.text("export.left", Durations.text(bench, value)))
                .orElse(percent);
    }

    private String percent(double fraction) {
        return bench.text("export.percent", (int) (100 * fraction));
    }

    /** Clips where these are what is counted; the other stages do more than one thing with each. */
    private String count(Line line) {
        int clips = line.stage().clips();
        return line.stage().kind() == ExportCourse.Kind.CUT
                ? bench.text("export.stage.clips", (int) (line.done() * clips), clips)
                : percent(line.done());
    }

    private String name(ExportCourse.Stage stage) {
        return stage.kind() == ExportCourse.Kind.CUT
                ? stage.recording()
                : bench.text("export.stage." + stage.kind().name().toLowerCase(Locale.ROOT));
    }

    /** A name, a bar and how much is done. */
    private final class LineCell extends ListCell<Line> {
        private final Label name = new Label();
        private final ProgressBar bar = new ProgressBar(0);
        private final Label count = new Label();
        private final HBox row = new HBox(8, name, bar, count);

        LineCell() {
            row.setAlignment(Pos.CENTER_LEFT);
            name.setPrefWidth(220);
            bar.setMaxWidth(Double.MAX_VALUE);
            HBox.setHgrow(bar, Priority.ALWAYS);
            count.setMinWidth(110);
            TextSize.grow(name, count);
            count.setAlignment(Pos.CENTER_RIGHT);
            count.getStyleClass().add("muted");
            setPrefWidth(0);
        }

        @Override
        protected void updateItem(@Nullable Line line, boolean empty) {
            super.updateItem(line, empty);
            if (line == null || empty) {
                setGraphic(null);
                setAccessibleText(null);
                return;
            }
            name.setText(name(line.stage()));
            bar.setProgress(line.done());
            count.setText(count(line));
            setAccessibleText(name.getText() + ", " + count.getText());
            setGraphic(row);
        }
    }
}
