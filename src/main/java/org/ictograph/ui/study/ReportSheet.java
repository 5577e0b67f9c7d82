package org.ictograph.ui.study;

import java.util.List;
import java.util.Locale;
import javafx.geometry.VPos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.GridPane;
import javafx.stage.Window;
import org.ictograph.model.Recording;
import org.ictograph.session.FrameTruth.FileReport;
import org.ictograph.ui.bench.Bench;
import org.ictograph.ui.kit.Sheet;
import org.ictograph.video.FrameReport.Finding;
import org.ictograph.video.FrameReport.Severity;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/** What a person should know about the frames of a recording, file by file, on a sheet of its own. */
final class ReportSheet {
    private static final double WIDTH = 620;
    private static final double HEIGHT = 340;

    private final Bench bench;
    private final Sheet sheet;

    ReportSheet(Bench bench, Recording recording, List<FileReport> reports) {
        this.bench = bench;
        GridPane rows = new GridPane();
        rows.getStyleClass().add("report");
        rows.setHgap(8);
        rows.setVgap(8);
        for (FileReport file : reports) {
            if (reports.size() > 1) {
                Label path = new Label(file.file().path());
                path.getStyleClass().add("panel-title");
                rows.add(path, 0, rows.getRowCount(), 2, 1);
            }
            file.seam()
                    .ifPresent(seam -> rows.addRow(
                            rows.getRowCount(),
                            severity(seam.sound() ? Severity.NOTE : Severity.WARNING),
                            sentence(seam.sentence())));
            for (Finding finding : file.report().findings()) {
                rows.addRow(rows.getRowCount(), severity(finding.severity()), sentence(finding.sentence()));
            }
        }
        ScrollPane scroll = new ScrollPane(rows);
        scroll.setFitToWidth(true);
        scroll.setPrefSize(WIDTH, HEIGHT);
        String title = bench.text("study.report.title", recording.name());
        sheet = new Sheet(title, scroll).headed(title);
    }

    private Node severity(Severity severity) {
        String key = severity.name().toLowerCase(Locale.ROOT);
        Feather icon = severity == Severity.WARNING ? Feather.ALERT_TRIANGLE : Feather.INFO;
        Label word = new Label(bench.text("study.report." + key), new FontIcon(icon));
        word.getStyleClass().add("report-" + key);
        word.setMinWidth(Label.USE_PREF_SIZE);
        GridPane.setValignment(word, VPos.TOP);
        return word;
    }

    private static Label sentence(String text) {
        Label sentence = new Label(text);
        sentence.setWrapText(true);
        sentence.setMaxWidth(WIDTH - 140);
        sentence.setMinHeight(Label.USE_PREF_SIZE);
        return sentence;
    }

    void show(Window owner) {
        sheet.show(owner);
    }
}
