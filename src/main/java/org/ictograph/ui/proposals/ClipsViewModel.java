package org.ictograph.ui.proposals;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.ictograph.localizer.ClipTrained;
import org.ictograph.localizer.ClipTrainers;
import org.ictograph.localizer.ModelCard;
import org.ictograph.localizer.Trainers;
import org.ictograph.session.StudySession;

/** The training of a network for clips as somebody watches it, fold by fold. */
public final class ClipsViewModel {
    private final StudySession session;
    private final ObservableList<List<Double>> folds = FXCollections.observableArrayList();
    private final Prospect prospect;
    private final Course<ClipTrained> course = new Course<>();

    public ClipsViewModel(StudySession session) {
        this.session = session;
        this.prospect = new Prospect(session, false);
    }

    private Optional<ClipTrainers> trainers() {
        return session.workplace().localizers().clipTrainers();
    }

    /** False where the program cannot train. */
    public boolean possible() {
        return trainers().isPresent();
    }

    /** Names of the encoders that a new network can begin from. */
    public List<String> shelf() {
        return trainers().map(ClipTrainers::shelf).orElse(List.of());
    }

    /** True for a name that a new network can have. */
    public boolean free(String model) {
        return possible()
                && Trainers.isName(model)
                && !shelf().contains(model)
                && session.workplace().localizers().byModel(model).isEmpty();
    }

    /** Starts, or goes on. */
    public void train(ClipTrainers.Wish wish) {
        ClipTrainers by = trainers().orElseThrow();
        folds.clear();
        prospect.look();
        course.follow(
                session.teaching()
                        .clips(by.make(wish, sofar -> session.workplace().fx().execute(() -> hear(sofar)))),
                session.workplace().fx());
    }

    /** Losses that are no more than before are those of the next network. */
    private void hear(List<Double> sofar) {
        int last = folds.size() - 1;
        if (last < 0 || sofar.size() <= folds.get(last).size()) {
            folds.add(List.copyOf(sofar));
        } else {
            folds.set(last, List.copyOf(sofar));
        }
    }

    /** The loss of each round so far, of each network. */
    public ObservableList<List<Double>> folds() {
        return folds;
    }

    /** Reads the card of the model that came of it. */
    public CompletableFuture<Optional<ModelCard>> card(String model) {
        return session.proposing().card(model);
    }

    Prospect prospect() {
        return prospect;
    }

    Course<ClipTrained> course() {
        return course;
    }
}
