package org.ictograph.ui.export;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.UnaryOperator;
import javafx.scene.control.Label;
import javafx.scene.control.TreeCell;
import javafx.scene.control.TreeItem;
import javafx.scene.control.TreeView;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import org.ictograph.dataset.DatasetPlan;
import org.ictograph.dataset.Refusal;
import org.ictograph.ui.bench.Bench;
import org.jspecify.annotations.Nullable;

/** What is left out, by reason; each reason opens into what it concerns. */
final class RefusalsPanel extends BorderPane {
    /** What one line says, worked out when it is seen: there may be tens of thousands. */
    @FunctionalInterface
    interface Line {
        String text();
    }

    private final Bench bench;
    private final TreeView<Line> tree = new TreeView<>();
    private final TreeItem<Line> root = new TreeItem<>();

    RefusalsPanel(Bench bench, ExportViewModel model) {
        this.bench = bench;
        getStyleClass().add("panel");
        Label title = new Label(bench.text("export.refusals"));
        title.getStyleClass().add("panel-title");
        HBox head = new HBox(title);
        head.getStyleClass().add("panel-header");
        setTop(head);
        tree.setRoot(root);
        tree.setShowRoot(false);
        tree.setId("refusals");
        tree.setAccessibleText(bench.text("export.refusals"));
        tree.getStyleClass().addAll("dense", "kit-tree");
        tree.setCellFactory(view -> new LineCell());
        setCenter(tree);
        model.plan().addListener((property, before, now) -> show(now));
        show(model.plan().get());
    }

    private void show(Optional<DatasetPlan> plan) {
        List<TreeItem<Line>> reasons = new ArrayList<>();
        plan.ifPresent(made -> RefusalGroup.of(made.refusals()).forEach(group -> reasons.add(item(group))));
        if (plan.isPresent() && reasons.isEmpty()) {
            reasons.add(new TreeItem<>(() -> bench.text("export.norefusals")));
        }
        root.getChildren().setAll(reasons);
    }

    private TreeItem<Line> item(RefusalGroup group) {
        String reason = bench.text("refusal." + group.reason().name().toLowerCase(Locale.ROOT));
        String told = group.reason() == Refusal.Reason.MOTION_UNKNOWN
                ? reason + ": " + bench.text("export.motion.how")
                : reason;
        return new ReasonItem(
                bench.text("export.reason", group.refusals().size(), told),
                group.refusals(),
                bench.look().messages()::dataset);
    }

    /** A reason, whose lines are made when somebody opens it. */
    static final class ReasonItem extends TreeItem<Line> {
        private final List<Refusal> refusals;
        private final UnaryOperator<String> told;
        private boolean made;

        ReasonItem(String text, List<Refusal> refusals, UnaryOperator<String> told) {
            super(() -> text);
            this.told = told;
            this.refusals = refusals;
            expandedProperty().addListener((property, before, now) -> make());
        }

        @Override
        public boolean isLeaf() {
            return refusals.isEmpty();
        }

        /** How many lines are there by now. */
        int lines() {
            return made ? getChildren().size() : 0;
        }

        private void make() {
            if (!made) {
                made = true;
                getChildren()
                        .setAll(refusals.stream()
                                .map(refusal -> new TreeItem<Line>(
                                        () -> told.apply(refusal.what()) + " — " + told.apply(refusal.why())))
                                .toList());
            }
        }
    }

    /** Long sentences break. */
    private static final class LineCell extends TreeCell<Line> {
        LineCell() {
            setWrapText(true);
            setPrefWidth(0);
        }

        @Override
        protected void updateItem(@Nullable Line item, boolean empty) {
            super.updateItem(item, empty);
            setText(item == null ? null : item.text());
        }
    }
}
