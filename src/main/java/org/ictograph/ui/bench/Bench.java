package org.ictograph.ui.bench;

import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import javafx.scene.Node;
import org.ictograph.model.Recording;
import org.ictograph.session.Notice;
import org.ictograph.session.StudySession;
import org.ictograph.ui.kit.FrameImage;
import org.ictograph.ui.kit.Look;

/**
 * What a workspace works with.
 *
 * @param frame the picture of the open recording, shared by all views of it
 * @param say shows a notice at the foot of the window
 */
public record Bench(StudySession session, Look look, FrameImage frame, Consumer<Notice> say) {
    /** Greys controls that change the study where it is only read; for good, since that does not change while it is open. */
    public void editing(Node... controls) {
        if (!session.state().access().writing()) {
            for (Node control : controls) {
                control.disableProperty().unbind();
                control.setDisable(true);
            }
        }
    }

    /** True when the study may be changed. */
    public boolean writing() {
        return session.state().access().writing();
    }

    /** A sentence about a failure in the language of the screen, with its code. */
    public String failure(String sentence) {
        return look.messages().failure(sentence);
    }

    /** The text of a key. */
    public String text(String key, Object... arguments) {
        return look.text(key, arguments);
    }

    /** Does something that belongs into a recording once that recording is open. */
    public void inRecording(UUID recordingId, Runnable then) {
        Optional<Recording> open = session.state().recording().get();
        if (open.filter(now -> now.id().equals(recordingId)).isPresent()) {
            then.run();
            return;
        }
        var unused = session.open(recordingId)
                .whenCompleteAsync(
                        (done, failure) -> {
                            if (failure != null) {
                                say.accept(Notice.problem(failure));
                            }
                            then.run();
                        },
                        session.workplace().fx());
    }
}
