package org.ictograph.ui.study;

import java.io.File;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import javafx.geometry.Insets;
import javafx.scene.control.ButtonBar.ButtonData;
import javafx.scene.control.ButtonType;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Dialog;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.Priority;
import javafx.stage.FileChooser;
import javafx.stage.Window;
import org.ictograph.exchange.LabelFormat;
import org.ictograph.exchange.LossReport;
import org.ictograph.model.Layer;
import org.ictograph.model.Mark;
import org.ictograph.model.Rater;
import org.ictograph.model.Recording;
import org.ictograph.model.Study;
import org.ictograph.session.Notice;
import org.ictograph.ui.bench.Bench;
import org.ictograph.ui.kit.Choices;
import org.ictograph.ui.kit.FieldName;
import org.ictograph.ui.kit.Sheet;

/** Asks whose labels are to be written in which format, and writes them. A rater who works blind writes their own only. */
public final class GiveSheet {
    private static final double WIDTH = 560;
    private static final double GAP = 8;

    private final Bench bench;
    private final Study study;
    private final ComboBox<LabelFormat> format;
    private final ComboBox<Optional<Rater>> whose;
    private final ComboBox<Optional<Recording>> recording;
    private final ComboBox<Optional<Integer>> cage;

    public GiveSheet(Bench bench) {
        this.bench = bench;
        this.study = bench.session().state().study().get();
        this.format = choice(
                bench.session().workplace().formats().stream()
                        .filter(LabelFormat::writes)
                        .toList(),
                one -> LabelsSheet.formatName(bench, one));
        boolean sighted = bench.session().state().sighted().get();
        List<Optional<Rater>> raters = new ArrayList<>();
        raters.add(Optional.of(bench.session().state().rater().get()));
        if (sighted) {
            study.raters().stream()
                    .map(Optional::of)
                    .filter(each -> !raters.contains(each))
                    .forEach(raters::add);
            raters.add(Optional.empty());
        }
        this.whose = choice(raters, rater -> rater.map(Rater::name).orElse(bench.text("give.consensus")));
        this.recording =
                choice(all(study.recordings()), one -> one.map(Recording::name).orElse(bench.text("give.all")));
        this.cage = choice(
                all(study.cages().stream()
                        .map(each -> each.position())
                        .distinct()
                        .sorted()
                        .toList()),
                one -> one.map(String::valueOf).orElse(bench.text("give.all")));
        bench.session().state().recording().get().ifPresent(open -> recording.setValue(Optional.of(open)));
    }

    private static <T> List<Optional<T>> all(List<T> each) {
        List<Optional<T>> all = new ArrayList<>(List.of(Optional.empty()));
        each.forEach(one -> all.add(Optional.of(one)));
        return all;
    }

    private static <T> ComboBox<T> choice(List<T> items, Function<T, String> text) {
        ComboBox<T> box = Choices.box(items, text);
        box.setMaxWidth(Double.MAX_VALUE);
        box.getSelectionModel().selectFirst();
        return box;
    }

    /** Shows the sheet over a window. */
    public void show(Window owner) {
        ButtonType give = new ButtonType(bench.text("give.do"), ButtonData.OK_DONE);
        Dialog<ButtonType> sheet = new Dialog<>();
        sheet.setTitle(bench.text("give.title"));
        sheet.getDialogPane().setId("give-sheet");
        GridPane content = new GridPane(GAP, GAP);
        row(content, "labels.format", format);
        row(content, "give.what", whose);
        row(content, "give.recording", recording);
        row(content, "give.cage", cage);
        content.setPrefWidth(WIDTH);
        content.setPadding(new Insets(GAP * 2));
        sheet.getDialogPane().setContent(content);
        sheet.getDialogPane().getButtonTypes().setAll(give, ButtonType.CANCEL);
        Sheet.over(sheet, owner);
        sheet.setOnHidden(hidden -> {
            if (sheet.getResult() == give) {
                save(owner);
            }
        });
        sheet.show();
    }

    private void row(GridPane content, String key, ComboBox<?> box) {
        FieldName name = new FieldName(bench.text(key), box);
        GridPane.setHgrow(box, Priority.ALWAYS);
        content.addRow(content.getRowCount(), name, box);
    }

    private void save(Window owner) {
        FileChooser chooser = new FileChooser();
        chooser.setTitle(bench.text("give.title"));
        File file = chooser.showSaveDialog(owner);
        if (file != null) {
            var unused = bench.session()
                    .interchange()
                    .give(format.getValue(), file.toPath(), wanted())
                    .result()
                    .whenCompleteAsync(
                            (told, failure) ->
                                    bench.say().accept(failure != null ? Notice.problem(failure) : done(told, file)),
                            bench.session().workplace().fx());
        }
    }

    private Notice done(LossReport told, File file) {
        String losses = told.sentences().stream()
                .map(sentence -> " " + bench.look().messages().loss(sentence))
                .collect(Collectors.joining());
        return Notice.done("give.done", told.kept(), file.getName(), losses);
    }

    private Predicate<Mark> wanted() {
        Optional<Rater> rater = whose.getValue();
        Optional<Recording> only = recording.getValue();
        Optional<Integer> position = cage.getValue();
        return mark -> rater.map(one -> mark.layer() == Layer.RATING && one.id().equals(mark.raterId()))
                        .orElse(mark.layer() == Layer.CONSENSUS)
                && only.map(Recording::id).orElse(mark.recordingId()).equals(mark.recordingId())
                && position.flatMap(wanted -> study.cage(mark.cageId()).map(found -> wanted.equals(found.position())))
                        .orElse(position.isEmpty());
    }
}
