package org.ictograph.ui.shell;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.IntConsumer;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.ictograph.model.Recording;
import org.ictograph.model.Study;
import org.ictograph.session.StudyState;
import org.ictograph.ui.shell.GuideStep.Progress;

/** Where a person is in a guide. The study changes by what they do meanwhile, never by the guide. FX thread. */
final class GuideViewModel {
    /** A step of a guide that is under way. */
    record Place(Guide guide, int number) {
        GuideStep step() {
            return guide.steps().get(number);
        }

        boolean last() {
            return number == guide.steps().size() - 1;
        }
    }

    private final StudyState state;
    private final IntConsumer keeper;
    private final ReadOnlyObjectWrapper<Optional<Place>> place = new ReadOnlyObjectWrapper<>(Optional.empty());
    private final Map<Guide, Integer> left = new EnumMap<>(Guide.class);

    /**
     * @param tour the step at which the tour was left
     * @param keeper hears at which step the tour is
     */
    GuideViewModel(StudyState state, int tour, IntConsumer keeper) {
        this.state = state;
        this.keeper = keeper;
        left.put(Guide.TOUR, tour);
    }

    /** Where the person is; empty when no guide is under way. */
    ReadOnlyObjectProperty<Optional<Place>> place() {
        return place.getReadOnlyProperty();
    }

    /** Begins a guide, or goes on where it was left. The guide through a study goes on with what lacks most. */
    void start(Guide guide) {
        List<GuideStep> steps = guide.steps();
        int from = left.getOrDefault(guide, guide == Guide.STUDY ? firstIncomplete(steps) : 0);
        go(guide, from < steps.size() ? from : 0);
    }

    private int firstIncomplete(List<GuideStep> steps) {
        for (int i = 0; i < steps.size(); i++) {
            if (!progress(steps.get(i)).complete()) {
                return i;
            }
        }
        return 0;
    }

    /** How far the study is with a step. */
    Progress progress(GuideStep step) {
        Study study = state.study().get();
        return step.progress().apply(study);
    }

    /** The first recording of several that lacks what a step asks for. */
    Optional<String> lacking(GuideStep step) {
        Study study = state.study().get();
        return study.recordings().size() < 2
                ? Optional.empty()
                : study.recordings().stream()
                        .filter(recording -> step.lacks().test(study.cagesOf(recording.id())))
                        .map(Recording::name)
                        .findFirst();
    }

    /** Goes on; after the last step the guide is over. True when it is. */
    boolean next() {
        Optional<Place> now = place.get();
        if (now.isEmpty()) {
            return false;
        }
        if (now.get().last()) {
            keep(now.get().guide(), 0);
            place.set(Optional.empty());
            return true;
        }
        go(now.get().guide(), now.get().number() + 1);
        return false;
    }

    void back() {
        place.get().filter(now -> now.number() > 0).ifPresent(now -> go(now.guide(), now.number() - 1));
    }

    /** Goes to a step of the guide that is under way. */
    void go(int number) {
        place.get().ifPresent(now -> go(now.guide(), number));
    }

    private void go(Guide guide, int number) {
        keep(guide, number);
        place.set(Optional.of(new Place(guide, number)));
    }

    private void keep(Guide guide, int number) {
        left.put(guide, number);
        if (guide == Guide.TOUR) {
            keeper.accept(number);
        }
    }

    /** Stops here; the guide can be taken up again at the same step. */
    void leave() {
        place.set(Optional.empty());
    }
}
