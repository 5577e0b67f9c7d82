package org.ictograph.bench;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.Executor;
import org.ictograph.dataset.Datasets;
import org.ictograph.dataset.format.JsonManifests;
import org.ictograph.localizer.Localizers;
import org.ictograph.model.Box;
import org.ictograph.model.Cage;
import org.ictograph.model.Change;
import org.ictograph.model.Edit;
import org.ictograph.model.Label;
import org.ictograph.model.Mark;
import org.ictograph.model.Recording;
import org.ictograph.model.Span;
import org.ictograph.model.SpanSet;
import org.ictograph.model.Verb;
import org.ictograph.session.Recordings.NewRecording;
import org.ictograph.session.StudySession;
import org.ictograph.session.Workplace;
import org.ictograph.store.sqlite.SqliteStudyFiles;
import org.ictograph.video.Codec;
import org.ictograph.video.VideoSpec;
import org.ictograph.video.VideoWriter;
import org.ictograph.video.Videos;
import org.ictograph.video.YuvPicture;
import org.ictograph.video.ffmpeg.FfmpegVideos;
import org.ictograph.work.Jobs;

/** Studies with as many recordings and marks as one wants, all of one short real video. */
final class LargeStudy {
    private static final int RATE = 25;
    private static final int FRAMES = 3 * RATE;
    private static final Videos VIDEOS = new FfmpegVideos();

    private LargeStudy() {}

    static Workplace workplace(Jobs jobs, Executor fx) {
        return new Workplace(
                VIDEOS,
                new SqliteStudyFiles(),
                Localizers.withoutWeights(),
                new Datasets(VIDEOS, new JsonManifests(), List.of(), "bench"),
                List.of(),
                jobs,
                fx);
    }

    /**
     * Makes a study and closes it.
     *
     * @param hours length that the marks are spread over; the video itself lasts three seconds
     */
    static Path make(Path file, int recordings, int cages, int marks, double hours) throws Exception {
        Path folder = file.toAbsolutePath().getParent();
        Files.createDirectories(folder);
        Path video = folder.resolve(file.getFileName() + ".mkv");
        Files.deleteIfExists(file);
        Files.deleteIfExists(video);
        film(video);
        try (Jobs jobs = new Jobs();
                StudySession session = StudySession.create(workplace(jobs, Runnable::run), file, "bench", "Anna")
                        .join()) {
            session.recordings().add(NewRecording.of(video)).result().join();
            Recording first = session.state().study().get().recordings().get(0);
            session.edits()
                    .make(new Edit(Verb.DRAW_CAGES, cages(first.id(), cages)))
                    .join();
            for (int i = 1; i < recordings; i++) {
                Recording more = longer(first, UUID.randomUUID(), "recording " + i, first.duration());
                List<Change> changes = new ArrayList<>(List.of(new Change.Added(more)));
                changes.addAll(cages(more.id(), cages));
                session.edits().make(new Edit(Verb.ADD_RECORDING, changes)).join();
            }
            if (hours > 0) {
                Recording stretched = longer(first, first.id(), first.name(), Math.round(hours * 3600e6));
                session.edits()
                        .make(Edit.changing(Verb.CHANGE_RECORDING, first, stretched))
                        .join();
            }
            mark(session, marks);
            session.settled().join();
        }
        return file;
    }

    static Recording longer(Recording like, UUID id, String name, long duration) {
        return new Recording(
                id,
                name,
                like.files(),
                like.width(),
                like.height(),
                like.frames(),
                duration,
                SpanSet.EMPTY,
                like.startedAt(),
                like.zone());
    }

    private static List<Change> cages(UUID recording, int count) {
        List<Change> cages = new ArrayList<>();
        for (int i = 1; i <= count; i++) {
            cages.add(new Change.Added(new Cage(
                    UUID.randomUUID(), recording, i, new Box(0, 0, 32, 32), Optional.empty(), Optional.empty())));
        }
        return cages;
    }

    /** Marks at random times with random labels, one edit for each recording. */
    private static void mark(StudySession session, int marks) {
        Random random = new Random(5);
        var study = session.state().study().get();
        UUID rater = study.raters().get(0).id();
        List<String> labels =
                study.protocol().labels().stream().map(Label::name).toList();
        int each = marks / study.recordings().size();
        for (Recording recording : study.recordings()) {
            List<Cage> cages = study.cagesOf(recording.id());
            List<Change> changes = new ArrayList<>();
            for (int i = 0; i < each; i++) {
                long length = Math.min(recording.duration() / 10, 500_000 + random.nextInt(9_500_000));
                long start = (long) (random.nextDouble() * (recording.duration() - length));
                changes.add(new Change.Added(Mark.byHand(
                        recording.id(),
                        cages.get(i % cages.size()).id(),
                        rater,
                        labels.get(random.nextInt(labels.size())),
                        new Span(start, start + length))));
            }
            if (!changes.isEmpty()) {
                session.edits().make(new Edit(Verb.IMPORT_MARKS, changes)).join();
            }
        }
    }

    static void film(Path file) throws Exception {
        YuvPicture picture = new YuvPicture(128, 64);
        Arrays.fill(picture.u(), (byte) 128);
        Arrays.fill(picture.v(), (byte) 128);
        try (VideoWriter writer = VIDEOS.create(file, new VideoSpec(128, 64, RATE, 12, Codec.FFV1))) {
            for (int frame = 0; frame < FRAMES; frame++) {
                Arrays.fill(picture.y(), (byte) (20 + frame * 2));
                writer.write(picture, frame * 1_000_000L / RATE);
            }
            writer.finish();
        }
    }
}
