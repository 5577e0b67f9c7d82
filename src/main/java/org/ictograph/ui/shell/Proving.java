package org.ictograph.ui.shell;

import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;
import javafx.geometry.Insets;
import javafx.scene.control.ChoiceDialog;
import javafx.scene.control.Label;
import javafx.stage.Window;
import org.ictograph.model.Signature.Meaning;
import org.ictograph.session.Notice;
import org.ictograph.session.StudySession;
import org.ictograph.ui.kit.Look;
import org.ictograph.ui.kit.Sheet;

/** What the window does for those who must prove what was done: signatures and the history. */
final class Proving {
    private static final double WIDTH = 460;

    private final Look look;
    private final Window window;
    private final Consumer<Notice> say;

    Proving(Look look, Window window, Consumer<Notice> say) {
        this.look = look;
        this.window = window;
        this.say = say;
    }

    /** Asks with which meaning the open recording is signed, and signs it. */
    void sign(StudySession session) {
        session.state().recording().get().ifPresent(recording -> {
            ChoiceDialog<String> dialog = new ChoiceDialog<>(word(Meaning.REVIEWED), words());
            dialog.setTitle(look.text("sign.title"));
            Label advice = new Label(look.text(
                    "sign.advice",
                    recording.name(),
                    session.state().rater().get().name()));
            advice.setWrapText(true);
            advice.setPrefWidth(WIDTH);
            advice.setMinHeight(Label.USE_PREF_SIZE);
            advice.setPadding(new Insets(16, 16, 4, 16));
            dialog.getDialogPane().setHeader(advice);
            dialog.getDialogPane().setId("sign");
            dialog.setContentText(look.text("sign.meaning"));
            dialog.setGraphic(null);
            dialog.getDialogPane().lookup(".combo-box").setAccessibleText(look.text("sign.meaning"));
            Sheet.over(dialog, window);
            dialog.showAndWait()
                    .flatMap(chosen -> List.of(Meaning.values()).stream()
                            .filter(meaning -> word(meaning).equals(chosen))
                            .findFirst())
                    .ifPresent(meaning -> {
                        var unused = session.signing()
                                .sign(recording.id(), meaning)
                                .thenAccept(entry -> say.accept(Notice.done("sign.done", recording.name())));
                    });
        });
    }

    /** Shows who signed the open recording. */
    void signatures(StudySession session) {
        session.state()
                .recording()
                .get()
                .ifPresent(recording -> new SignaturesSheet(look, session, recording).show(window));
    }

    private List<String> words() {
        return List.of(Meaning.values()).stream().map(this::word).toList();
    }

    private String word(Meaning meaning) {
        return look.text("sign." + meaning.name().toLowerCase(Locale.ROOT));
    }

    void history(StudySession session) {
        new HistorySheet(look, session, say).show(window);
    }
}
