package org.ictograph.ui.agreement;

import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Consumer;
import java.util.function.Function;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Label;
import javafx.scene.control.SelectionMode;
import javafx.scene.control.TableView;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import org.ictograph.measure.Finding;
import org.ictograph.timeline.TimeText;
import org.ictograph.ui.bench.Bench;
import org.ictograph.ui.kit.Tables;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/** The events behind the figures. Selecting one jumps to it in the video. */
final class FindingsPanel extends BorderPane {
    private final Bench bench;
    private final AgreementViewModel model;
    private final TableView<FindingRow> table;
    private final Button onlyLabel;
    private boolean following;

    /** @param jump shows an event in the video */
    FindingsPanel(Bench bench, AgreementViewModel model, Consumer<FindingRow> jump) {
        this.bench = bench;
        this.model = model;
        getStyleClass().add("panel");
        table = Tables.over(model.findings());
        table.setId("findings");
        table.setAccessibleText(bench.text("agreement.disagreements"));
        table.getSelectionModel().setSelectionMode(SelectionMode.SINGLE);
        table.setPlaceholder(Waiting.orNothing(bench.look(), model.busy(), "agreement.nothingopen"));
        text("word.recording", 120, FindingRow::recording);
        number("word.cage", 50, FindingRow::cage, String::valueOf);
        text("word.animal", 64, FindingRow::animal);
        number("proposals.onset", 98, row -> row.finding().span().start(), TimeText::clock);
        number(
                "proposals.length",
                64,
                row -> row.finding().span().length(),
                l -> bench.look().number("%.1f s", l / 1e6));
        text("word.label", 150, row -> bench.look().label(row.label()));
        Tables.stretch(table, table.getColumns().get(table.getColumns().size() - 1), 220);
        text("agreement.kind", 110, this::kind);
        difference("agreement.donset", FindingRow::onsetDifference);
        difference("agreement.doffset", FindingRow::offsetDifference);
        onlyLabel = new Button("", new FontIcon(Feather.X));
        onlyLabel.setContentDisplay(javafx.scene.control.ContentDisplay.RIGHT);
        onlyLabel.getStyleClass().add(atlantafx.base.theme.Styles.SMALL);
        onlyLabel.setOnAction(pressed -> {
            model.behind().set(Optional.empty());
            model.label().set(Optional.empty());
        });
        setTop(head());
        setCenter(table);
        table.getSelectionModel().selectedItemProperty().addListener((property, before, now) -> {
            if (now != null && !following) {
                model.selected().set(Optional.of(now));
                jump.accept(now);
            }
        });
        model.selected().addListener((property, before, now) -> follow(now));
        model.label().addListener((property, before, now) -> showLabel());
        model.behind().addListener((property, before, now) -> showLabel());
        showLabel();
    }

    /** Events of one side only have no difference and sort before all pairs. */
    private void difference(String key, Function<FindingRow, OptionalLong> micros) {
        number(
                key,
                72,
                row -> micros.apply(row).orElse(Long.MIN_VALUE),
                value -> new Figures(bench.look())
                        .signed(value == Long.MIN_VALUE ? OptionalLong.empty() : OptionalLong.of(value)));
    }

    private HBox head() {
        Label title = new Label(bench.text("agreement.disagreements"));
        title.getStyleClass().add("panel-title");
        Region air = new Region();
        HBox.setHgrow(air, Priority.ALWAYS);
        CheckBox all = new CheckBox(bench.text("agreement.all"));
        all.selectedProperty().bindBidirectional(model.all());
        HBox head = new HBox(title, onlyLabel, air, all);
        head.setAlignment(Pos.CENTER_LEFT);
        head.getStyleClass().add("panel-header");
        return head;
    }

    private <V extends Comparable<? super V>> void number(
            String key, double width, Function<FindingRow, V> value, Function<V, String> text) {
        Tables.addNumber(table, bench.text(key), width, value, text);
    }

    private void text(String key, double width, Function<FindingRow, String> text) {
        Tables.addText(table, bench.text(key), width, text);
    }

    private String kind(FindingRow row) {
        if (row.settled()) {
            return bench.text("agreement.settled");
        }
        var made = model.comparison().get();
        return switch (row.finding().kind()) {
            case AGREED -> bench.text("agreement.agreed");
            case EDGES_DIFFER -> bench.text("agreement.edgesdiffer");
            case ONLY_A, ONLY_B ->
                model.hides(row)
                        ? bench.text("agreement.onlyone")
                        : bench.text(
                                "agreement.only",
                                made.map(both -> (row.finding().kind() == Finding.Kind.ONLY_A ? both.a() : both.b())
                                                .name())
                                        .orElse(""));
        };
    }

    private void showLabel() {
        Optional<String> label = model.label().get();
        boolean behind = model.behind().get().isPresent();
        onlyLabel.setText(
                behind
                        ? bench.text("agreement.behind", model.findings().size())
                        : label.map(bench.look()::label).orElse(""));
        onlyLabel.setVisible(behind || label.isPresent());
    }

    private void follow(Optional<FindingRow> selected) {
        following = true;
        Tables.show(table, selected);
        following = false;
    }
}
