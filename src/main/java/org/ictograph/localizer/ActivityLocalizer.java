package org.ictograph.localizer;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.UUID;
import org.ictograph.model.Cage;
import org.ictograph.model.Recording;
import org.ictograph.model.Run;
import org.ictograph.model.ScoreTrack;
import org.ictograph.model.Span;
import org.ictograph.video.FrameReader;
import org.ictograph.video.VideoException;
import org.ictograph.work.Progress;

/**
 * Proposes nothing: it looks over the film in a hurry and tells how much moves in each cage, for the activity strip. With E
 * the mean motion energy over {@code window-seconds}, the value is E / (E + {@code half}). Thread-safe.
 */
public final class ActivityLocalizer implements Localizer {
    private static final double NOISE = 8;
    private static final double FLASH = 6;
    private static final double HALF = 0.156;
    private static final int WINDOW_SECONDS = 1;
    /** Between looked-at frames: half the period of the slow shaking that matters most, and half a {@link CageMotion#STEP}. */
    private static final long LOOK = 125_000;

    private static final int STRETCH_STEPS = (int) (300 * Span.SECOND / CageMotion.STEP);

    @Override
    public String model() {
        return "activity-1";
    }

    @Override
    public String description() {
        return "Only how much moves, quickly; proposes nothing";
    }

    @Override
    public boolean proposes() {
        return false;
    }

    @Override
    public SortedMap<String, Double> parameters() {
        SortedMap<String, Double> parameters = new TreeMap<>();
        parameters.put("noise", NOISE);
        parameters.put("flash", FLASH);
        parameters.put("half", HALF);
        parameters.put("window-seconds", (double) WINDOW_SECONDS);
        parameters.put("look-seconds", (double) LOOK / Span.SECOND);
        return Collections.unmodifiableSortedMap(parameters);
    }

    @Override
    public Localization localize(Recording recording, List<Cage> cages, FrameReader reader, Progress progress)
            throws VideoException {
        UUID runId = UUID.randomUUID();
        Run run = new Run(runId, recording.id(), model(), weights(), parameters(), "");
        long duration = reader.index().duration();
        int steps = (int) Math.max(1, duration / CageMotion.STEP);
        double[][] energies = new double[cages.size()][steps];
        List<List<CageStir>> stretches = Collections.synchronizedList(new ArrayList<>());
        reader.glance(
                LOOK,
                STRETCH_STEPS * CageMotion.STEP,
                stretch -> {
                    List<CageStir> stirs = stirs(cages, reader, stretch);
                    stretches.add(stirs);
                    return (frame, micros, luma) -> stirs.forEach(stir -> stir.see(micros, luma));
                },
                progress);
        stretches.forEach(stirs -> {
            for (int cage = 0; cage < stirs.size(); cage++) {
                stirs.get(cage).copyTo(energies[cage]);
            }
        });
        List<ScoreTrack> tracks = new ArrayList<>();
        for (int cage = 0; cage < cages.size(); cage++) {
            UUID id = cages.get(cage).id();
            tracks.add(new ScoreTrack(runId, id, ScoreTrack.MOTION, 0, CageMotion.STEP, values(energies[cage])));
        }
        return new Localization(run, List.of(), tracks);
    }

    private static List<CageStir> stirs(List<Cage> cages, FrameReader reader, int stretch) {
        return cages.stream()
                .map(cage -> new CageStir(
                        new BlockGrid(cage.box(), cage.tagMask(), reader.width()),
                        NOISE,
                        FLASH,
                        stretch * STRETCH_STEPS,
                        STRETCH_STEPS,
                        reader.index().gaps()))
                .toList();
    }

    private static List<Float> values(double[] energies) {
        return MovingMean.of(energies, (int) (WINDOW_SECONDS * Span.SECOND / CageMotion.STEP)).stream()
                .map(mean -> (float) (mean / (mean + HALF)))
                .toList();
    }
}
