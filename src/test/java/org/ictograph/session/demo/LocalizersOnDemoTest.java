package org.ictograph.session.demo;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CancellationException;
import org.ictograph.localizer.Localization;
import org.ictograph.localizer.Localizer;
import org.ictograph.localizer.LocalizerException;
import org.ictograph.localizer.MotionLocalizer;
import org.ictograph.localizer.RhythmLocalizer;
import org.ictograph.model.Cage;
import org.ictograph.model.Proposal;
import org.ictograph.model.Protocol;
import org.ictograph.model.Recording;
import org.ictograph.model.ScoreTrack;
import org.ictograph.model.Span;
import org.ictograph.model.VideoFile;
import org.ictograph.video.FrameIndex;
import org.ictograph.video.FrameReader;
import org.ictograph.video.VideoException;
import org.ictograph.video.Videos;
import org.ictograph.video.ffmpeg.FfmpegVideos;
import org.ictograph.work.Progress;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/** One minute of four cages, written as a real video and searched by both localizers. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class LocalizersOnDemoTest {
    private final Videos videos = new FfmpegVideos();
    private final DemoRecording demo = DemoPlan.of(1, 1, 1).recordings().get(0);
    private Path file = Path.of("");
    private FrameIndex index = new FrameIndex(new long[] {0}, new boolean[] {true}, 1);
    private List<Cage> cages = List.of();
    private Optional<Localization> rhythm = Optional.empty();

    @BeforeAll
    void write(@TempDir Path folder) throws VideoException, LocalizerException {
        file = demo.write(videos, folder, Progress.NONE);
        index = videos.index(file, Optional.empty(), Progress.NONE);
        cages = demo.cages().stream()
                .map(cage -> new Cage(
                        UUID.randomUUID(),
                        UUID.randomUUID(),
                        cage.position(),
                        cage.box(),
                        cage.tagMask(),
                        Optional.empty()))
                .toList();
        rhythm = Optional.of(search(new RhythmLocalizer(), Progress.NONE));
    }

    @Test
    void rhythmFindsTheSeizures() {
        Localization found = rhythm.orElseThrow();
        assertTrue(hits(found) >= 3, hits(found) + " of 4 seizures found");
        assertTrue(found.proposals().size() <= 5, found.proposals().size() + " proposals for 4 seizures");
    }

    @Test
    void rhythmTellsSeizuresFromTheRestAndMotionDoesNot() throws VideoException, LocalizerException {
        double repeated = rankedRight(rhythm.orElseThrow());
        double motion = rankedRight(search(new MotionLocalizer(), Progress.NONE));
        assertTrue(repeated > 0.75, "rhythm " + repeated);
        assertTrue(motion < 0.6, "motion " + motion);
    }

    @Test
    void theSameVideoGivesTheSameSpansAndScores() throws VideoException, LocalizerException {
        Localization once = rhythm.orElseThrow();
        Localization again = search(new RhythmLocalizer(), Progress.NONE);
        assertEquals(outcome(once), outcome(again));
        assertEquals(
                once.tracks().stream().map(ScoreTrack::values).toList(),
                again.tracks().stream().map(ScoreTrack::values).toList());
    }

    @Test
    void everyCageHasAScoreForAllOfTheRecording() {
        Localization found = rhythm.orElseThrow();
        for (Cage cage : cages) {
            List<Float> scores = track(found, cage.position());
            assertEquals(240, scores.size(), "four a second for one minute");
            assertTrue(scores.stream().allMatch(score -> score >= 0 && score <= 1));
        }
    }

    @Test
    void stopsWhenCancelled() {
        Progress cancelled = new Progress() {
            @Override
            public void report(double fraction, String what) {}

            @Override
            public boolean cancelled() {
                return true;
            }
        };
        assertThrows(CancellationException.class, () -> search(new RhythmLocalizer(), cancelled));
    }

    private Localization search(Localizer localizer, Progress progress) throws VideoException, LocalizerException {
        VideoFile video = VideoFile.only(file.toString(), 1, "demo");
        Recording recording = new Recording(
                UUID.randomUUID(),
                "demo",
                List.of(video),
                640,
                480,
                index.frames(),
                index.duration(),
                index.gaps(),
                Optional.empty(),
                "");
        try (FrameReader reader = videos.open(file, index)) {
            return localizer.localize(recording, cages, reader, progress);
        }
    }

    /** Seizures that one proposal of the same cage overlaps by at least 0.3. */
    private long hits(Localization found) {
        return demo.cages().stream()
                .flatMap(cage -> cage.script().seizures().stream()
                        .filter(seizure ->
                                spans(found, cage.position()).stream().anyMatch(span -> span.iou(seizure) >= 0.3)))
                .count();
    }

    /**
     * How often a moment inside a seizure has a higher score than one outside: the area under the ROC curve, 0.5 by
     * guessing.
     */
    private double rankedRight(Localization found) {
        List<Float> inside = new ArrayList<>();
        List<Float> outside = new ArrayList<>();
        for (DemoCage cage : demo.cages()) {
            List<Float> scores = track(found, cage.position());
            for (int i = 0; i < scores.size(); i++) {
                long at = i * 250_000L;
                boolean ictal = cage.script().seizures().stream().anyMatch(seizure -> seizure.contains(at));
                (ictal ? inside : outside).add(scores.get(i));
            }
        }
        double right = 0;
        for (float high : inside) {
            for (float low : outside) {
                right += high > low ? 1 : high == low ? 0.5 : 0;
            }
        }
        return right / inside.size() / outside.size();
    }

    private List<Float> track(Localization found, int position) {
        UUID cage = cages.get(position - 1).id();
        return found.tracks().stream()
                .filter(track -> track.cageId().equals(cage) && track.label().equals(Protocol.SEIZURE))
                .map(ScoreTrack::values)
                .findFirst()
                .orElseThrow();
    }

    private List<Span> spans(Localization found, int position) {
        UUID cage = cages.get(position - 1).id();
        return found.proposals().stream()
                .filter(proposal -> proposal.cageId().equals(cage))
                .map(Proposal::span)
                .toList();
    }

    private static List<String> outcome(Localization found) {
        List<String> outcome = new ArrayList<>();
        found.proposals()
                .forEach(proposal -> outcome.add(proposal.cageId() + " " + proposal.span() + " " + proposal.score()));
        return outcome;
    }
}
