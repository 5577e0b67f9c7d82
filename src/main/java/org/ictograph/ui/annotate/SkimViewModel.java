package org.ictograph.ui.annotate;

import java.util.List;
import java.util.Optional;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.DoubleProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleDoubleProperty;
import org.ictograph.localizer.Localizer;
import org.ictograph.model.Recording;
import org.ictograph.model.ScoreTrack;
import org.ictograph.session.Playback;
import org.ictograph.session.Skim;
import org.ictograph.session.StudySession;
import org.ictograph.session.StudyState;
import org.ictograph.settings.SkimBounds;

/** Playing that hurries where nothing moves: the activity curves decide, the rater sets the bounds. */
public final class SkimViewModel {
    private static final String ACTIVITY = "activity-1";

    private final StudySession session;
    private final StudyState state;
    private final Playback playback;
    private final DoubleProperty fast = new SimpleDoubleProperty(SkimBounds.STANDARD.fast());
    private final DoubleProperty slow = new SimpleDoubleProperty(SkimBounds.STANDARD.slow());
    private final DoubleProperty threshold = new SimpleDoubleProperty(SkimBounds.STANDARD.threshold());
    private final ReadOnlyBooleanWrapper measuring = new ReadOnlyBooleanWrapper();
    private final ReadOnlyObjectWrapper<SkimBounds> bounds = new ReadOnlyObjectWrapper<>(SkimBounds.STANDARD);
    private final BooleanProperty open = new SimpleBooleanProperty();

    SkimViewModel(StudySession session) {
        this.session = session;
        this.state = session.state();
        this.playback = session.playback();
        for (DoubleProperty bound : List.of(fast, slow, threshold)) {
            bound.addListener((property, before, now) -> changed());
        }
        state.labels().addListener((property, before, now) -> changed());
    }

    /** Speed where nothing moves, 4 to 32. */
    public DoubleProperty fast() {
        return fast;
    }

    /** Speed where something moves, 0.5 to 4. */
    public DoubleProperty slow() {
        return slow;
    }

    /** Activity above a cage's rest, 0 to 1, from which on it moves. */
    public DoubleProperty threshold() {
        return threshold;
    }

    /** All three, rounded as they are kept. */
    public ReadOnlyObjectProperty<SkimBounds> bounds() {
        return bounds.getReadOnlyProperty();
    }

    /** Sets all three. */
    public void choose(SkimBounds chosen) {
        fast.set(chosen.fast());
        slow.set(chosen.slow());
        threshold.set(chosen.threshold());
    }

    /** True while the bounds are shown. */
    public BooleanProperty open() {
        return open;
    }

    /** How it is skimmed now; empty while it is not. */
    public ReadOnlyObjectProperty<Optional<Skim>> skim() {
        return playback.skim();
    }

    /** True when there are activity curves; they tell what moves in the picture, so blind raters have them, too. */
    public boolean ready() {
        return state.labels().get().tracks().stream()
                .anyMatch(track -> track.label().equals(ScoreTrack.MOTION));
    }

    /** The way it would be skimmed with these bounds. */
    public Skim plan() {
        return Skim.over(state.labels().get().tracks(), threshold.get(), fast.get(), slow.get());
    }

    /** Share of the recording that is played slowly, 0 to 1. */
    public double slowShare() {
        long whole = state.recording().get().map(Recording::duration).orElse(1L);
        return Math.min(1, (double) plan().moving().total() / whole);
    }

    /** Begins to skim, or goes on without; without a curve the bounds come up, which say what is missing. */
    public void toggle() {
        if (skim().get().isPresent()) {
            leave();
        } else if (ready()) {
            playback.setSkim(Optional.of(plan()));
            playback.play();
        } else {
            open.set(true);
        }
    }

    /** Goes on at the speed from before; false when it was not skimmed. */
    public boolean leave() {
        boolean skimmed = skim().get().isPresent();
        if (skimmed) {
            playback.setSkim(Optional.empty());
        }
        return skimmed;
    }

    /** Starts to measure activity in the open recording with the model that does nothing else. */
    public void compute() {
        Optional<Localizer> measure = session.proposing().localizers().stream()
                .filter(localizer -> localizer.model().equals(ACTIVITY))
                .findFirst();
        Optional<Recording> open = state.recording().get().filter(recording -> !measuring.get());
        open.ifPresent(recording -> measure.ifPresent(localizer -> {
            measuring.set(true);
            var unused = session.proposing()
                    .run(recording.id(), localizer)
                    .result()
                    .whenCompleteAsync(
                            (found, failure) -> measuring.set(false),
                            session.workplace().fx());
        }));
    }

    /** True while activity is being measured. */
    public ReadOnlyBooleanProperty measuring() {
        return measuring.getReadOnlyProperty();
    }

    private static double rounded(DoubleProperty bound) {
        return Math.round(bound.get() * 100) / 100.0;
    }

    private void changed() {
        bounds.set(new SkimBounds(rounded(fast), rounded(slow), rounded(threshold)));
        if (skim().get().isPresent() && !skim().get().get().equals(plan())) {
            playback.setSkim(Optional.of(plan()));
        }
    }
}
