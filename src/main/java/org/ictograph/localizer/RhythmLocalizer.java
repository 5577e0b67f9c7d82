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
 * Proposes seizures where a cage's motion repeats two to eight times a second and keeps doing so. It needs no weights
 * and no training.
 *
 * <p>Idea: clonus is motion that stays in place and repeats; walking is large motion that does not repeat; grooming and
 * digging repeat, but in bouts. So for each quarter of a second, with R the rhythmic and T the total power of the motion
 * ({@link RhythmMeter}): evidence = size × share, where size rises from 0 to 1 as log₁₀ R goes from {@code size-low} to
 * {@code size-high}, and share as R / T goes from {@code share-low} to {@code share-high}. The score is the mean
 * evidence over {@code window-seconds} around: bouts with pauses stay low, and what is not rhythmic at the edges of a
 * seizure (staring, wild running) is covered in part.
 *
 * <p>The numbers were chosen on 21 November 2026 by a grid search on demo plans with the seeds 11 and 13 (32 cages, 42
 * seizures) for the sum of two F1: events at IoU 0.3 (0.95; motion alone 0.58) and clips of 10 s (0.82; motion alone
 * 0.56). The seed of the demo study was not searched over, but it was scored three times on the way, so its scores are no
 * clean hold-out either. Thread-safe.
 */
public final class RhythmLocalizer implements Localizer {
    private static final double SIZE_LOW = 2.3;
    private static final double SIZE_HIGH = 3.2;
    private static final double SHARE_LOW = 0.25;
    private static final double SHARE_HIGH = 0.7;
    private static final int WINDOW_SECONDS = 16;
    private static final double HIGH = 0.55;
    private static final double LOW = 0.275;
    private static final int SHORTEST_SECONDS = 14;
    private static final int GAP_SECONDS = 5;

    private final MotionSearch search = new MotionSearch(
            RhythmLocalizer::scores,
            new ProposalFinder(HIGH, LOW, SHORTEST_SECONDS * Span.SECOND, GAP_SECONDS * Span.SECOND));

    @Override
    public String model() {
        return "rhythm-1";
    }

    @Override
    public String description() {
        return "Motion that repeats 2 to 8 times a second and lasts";
    }

    @Override
    public SortedMap<String, Double> parameters() {
        return search.parameters(Map.of(
                "size-low", SIZE_LOW,
                "size-high", SIZE_HIGH,
                "share-low", SHARE_LOW,
                "share-high", SHARE_HIGH,
                "window-seconds", (double) WINDOW_SECONDS));
    }

    @Override
    public Localization localize(Recording recording, List<Cage> cages, FrameReader reader, Progress progress)
            throws VideoException {
        return search.run(this, recording, cages, reader, progress);
    }

    static List<Float> scores(CageMotion motion) {
        double[] evidence =
                motion.moments().stream().mapToDouble(RhythmLocalizer::evidence).toArray();
        return MovingMean.of(evidence, (int) (WINDOW_SECONDS * Span.SECOND / CageMotion.STEP));
    }

    private static double evidence(CageMotion.Moment moment) {
        double size = (Math.log10(moment.rhythmic() + 1) - SIZE_LOW) / (SIZE_HIGH - SIZE_LOW);
        double share = (moment.rhythmic() / (moment.total() + 1) - SHARE_LOW) / (SHARE_HIGH - SHARE_LOW);
        return Math.max(0, Math.min(1, size)) * Math.max(0, Math.min(1, share));
    }
}
