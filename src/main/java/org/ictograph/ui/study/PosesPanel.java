package org.ictograph.ui.study;

import java.io.File;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import javafx.beans.binding.Bindings;
import javafx.collections.transformation.FilteredList;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TableView;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.stage.FileChooser;
import javafx.stage.Window;
import org.ictograph.session.Notice;
import org.ictograph.ui.bench.Bench;
import org.ictograph.ui.kit.Tables;

/** Which key points are attached to which cage, and whether their files are there; attaches more and takes some away. */
final class PosesPanel extends BorderPane {
    private final Bench bench;
    private final PosesViewModel model;
    private final TableView<PoseRow> table;

    PosesPanel(Bench bench, PosesViewModel model) {
        this.bench = bench;
        this.model = model;
        this.table = Tables.over(new FilteredList<>(model.rows()));
        getStyleClass().add("panel");
        table.setId("poses");
        table.setAccessibleText(bench.text("poses.title"));
        table.setPlaceholder(new Label(bench.text("poses.none")));
        Tables.addText(table, bench.text("give.recording"), 130, PoseRow::recording);
        Tables.addNumber(table, bench.text("give.cage"), 56, PoseRow::cage, String::valueOf);
        Tables.addText(table, bench.text("poses.animal"), 80, PoseRow::subject);
        Tables.addText(table, bench.text("poses.file"), 190, PoseRow::file);
        Tables.addText(table, bench.text("poses.state"), 90, this::state);
        Tables.addText(table, bench.text("poses.track"), 110, PoseRow::animal);
        Tables.addText(table, bench.text("poses.points"), 220, row -> String.join(", ", row.points()));
        setTop(head());
        setCenter(table);
    }

    private String state(PoseRow row) {
        return bench.text("poses.state." + row.state().name().toLowerCase(Locale.ROOT));
    }

    private HBox head() {
        Button attach = new Button(bench.text("poses.attach"));
        attach.setId("attach-pose");
        attach.setMinWidth(USE_PREF_SIZE);
        attach.setOnAction(pressed -> attach(getScene().getWindow()));
        Button detach = new Button(bench.text("poses.detach"));
        detach.setId("detach-pose");
        detach.setMinWidth(USE_PREF_SIZE);
        detach.setOnAction(pressed -> detach());
        detach.disableProperty().bind(Bindings.isEmpty(table.getSelectionModel().getSelectedItems()));
        bench.editing(attach, detach);
        Region air = new Region();
        HBox.setHgrow(air, Priority.ALWAYS);
        Label advice = new Label(bench.text("poses.advice"));
        advice.getStyleClass().add("muted");
        HBox head = new HBox(8, attach, detach, air, advice);
        head.setAlignment(Pos.CENTER_LEFT);
        head.getStyleClass().add("panel-header");
        return head;
    }

    /** Asks for a file of key points and how it belongs to the cages. */
    void attach(Window owner) {
        FileChooser chooser = new FileChooser();
        chooser.setTitle(bench.text("poses.choose"));
        chooser.getExtensionFilters()
                .add(new FileChooser.ExtensionFilter(bench.text("poses.kinds"), "*.csv", "*.h5", "*.hdf5", "*.slp"));
        Optional.ofNullable(chooser.showOpenDialog(owner)).map(File::toPath).ifPresent(file -> attach(file, owner));
    }

    /** Asks how a file of key points belongs to the cages. */
    void attach(Path file, Window owner) {
        if (model.recordings().isEmpty()) {
            bench.say().accept(Notice.done("poses.norecordings"));
        } else {
            new PoseSheet(bench, model, file).show(owner);
        }
    }

    private void detach() {
        List<PoseRow> chosen = List.copyOf(table.getSelectionModel().getSelectedItems());
        var unused = model.detach(chosen)
                .thenAccept(done ->
                        done.ifPresent(entry -> bench.say().accept(Notice.done("done.detached", chosen.size()))));
    }
}
