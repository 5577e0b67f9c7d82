package org.ictograph.ui.proposals;

import java.util.List;
import java.util.Optional;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.ictograph.localizer.Encoders;
import org.ictograph.localizer.Pretrained;
import org.ictograph.localizer.Trainers;
import org.ictograph.session.StudySession;

/** A pre-training as somebody watches it: how the loss falls, that it can be stopped and gone on with, and what came of it. */
public final class EncoderViewModel {
    private final StudySession session;
    private final ObservableList<Double> losses = FXCollections.observableArrayList();
    private final Course<Pretrained> course = new Course<>();

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
        losses.clear();
        course.follow(
                session.encoding()
                        .pretrain(
                                by.make(wish, sofar -> session.workplace().fx().execute(() -> losses.setAll(sofar)))),
                session.workplace().fx());
    }

    /** The loss of each round so far. */
    public ObservableList<Double> losses() {
        return losses;
    }

    Course<Pretrained> course() {
        return course;
    }
}
