package org.ictograph.ui.proposals;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletionException;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.ictograph.localizer.Encoders;
import org.ictograph.localizer.Pretrained;
import org.ictograph.localizer.Trainers;
import org.ictograph.session.Sentence;
import org.ictograph.session.StudySession;
import org.ictograph.work.Job;
import org.jspecify.annotations.Nullable;

/** A pre-training as somebody watches it: how the loss falls, that it can be stopped and gone on with, and what came of it. */
public final class EncoderViewModel {
    private final StudySession session;
    private final ObservableList<Double> losses = FXCollections.observableArrayList();
    private final ReadOnlyBooleanWrapper running = new ReadOnlyBooleanWrapper();
    private final ReadOnlyBooleanWrapper stopped = new ReadOnlyBooleanWrapper();
    private final ReadOnlyStringWrapper trouble = new ReadOnlyStringWrapper("");
    private final ReadOnlyObjectWrapper<Optional<Pretrained>> outcome = new ReadOnlyObjectWrapper<>(Optional.empty());
    private Optional<Job<Pretrained>> job = Optional.empty();

    public EncoderViewModel(StudySession session) {
        this.session = session;
    }

    private Optional<Encoders> encoders() {
        return session.workplace().localizers().encoders();
    }

    /** False where the program cannot train. */
    public boolean possible() {
        return encoders().isPresent();
    }

    /** Names of the encoders that a new one can begin from. */
    public List<String> shelf() {
        return encoders().map(Encoders::shelf).orElse(List.of());
    }

    /** True for a name that a new encoder can have. */
    public boolean free(String model) {
        return possible()
                && Trainers.isName(model)
                && !shelf().contains(model)
                && session.workplace().localizers().byModel(model).isEmpty();
    }

    /** Starts, or goes on. */
    public void train(Encoders.Wish wish) {
        Encoders by = encoders().orElseThrow();
        trouble.set("");
        outcome.set(Optional.empty());
        stopped.set(false);
        losses.clear();
        running.set(true);
        Job<Pretrained> started = session.encoding()
                .pretrain(by.make(wish, sofar -> session.workplace().fx().execute(() -> losses.setAll(sofar))));
        job = Optional.of(started);
        var unused = started.result()
                .whenCompleteAsync(this::ended, session.workplace().fx());
    }

    private void ended(@Nullable Pretrained made, @Nullable Throwable failure) {
        running.set(false);
        outcome.set(Optional.ofNullable(made));
        Throwable cause = failure instanceof CompletionException ? failure.getCause() : failure;
        stopped.set(cause instanceof CancellationException);
        trouble.set(failure == null || stopped.get() ? "" : Sentence.of(failure));
    }

    /** Stops at the next step; the whole rounds stay. */
    public void stop() {
        job.ifPresent(Job::cancel);
    }

    /** How far it is and what it does, empty before the first start. */
    public Optional<Job.State> state() {
        return job.map(Job::state);
    }

    /** The loss of each round so far. */
    public ObservableList<Double> losses() {
        return losses;
    }

    public ReadOnlyBooleanProperty running() {
        return running.getReadOnlyProperty();
    }

    /** True when somebody stopped it, so that it can be gone on with. */
    public ReadOnlyBooleanProperty stopped() {
        return stopped.getReadOnlyProperty();
    }

    /** Why nothing came of it, or nothing. */
    public ReadOnlyStringProperty trouble() {
        return trouble.getReadOnlyProperty();
    }

    public ReadOnlyObjectProperty<Optional<Pretrained>> outcome() {
        return outcome.getReadOnlyProperty();
    }
}
