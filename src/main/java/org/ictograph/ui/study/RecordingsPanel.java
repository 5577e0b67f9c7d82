package org.ictograph.ui.study;

import java.io.File;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.function.Function;
import javafx.beans.binding.Bindings;
import javafx.collections.transformation.FilteredList;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableRow;
import javafx.scene.control.TableView;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.stage.DirectoryChooser;
import javafx.stage.FileChooser;
import org.ictograph.model.FrameRate;
import org.ictograph.model.Rater;
import org.ictograph.session.Notice;
import org.ictograph.timeline.TimeText;
import org.ictograph.ui.bench.Bench;
import org.ictograph.ui.kit.Tables;
import org.ictograph.ui.kit.Wrapped;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/** The recordings of the study, their state and how far each rater is with them. */
final class RecordingsPanel extends BorderPane {
    private final Bench bench;
    private final StudyViewModel model;
    private final Consumer<UUID> opener;
    private final TableView<RecordingRow> table;
    private final Button open;
    private final Button relink;
    private final Button copyCages;
    private final Button propose;
    private final Button report;

    /** @param opener opens a recording for marking */
    RecordingsPanel(Bench bench, StudyViewModel model, Consumer<UUID> opener) {
        this.bench = bench;
        this.model = model;
        this.opener = opener;
        getStyleClass().add("panel");
        table = Tables.over(new FilteredList<>(model.recordings()));
        table.setId("recordings");
        table.setAccessibleText(bench.text("study.recordings"));
        table.setEditable(bench.writing());
        table.setPlaceholder(new Label(bench.text("study.norecordings")));
        open = button("study.open", Feather.EDIT_3, this::openSelected);
        relink = button("study.relink", Feather.LINK, this::relink);
        copyCages = button("study.copycages", Feather.COPY, this::copyCages);
        propose = button("study.propose", Feather.ZAP, this::proposeSelected);
        report = button("study.report", Feather.CLIPBOARD, this::reportSelected);
        open.setId("open-selected");
        report.setId("frame-report");
        setTop(head());
        setCenter(table);
        table.setRowFactory(view -> {
            TableRow<RecordingRow> row = new TableRow<>();
            row.setOnMouseClicked(click -> {
                if (click.getClickCount() == 2 && !row.isEmpty()) {
                    openSelected();
                }
            });
            return row;
        });
        table.setOnKeyPressed(key -> {
            if (key.getCode() == KeyCode.ENTER && table.getEditingCell() == null) {
                openSelected();
                key.consume();
            }
        });
        columns();
        model.raters().addListener((javafx.beans.Observable changed) -> columns());
        model.sighted().addListener((property, before, now) -> columns());
        bench.session().state().rater().addListener((property, before, now) -> columns());
        var selected = table.getSelectionModel().selectedItemProperty();
        open.disableProperty().bind(Bindings.isNull(selected));
        relink.disableProperty()
                .bind(Bindings.createBooleanBinding(
                        () -> model.recordings().stream().noneMatch(RecordingRow::missing), model.recordings()));
        copyCages.disableProperty().bind(Bindings.isNull(selected));
        propose.disableProperty().bind(Bindings.isNull(selected));
        report.disableProperty().bind(Bindings.isNull(selected));
        bench.editing(copyCages, relink, propose);
    }

    /** Puts the focus on the list. */
    void takeFocus() {
        table.requestFocus();
    }

    private HBox head() {
        Label title = new Label(bench.text("study.recordings"));
        title.getStyleClass().add("panel-title");
        title.setMinWidth(USE_PREF_SIZE);
        Button add = button("study.add", Feather.PLUS, this::chooseVideos);
        HBox head = new HBox(title, Wrapped.right(copyCages, relink, report, propose, open, add));
        bench.editing(add);
        head.setAlignment(Pos.CENTER_LEFT);
        head.getStyleClass().add("panel-header");
        return head;
    }

    private Button button(String key, Feather icon, Runnable action) {
        Button button = new Button(bench.text(key), new FontIcon(icon));
        button.setMinWidth(USE_PREF_SIZE);
        button.setOnAction(pressed -> action.run());
        return button;
    }

