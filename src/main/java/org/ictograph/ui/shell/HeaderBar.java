package org.ictograph.ui.shell;

import java.util.List;
import java.util.UUID;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.SeparatorMenuItem;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import org.ictograph.model.Rater;
import org.ictograph.model.Recording;
import org.ictograph.session.StudySession;
import org.ictograph.session.StudyState;
import org.ictograph.ui.kit.Choices;
import org.ictograph.ui.kit.Lamp;
import org.ictograph.ui.kit.Look;
import org.ictograph.ui.kit.TextSize;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/** Which study and recording are open, who works, whether they work blind, and whether everything is stored. */
final class HeaderBar extends HBox {
    /** What can be asked for here. */
    interface Wishes {
        void open(UUID recordingId);

        void workAs(String rater);

        void newRater();

        void showOthers(boolean sighted);
    }

    private final Look look;
    private final StudyState state;
    private final Wishes wishes;
    private final Label study = new Label();
    private final ComboBox<Recording> recordings = new ComboBox<>();
    private final MenuButton rater = new MenuButton();
    private final Label blind = new Label();
    private final Button sight = new Button();
    private final HBox banner = new HBox();
    private final Lamp stored = new Lamp();
    private boolean showing;

    HeaderBar(Look look, StudySession session, Wishes wishes) {
        this.look = look;
        this.state = session.state();
        this.wishes = wishes;
        getStyleClass().add("header-bar");
        setAlignment(Pos.CENTER_LEFT);
        study.getStyleClass().add("study-name");
        study.setMaxWidth(200);
        rater.setGraphic(new FontIcon(Feather.USER));
        rater.setId("rater");
        rater.setFocusTraversable(false);
        stored.setId("stored");
        prepareRecordings();
        prepareBanner();
        Region air = new Region();
        HBox.setHgrow(air, Priority.ALWAYS);
        getChildren().addAll(study, recordings, air, banner, rater, stored);
        state.study().addListener((property, before, now) -> show());
        state.recording().addListener((property, before, now) -> show());
        state.rater().addListener((property, before, now) -> show());
        state.sighted().addListener((property, before, now) -> show());
        state.stored().addListener((property, before, now) -> showLamp());
        show();
        showLamp();
    }

    private void prepareRecordings() {
        recordings.setId("open-recording");
        recordings.setPromptText(look.text("header.norecording"));
        recordings.setPrefWidth(230);
        TextSize.grow(study, recordings);
        recordings.setFocusTraversable(false);
        recordings.setConverter(Choices.shownAs(recording -> recording.name()));
        recordings.setOnAction(picked -> {
            Recording chosen = recordings.getValue();
            if (!showing && chosen != null) {
                wishes.open(chosen.id());
            }
        });
    }

    private void prepareBanner() {
        banner.setId("banner");
        banner.setAlignment(Pos.CENTER_LEFT);
        blind.setMinWidth(USE_PREF_SIZE);
        sight.setFocusTraversable(false);
        sight.setMinWidth(USE_PREF_SIZE);
        sight.setId("sight");
        sight.setOnAction(pressed -> wishes.showOthers(!state.sighted().get()));
        banner.getChildren().addAll(blind, sight);
    }

    private void show() {
        showing = true;
        study.setText(state.study().get().name());
        List<Recording> all = state.study().get().recordings();
        if (!recordings.getItems().equals(all)) {
            recordings.getItems().setAll(all);
        }
        recordings.setValue(state.recording().get().orElse(null));
        recordings.setDisable(all.isEmpty());
        showRater();
        showSight();
        showing = false;
    }

    private void showRater() {
        Rater now = state.rater().get();
        rater.setText(now.name());
        rater.getItems().clear();
        for (Rater other : state.study().get().raters()) {
            MenuItem item = new MenuItem(other.name());
            item.setGraphic(other.equals(now) ? new FontIcon(Feather.CHECK) : null);
            item.setOnAction(picked -> wishes.workAs(other.name()));
            rater.getItems().add(item);
        }
        MenuItem newcomer = new MenuItem(look.text("menu.newrater"));
        newcomer.setOnAction(picked -> wishes.newRater());
        newcomer.setDisable(!state.access().writing());
        rater.getItems().addAll(new SeparatorMenuItem(), newcomer);
    }

    private void showSight() {
        boolean sighted = state.sighted().get();
        banner.getStyleClass().setAll(sighted ? "review-banner" : "blind-banner");
        blind.setText(look.text(sighted ? "header.sighted" : "header.blind"));
        blind.setGraphic(new FontIcon(sighted ? Feather.EYE : Feather.EYE_OFF));
        sight.setText(look.text(sighted ? "header.toblind" : "header.toreview"));
    }

    private void showLamp() {
        if (!state.access().writing()) {
            stored.show(Lamp.Light.OFF, look.text("header.reading"));
            return;
        }
        switch (state.stored().get()) {
            case STORED -> stored.show(Lamp.Light.GOOD, look.text("header.stored"));
            case STORING -> stored.show(Lamp.Light.BUSY, look.text("header.storing"));
            case NOT_STORED -> stored.show(Lamp.Light.BAD, look.text("header.notstored"));
        }
    }
}
