package org.ictograph.ui.export;

import atlantafx.base.theme.Styles;
import java.util.List;
import java.util.stream.Collectors;
import javafx.beans.binding.Bindings;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.ictograph.dataset.Refusal;
import org.ictograph.ui.bench.Bench;
import org.ictograph.ui.bench.WorkspaceView;
import org.ictograph.ui.kit.EmptyState;
import org.ictograph.ui.kit.Messages;
import org.ictograph.ui.kit.TextSize;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/** The Export workspace: what is chosen on the left, what would come of it on the right, one button to write it. */
public final class ExportView extends StackPane implements WorkspaceView {
    private static final double LEFT = 412;
    private static final double REFUSALS = 90;
    private static final double GAP = 8;
    /** Pieces left out that are told below the button. */
    private static final int TOLD = 3;

    private final Bench bench;
    private final ExportViewModel model;
    private final HBox full;
    private final EmptyState empty;
    private final EmptyState blind;
    private final Label result = new Label();

    public ExportView(Bench bench) {
        this.bench = bench;
        this.model = new ExportViewModel(bench.session());
        getStyleClass().add("workspace");
        RefusalsPanel refusals = new RefusalsPanel(bench, model);
        refusals.setMinHeight(REFUSALS);
        refusals.setPrefHeight(REFUSALS + 30);
        RulesPanel rules = new RulesPanel(bench, model);
        VBox.setVgrow(rules, Priority.ALWAYS);
        VBox choices = new VBox(new ChoicePanel(bench, model), rules);
        choices.getStyleClass().add("stacked");
        ScrollPane scroll = new ScrollPane(choices);
        scroll.setFitToWidth(true);
        scroll.setFitToHeight(true);
        scroll.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
        scroll.setFocusTraversable(false);
        scroll.setMinHeight(0);
        VBox.setVgrow(scroll, Priority.ALWAYS);
        // The button stays in sight however low the window is.
        VBox left = new VBox(scroll, action());
        left.getStyleClass().add("stacked");
        left.setMinWidth(LEFT);
        left.setPrefWidth(LEFT);
        left.setMaxWidth(LEFT);
        TextSize.grow(left);
        CountsPanel counts = new CountsPanel(bench, model);
        ReceiptsPanel receipts = new ReceiptsPanel(bench, model);
        VBox.setVgrow(counts, Priority.ALWAYS);
        receipts.setPrefHeight(150);
        receipts.setMinHeight(110);
        TextSize.grow(refusals, receipts);
        VBox right = new VBox(new ProgressPanel(bench, model), counts, refusals, receipts);
        right.getStyleClass().add("stacked");
        right.setMinWidth(0);
        HBox.setHgrow(right, Priority.ALWAYS);
        full = new HBox(left, right);
        full.getStyleClass().add("halves");
        empty = new EmptyState(Feather.PACKAGE, bench.text("export.empty"), bench.text("export.empty.advice"));
        blind = new EmptyState(Feather.EYE_OFF, bench.text("export.blind"), bench.text("export.blind.advice"));
        getChildren().addAll(full, empty, blind);
        bench.session().state().study().addListener((property, before, now) -> show());
        bench.session().state().sighted().addListener((property, before, now) -> {
            show();
            if (getScene() != null) {
                entered();
            }
        });
        show();
    }

    private Node action() {
        Button export = new Button("", new FontIcon(Feather.PACKAGE));
        export.textProperty()
                .bind(Bindings.createStringBinding(
                        () -> bench.text(model.unfinished().get().isPresent() ? "export.resume" : "export.button"),
                        model.unfinished()));
        export.setId("export");
        export.getStyleClass().add(Styles.ACCENT);
        export.setMaxWidth(Double.MAX_VALUE);
        export.setDefaultButton(false);
        export.setOnAction(pressed -> model.export());
        export.disableProperty()
                .bind(Bindings.createBooleanBinding(
                        () -> model.writing().get()
                                || model.plan().get().isEmpty()
                                || model.obstacle().isPresent()
                                || model.plan().get().get().clips().isEmpty(),
                        model.plan(),
                        model.writing()));
        bench.editing(export);
        result.setWrapText(true);
        result.setId("result");
        result.setMinHeight(USE_PREF_SIZE);
        model.plan().addListener((property, before, now) -> tell());
        model.trouble().addListener((property, before, now) -> tell());
        model.outcome().addListener((property, before, now) -> tell());
        model.check().addListener((property, before, now) -> tell());
        model.writing().addListener((property, before, now) -> tell());
        model.unfinished().addListener((property, before, now) -> tell());
        model.flaw().addListener((property, before, now) -> tell());
        HBox.setHgrow(export, Priority.ALWAYS);
        HBox buttons = new HBox(GAP, export, discard());
        VBox box = new VBox(buttons, result);
        box.getStyleClass().addAll("panel", "panel-body");
        return box;
    }

