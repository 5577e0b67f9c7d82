package org.ictograph.ui.proposals;

import java.util.List;
import java.util.Optional;
import javafx.collections.ListChangeListener;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.ListCell;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import org.ictograph.localizer.Localizer;
import org.ictograph.localizer.Trust;
import org.ictograph.model.Recording;
import org.ictograph.session.Notice;
import org.ictograph.ui.bench.Bench;
import org.ictograph.ui.kit.FieldName;
import org.ictograph.ui.kit.TextSize;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/** Chooses a model and lets it look at this recording or at all of them. */
final class RunBar extends HBox {
    private final Bench bench;
    private final ProposalsViewModel model;
    private final ComboBox<Localizer> models = new ComboBox<>();
    private final Button here;
    private final Button everywhere;
    private final Button card;
    private final TrustViewModel trust;
    private final Button trusting;

    RunBar(Bench bench, ProposalsViewModel model) {
        this.bench = bench;
        this.model = model;
        this.trust = new TrustViewModel(bench.session().workplace());
        getStyleClass().add("strip");
        setAlignment(Pos.CENTER_LEFT);
        models.setId("models");
        models.getItems().setAll(model.localizers());
        models.setOnShowing(opened -> offer());
        models.setCellFactory(list -> new ModelCell());
        models.setButtonCell(new ModelCell());
        models.getSelectionModel().selectFirst();
        models.setPrefWidth(150);
        TextSize.grow(models);
        models.setAccessibleText(bench.text("proposals.model"));
        models.valueProperty().addListener((property, before, now) -> describe());
        here = button(
                "proposals.run",
                () -> run(bench.session().state().recording().get().stream().toList()));
        here.setGraphic(new FontIcon(Feather.ZAP));
        everywhere = button("proposals.runall", () -> run(model.ready()));
        FieldName name = new FieldName(bench.text("proposals.model"), models);
        card = button("card.open", this::card);
        card.setId("model-card");
        trusting = button("trust.open", this::askTrust);
        trusting.setId("model-trust");
        trusting.managedProperty().bind(trusting.visibleProperty());
        everywhere.setId("run-all");
        getChildren().addAll(name, models, card, trusting, here, everywhere);
        trust.modules().addListener((ListChangeListener<Trust.Module>) change -> {
            models.setButtonCell(new ModelCell());
            models.setCellFactory(list -> new ModelCell());
            describe();
        });
        trust.look();
        bench.session().state().recording().addListener((property, before, now) -> enable());
        bench.session().state().study().addListener((property, before, now) -> enable());
        describe();
        enable();
    }

    /** What stands on the shelf now; a model may have been trained since. */
    private void offer() {
        for (Localizer one : model.localizers()) {
            if (models.getItems().stream().noneMatch(known -> known.model().equals(one.model()))) {
                models.getItems().add(one);
            }
        }
    }

    private Button button(String key, Runnable action) {
        Button button = new Button(bench.text(key));
        button.setMinWidth(USE_PREF_SIZE);
        button.setOnAction(pressed -> action.run());
        return button;
    }

    private void run(List<Recording> recordings) {
        Optional<Localizer> chosen = Optional.ofNullable(models.getValue());
        if (chosen.map(Localizer::model).filter(this::distrusted).isPresent()) {
            askTrust();
            return;
        }
        chosen.ifPresent(localizer -> recordings.forEach(recording -> model.run(recording.id(), localizer)));
    }

    /** True for a model whose TorchScript module nobody has said may run. */
    private boolean distrusted(String id) {
        return trust.of(id).filter(module -> !module.given()).isPresent();
    }

    private void askTrust() {
        new TrustSheet(bench.look(), trust).show(getScene().getWindow());
    }

    /** Shows what the chosen model says of itself. */
    private void card() {
        Optional.ofNullable(models.getValue()).ifPresent(chosen -> {
            var unused = bench.session().proposing().card(chosen).whenComplete((card, failure) -> {
                if (failure != null) {
                    bench.say().accept(Notice.problem(failure));
                } else if (card.isEmpty()) {
                    bench.say().accept(Notice.done("card.none", chosen.model(), chosen.description()));
                } else {
                    new CardSheet(bench.look()).show(getScene().getWindow(), chosen.model(), card.get());
                }
            });
        });
    }

    private void describe() {
        Optional.ofNullable(models.getValue())
                .ifPresent(localizer -> models.setTooltip(new Tooltip(localizer.description())));
        trusting.setVisible(Optional.ofNullable(models.getValue())
                .flatMap(chosen -> trust.of(chosen.model()))
                .isPresent());
    }

    private void enable() {
        List<Recording> ready = model.ready();
        everywhere.setDisable(ready.isEmpty());
        here.setDisable(bench.session()
                .state()
                .recording()
                .get()
                .filter(open -> ready.stream().anyMatch(other -> other.id().equals(open.id())))
                .isEmpty());
        bench.editing(everywhere, here);
    }

    /** A model with its id, and that it may not run. */
    private final class ModelCell extends ListCell<Localizer> {
        @Override
        protected void updateItem(@Nullable Localizer item, boolean empty) {
            super.updateItem(item, empty);
            setText(
                    empty || item == null
                            ? null
                            : distrusted(item.model()) ? bench.text("trust.notgiven", item.model()) : item.model());
        }
    }
}
