package org.ictograph.ui.study;

import java.nio.file.Path;
import java.time.ZoneId;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Collectors;
import javafx.scene.control.ButtonBar.ButtonData;
import javafx.scene.control.ButtonType;
import javafx.scene.control.Dialog;
import javafx.stage.Window;
import org.ictograph.model.Recording;
import org.ictograph.session.Notice;
import org.ictograph.session.Recordings;
import org.ictograph.session.Recordings.NewRecording;
import org.ictograph.ui.bench.Bench;
import org.ictograph.ui.kit.Sheet;
import org.ictograph.video.Seam;

/** Adds videos to the study: one file at once, several after asking how they belong together. */
public final class AddSheet {
    private final Bench bench;
    private final Recordings recordings;

    public AddSheet(Bench bench) {
        this.bench = bench;
        this.recordings = bench.session().recordings();
    }

    /** Starts adding videos; nothing happens when there are none. */
    public void add(List<Path> videos, Window owner) {
        if (videos.size() == 1) {
            recordings.add(NewRecording.of(videos.get(0)));
        } else if (!videos.isEmpty()) {
            var unused = recordings
                    .lineUp(videos)
                    .result()
                    .thenAcceptAsync(
                            lineup -> ask(new AddViewModel(lineup, ZoneId.systemDefault()), owner),
                            bench.session().workplace().fx());
        }
    }

    private void ask(AddViewModel model, Window owner) {
        ButtonType add = new ButtonType(bench.text("study.add.do"), ButtonData.OK_DONE);
        Dialog<ButtonType> sheet = new Dialog<>();
        sheet.setTitle(bench.text("study.add.title"));
        sheet.setHeaderText(bench.text("study.add.question", model.files().size()));
        sheet.setGraphic(null);
        sheet.setResizable(true);
        sheet.getDialogPane().setContent(new AddPane(bench.look(), model));
        sheet.getDialogPane().getButtonTypes().setAll(add, ButtonType.CANCEL);
        Sheet.over(sheet, owner);
        sheet.setOnHidden(hidden -> {
            if (sheet.getResult() == add) {
                model.recordings().forEach(this::add);
            }
        });
        sheet.show();
    }

    private void add(NewRecording added) {
        CompletableFuture<Recording> adding = recordings.add(added).result();
        if (added.files().size() > 1) {
            var unused = adding.thenCompose(recording ->
                            recordings.seams(recording).result().thenApply(seams -> told(recording, seams)))
                    .thenAcceptAsync(bench.say(), bench.session().workplace().fx());
        }
    }

    private static Notice told(Recording recording, List<Seam> seams) {
        String broken =
                seams.stream().filter(seam -> !seam.sound()).map(Seam::sentence).collect(Collectors.joining(" "));
        return broken.isEmpty()
                ? Notice.done(
                        "study.joined", recording.name(), recording.files().size())
                : Notice.done(
                        "study.joined.flaws",
                        recording.name(),
                        recording.files().size(),
                        broken);
    }
}
