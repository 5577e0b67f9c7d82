package org.ictograph.localizer;

import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import org.ictograph.model.Cage;
import org.ictograph.model.Recording;
import org.ictograph.model.Span;
import org.ictograph.video.FrameReader;
import org.ictograph.video.VideoException;
import org.ictograph.work.Progress;

/**
 * Proposes seizures where a cage moves much for long: the trivial rival that every better model has to beat. With E the
 * mean motion energy over {@code window-seconds}, the score is E / (E + {@code half}).
 *
 * <p>Its numbers are the best that a grid search found on the same demo plans on which {@link RhythmLocalizer} was
 * tuned, for the same measure. Thread-safe.
 */
public final class MotionLocalizer implements Localizer {
    private static final double HALF = 0.0389;
    private static final int WINDOW_SECONDS = 1;
    private static final double HIGH = 0.5;
    private static final double LOW = 0.231;
    private static final int SHORTEST_SECONDS = 14;
    private static final int GAP_SECONDS = 3;

    private final MotionSearch search = new MotionSearch(
            MotionLocalizer::scores,
            new ProposalFinder(HIGH, LOW, SHORTEST_SECONDS * Span.SECOND, GAP_SECONDS * Span.SECOND));

    @Override
    public String model() {
        return "motion-1";
    }

    @Override
    public String description() {
        return "Much motion for long, whatever it is";
    }

    @Override
    public SortedMap<String, Double> parameters() {
        return search.parameters(Map.of("half", HALF, "window-seconds", (double) WINDOW_SECONDS));
    }

    @Override
    public Localization localize(Recording recording, List<Cage> cages, FrameReader reader, Progress progress)
            throws VideoException {
        return search.run(this, recording, cages, reader, progress);
    }

    static List<Float> scores(CageMotion motion) {
        double[] energy =
                motion.moments().stream().mapToDouble(CageMotion.Moment::energy).toArray();
        return MovingMean.of(energy, (int) (WINDOW_SECONDS * Span.SECOND / CageMotion.STEP)).stream()
                .map(mean -> (float) (mean / (mean + HALF)))
                .toList();
    }
}