    /** Gives up what was begun; there only while something was. */
    private Button discard() {
        Button discard = new Button(bench.text("export.discard"));
        discard.setId("discard");
        discard.setMinWidth(USE_PREF_SIZE);
        discard.setOnAction(pressed -> model.discard());
        discard.disableProperty().bind(model.writing());
        discard.visibleProperty()
                .bind(Bindings.createBooleanBinding(
                        () -> model.unfinished().get().isPresent(), model.unfinished()));
        discard.managedProperty().bind(discard.visibleProperty());
        bench.editing(discard);
        return discard;
    }

    /** The newest thing that there is to say about this export. */
    private void tell() {
        result.getStyleClass().removeAll("problem", "muted", "good");
        if (!model.trouble().get().isEmpty()) {
            say(bench.failure(model.trouble().get()), "problem");
        } else if (model.writing().get()) {
            say(bench.text("export.writing"), "muted");
        } else if (model.check().get().isPresent()) {
            tellCheck(model.check().get().get());
        } else if (model.obstacle().isPresent()) {
            say(bench.look().messages().dataset(model.obstacle().get()), "problem");
        } else if (model.unfinished().get().isPresent()) {
            say(bench.text("export.unfinished", model.unfinished().get().get().clips()), "muted");
        } else if (model.outcome().get().isPresent()) {
            var written = model.outcome().get().get();
            say(bench.text("export.done", written.clips(), written.folder()) + told(written.leftOut()), "good");
        } else if (!model.flaw().get().isEmpty()) {
            say(bench.failure(model.flaw().get()), "problem");
        } else {
            say(bench.text("export.advice"), "muted");
        }
    }

    /** The first few of what was left out because of its pictures. */
    private String told(List<Refusal> leftOut) {
        if (leftOut.isEmpty()) {
            return "";
        }
        Messages messages = bench.look().messages();
        String first = leftOut.stream()
                .limit(TOLD)
                .map(refusal -> "\n" + messages.dataset(refusal.what()) + " — " + messages.dataset(refusal.why()))
                .collect(Collectors.joining());
        int left = leftOut.size() - TOLD;
        return "\n" + bench.text("export.pictures") + first
                + (left > 0 ? "\n" + bench.text("export.pictures.more", left) : "");
    }

    private void tellCheck(ExportViewModel.Check check) {
        if (check.findings().isEmpty()) {
            say(bench.text("export.sound", check.folder()), "good");
        } else {
            String findings = check.findings().stream()
                    .limit(5)
                    .map(finding -> bench.look().messages().dataset(finding.toString()))
                    .collect(Collectors.joining("\n"));
            say(bench.text("export.unsound", check.findings().size(), check.folder()) + "\n" + findings, "problem");
        }
    }

    private void say(String sentence, String style) {
        result.setText(sentence);
        result.getStyleClass().add(style);
    }

    private void show() {
        boolean any = !bench.session().state().study().get().recordings().isEmpty();
        boolean sighted = bench.session().state().sighted().get();
        full.setVisible(any && sighted);
        empty.setVisible(!any);
        blind.setVisible(any && !sighted);
    }

    @Override
    public Node node() {
        return this;
    }

    @Override
    public void entered() {
        tell();
        if (full.isVisible() && !model.writing().get()) {
            model.lookForProfiles();
            model.dryRun();
        }
    }
}
