package org.ictograph.ui.proposals;

import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressBar;
import javafx.scene.control.SelectionMode;
import javafx.scene.control.TableView;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import org.ictograph.timeline.TimeText;
import org.ictograph.ui.bench.Bench;
import org.ictograph.ui.kit.Tables;

/** The queue as a table, with a count of what is done. Selecting a row shows its proposal. */
final class QueuePanel extends BorderPane {
    private final Bench bench;
    private final ProposalsViewModel model;
    private final TableView<ProposalRow> table;
    private final Label counts = new Label();
    private final ProgressBar done = new ProgressBar(0);
    private boolean following;

    QueuePanel(Bench bench, ProposalsViewModel model) {
        this.bench = bench;
        this.model = model;
        getStyleClass().add("panel");
        table = table();
        table.setId("queue");
        table.setAccessibleText(bench.text("workspace.proposals"));
        setCenter(table);
        setBottom(foot());
        model.selected().addListener((property, before, now) -> follow(now));
        model.tally().addListener((property, before, now) -> {
            count();
            follow(model.selected().get());
        });
        table.getSelectionModel().selectedItemProperty().addListener((property, before, now) -> {
            if (now != null && !following) {
                model.show(now.id());
            }
        });
        count();
        follow(model.selected().get());
    }

    private TableView<ProposalRow> table() {
        TableView<ProposalRow> made = Tables.over(model.rows());
        made.getSelectionModel().setSelectionMode(SelectionMode.SINGLE);
        number(made, "proposals.score", 54, row -> row.proposal().score(), score -> decimals("%.2f", score));
        number(made, "word.cage", 48, ProposalRow::cage, String::valueOf);
        text(made, "word.animal", 58, ProposalRow::animal);
        number(made, "proposals.onset", 98, row -> row.proposal().span().start(), TimeText::clock);
        number(made, "proposals.length", 60, row -> row.proposal().span().length(), l -> decimals("%.1f s", l / 1e6));
        text(made, "word.label", 66, row -> bench.look().label(row.proposal().label()));
        text(made, "proposals.decision", 100, this::verdict);
        made.setColumnResizePolicy(TableView.CONSTRAINED_RESIZE_POLICY_FLEX_LAST_COLUMN);
        made.setPlaceholder(new Label(bench.text("proposals.alldecided")));
        return made;
    }

    /** Gives the table the keyboard. */
    void takeFocus() {
        table.requestFocus();
    }

    private String verdict(ProposalRow row) {
        return row.verdict()
                .map(verdict -> bench.text("verdict." + verdict.name().toLowerCase(Locale.ROOT)))
                .orElse("");
    }

    private String decimals(String format, double value) {
        return bench.look().number(format, value);
    }

    private <V extends Comparable<? super V>> void number(
            TableView<ProposalRow> into,
            String key,
            double width,
            Function<ProposalRow, V> value,
            Function<V, String> text) {
        Tables.addNumber(into, bench.text(key), width, value, text);
    }

    private void text(TableView<ProposalRow> into, String key, double width, Function<ProposalRow, String> text) {
        Tables.addText(into, bench.text(key), width, text);
    }

    private Node foot() {
        CheckBox onlyOpen = new CheckBox(bench.text("proposals.onlyopen"));
        onlyOpen.setMinWidth(USE_PREF_SIZE);
        onlyOpen.selectedProperty().bindBidirectional(model.onlyOpen());
        Region air = new Region();
        HBox.setHgrow(air, Priority.ALWAYS);
        counts.getStyleClass().add("muted");
        done.setPrefWidth(90);
        HBox foot = new HBox(done, counts, air, onlyOpen);
        foot.setAlignment(Pos.CENTER_LEFT);
        foot.getStyleClass().addAll("strip", "panel-foot");
        return foot;
    }

    private void count() {
        Tally tally = model.tally().get();
        counts.setText(
                bench.text("proposals.counts", tally.open(), tally.accepted(), tally.adjusted(), tally.rejected()));
        done.setProgress(tally.all() == 0 ? 0 : (double) tally.decided() / tally.all());
    }

    /** Shows in the table what was selected elsewhere, without starting it again. */
    private void follow(Optional<UUID> selected) {
        following = true;
        Tables.show(
                table,
                table.getItems().stream()
                        .filter(shown -> selected.filter(shown.id()::equals).isPresent())
                        .findFirst());
        following = false;
    }
}
