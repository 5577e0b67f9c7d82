package org.ictograph.session;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.ictograph.dataset.Datasets;
import org.ictograph.dataset.format.JsonManifests;
import org.ictograph.dataset.format.RatSeizureLayout;
import org.ictograph.dataset.format.RodEpilLayout;
import org.ictograph.exchange.format.JsonBenchmarkFiles;
import org.ictograph.exchange.format.MarkCsv;
import org.ictograph.exchange.pose.PoseFiles;
import org.ictograph.localizer.Localizers;
import org.ictograph.model.Box;
import org.ictograph.model.Cage;
import org.ictograph.model.Recording;
import org.ictograph.model.Subject;
import org.ictograph.session.Recordings.NewCage;
import org.ictograph.session.Recordings.NewRecording;
import org.ictograph.store.sqlite.SqliteStudyFiles;
import org.ictograph.video.Codec;
import org.ictograph.video.SoundLines;
import org.ictograph.video.VideoException;
import org.ictograph.video.VideoSpec;
import org.ictograph.video.VideoWriter;
import org.ictograph.video.Videos;
import org.ictograph.video.YuvPicture;
import org.ictograph.video.ffmpeg.FfmpegVideos;
import org.ictograph.work.Jobs;

/** A real study with a real three-second video of two cages, in which everything happens on the calling thread. */
final class Bench implements AutoCloseable {
    static final int RATE = 25;
    static final int FRAMES = 75;
    static final long FRAME = 1_000_000 / RATE;

    final Path folder;
    final Path video;
    final Videos videos;
    final Jobs jobs = new Jobs();
    final Workplace workplace;
    StudySession session;

    Bench(Path folder) throws Exception {
        this(folder, new FfmpegVideos(), "video ä,1.mkv");
    }

    Bench(Path folder, Videos videos, String name) throws Exception {
        this.folder = folder;
        this.videos = videos;
        this.video = folder.resolve(name);
        workplace = new Workplace(
                videos,
                new SqliteStudyFiles(),
                Localizers.withoutWeights(),
                new Datasets(
                        videos,
                        new JsonManifests(),
                        List.of(new RodEpilLayout(), new RatSeizureLayout(new JsonBenchmarkFiles())),
                        "test"),
                List.of(new MarkCsv()),
                List.of(),
                jobs,
                Runnable::run,
                SoundLines.NONE,
                new PoseFiles());
        film(video, 0);
        session = StudySession.create(workplace, file(), "Bench", "Anna").join();
    }

    Path file() {
        return folder.resolve("bench.icto");
    }

    /** A video whose frames have the brightness of their number, plus a shift that makes its content another. */
    void film(Path file, int shift) throws VideoException {
        film(file, shift, 0, FRAMES, 0);
    }

    /** Some frames of that video in a file of their own, whose clock starts at some time. */
    Path film(Path file, int shift, int first, int count, long clock) throws VideoException {
        YuvPicture picture = new YuvPicture(128, 64);
        Arrays.fill(picture.u(), (byte) 128);
        Arrays.fill(picture.v(), (byte) 128);
        try (VideoWriter writer = videos.create(file, new VideoSpec(128, 64, RATE, 12, Codec.FFV1))) {
            for (int frame = first; frame < first + count; frame++) {
                Arrays.fill(picture.y(), brightness(frame, shift));
                writer.write(picture, clock + (frame - first) * FRAME);
            }
            writer.finish();
        }
        return file;
    }

    private static byte brightness(int frame, int shift) {
        return (byte) (20 + frame * 2 + shift);
    }

    /** Adds the video with its two cages and opens it. */
    Recording record() {
        NewRecording added = NewRecording.of(video).with(cages());
        Recording recording = session.recordings().add(added).result().join();
        session.open(recording.id()).join();
        return recording;
    }

    static List<NewCage> cages() {
        return List.of(
                new NewCage(1, new Box(0, 0, 64, 64), Optional.empty(), Optional.of(Subject.named("70-1"))),
                new NewCage(2, new Box(64, 0, 64, 64), Optional.empty(), Optional.of(Subject.named("70-2"))));
    }

    Cage cage(int position) {
        return session.state().cages().get(position - 1);
    }

    Labels labels() {
        return session.state().labels().get();
    }

    void reopen(String rater) {
        session.close();
        session = StudySession.open(workplace, file(), Optional.of(rater)).join();
        List<Recording> recordings = session.state().study().get().recordings();
        if (!recordings.isEmpty()) {
            session.open(recordings.get(0).id()).join();
        }
    }

    /** Opens the study anew without opening its recording. */
    void reopenWithoutVideo() {
        session.close();
        session = StudySession.open(workplace, file(), Optional.empty()).join();
    }

    void move(Path from, Path to) throws IOException {
        Files.move(from, to);
    }

    @Override
    public void close() {
        session.close();
        jobs.close();
    }
}
