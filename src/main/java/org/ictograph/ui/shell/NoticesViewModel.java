package org.ictograph.ui.shell;

import java.util.Optional;
import java.util.function.Consumer;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.ictograph.model.Verb;
import org.ictograph.session.Notice;
import org.ictograph.session.StudySession;
import org.ictograph.ui.kit.Messages;

/**
 * The last thing that the program has to say, as text. What went wrong stays until somebody has seen it; a later notice
 * of something done does not hide it. What was done is no news after a while, and is told no more. FX thread.
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
    private final Consumer<Runnable> later;
    private final ReadOnlyObjectWrapper<Optional<Said>> done = new ReadOnlyObjectWrapper<>(Optional.empty());
    private final ReadOnlyObjectWrapper<Optional<Said>> problem = new ReadOnlyObjectWrapper<>(Optional.empty());
    /** How many things done were told, so that one that is old does not take a newer one away. */
    private int count;

    /** @param later does something on the FX thread once what was said is old */
    public NoticesViewModel(Messages messages, Consumer<Runnable> later) {
        this.messages = messages;
        this.later = later;
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
        Object[] arguments = notice.arguments().stream()
                .map(one -> one instanceof Verb verb ? messages.verb(verb) : one)
                .toArray();
        String said = messages.text(notice.key(), arguments);
        String text = notice.problem() ? messages.failure(said) : said;
        Said told = new Said(text, notice.problem(), notice.key().startsWith(UNDOABLE));
        (notice.problem() ? problem : done).set(Optional.of(told));
        if (!notice.problem()) {
            int number = ++count;
            later.accept(() -> {
                if (number == count) {
                    forget();
                }
            });
        }
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
