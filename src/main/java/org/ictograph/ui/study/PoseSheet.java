package org.ictograph.ui.study;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import javafx.event.ActionEvent;
import javafx.geometry.Insets;
import javafx.scene.Node;
import javafx.scene.control.ButtonBar.ButtonData;
import javafx.scene.control.ButtonType;
import javafx.scene.control.CheckBox;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Dialog;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.stage.Window;
import org.ictograph.model.PoseTrack;
import org.ictograph.model.Recording;
import org.ictograph.session.Notice;
import org.ictograph.session.PoseChoice;
import org.ictograph.session.Sentence;
import org.ictograph.ui.bench.Bench;
import org.ictograph.ui.kit.Choices;
import org.ictograph.ui.kit.FieldName;
import org.ictograph.ui.kit.Sheet;
import org.ictograph.work.Job;
import org.jspecify.annotations.Nullable;

/** Asks to which recording and cage a file of key points belongs, and attaches it; stays open with a sentence when it does not fit. */
final class PoseSheet {
    private static final double WIDTH = 560;
    private static final double GAP = 8;

    private final Bench bench;
    private final PosesViewModel model;
    private final Path file;
    private final ComboBox<Recording> recording;
    private final ComboBox<Optional<Integer>> cage;
    private final TextField track = new TextField();
    private final CheckBox inCage;
    private final Label told = new Label();
    private @Nullable Job<List<PoseTrack>> job;

    PoseSheet(Bench bench, PosesViewModel model, Path file) {
        this.bench = bench;
        this.model = model;
        this.file = file;
        this.recording = Choices.box(model.recordings(), Recording::name);
        this.cage = Choices.box(
                List.of(Optional.empty()),
                one -> one.map(number -> bench.text("labels.cage", number))
                        .orElseGet(() -> bench.text("poses.byplace")));
        this.inCage = new CheckBox(bench.text("poses.incage"));
        recording.setId("pose-recording");
        recording.setMaxWidth(Double.MAX_VALUE);
        recording.setOnAction(picked -> cages());
        recording.setValue(model.open().orElse(model.recordings().get(0)));
        cage.setId("pose-cage");
        cage.setMaxWidth(Double.MAX_VALUE);
        track.setId("pose-track");
        track.setPromptText(bench.text("poses.track.all"));
        inCage.setId("pose-incage");
        inCage.disableProperty()
                .bind(cage.valueProperty().map(Optional::isEmpty).orElse(true));
        told.setId("pose-told");
        told.setWrapText(true);
        told.setMinHeight(Region.USE_PREF_SIZE);
        say(bench.text("poses.sheet.advice"), "muted");
        cages();
    }

    private void cages() {
        List<Optional<Integer>> choices = new ArrayList<>(List.of(Optional.empty()));
        model.cages(recording.getValue()).forEach(number -> choices.add(Optional.of(number)));
        cage.getItems().setAll(choices);
        cage.getSelectionModel().selectFirst();
    }

    /** Shows the sheet over a window. */
    void show(Window owner) {
        ButtonType attach = new ButtonType(bench.text("poses.do"), ButtonData.OK_DONE);
        Dialog<ButtonType> sheet = new Dialog<>();
        sheet.setTitle(bench.text("poses.sheet", file.getFileName()));
        sheet.getDialogPane().setId("pose-sheet");
        GridPane fields = new GridPane(GAP, GAP);
        row(fields, "give.recording", recording);
        row(fields, "give.cage", cage);
        fields.add(inCage, 1, fields.getRowCount());
        row(fields, "poses.track", track);
        VBox content = new VBox(GAP * 2, fields, told);
        content.setPrefWidth(WIDTH);
        content.setPadding(new Insets(GAP * 2));
        sheet.getDialogPane().setContent(content);
        sheet.getDialogPane().setMinHeight(Region.USE_PREF_SIZE);
        sheet.getDialogPane().getButtonTypes().setAll(attach, ButtonType.CANCEL);
        Node button = sheet.getDialogPane().lookupButton(attach);
        button.setId("pose-do");
        button.addEventFilter(ActionEvent.ACTION, pressed -> {
            pressed.consume();
            attach(sheet, button);
        });
        Sheet.over(sheet, owner);
        sheet.setOnHidden(hidden -> Optional.ofNullable(job).ifPresent(Job::cancel));
        sheet.show();
    }

    private void row(GridPane fields, String key, javafx.scene.control.Control field) {
        GridPane.setHgrow(field, Priority.ALWAYS);
        fields.addRow(fields.getRowCount(), new FieldName(bench.text(key), field), field);
    }

    private void attach(Dialog<ButtonType> sheet, Node button) {
        PoseChoice choice = new PoseChoice(
                cage.getValue().map(OptionalInt::of).orElse(OptionalInt.empty()),
                Optional.of(track.getText().strip()).filter(name -> !name.isEmpty()),
                inCage.isSelected() && cage.getValue().isPresent());
        Recording chosen = recording.getValue();
        button.setDisable(true);
        say(bench.text("poses.reading"), "muted");
        job = model.attach(chosen, file, choice);
        var unused = job.result()
                .whenCompleteAsync(
                        (tracks, failure) -> {
                            button.setDisable(false);
                            if (failure == null) {
                                bench.say().accept(Notice.done("done.attached", tracks.size(), chosen.name()));
                                sheet.setResult(ButtonType.CLOSE);
                                sheet.close();
                            } else if (!Sentence.calledOff(failure)) {
                                say(bench.failure(Sentence.of(failure)), "problem");
                                sheet.getDialogPane().getScene().getWindow().sizeToScene();
                            }
                        },
                        bench.session().workplace().fx());
    }

    private void say(String sentence, String style) {
        told.setText(sentence);
        told.getStyleClass().removeAll("muted", "problem");
        told.getStyleClass().add(style);
    }
}
