package org.ictograph.ui.agreement;

import java.util.Comparator;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.collections.transformation.FilteredList;
import javafx.scene.control.Label;
import javafx.scene.control.SelectionMode;
import javafx.scene.control.TableCell;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.util.Duration;
import org.ictograph.measure.AgreementReport;
import org.ictograph.measure.Coefficient;
import org.ictograph.measure.EdgeDifferences;
import org.ictograph.measure.EventAgreement;
import org.ictograph.measure.LabelAgreement;
import org.ictograph.measure.Statistic;
import org.ictograph.ui.bench.Bench;
import org.ictograph.ui.kit.Tables;
import org.jspecify.annotations.Nullable;

/**
 * One row of figures for each label. Selecting a row lists the events behind it. No figure stands without its definition:
 * the head says over which time, bins and animals, each cell says n, and why a value is undefined.
 */
final class Dashboard extends BorderPane {
    private final Bench bench;
    private final AgreementViewModel model;
    private final Figures figures;
    private final TableView<LabelAgreement> table;
    private final Label basis = new Label();

    Dashboard(Bench bench, AgreementViewModel model) {
        this.bench = bench;
        this.model = model;
        this.figures = new Figures(bench.look());
        getStyleClass().add("panel");
        table = Tables.over(new FilteredList<>(model.labels()));
        table.setId("dashboard");
        table.setAccessibleText(bench.text("agreement.figures"));
        table.getSelectionModel().setSelectionMode(SelectionMode.SINGLE);
        table.setPlaceholder(Waiting.orNothing(bench.look(), model.busy(), "agreement.nolabels"));
        columns();
        table.getSelectionModel()
                .selectedItemProperty()
                .addListener((property, before, now) ->
                        model.label().set(Optional.ofNullable(now).map(LabelAgreement::label)));
        Label title = new Label(bench.text("agreement.figures"));
        title.getStyleClass().add("panel-title");
        title.setMinWidth(USE_PREF_SIZE);
        basis.getStyleClass().add("muted");
        basis.setWrapText(true);
        HBox head = new HBox(title, basis);
        head.getStyleClass().add("panel-header");
        setTop(head);
        setCenter(table);
        model.comparison().addListener((property, before, now) -> showBasis());
        model.label().addListener((property, before, now) -> {
            if (now.isEmpty()) {
                table.getSelectionModel().clearSelection();
            }
        });
        showBasis();
    }

    private void columns() {
        TableColumn<LabelAgreement, String> label =
                Tables.column(bench.text("word.label"), row -> bench.look().label(row.label()));
        label.setPrefWidth(126);
        table.getColumns().add(label);
        Tables.stretch(table, label, 210);
        number(
                "agreement.events",
                50,
                row -> first(row).counts().a(),
                row -> first(row).counts().a() + " / " + first(row).counts().b(),
                row -> bench.text("agreement.events.tip"));
        statistic("agreement.kappa", 120, Coefficient.COHEN_KAPPA, figures::withInterval);
        statistic("agreement.positive", 48, Coefficient.POSITIVE_AGREEMENT, figures::value);
        statistic("agreement.prevalence", 50, Coefficient.PREVALENCE, figures::percent);
        statistic("agreement.alpha", 52, Coefficient.KRIPPENDORFF_ALPHA, figures::value);
        statistic("agreement.ac1", 52, Coefficient.GWET_AC1, figures::value);
        f1(0);
        f1(1);
        f1(2);
        edges("agreement.onsets", LabelAgreement::onset);
        edges("agreement.offsets", LabelAgreement::offset);
        figure("agreement.falseperday", "any_overlap_false_per_day");
        figure("agreement.icc", "duration_icc_2_1");
    }

    private void statistic(String key, double width, Coefficient coefficient, Function<Statistic, String> text) {
        Function<LabelAgreement, Statistic> of = row -> row.time().statistic(coefficient);
        number(
                key,
                width,
                row -> of.apply(row).value().orElse(-2),
                row -> text.apply(of.apply(row)),
                row -> explain(of.apply(row), key));
    }

