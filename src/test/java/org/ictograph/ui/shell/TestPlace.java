package org.ictograph.ui.shell;

import java.util.List;
import java.util.concurrent.Executor;
import org.ictograph.dataset.Datasets;
import org.ictograph.dataset.format.JointsLayout;
import org.ictograph.dataset.format.JsonManifests;
import org.ictograph.dataset.format.RatSeizureLayout;
import org.ictograph.dataset.format.RodEpilLayout;
import org.ictograph.exchange.format.AnyTable;
import org.ictograph.exchange.format.BorisProject;
import org.ictograph.exchange.format.JsonBenchmarkFiles;
import org.ictograph.exchange.format.MarkCsv;
import org.ictograph.exchange.format.Predictions;
import org.ictograph.exchange.pose.PoseFiles;
import org.ictograph.localizer.Localizers;
import org.ictograph.session.Workplace;
import org.ictograph.store.StudyFiles;
import org.ictograph.store.sqlite.SqliteStudyFiles;
import org.ictograph.video.SoundLines;
import org.ictograph.video.Videos;
import org.ictograph.video.ffmpeg.FfmpegVideos;
import org.ictograph.work.Jobs;

/** The real parts of the program, wired for a screen test. */
public final class TestPlace implements AutoCloseable {
    private final Jobs jobs = new Jobs();
    private final Videos videos = new FfmpegVideos();

    public Workplace with(Executor fx) {
        return with(fx, new SqliteStudyFiles());
    }

    /** The same with other study files. */
    public Workplace with(Executor fx, StudyFiles files) {
        return new Workplace(
                videos,
                files,
                Localizers.withoutWeights(),
                new Datasets(
                        videos,
                        new JsonManifests(),
                        List.of(
                                new RodEpilLayout(),
                                new RatSeizureLayout(new JsonBenchmarkFiles()),
                                new JointsLayout()),
                        "test"),
                List.of(new MarkCsv(), new BorisProject(), new Predictions(), new AnyTable()),
                List.of(),
                jobs,
                fx,
                SoundLines.NONE,
                new PoseFiles());
    }

    /** What is under way here. */
    public Jobs jobs() {
        return jobs;
    }

    @Override
    public void close() {
        jobs.close();
    }
}
