package org.ictograph.ui.proposals;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.concurrent.CompletableFuture;
import java.util.stream.DoubleStream;
import javafx.geometry.HPos;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import javafx.stage.Window;
import org.ictograph.localizer.ModelCard;
import org.ictograph.measure.Calibration;
import org.ictograph.ui.kit.Look;
import org.ictograph.ui.kit.Sheet;

/** The card of a model: what it learned from, how good it is on animals that it had not seen, and what to beware of. */
public final class CardSheet {
    private static final double WIDTH = 760;
    private static final double HEIGHT = 520;
    private static final double GAP = 14;

    private final Look look;

    public CardSheet(Look look) {
        this.look = look;
    }

    /** Shows the card once it is read, where the model has one. */
    void show(Window owner, String model, CompletableFuture<Optional<ModelCard>> card) {
        var unused = card.thenAccept(read -> read.ifPresent(there -> show(owner, model, there)));
    }

    public void show(Window owner, String model, ModelCard card) {
        VBox content = new VBox(12);
        content.setId("card");
        content.setMaxWidth(WIDTH);
        content.getChildren()
                .addAll(
                        words("card.learned", card.learned().size(), String.join(", ", card.learned())),
                        words("card.tested", card.heldOut().size(), String.join(", ", card.heldOut())));
        if (!card.precision().isEmpty()) {
            content.getChildren()
                    .addAll(
                            title("card.precision"),
                            precision(card),
                            words(
                                    "card.proposals",
                                    number(card.least()),
                                    FoundText.of(look, card.found(), card.events()),
                                    number(card.falsePerHour())));
        }
        if (!card.folds().isEmpty()) {
            content.getChildren().addAll(title("card.folds"), folds(card.folds()));
        }
        if (!card.precision().isEmpty()) {
            content.getChildren().addAll(title("card.calibration"), calibration(card.calibration()));
        }
        if (!card.remarks().isEmpty()) {
            content.getChildren().add(title("card.remarks"));
            card.remarks().forEach(remark -> content.getChildren().add(label(remark)));
        }
        Label hash = words("card.hash", card.dataHash());
        hash.getStyleClass().add("muted");
        content.getChildren().add(hash);
        ScrollPane scroll = new ScrollPane(content);
        scroll.setFitToWidth(true);
        scroll.setPrefSize(WIDTH + 20, HEIGHT);
        scroll.setAccessibleText(look.text("card.title", model));
        new Sheet(look.text("card.title", model), scroll).show(owner);
    }

    private Node precision(ModelCard card) {
        List<List<String>> rows = new ArrayList<>();
        List<String> head = new ArrayList<>(List.of("", look.text("card.events")));
        card.tiou().forEach(tiou -> head.add(look.number("%.1f", tiou)));
        head.add(look.text("card.mean"));
        rows.add(head);
        for (ModelCard.Precision one : card.precision()) {
            List<String> row = new ArrayList<>();
            row.add(
                    switch (one.whose()) {
                        case LABEL -> one.name();
                        case MEAN -> look.text("card.mean");
                        case CLIP_ORACLE -> look.text("card.oracle");
                    });
            row.add(one.whose() == ModelCard.Whose.LABEL ? Integer.toString(one.events()) : "");
            one.values().forEach(value -> row.add(look.number("%.3f", value)));
            row.add(number(
                    one.values().stream().mapToDouble(Double::doubleValue).average(), "%.3f"));
            rows.add(row);
        }
        return grid(rows);
    }

    private Node folds(List<ModelCard.Fold> folds) {
        List<List<String>> rows = new ArrayList<>();
        rows.add(List.of(
                look.text("card.animals"),
                look.text("card.clips"),
                look.text("card.accuracy"),
                look.text("card.sensitivity"),
                look.text("card.specificity"),
                look.text("card.exactness"),
                "F1"));
        for (ModelCard.Fold fold : folds) {
            rows.add(List.of(
                    String.join(", ", fold.animals()),
                    Integer.toString(fold.clips()),
                    number(fold.accuracy(), "%.3f"),
                    number(fold.sensitivity(), "%.3f"),
                    number(fold.specificity(), "%.3f"),
                    number(fold.precision(), "%.3f"),
                    number(fold.f1(), "%.3f")));
        }
        rows.add(List.of(
                look.text("card.mean"),
                "",
                mean(folds.stream().map(ModelCard.Fold::accuracy).toList()),
                mean(folds.stream().map(ModelCard.Fold::sensitivity).toList()),
                mean(folds.stream().map(ModelCard.Fold::specificity).toList()),
                mean(folds.stream().map(ModelCard.Fold::precision).toList()),
                mean(folds.stream().map(ModelCard.Fold::f1).toList())));
        return grid(rows);
    }

    private String mean(List<OptionalDouble> values) {
        return number(
                values.stream()
                        .flatMapToDouble(value ->
                                value.isPresent() ? DoubleStream.of(value.getAsDouble()) : DoubleStream.empty())
                        .average(),
                "%.3f");
    }

    private Node calibration(Calibration calibration) {
        ReliabilityPlot plot = new ReliabilityPlot(look);
        plot.setId("card-reliability");
        plot.show(calibration.bins());
        List<List<String>> rows = new ArrayList<>();
        rows.add(List.of(
                look.text("card.bin"), look.text("card.proposed"), look.text("card.score"), look.text("card.right")));
        for (Calibration.Bin bin : calibration.bins()) {
            rows.add(List.of(
                    look.number("%.1f", bin.from()) + " – " + look.number("%.1f", bin.to()),
                    Integer.toString(bin.proposals()),
                    look.number("%.2f", bin.score()),
                    look.number("%.2f", bin.right())));
        }
        Label error = words(
                "card.error",
                number(calibration.error().value(), "%.3f"),
                calibration.error().n());
        VBox right = new VBox(10, error, calibration.bins().isEmpty() ? label("") : grid(rows));
        HBox both = new HBox(GAP, plot, right);
        both.setAlignment(Pos.TOP_LEFT);
        return both;
    }

    private static GridPane grid(List<List<String>> rows) {
        GridPane grid = new GridPane();
        grid.setHgap(GAP);
        grid.setVgap(4);
        for (int row = 0; row < rows.size(); row++) {
            for (int column = 0; column < rows.get(row).size(); column++) {
                Label cell = new Label(rows.get(row).get(column));
                cell.getStyleClass().add(row == 0 ? "field-name" : column == 0 ? "word" : "number");
                if (column == 0) {
                    cell.setWrapText(true);
                    cell.setMaxWidth(WIDTH / 3);
                } else {
                    cell.setMinWidth(Label.USE_PREF_SIZE);
                    GridPane.setHalignment(cell, HPos.RIGHT);
                }
                grid.add(cell, column, row);
            }
        }
        return grid;
    }

    private Label title(String key) {
        Label title = words(key);
        title.getStyleClass().add("panel-title");
        return title;
    }

    private Label words(String key, Object... arguments) {
        return label(look.text(key, arguments));
    }

    private static Label label(String words) {
        Label label = new Label(words);
        label.setWrapText(true);
        label.setMinHeight(Label.USE_PREF_SIZE);
        return label;
    }

    private String number(OptionalDouble value) {
        return number(value, "%.2f");
    }

    private String number(OptionalDouble value, String format) {
        return value.isPresent() ? look.number(format, value.getAsDouble()) : "–";
    }
}
