package org.ictograph.ui.annotate;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executor;
import org.ictograph.dataset.Datasets;
import org.ictograph.dataset.format.JsonManifests;
import org.ictograph.localizer.Localizers;
import org.ictograph.model.Box;
import org.ictograph.model.Recording;
import org.ictograph.model.Subject;
import org.ictograph.session.Recordings.NewCage;
import org.ictograph.session.Recordings.NewRecording;
import org.ictograph.session.StudySession;
import org.ictograph.session.Workplace;
import org.ictograph.store.sqlite.SqliteStudyFiles;
import org.ictograph.work.Jobs;

/** A real study file in a folder, with one painted recording. */
final class SampleStudy implements AutoCloseable {
    private final Jobs jobs = new Jobs();
    private final StudySession session;
    private final Path folder;

    SampleStudy(Path folder, Executor fx) {
        this.folder = folder;
        PaintedVideos videos = new PaintedVideos();
        Workplace workplace = new Workplace(
                videos,
                new SqliteStudyFiles(),
                new Localizers(List.of()),
                new Datasets(videos, new JsonManifests(), List.of(), "test"),
                List.of(),
                jobs,
                fx);
        session = StudySession.create(workplace, folder.resolve("sample.icto"), "sample", "rater 1")
                .join();
    }

    StudySession session() {
        return session;
    }

    /** Adds a recording with four cages and their animals, or without any. */
    Recording add(String name, boolean withCages) throws Exception {
        Path file = Files.writeString(folder.resolve(name + ".mp4"), "painted");
        List<NewCage> cages = !withCages
                ? List.of()
                : List.of(
                        cage(1, new Box(8, 8, 304, 224), "70-1"),
                        cage(2, new Box(328, 8, 304, 224), "70-2"),
                        cage(3, new Box(8, 248, 304, 224), "70-3"),
                        cage(4, new Box(328, 248, 304, 224), "70-4"));
        return session.recordings()
                .add(NewRecording.of(file)
                        .with(cages)
                        .started(Instant.parse("2026-02-01T13:00:00Z"), "Europe/Luxembourg"))
                .result()
                .get();
    }

    private static NewCage cage(int position, Box box, String animal) {
        return new NewCage(position, box, Optional.empty(), Optional.of(Subject.named(animal)));
    }

    /** Waits until everything so far is stored and everybody who waits for it has been told. */
    void settle() {
        session.settled().join();
        var unused = session.log().join();
    }

    @Override
    public void close() {
        session.close();
        jobs.close();
    }
}
