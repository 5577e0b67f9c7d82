package org.ictograph.ui.shell;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.Executor;
import org.ictograph.model.Box;
import org.ictograph.model.Cage;
import org.ictograph.model.Change;
import org.ictograph.model.Coverage;
import org.ictograph.model.Coverage.Seen;
import org.ictograph.model.Edit;
import org.ictograph.model.Mark;
import org.ictograph.model.Proposal;
import org.ictograph.model.Rater;
import org.ictograph.model.Recording;
import org.ictograph.model.Run;
import org.ictograph.model.Span;
import org.ictograph.model.Subject;
import org.ictograph.model.Verb;
import org.ictograph.session.Recordings.NewCage;
import org.ictograph.session.Recordings.NewRecording;
import org.ictograph.session.StudySession;
import org.ictograph.video.Codec;
import org.ictograph.video.VideoException;
import org.ictograph.video.VideoSpec;
import org.ictograph.video.VideoWriter;
import org.ictograph.video.Videos;
import org.ictograph.video.YuvPicture;
import org.ictograph.video.ffmpeg.FfmpegVideos;

/**
 * A real study about one real recording of 24 s with two cages. Two raters have reviewed all of it: they agree on a
 * seizure in each cage, differ on the edges of one rearing, and only the first has seen a staring. Three proposals wait.
 */
public final class RatedStudy implements AutoCloseable {
    public static final String FIRST = "rater 1";
    public static final String SECOND = "rater 2";
    private static final int SECONDS = 24;
    private static final int RATE = 15;

    private final TestPlace place = new TestPlace();
    private final StudySession session;
    private final Recording recording;

    public RatedStudy(Path folder, Executor fx) throws Exception {
        Path film = film(folder.resolve("film.mp4"));
        session = StudySession.create(place.with(fx), folder.resolve("rated.icto"), "rated", FIRST)
                .join();
        recording = session.recordings()
                .add(NewRecording.of(film)
                        .with(List.of(
                                cage(1, 0, new Subject(UUID.randomUUID(), "70-1", "70", "kainate", "saline")),
                                cage(2, 160, new Subject(UUID.randomUUID(), "70-2", "70", "control", "none")))))
                .result()
                .get();
        rate();
        session.settled().join();
    }

    private static NewCage cage(int position, int x, Subject animal) {
        return new NewCage(position, new Box(x, 0, 160, 240), Optional.empty(), Optional.of(animal));
    }

    /** A bar that moves to and fro. */
    private static Path film(Path file) throws VideoException {
        Videos videos = new FfmpegVideos();
        YuvPicture picture = new YuvPicture(320, 240);
        java.util.Arrays.fill(picture.u(), (byte) 128);
        java.util.Arrays.fill(picture.v(), (byte) 128);
        try (VideoWriter writer = videos.create(file, new VideoSpec(320, 240, RATE, RATE, Codec.H264))) {
            for (int frame = 0; frame < SECONDS * RATE; frame++) {
                for (int i = 0; i < picture.y().length; i++) {
                    picture.y()[i] = (byte) ((i % 320 + frame * 3) % 160 < 30 ? 200 : 60);
                }
                writer.write(picture, frame * Span.SECOND / RATE);
            }
            writer.finish();
        }
        return file;
    }

    private void rate() {
        Rater one = session.state().rater().get();
        Rater two = new Rater(UUID.randomUUID(), SECOND);
        List<Cage> cages = session.state().study().get().cagesOf(recording.id());
        List<Change> changes = new ArrayList<>();
        for (Cage cage : cages) {
            for (Rater rater : List.of(one, two)) {
                changes.add(new Change.Added(new Coverage(
                        UUID.randomUUID(), rater.id(), recording.id(), cage.id(), recording.span(), Seen.REVIEWED, 0)));
            }
        }
        mark(changes, cages.get(0), one, "seizure", 5.0, 11.0);
        mark(changes, cages.get(0), two, "seizure", 5.2, 11.2);
        mark(changes, cages.get(1), one, "seizure", 12.0, 16.0);
        mark(changes, cages.get(1), two, "seizure", 12.0, 16.2);
        mark(changes, cages.get(0), one, "rearing", 13.5, 18.0);
        mark(changes, cages.get(0), two, "rearing", 15.0, 18.0);
        mark(changes, cages.get(1), one, "staring", 2.0, 4.0);
        Run run = new Run(UUID.randomUUID(), recording.id(), "rhythm-1", "", new TreeMap<>(), "");
        List<Change> proposed = new ArrayList<>();
        proposed.add(new Change.Added(run));
        propose(proposed, run, cages.get(0), 5, 10, 0.9);
        propose(proposed, run, cages.get(1), 12, 15, 0.7);
        propose(proposed, run, cages.get(0), 20, 22, 0.4);
        session.edits().make(Edit.adding(Verb.ADD_RATER, two));
        session.edits().make(new Edit(Verb.IMPORT_MARKS, changes));
        session.edits().make(new Edit(Verb.PROPOSE, proposed));
    }

    private static void mark(List<Change> into, Cage cage, Rater rater, String label, double from, double to) {
        into.add(new Change.Added(Mark.byHand(cage.recordingId(), cage.id(), rater.id(), label, span(from, to))));
    }

    private static void propose(List<Change> into, Run run, Cage cage, double from, double to, double score) {
        into.add(new Change.Added(new Proposal(
                UUID.nameUUIDFromBytes(Double.toString(score).getBytes(StandardCharsets.UTF_8)),
                run.id(),
                cage.recordingId(),
                cage.id(),
                "seizure",
                span(from, to),
                score)));
    }

    public static Span span(double from, double to) {
        return new Span(Math.round(from * Span.SECOND), Math.round(to * Span.SECOND));
    }

    public TestPlace place() {
        return place;
    }

    public StudySession session() {
        return session;
    }

    public Recording recording() {
        return recording;
    }

    /** Opens the recording, seen by the first rater in review. */
    public void review() {
        session.open(recording.id()).join();
        session.showOthers(true).join();
    }

    /** Closes the study and leaves its file. */
    public void closeStudy() {
        session.close();
    }

    @Override
    public void close() {
        session.close();
        place.close();
    }
}
