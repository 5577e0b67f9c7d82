package org.ictograph.ui.shell;

import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import javafx.scene.control.Alert;
import javafx.scene.control.ButtonBar.ButtonData;
import javafx.scene.control.ButtonType;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.Region;
import javafx.stage.Window;
import org.ictograph.session.Closing;
import org.ictograph.session.StudySession;
import org.ictograph.ui.kit.Look;
import org.ictograph.ui.kit.Sheet;

/** How the window leaves a study: it asks about what is not stored, shows what is waited for, and goes on living. FX thread. */
final class Leaving {
    private final Look look;
    private final Window window;
    private final BorderPane place;
    private Optional<Closing> closing = Optional.empty();

    /** @param place in whose middle it is shown */
    Leaving(Look look, Window window, BorderPane place) {
        this.look = look;
        this.window = window;
        this.place = place;
    }

    /** False when edits are not stored and the person would rather stay with them. */
    boolean allowed(Optional<StudySession> session) {
        int waiting = session.map(open -> open.edits().unstored().get()).orElse(0);
        if (waiting == 0) {
            return true;
        }
        ButtonType stay = new ButtonType(look.text("leaving.stay"), ButtonData.CANCEL_CLOSE);
        ButtonType leave = new ButtonType(look.text("leaving.without"), ButtonData.OTHER);
        Alert alert = new Alert(Alert.AlertType.WARNING, look.text("leaving.unstored", waiting), stay, leave);
        alert.setTitle(look.text("leaving.title"));
        alert.setHeaderText(look.text("leaving.title"));
        alert.getDialogPane().setId("leaving");
        alert.getDialogPane().setMinHeight(Region.USE_PREF_SIZE);
        Sheet.over(alert, window);
        return alert.showAndWait().equals(Optional.of(leave));
    }

    /** Closes a study; completes on the FX thread when its file is closed. While one is being closed, that one is waited for. */
    CompletableFuture<Void> leave(Optional<StudySession> session) {
        session.ifPresent(open -> {
            Closing begun = open.leave();
            closing = Optional.of(begun);
            place.setCenter(new ClosingView(look, open.state().study().get().name(), begun));
            var unused = begun.done().whenComplete((done, failure) -> {
                if (closing.equals(Optional.of(begun))) {
                    closing = Optional.empty();
                }
            });
        });
        return closing.map(Closing::done).orElseGet(() -> CompletableFuture.completedFuture(null));
    }
}
