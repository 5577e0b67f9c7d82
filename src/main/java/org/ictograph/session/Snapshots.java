package org.ictograph.session;

import com.google.errorprone.annotations.CanIgnoreReturnValue;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.ictograph.model.Recording;
import org.ictograph.timeline.TimeText;
import org.ictograph.video.Picture;
import org.ictograph.work.Job;

/** Pictures of single frames as PNG files, in the source's own pixels. Called on the FX thread. */
public final class Snapshots {
    private final Workplace workplace;
    private final StudyState state;
    private final Playback playback;
    private final Path folder;

    Snapshots(Workplace workplace, StudyState state, Playback playback, Path study) {
        this.workplace = workplace;
        this.state = state;
        this.playback = playback;
        this.folder = study.toAbsolutePath().resolveSibling("snapshots");
    }

    /** Where pictures go unless somebody says otherwise: a folder beside the study. */
    public Path folder() {
        return folder;
    }

    /** Name for a picture of the frame under the playhead; to a blind rater it does not tell the recording's. */
    public String name() {
        Optional<Recording> open = state.recording().get();
        String recording = open.filter(known -> state.sighted().get())
                .map(Recording::name)
                .orElseGet(() -> "recording "
                        + (open.map(state.study().get().recordings()::indexOf).orElse(0) + 1));
        int frame = playback.frame().get();
        long at = playback.index().map(index -> index.microsOf(frame)).orElse(0L);
        return String.format(
                        Locale.ROOT,
                        "%s %s frame %d.png",
                        recording,
                        TimeText.clock(at).replace(':', '-'),
                        frame)
                .replaceAll("[\\\\/:*?\"<>|]", "-");
    }

    /**
     * Writes the frame under the playhead to a file, which is replaced when it is there, and says so.
     *
     * @return the job, whose result is the file; none while no recording is open
     */
    @CanIgnoreReturnValue
    public Optional<Job<Path>> take(Path file) {
        int frame = playback.frame().get();
        return playback.still().map(picture -> {
            Job<Path> job =
                    workplace.jobs().start(String.valueOf(file.getFileName()), progress -> write(picture, file));
            var unused =
                    job.result().whenCompleteAsync((written, failure) -> tell(frame, file, failure), workplace.fx());
            return job;
        });
    }

    private Path write(CompletableFuture<Picture> picture, Path file) throws Exception {
        try {
            Files.createDirectories(file.toAbsolutePath().getParent());
        } catch (IOException refused) {
            throw new SessionException(
                    "The folder " + file.toAbsolutePath().getParent()
                            + " cannot be made; choose another place for the picture.",
                    refused);
        }
        workplace.videos().writePng(picture.join(), file);
        return file;
    }

    private void tell(int frame, Path file, @org.jspecify.annotations.Nullable Throwable failure) {
        state.say(
                failure == null
                        ? Notice.done("snapshot.done", TimeText.frame(frame), file.toString())
                        : Notice.problem(failure));
    }
}
