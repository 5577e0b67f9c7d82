package org.ictograph.session;

import com.google.errorprone.annotations.CanIgnoreReturnValue;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import org.ictograph.model.Box;
import org.ictograph.model.Cage;
import org.ictograph.model.Change;
import org.ictograph.model.Edit;
import org.ictograph.model.LogEntry;
import org.ictograph.model.Recording;
import org.ictograph.model.Subject;
import org.ictograph.model.Verb;
import org.ictograph.model.VideoFile;
import org.ictograph.video.FrameIndex;
import org.ictograph.video.Reel;
import org.ictograph.video.VideoException;
import org.ictograph.video.VideoFacts;
import org.ictograph.work.Job;
import org.ictograph.work.Progress;

/** Brings recordings into the study, finds their files and opens them. Called on the FX thread. */
public final class Recordings {
    /**
     * A cage to be drawn when a recording is added.
     *
     * @param animal who lives in it; an animal of the study with the same name is taken instead
     */
    public record NewCage(int position, Box box, Optional<Box> tagMask, Optional<Subject> animal) {}

    /**
     * What is known of a recording beforehand.
     *
     * @param startedAt wall-clock time of the first frame, when known
     * @param zone time zone of the lab, empty when not known
     */
    public record NewRecording(Path file, List<NewCage> cages, Optional<Instant> startedAt, String zone) {
        public NewRecording {
            cages = List.copyOf(cages);
        }

        /** A file of which nothing is known yet. */
        public static NewRecording of(Path file) {
            return new NewRecording(file, List.of(), Optional.empty(), "");
        }
    }

    private final Workplace workplace;
    private final StudyState state;
    private final Edits edits;
    private final Path study;

    Recordings(Workplace workplace, StudyState state, Edits edits, Path study) {
        this.workplace = workplace;
        this.state = state;
        this.edits = edits;
        this.study = study;
    }

    /** Folder beside the study for what can be computed again. */
    public Path cache() {
        return study.resolveSibling(study.getFileName() + ".cache");
    }

    /**
     * Starts adding a video: finds out what it really is and stores it as a recording.
     *
     * @return the job; its result is the stored recording
     */
    public Job<Recording> add(NewRecording added) {
        return workplace.jobs().start(String.valueOf(added.file().getFileName()), progress -> add(added, progress));
    }

    /** Adds a video within a job that is already under way. Blocks; not for the FX thread. */
    public Recording add(NewRecording added, Progress progress) throws VideoException, SessionException {
        Path file = added.file().toAbsolutePath().normalize();
        VideoFacts facts = workplace.videos().probe(file, progress.part(0, 0.5));
        FrameIndex index = workplace.videos().index(file, Optional.of(cache()), progress.part(0.5, 1));
        checkBoxes(added, facts);
        return workplace.onFx(() -> store(added, file, facts, index)).join();
    }

    private static void checkBoxes(NewRecording added, VideoFacts facts) throws SessionException {
        for (NewCage cage : added.cages()) {
            if (!cage.box().fits(facts.width(), facts.height())) {
                throw new SessionException(
                        "The box of cage " + cage.position() + " does not lie on even pixels inside the "
                                + facts.width() + "×" + facts.height() + " picture of "
                                + added.file().getFileName()
                                + "; correct it and add the recording again.");
            }
        }
    }

    private CompletableFuture<Recording> store(NewRecording added, Path file, VideoFacts facts, FrameIndex index) {
        UUID id = UUID.randomUUID();
        return edits.make(() -> Optional.of(adding(id, added, file, facts, index)))
                .thenApply(entry -> state.study().get().recording(id).orElseThrow());
    }

    private Edit adding(UUID id, NewRecording added, Path file, VideoFacts facts, FrameIndex index) {
        Recording recording = new Recording(
                id,
                freeName(file),
                List.of(VideoFile.only(relative(file), facts.bytes(), facts.fingerprint())),
                facts.width(),
                facts.height(),
                facts.frames(),
                facts.durationMicros(),
                index.gaps(),
                added.startedAt(),
                added.zone());
        List<Change> changes = new ArrayList<>();
        changes.add(new Change.Added(recording));
        List<Subject> subjects = new ArrayList<>(state.study().get().subjects());
        for (NewCage cage : added.cages()) {
            Optional<UUID> subject = cage.animal().map(animal -> known(animal, subjects, changes));
            changes.add(new Change.Added(
                    new Cage(UUID.randomUUID(), id, cage.position(), cage.box(), cage.tagMask(), subject)));
        }
        return new Edit(Verb.ADD_RECORDING, changes);
    }

