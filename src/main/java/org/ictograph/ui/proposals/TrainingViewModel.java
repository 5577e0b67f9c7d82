package org.ictograph.ui.proposals;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.ictograph.localizer.Exam;
import org.ictograph.localizer.ModelCard;
import org.ictograph.localizer.Trained;
import org.ictograph.localizer.Trainer;
import org.ictograph.localizer.Trainers;
import org.ictograph.model.Protocol;
import org.ictograph.session.Retrained;
import org.ictograph.session.StudySession;

/** A training as somebody watches it: how the loss falls, that it can be stopped and gone on with, and what came of it. */
public final class TrainingViewModel {
    private final StudySession session;
    private final ObservableList<Trained.Epoch> epochs = FXCollections.observableArrayList();
    private final Course<Trained> course = new Course<>();
    private final Prospect prospect;
    private final boolean decisions;
    private Optional<Retrained> compared = Optional.empty();

    public TrainingViewModel(StudySession session) {
        this(session, false);
    }

    /** @param decisions whether the model learns from what the rater who works decided, instead of what counts in the study */
    public TrainingViewModel(StudySession session, boolean decisions) {
        this.session = session;
        this.decisions = decisions;
        this.prospect = new Prospect(session, decisions);
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

    /** Reads the card of the model that came of it. */
    public CompletableFuture<Optional<ModelCard>> card(String model) {
        return session.proposing().card(model);
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
    public void train(String model, String encoder, int most, boolean resume, Exam exam) {
        Trainers trainers = session.workplace().localizers().trainers().orElseThrow();
        Trainers.Wish wish = new Trainers.Wish(model, encoder, List.of(Protocol.SEIZURE), most, resume, exam);
        compared = Optional.empty();
        epochs.clear();
        prospect.look();
        Trainer trainer = trainers.make(wish, sofar -> session.workplace().fx().execute(() -> epochs.setAll(sofar)));
        if (decisions) {
            course.follow(
                    session.teaching().trainAgain(trainer),
                    this::compare,
                    session.workplace().fx());
        } else {
            course.follow(session.teaching().train(trainer), session.workplace().fx());
        }
    }

    private Trained compare(Retrained retrained) {
        compared = Optional.of(retrained);
        return retrained.made();
    }

    /** The epochs so far. */
    public ObservableList<Trained.Epoch> epochs() {
        return epochs;
    }

    /** The new model beside the one before; empty unless it learned from decisions. */
    public Optional<Retrained> compared() {
        return compared;
    }

    Prospect prospect() {
        return prospect;
    }

    Course<Trained> course() {
        return course;
    }
}
