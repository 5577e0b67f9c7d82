package org.ictograph.ui.study;

import java.util.Locale;
import java.util.function.Consumer;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.ictograph.model.Rater;
import org.ictograph.model.Role;
import org.ictograph.model.Study;
import org.ictograph.session.Notice;
import org.ictograph.ui.bench.Bench;
import org.ictograph.ui.kit.Choices;
import org.ictograph.ui.kit.TextSize;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/** Who works in the study. Whoever is new types a name; that makes a profile of their own. */
final class RatersPanel extends BorderPane {
    private static final double ROLE = 112;

    private final Bench bench;
    private final StudyViewModel model;
    private final Consumer<String> workAs;
    private final VBox list = new VBox();

    /** @param workAs changes who works, by name */
    RatersPanel(Bench bench, StudyViewModel model, Consumer<String> workAs) {
        this.bench = bench;
        this.model = model;
        this.workAs = workAs;
        setId("raters");
        getStyleClass().add("panel");
        Label title = new Label(bench.text("study.raters"));
        title.getStyleClass().add("panel-title");
        HBox head = new HBox(title);
        head.getStyleClass().add("panel-header");
        setTop(head);
        list.getStyleClass().add("panel-body");
        setCenter(list);
        setBottom(newcomer());
        model.raters().addListener((javafx.beans.Observable changed) -> show());
        bench.session().state().rater().addListener((property, before, now) -> show());
        show();
    }

    private Node newcomer() {
        TextField name = new TextField();
        name.setPromptText(bench.text("study.newrater"));
        name.setAccessibleText(bench.text("study.newrater"));
        HBox.setHgrow(name, Priority.ALWAYS);
        Button begin = new Button(bench.text("study.newrater.begin"));
        begin.setMinWidth(USE_PREF_SIZE);
        begin.disableProperty()
                .bind(javafx.beans.binding.Bindings.createBooleanBinding(
                        () -> name.getText().isBlank(), name.textProperty()));
        Runnable start = () -> {
            if (!name.getText().isBlank()) {
                workAs.accept(name.getText().strip());
                name.clear();
            }
        };
        begin.setOnAction(pressed -> start.run());
        name.setOnAction(entered -> start.run());
        HBox line = new HBox(name, begin);
        line.getStyleClass().addAll("strip", "panel-foot");
        bench.editing(line);
        return line;
    }

    private void show() {
        list.getChildren().setAll(model.raters().stream().map(this::line).toList());
    }

    private Node role(Rater rater) {
        Study study = bench.session().state().study().get();
        ComboBox<Role> role = new ComboBox<>();
        role.setId("role-" + rater.name().replace(' ', '-'));
        role.getStyleClass().add(atlantafx.base.theme.Styles.SMALL);
        role.getItems().setAll(Role.values());
        role.setConverter(
                Choices.shownAs(shown -> bench.text("role." + shown.name().toLowerCase(Locale.ROOT))));
        role.setPrefWidth(ROLE);
        role.setMinWidth(ROLE);
        TextSize.grow(role);
        role.setAccessibleText(bench.text("role.tip", rater.name()));
        role.setTooltip(new Tooltip(bench.text("role.tip", rater.name())));
        role.setValue(study.roleOf(rater.id()));
        role.setOnAction(chosen -> {
            var unused = bench.session()
                    .signing()
                    .give(rater.id(), role.getValue())
                    .whenComplete((entry, failure) -> {
                        if (failure == null) {
                            bench.say()
                                    .accept(Notice.done(
                                            "role.given",
                                            rater.name(),
                                            role.getConverter().toString(role.getValue())));
                        }
                        show();
                    });
        });
        role.setDisable(study.roleOf(model.rater().id()) != Role.OWNER);
        bench.editing(role);
        return role;
    }

    private Node line(Rater rater) {
        boolean works = rater.equals(model.rater());
        Label name = new Label(rater.name(), new FontIcon(Feather.USER));
        name.setGraphicTextGap(8);
        name.setWrapText(true);
        name.setTooltip(new Tooltip(rater.name()));
        name.setMaxWidth(Double.MAX_VALUE);
        HBox.setHgrow(name, Priority.ALWAYS);
        HBox line = new HBox(8, name);
        line.setAlignment(Pos.CENTER_LEFT);
        line.getChildren().add(role(rater));
        if (works) {
            Label now = new Label(bench.text("study.works"));
            now.getStyleClass().add("muted");
            now.setMinWidth(USE_PREF_SIZE);
            line.getChildren().add(now);
        } else {
            Button take = new Button(bench.text("study.workas"));
            take.getStyleClass().addAll(atlantafx.base.theme.Styles.SMALL);
            take.setMinWidth(USE_PREF_SIZE);
            take.setOnAction(pressed -> workAs.accept(rater.name()));
            line.getChildren().add(take);
        }
        line.setMinHeight(30);
        TextSize.grow(line);
        return line;
    }
}