    private static UUID known(Subject animal, List<Subject> subjects, List<Change> changes) {
        return subjects.stream()
                .filter(subject -> subject.name().equals(animal.name()))
                .findFirst()
                .orElseGet(() -> {
                    subjects.add(animal);
                    changes.add(new Change.Added(animal));
                    return animal;
                })
                .id();
    }

    private String freeName(Path file) {
        String fileName = String.valueOf(file.getFileName());
        int dot = fileName.lastIndexOf('.');
        String stem = dot > 0 ? fileName.substring(0, dot) : fileName;
        String name = stem;
        for (int n = 2; named(name); n++) {
            name = stem + " (" + n + ")";
        }
        return name;
    }

    private boolean named(String name) {
        return state.study().get().recordings().stream()
                .anyMatch(recording -> recording.name().equals(name));
    }

    private String relative(Path file) {
        Path folder = study.toAbsolutePath().normalize().getParent();
        if (folder == null || !file.startsWith(folder)) {
            return file.toString();
        }
        return folder.relativize(file).toString().replace('\\', '/');
    }

    /**
     * Where the file of a recording is.
     *
     * @throws SessionException when it is not there
     */
    public Path locate(Recording recording) throws SessionException {
        Path file = path(recording);
        if (!Files.isRegularFile(file)) {
            throw new SessionException("The video of recording " + recording.name() + " is not at " + file
                    + "; connect the disk that holds it, or relink the recording to where it is now.");
        }
        return file;
    }

    /**
     * The files of a recording with the times of their frames, from the cache or by reading them once. Blocks; not for the
     * FX thread.
     *
     * @throws SessionException when a file is not there
     * @throws VideoException when a file cannot be read
     */
    public Reel reel(Recording recording, Progress progress) throws SessionException, VideoException {
        Path file = locate(recording);
        VideoFile known = recording.files().get(0);
        FrameIndex index = workplace.videos().index(file, Optional.of(cache()), progress);
        return Reel.of(file, known.rate().map(index::at).orElse(index));
    }

    /** True while the file of a recording is not where the study says. */
    public boolean missing(Recording recording) {
        return !Files.isRegularFile(path(recording));
    }

    /** What is wrong with the file of a recording: missing, or with another content. Reads it, so not on the FX thread. */
    public Optional<String> flaw(Recording recording) {
        try {
            checkContent(recording, locate(recording));
            return Optional.empty();
        } catch (VideoException | SessionException flaw) {
            return Optional.of(Sentence.of(flaw));
        }
    }

    private Path path(Recording recording) {
        Path named = Path.of(recording.files().get(0).path());
        return study.toAbsolutePath().resolveSibling(named).normalize();
    }

    /** Starts pointing a recording to where its file is now; refused when the content is another. */
    public Job<Recording> relink(UUID recordingId, Path file) {
        Recording recording = state.study().get().recording(recordingId).orElseThrow();
        return workplace.jobs().start(recording.name(), progress -> {
            Path found = file.toAbsolutePath().normalize();
            checkContent(recording, found);
            return workplace.onFx(() -> relinked(recordingId, found)).join();
        });
    }

    private void checkContent(Recording recording, Path file) throws VideoException, SessionException {
        String wanted = recording.files().get(0).fingerprint();
        if (!workplace.videos().fingerprint(file).equals(wanted)) {
            throw new SessionException(file + " is not the video of recording " + recording.name()
                    + ": its content is another. Choose the original file.");
        }
    }

    private CompletableFuture<Recording> relinked(UUID recordingId, Path file) {
        return edits.make(() -> state.study().get().recording(recordingId).map(recording -> {
                    VideoFile old = recording.files().get(0);
                    VideoFile now = old.at(relative(file));
                    return Edit.changing(Verb.RELINK_RECORDING, recording, recording.foundAt(List.of(now)));
                }))
                .thenApply(entry -> state.study().get().recording(recordingId).orElseThrow());
    }

    /** Gives a recording another name or wall-clock start. */
    @CanIgnoreReturnValue
    public CompletableFuture<Optional<LogEntry>> change(Recording changed) {
        return edits.make(() -> state.study()
                .get()
                .recording(changed.id())
                .filter(now -> !now.equals(changed))
                .map(now -> Edit.changing(Verb.CHANGE_RECORDING, now, changed)));
    }

    /** Gives an animal another id, litter, group or treatment. */
    @CanIgnoreReturnValue
    public CompletableFuture<Optional<LogEntry>> change(Subject changed) {
        return edits.make(() -> state.study()
                .get()
                .subject(changed.id())
                .filter(before -> !before.equals(changed))
                .map(before -> Edit.changing(Verb.CHANGE_SUBJECT, before, changed)));
    }
}