    private void columns() {
        List<TableColumn<RecordingRow, ?>> columns = new ArrayList<>();
        columns.add(wide(
                Cells.editable(
                        bench.text("word.recording"), row -> row.recording().name(), (row, name) -> {
                            boolean taken = model.rename(row.recording(), name);
                            return taken || refuse("study.name.refused");
                        }),
                116));
        columns.add(wide(Tables.column(bench.text("study.state"), this::state), 84));
        columns.add(wide(
                Cells.editable(
                        bench.text("study.start"),
                        row -> WallClock.text(row.recording()),
                        (row, start) -> model.setStart(row.recording(), start) || refuse("study.start.refused")),
                142));
        columns.add(number("study.duration", 78, row -> row.recording().duration(), RecordingsPanel::clock));
        columns.add(number("study.frames", 70, row -> row.recording().frames(), TimeText::frame));
        columns.add(wide(
                Cells.editable(
                        bench.text("study.rate"),
                        this::rate,
                        (row, typed) -> typed.equals(rate(row))
                                || model.setRate(row.recording(), typed)
                                || refuse("study.rate.refused")),
                92));
        columns.add(number("study.cages", 56, RecordingRow::cages, String::valueOf));
        columns.add(number("study.marks", 56, RecordingRow::marks, String::valueOf));
        for (int i = 0; i < model.raters().size(); i++) {
            int at = i;
            Rater rater = model.raters().get(i);
            if (model.sighted().get() || rater.equals(model.rater())) {
                columns.add(wide(
                        Cells.share(
                                bench.text("study.looked", rater.name()),
                                row -> at < row.looked().size() ? row.looked().get(at) : 0.0),
                        124));
            }
        }
        table.getColumns().setAll(columns);
    }

    /** Without the milliseconds. */
    private static String clock(long micros) {
        String text = TimeText.clock(micros);
        return text.substring(0, text.indexOf('.'));
    }

    private <V extends Comparable<? super V>> TableColumn<RecordingRow, V> number(
            String key, double width, Function<RecordingRow, V> value, Function<V, String> text) {
        TableColumn<RecordingRow, V> column = Tables.column(bench.text(key), value, text);
        column.getStyleClass().add("number-column");
        return wide(column, width);
    }

    private static <V> TableColumn<RecordingRow, V> wide(TableColumn<RecordingRow, V> column, double width) {
        column.setPrefWidth(Tables.width(column.getText(), width));
        return column;
    }

    private String state(RecordingRow row) {
        if (row.missing()) {
            return bench.text("study.state.missing");
        }
        return bench.text(row.cages() == 0 ? "study.state.nocages" : "study.state.ready");
    }

    /** The rate that a person stated, else nothing. */
    private String rate(RecordingRow row) {
        return row.recording().files().get(0).rate().map(FrameRate::toString).orElse("");
    }

    private void reportSelected() {
        selected().ifPresent(row -> {
            var unused = model.report(row.id())
                    .result()
                    .whenCompleteAsync(
                            (reports, failure) -> {
                                if (failure == null) {
                                    new ReportSheet(bench, row.recording(), reports)
                                            .show(getScene().getWindow());
                                } else {
                                    bench.say().accept(Notice.problem(failure));
                                }
                            },
                            bench.session().workplace().fx());
        });
    }

    private boolean refuse(String key) {
        bench.say().accept(Notice.done(key));
        return false;
    }

    private Optional<RecordingRow> selected() {
        return Optional.ofNullable(table.getSelectionModel().getSelectedItem());
    }

    private void openSelected() {
        selected().ifPresent(row -> opener.accept(row.id()));
    }

    private void proposeSelected() {
        table.getSelectionModel().getSelectedItems().forEach(row -> model.propose(row.id()));
    }

    /** Searches a folder for all videos that are missing. */
    private void relink() {
        DirectoryChooser chooser = new DirectoryChooser();
        chooser.setTitle(bench.text("study.relink.title"));
        File folder = chooser.showDialog(getScene().getWindow());
        if (folder != null) {
            var unused = model.relink(folder.toPath())
                    .result()
                    .thenAcceptAsync(
                            done -> bench.say()
                                    .accept(Notice.done(
                                            "study.relinked",
                                            done.found().size(),
                                            done.missing().size())),
                            bench.session().workplace().fx());
        }
    }

    /** Asks for video files and adds them. */
    void chooseVideos() {
        FileChooser chooser = new FileChooser();
        chooser.setTitle(bench.text("study.add.title"));
        List<File> files = chooser.showOpenMultipleDialog(getScene().getWindow());
        if (files != null) {
            List<Path> paths = files.stream().map(File::toPath).toList();
            new AddSheet(bench).add(paths, getScene().getWindow());
        }
    }

    private void copyCages() {
        List<UUID> targets = table.getSelectionModel().getSelectedItems().stream()
                .map(RecordingRow::id)
                .toList();
        if (model.open().isEmpty()) {
            refuse("study.copycages.refused");
            return;
        }
        var unused = model.copyCagesTo(targets)
                .thenAccept(copied -> bench.say().accept(Notice.done("study.copied", copied)));
    }
}
