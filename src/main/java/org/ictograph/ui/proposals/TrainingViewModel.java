package org.ictograph.ui.proposals;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.ictograph.localizer.Exam;
import org.ictograph.localizer.ModelCard;
import org.ictograph.localizer.Trained;
import org.ictograph.localizer.Trainer;
import org.ictograph.localizer.Trainers;
import org.ictograph.model.Protocol;
import org.ictograph.session.Outlook;
import org.ictograph.session.Retrained;
import org.ictograph.session.Sentence;
import org.ictograph.session.StudySession;
import org.ictograph.work.Job;
import org.jspecify.annotations.Nullable;

/** A training as somebody watches it: how the loss falls, that it can be stopped and gone on with, and what came of it. */
public final class TrainingViewModel {
    private final StudySession session;
    private final ObservableList<Trained.Epoch> epochs = FXCollections.observableArrayList();
    private final ReadOnlyBooleanWrapper running = new ReadOnlyBooleanWrapper();
    private final ReadOnlyBooleanWrapper stopped = new ReadOnlyBooleanWrapper();
    private final ReadOnlyStringWrapper trouble = new ReadOnlyStringWrapper("");
    private final ReadOnlyObjectWrapper<Optional<Trained>> outcome = new ReadOnlyObjectWrapper<>(Optional.empty());
    private final ReadOnlyObjectWrapper<Optional<Retrained>> compared = new ReadOnlyObjectWrapper<>(Optional.empty());
    private final ReadOnlyObjectWrapper<Optional<Outlook>> outlook = new ReadOnlyObjectWrapper<>(Optional.empty());
    private final boolean decisions;
    private Optional<Job<?>> job = Optional.empty();

    public TrainingViewModel(StudySession session) {
        this(session, false);
    }

    /** @param decisions whether the model learns from what the rater who works decided, instead of what counts in the study */
    public TrainingViewModel(StudySession session, boolean decisions) {
        this.session = session;
        this.decisions = decisions;
    }

    /** Whether the model learns from what the rater who works decided. */
    public boolean ofDecisions() {
        return decisions;
    }

    /** False where the program cannot train. */
    public boolean possible() {
        return session.workplace().localizers().trainers().isPresent();
    }

    /** Names of the encoders of the shelf that a model can see with. */
    public List<String> encoders() {
        return session.workplace()
                .localizers()
                .trainers()
                .map(Trainers::encoders)
                .orElse(List.of());
    }

    /** Finds out what there is to learn from, see {@link #outlook()}. */
    public void look() {
        var unused = session.teaching()
                .outlook(List.of(Protocol.SEIZURE), decisions)
                .result()
                .thenAcceptAsync(
                        found -> outlook.set(Optional.of(found)),
                        session.workplace().fx());
    }

    /** What there is to learn from; empty before it is known. */
    public ReadOnlyObjectProperty<Optional<Outlook>> outlook() {
        return outlook.getReadOnlyProperty();
    }

    /** Reads the card of the model that came of it. */
    public CompletableFuture<Optional<ModelCard>> card(String model) {
        return session.workplace()
                .localizers()
                .byModel(model)
                .map(session.proposing()::card)
                .orElseGet(() -> CompletableFuture.completedFuture(Optional.empty()));
    }

    /** True for a name that a new model can have. */
    public boolean free(String model) {
        return Trainers.isName(model)
                && session.workplace().localizers().byModel(model).isEmpty();
    }

    /**
     * Starts, or goes on.
     *
     * @param encoder name of the one that it sees with, empty for the one that needs no weights
     * @param resume whether to go on where the same training was stopped
     * @param exam how it is tested
     */
    public void train(String model, String encoder, int rounds, boolean resume, Exam exam) {
        Trainers trainers = session.workplace().localizers().trainers().orElseThrow();
        Trainers.Wish wish = new Trainers.Wish(model, encoder, List.of(Protocol.SEIZURE), rounds, resume, exam);
        trouble.set("");
        outcome.set(Optional.empty());
        compared.set(Optional.empty());
        stopped.set(false);
        epochs.clear();
        running.set(true);
        look();
        Trainer trainer = trainers.make(wish, sofar -> session.workplace().fx().execute(() -> epochs.setAll(sofar)));
        if (decisions) {
            Job<Retrained> started = session.teaching().trainAgain(trainer);
            job = Optional.of(started);
            var unused = started.result()
                    .thenApplyAsync(this::compare, session.workplace().fx())
                    .whenCompleteAsync(this::ended, session.workplace().fx());
        } else {
            Job<Trained> started = session.teaching().train(trainer);
            job = Optional.of(started);
            var unused = started.result()
                    .whenCompleteAsync(this::ended, session.workplace().fx());
        }
    }

    private Trained compare(Retrained retrained) {
        compared.set(Optional.of(retrained));
        return retrained.made();
    }

    private void ended(@Nullable Trained trained, @Nullable Throwable failure) {
        running.set(false);
        outcome.set(Optional.ofNullable(trained));
        Throwable cause = failure instanceof CompletionException ? failure.getCause() : failure;
        stopped.set(cause instanceof CancellationException);
        trouble.set(failure == null || stopped.get() ? "" : Sentence.of(failure));
    }

    /** Stops at the next step; the whole rounds stay. */
    public void stop() {
        job.ifPresent(Job::cancel);
    }

    /** How far it is and what it does, empty while nothing runs. */
    public Optional<Job.State> state() {
        return job.map(Job::state);
    }

    /** The rounds so far. */
    public ObservableList<Trained.Epoch> epochs() {
        return epochs;
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

    /** The new model beside the one before; empty unless it learned from decisions. */
    public Optional<Retrained> compared() {
        return compared.get();
    }

    public ReadOnlyObjectProperty<Optional<Trained>> outcome() {
        return outcome.getReadOnlyProperty();
    }
}
