package org.ictograph.localizer;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.Function;
import org.ictograph.model.Cage;
import org.ictograph.model.Proposal;
import org.ictograph.model.Protocol;
import org.ictograph.model.Recording;
import org.ictograph.model.Run;
import org.ictograph.model.ScoreTrack;
import org.ictograph.model.Span;
import org.ictograph.video.FrameReader;
import org.ictograph.video.VideoException;
import org.ictograph.work.Progress;

/**
 * What the localizers that look at motion have in common: one pass over the recording, a score for each cage, proposals
 * where it is high.
 *
 * @param scoring from 0 to 1 for each moment of a cage
 */
record MotionSearch(Function<CageMotion, List<Float>> scoring, ProposalFinder finder) {
    private static final double NOISE = 8;
    private static final double FLASH = 2;

    /** Every number that the outcome depends on, those of the scoring included. */
    SortedMap<String, Double> parameters(Map<String, Double> ofScoring) {
        SortedMap<String, Double> parameters = new TreeMap<>(ofScoring);
        parameters.put("noise", NOISE);
        parameters.put("flash", FLASH);
        parameters.put("high", finder.high());
        parameters.put("low", finder.low());
        parameters.put("shortest-seconds", (double) finder.shortest() / Span.SECOND);
        parameters.put("gap-seconds", (double) finder.gap() / Span.SECOND);
        return Collections.unmodifiableSortedMap(parameters);
    }

    /** Ids are new each time; everything else depends on the video, the cages and the parameters only. */
    Localization run(Localizer localizer, Recording recording, List<Cage> cages, FrameReader reader, Progress progress)
            throws VideoException {
        UUID runId = UUID.randomUUID();
        Run run = new Run(runId, recording.id(), localizer.model(), localizer.weights(), localizer.parameters(), "");
        List<CageMotion> motions = new MotionPass(NOISE, FLASH).measure(reader, cages, progress);
        List<ScoreTrack> tracks = new ArrayList<>();
        List<Proposal> proposals = new ArrayList<>();
        for (int i = 0; i < cages.size(); i++) {
            UUID cage = cages.get(i).id();
            List<Float> scores = scoring.apply(motions.get(i));
            tracks.add(new ScoreTrack(runId, cage, Protocol.SEIZURE, 0, CageMotion.STEP, scores));
            List<Float> moving = MotionLocalizer.scores(motions.get(i));
            tracks.add(new ScoreTrack(runId, cage, ScoreTrack.MOTION, 0, CageMotion.STEP, moving));
            for (ProposalFinder.Found found : finder.find(scores, CageMotion.STEP, recording.duration())) {
                UUID id = UUID.randomUUID();
                proposals.add(
                        new Proposal(id, runId, recording.id(), cage, Protocol.SEIZURE, found.span(), found.score()));
            }
        }
        proposals.sort(Comparator.comparing(Proposal::span));
        return new Localization(run, proposals, tracks);
    }
}
