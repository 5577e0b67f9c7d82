package org.ictograph.ui.shell;

import java.util.Locale;
import javafx.animation.PauseTransition;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressBar;
import javafx.scene.layout.VBox;
import javafx.util.Duration;
import org.ictograph.session.Closing;
import org.ictograph.ui.kit.Look;

/** What the window shows while a study is being closed and that takes longer than a moment. */
final class ClosingView extends VBox {
    private static final Duration MOMENT = Duration.millis(400);
    private static final double WIDTH = 360;

    private final Look look;
    private final Label what = new Label();
    private final ProgressBar bar = new ProgressBar();

    ClosingView(Look look, String study, Closing closing) {
        this.look = look;
        setId("closing");
        getStyleClass().add("workspace");
        setSpacing(12);
        setAlignment(Pos.CENTER);
        Label title = new Label(look.text("closing.title", study));
        title.getStyleClass().add(atlantafx.base.theme.Styles.TITLE_4);
        Label safe = new Label(look.text("closing.safe"));
        safe.getStyleClass().add("muted");
        bar.setPrefWidth(WIDTH);
        Button hurry = new Button(look.text("closing.hurry"));
        hurry.setId("closing-hurry");
        hurry.setOnAction(pressed -> {
            hurry.setDisable(true);
            closing.hurry();
        });
        getChildren().addAll(title, bar, what, safe, hurry);
        closing.stage().addListener((property, before, now) -> show(now));
        show(closing.stage().get());
        setVisible(false);
        PauseTransition moment = new PauseTransition(MOMENT);
        moment.setOnFinished(over -> setVisible(true));
        moment.play();
    }

    private void show(Closing.Stage stage) {
        bar.setProgress(stage.fraction());
        what.setText(look.text("closing." + stage.step().name().toLowerCase(Locale.ROOT)));
    }
}