    /** A figure that carries its own definition. */
    private void figure(String key, String name) {
        Function<LabelAgreement, Optional<org.ictograph.measure.Figure>> of = row -> model.comparison()
                .get()
                .flatMap(made -> made.report().detail(row.label()))
                .flatMap(detail -> detail.figure(name));
        number(
                key,
                52,
                row -> of.apply(row)
                        .map(figure -> figure.statistic().value().orElse(-2))
                        .orElse(-2.0),
                row -> of.apply(row)
                        .map(figure -> figures.value(figure.statistic()))
                        .orElse(Figures.NONE),
                row -> of.apply(row)
                        .map(figure -> bench.text(
                                "agreement.figure.tip",
                                figure.definition(),
                                figures.withInterval(figure.statistic()),
                                figure.statistic().n(),
                                Figures.sentence(figure.statistic())))
                        .orElse(""));
    }

    private void f1(int threshold) {
        Function<LabelAgreement, EventAgreement> of =
                row -> row.events().get(Math.min(threshold, row.events().size() - 1));
        String key = "agreement.f1." + threshold;
        number(
                key,
                47,
                row -> of.apply(row).f1().value().orElse(-1),
                row -> figures.value(of.apply(row).f1()),
                row -> bench.text(
                        "agreement.f1.tip",
                        figures.withInterval(of.apply(row).f1()),
                        of.apply(row).counts().matched(),
                        of.apply(row).counts().a(),
                        of.apply(row).counts().b(),
                        Figures.sentence(of.apply(row).f1())));
    }

    private void edges(String key, Function<LabelAgreement, EdgeDifferences> of) {
        number(
                key,
                48,
                row -> of.apply(row).median().orElse(0),
                row -> figures.signed(of.apply(row).median()),
                row -> bench.text(
                        "agreement.edges.tip",
                        figures.edge(of.apply(row)),
                        of.apply(row).n(),
                        figures.signed(of.apply(row).p95()).replace("+", "")));
    }

    private String explain(Statistic statistic, String key) {
        return bench.text(
                "agreement.statistic.tip",
                bench.text(key + ".long"),
                figures.withInterval(statistic),
                statistic.n(),
                Figures.sentence(statistic));
    }

    private static EventAgreement first(LabelAgreement row) {
        return row.events().get(0);
    }

    private void number(
            String key,
            double width,
            ToDoubleFunction<LabelAgreement> order,
            Function<LabelAgreement, String> text,
            Function<LabelAgreement, String> tip) {
        TableColumn<LabelAgreement, Figure> column = new TableColumn<>(bench.text(key));
        column.setCellValueFactory(row -> new ReadOnlyObjectWrapper<>(new Figure(
                order.applyAsDouble(row.getValue()), text.apply(row.getValue()), tip.apply(row.getValue()))));
        column.setComparator(Comparator.comparingDouble(Figure::order));
        column.setCellFactory(ignored -> new FigureCell());
        column.getStyleClass().add("number-column");
        column.setPrefWidth(Tables.width(column.getText(), width));
        table.getColumns().add(column);
    }

    private void showBasis() {
        basis.setText(model.comparison()
                .get()
                .map(made -> {
                    AgreementReport report = made.report();
                    return bench.text(
                            "agreement.basis",
                            report.reviewedSeconds() / 60,
                            report.subjects(),
                            report.parameters().bin() / 1e6);
                })
                .orElse(""));
    }

    /** One figure: how it sorts, how it is written, and what it means. */
    private record Figure(double order, String text, String meaning) {
        @Override
        public String toString() {
            return text;
        }
    }

    private static final class FigureCell extends TableCell<LabelAgreement, Figure> {
        private final Tooltip tip = new Tooltip();

        FigureCell() {
            tip.setWrapText(true);
            tip.setMaxWidth(360);
            tip.setShowDelay(Duration.millis(300));
        }

        @Override
        protected void updateItem(@Nullable Figure item, boolean empty) {
            super.updateItem(item, empty);
            if (empty || item == null) {
                setText(null);
                setTooltip(null);
            } else {
                setText(item.text());
                tip.setText(item.meaning());
                setTooltip(tip);
            }
        }
    }
}
