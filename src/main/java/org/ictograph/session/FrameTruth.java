package org.ictograph.session;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import org.ictograph.model.Edit;
import org.ictograph.model.FrameRate;
import org.ictograph.model.Recording;
import org.ictograph.model.Verb;
import org.ictograph.model.VideoFile;
import org.ictograph.video.FrameIndex;
import org.ictograph.video.FrameReport;
import org.ictograph.video.Reel;
import org.ictograph.video.Seam;
import org.ictograph.video.VideoException;
import org.ictograph.work.Job;
import org.ictograph.work.Progress;

/** Tells what is known about the frames of a recording, and takes a person's word for a broken rate. FX thread. */
public final class FrameTruth {
    /** Files of which the second begins within so many frame lengths after the first have no gap between them. */
    private static final double SEAM = 1.5;

    /**
     * What a person should know about the frames of one file.
     *
     * @param seam how it meets the file before it, empty for the first
     */
    public record FileReport(VideoFile file, FrameReport report, Optional<Seam> seam) {}

    private final Workplace workplace;
    private final StudyState state;
    private final Edits edits;
    private final Recordings recordings;

    FrameTruth(Workplace workplace, StudyState state, Edits edits, Recordings recordings) {
        this.workplace = workplace;
        this.state = state;
        this.edits = edits;
        this.recordings = recordings;
    }

    /** Starts looking at the files of a recording; the result is a report for each, in order. */
    public Job<List<FileReport>> report(UUID recordingId) {
        Recording recording = state.study().get().recording(recordingId).orElseThrow();
        return workplace.jobs().start(recording.name(), progress -> {
            List<FileReport> reports = new ArrayList<>();
            List<Seam> seams = recordings.seams(recording, progress.part(0, 0.2));
            double share = 0.8 / recording.files().size();
            for (VideoFile file : recording.files()) {
                Progress part = progress.part(0.2 + reports.size() * share, 0.2 + (reports.size() + 1) * share);
                Optional<Seam> seam = reports.isEmpty() ? Optional.empty() : Optional.of(seams.get(reports.size() - 1));
                FrameReport report = workplace
                        .videos()
                        .probe(recordings.located(recording, file), part)
                        .report();
                reports.add(new FileReport(file, report, seam));
            }
            return reports;
        });
    }

    /**
     * Starts putting the frames of a recording's files a constant distance apart, because their own stamps are broken, or
     * trusting those stamps again. Files that follow each other directly still do so; a file after a gap stays where it is
     * unless it is overrun. Marks keep their times, so marks that were set at wrong times must be looked at again. The
     * statement is an edit: it is in the log and can be undone.
     *
     * @param rate frames per second, empty to trust the stamps
     * @return the job; its result is the recording as stored
     */
    public Job<Recording> restate(UUID recordingId, Optional<FrameRate> rate) {
        Recording recording = state.study().get().recording(recordingId).orElseThrow();
        return workplace.jobs().start(recording.name(), progress -> {
            Recording restated = restated(recording, rate, progress);
            return workplace.onFx(() -> store(recording, restated)).join();
        });
    }

    private CompletableFuture<Recording> store(Recording before, Recording restated) {
        return edits.make(() -> state.study()
                        .get()
                        .recording(before.id())
                        .filter(now -> now.files().equals(before.files())
                                && !now.files().equals(restated.files()))
                        .map(now -> Edit.changing(
                                Verb.STATE_RATE,
                                now,
                                now.timed(restated.files(), restated.duration(), restated.gaps()))))
                .thenApply(entry -> state.study().get().recording(before.id()).orElseThrow());
    }

    private Recording restated(Recording recording, Optional<FrameRate> rate, Progress progress)
            throws SessionException, VideoException {
        List<Reel.Part> parts = new ArrayList<>();
        double share = 1.0 / recording.files().size();
        long endBefore = 0;
        for (VideoFile file : recording.files()) {
            Path path = recordings.located(recording, file);
            Progress part = progress.part(parts.size() * share, (parts.size() + 1) * share);
            FrameIndex stamped = workplace.videos().index(path, Optional.of(recordings.cache()), part);
            FrameIndex before = file.rate().map(stamped::at).orElse(stamped);
            boolean apart = file.start() - endBefore > SEAM * before.duration() / before.frames();
            parts.add(new Reel.Part(path, rate.map(stamped::at).orElse(stamped), apart ? file.start() : 0));
            endBefore = file.start() + before.duration();
        }
        Reel reel = Reel.of(parts);
        List<VideoFile> files = new ArrayList<>();
        for (VideoFile file : recording.files()) {
            files.add(file.timed(reel.pieces().get(files.size()).start(), rate));
        }
        return recording.timed(files, reel.index().duration(), reel.index().gaps());
    }
}
