package org.ictograph.ui.shell;

import java.util.Optional;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.ictograph.session.Notice;
import org.ictograph.session.StudySession;
import org.ictograph.ui.kit.Messages;

/**
 * The last thing that the program has to say, as text. What went wrong stays until somebody has seen it; a later notice
 * of something done does not hide it. FX thread.
 */
public final class NoticesViewModel {
    /**
     * A notice in words.
     *
     * @param undoable true when it tells of an edit that can be taken back
     */
    public record Said(String text, boolean problem, boolean undoable) {}

    private static final String UNDOABLE = "done.";

    private final Messages messages;
    private final ReadOnlyObjectWrapper<Optional<Said>> done = new ReadOnlyObjectWrapper<>(Optional.empty());
    private final ReadOnlyObjectWrapper<Optional<Said>> problem = new ReadOnlyObjectWrapper<>(Optional.empty());

    public NoticesViewModel(Messages messages) {
        this.messages = messages;
    }

    /** The last thing that was done. */
    public ReadOnlyObjectProperty<Optional<Said>> done() {
        return done.getReadOnlyProperty();
    }

    /** The last thing that went wrong, until it is dismissed. */
    public ReadOnlyObjectProperty<Optional<Said>> problem() {
        return problem.getReadOnlyProperty();
    }

    /** Says what a session says. */
    public void follow(StudySession session) {
        session.state().notice().addListener((property, before, now) -> now.ifPresent(this::say));
    }

    public void say(Notice notice) {
        String text = notice.problem()
                ? messages.failure(
                        messages.text(notice.key(), notice.arguments().toArray()))
                : messages.text(notice.key(), notice.arguments().toArray());
        Said said = new Said(text, notice.problem(), notice.key().startsWith(UNDOABLE));
        (notice.problem() ? problem : done).set(Optional.of(said));
    }

    /** The problem was seen. */
    public void dismiss() {
        problem.set(Optional.empty());
    }

    /** What was done is no longer news. */
    public void forget() {
        done.set(Optional.empty());
    }
}
