package org.ictograph.session;

import com.google.errorprone.annotations.CanIgnoreReturnValue;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import org.ictograph.model.Box;
import org.ictograph.model.Cage;
import org.ictograph.model.Change;
import org.ictograph.model.Edit;
import org.ictograph.model.LogEntry;
import org.ictograph.model.Recording;
import org.ictograph.model.Span;
import org.ictograph.model.SpanSet;
import org.ictograph.model.Subject;
import org.ictograph.model.Verb;
import org.ictograph.model.VideoFile;
import org.ictograph.video.FrameIndex;
import org.ictograph.video.FrameReader;
import org.ictograph.video.Reel;
import org.ictograph.video.Seam;
import org.ictograph.video.SeamCheck;
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
     * @param files in the order in which they follow each other, at least one
     * @param startedAt wall-clock time of the first frame, when known
     * @param zone time zone of the lab, empty when not known
     */
    public record NewRecording(List<NewFile> files, List<NewCage> cages, Optional<Instant> startedAt, String zone) {
        public NewRecording {
            files = List.copyOf(files);
            cages = List.copyOf(cages);
            if (files.isEmpty()) {
                throw new IllegalArgumentException("A recording has at least one file.");
            }
        }

        /** One file of which nothing is known yet. */
        public static NewRecording of(Path file) {
            return new NewRecording(List.of(NewFile.of(file)), List.of(), Optional.empty(), "");
        }

        /** The same with cages that are known already. */
        public NewRecording with(List<NewCage> drawn) {
            return new NewRecording(files, drawn, startedAt, zone);
        }

        /** The same with a wall-clock start. */
        public NewRecording started(Instant start, String inZone) {
            return new NewRecording(files, cages, Optional.of(start), inZone);
        }

        String name() {
            return files.get(0).name();
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

    /** Starts putting files in order, for a person to confirm before they are added as one recording. */
    public Job<Lineup> lineUp(List<Path> files) {
        return workplace
                .jobs()
                .start(
                        FileNames.name(files.get(0)),
                        progress -> Lineup.of(files, workplace.videos(), ZoneId.systemDefault(), progress));
    }

    /**
     * Starts adding one or more files: finds out what they really are, joins them on one time axis and stores them as a
     * recording.
     *
     * @return the job; its result is the stored recording
     */
    public Job<Recording> add(NewRecording added) {
        return workplace.jobs().start(added.name(), progress -> add(added, progress));
    }

    /** Adds a recording within a job that is already under way. Blocks; not for the FX thread. */
    public Recording add(NewRecording added, Progress progress) throws VideoException, SessionException {
        List<Joining.Piece> pieces =
                new Joining(workplace.videos(), Optional.of(cache())).read(added.files(), progress);
        checkBoxes(added, pieces.get(0).facts());
        Reel reel = Joining.joined(pieces);
        return workplace.onFx(() -> store(added, pieces, reel)).join();
    }

    private static void checkBoxes(NewRecording added, VideoFacts facts) throws SessionException {
        for (NewCage cage : added.cages()) {
            if (!cage.box().fits(facts.width(), facts.height())) {
                throw new SessionException(
                        "The box of cage " + cage.position() + " does not lie on even pixels inside the "
                                + facts.width() + "×" + facts.height() + " picture of "
                                + added.name()
                                + "; correct it and add the recording again.");
            }
        }
    }

    private CompletableFuture<Recording> store(NewRecording added, List<Joining.Piece> pieces, Reel reel) {
        for (Joining.Piece piece : pieces) {
            Optional<Recording> known = holding(piece.facts().fingerprint());
            if (known.isPresent()) {
                return CompletableFuture.failedFuture(
                        new SessionException(piece.file().name() + " is in the study already, as recording "
                                + known.get().name() + "; it is not added again."));
            }
        }
        UUID id = UUID.randomUUID();
        return edits.make(() -> Optional.of(adding(id, added, pieces, reel)))
                .thenApply(entry -> state.study().get().recording(id).orElseThrow());
    }

    private Optional<Recording> holding(String fingerprint) {
        return state.study().get().recordings().stream()
                .filter(recording -> recording.files().stream()
                        .anyMatch(file -> file.fingerprint().equals(fingerprint)))
                .findFirst();
    }

    private Edit adding(UUID id, NewRecording added, List<Joining.Piece> pieces, Reel reel) {
        VideoFacts first = pieces.get(0).facts();
        List<VideoFile> files = new ArrayList<>();
        for (int i = 0; i < pieces.size(); i++) {
            Joining.Piece piece = pieces.get(i);
            files.add(new VideoFile(
                    relative(piece.path()),
                    piece.facts().bytes(),
                    piece.facts().fingerprint(),
                    reel.pieces().get(i).start(),
                    Optional.empty()));
        }
        Recording recording = new Recording(
                id,
                freeName(added.name()),
                files,
                first.width(),
                first.height(),
                reel.index().frames(),
                reel.index().duration(),
                reel.index().gaps(),
                added.startedAt(),
                added.zone());
        List<Change> changes = new ArrayList<>();
        changes.add(new Change.Added(recording));
        List<Subject> subjects = new ArrayList<>(state.whole().subjects());
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

    private String freeName(String fileName) {
        int dot = fileName.lastIndexOf('.');
        String stem = dot > 0 ? fileName.substring(0, dot) : fileName;
        String name = stem;
        for (int n = 2; named(name); n++) {
            name = stem + " (" + n + ")";
        }
        return name;
    }

    private boolean named(String name) {
        return state.whole().recordings().stream()
                .anyMatch(recording -> recording.name().equals(name));
    }

    /** How the study names a file: relative to itself where that is possible. */
    String relative(Path file) {
        Path folder = study.toAbsolutePath().normalize().getParent();
        if (folder == null || !file.startsWith(folder)) {
            return file.toString();
        }
        return folder.relativize(file).toString().replace('\\', '/');
    }

    private void locate(Recording recording) throws SessionException {
        for (VideoFile file : recording.files()) {
            var unused = located(recording, file);
        }
    }

    Path located(Recording recording, VideoFile known) throws SessionException {
        Path file = path(known);
        if (!Files.isRegularFile(file)) {
            throw new SessionException("The video " + FileNames.name(Path.of(known.path())) + " of recording "
                    + recording.name() + " is not in "
                    + (original(known).equals(known) ? file.getParent() : "its folder")
                    + "; connect the disk that holds it, or relink it to where it is now.");
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
        locate(recording);
        return Reel.of(parts(recording.files(), progress));
    }

    /**
     * Like {@link #reel}, with gaps where files are missing.
     *
     * @throws SessionException when none of the files is there
     */
    public Reel present(Recording recording, Progress progress) throws SessionException, VideoException {
        List<VideoFile> there =
                recording.files().stream().filter(file -> !missing(file)).toList();
        return there.isEmpty() || there.size() == recording.files().size()
                ? reel(recording, progress)
                : Reel.of(parts(there, progress), recording.duration());
    }

    private List<Reel.Part> parts(List<VideoFile> files, Progress progress) throws VideoException {
        List<Reel.Part> parts = new ArrayList<>();
        double share = 1.0 / files.size();
        for (VideoFile known : files) {
            Path file = path(known);
            FrameIndex index = workplace
                    .videos()
                    .index(file, Optional.of(cache()), progress.part(parts.size() * share, (parts.size() + 1) * share));
            parts.add(new Reel.Part(file, known.rate().map(index::at).orElse(index), known.start()));
        }
        return parts;
    }

    /** Time of a recording that missing files show. Asks the disk. */
    SpanSet absent(Recording recording) {
        List<Span> absent = new ArrayList<>();
        List<VideoFile> files = recording.files();
        for (int i = 0; i < files.size(); i++) {
            long end = i + 1 < files.size() ? files.get(i + 1).start() : recording.duration();
            if (missing(files.get(i)) && end > files.get(i).start()) {
                absent.add(new Span(files.get(i).start(), end));
            }
        }
        return new SpanSet(absent).minus(recording.gaps());
    }

    /**
     * A recording with the time of its missing files as gaps, for figures about what can be looked at; as it is while none or
     * all are missing. Asks the disk.
     */
    public Recording available(Recording recording) {
        SpanSet gaps = recording.gaps().union(absent(recording));
        return gaps.covers(recording.span())
                ? recording
                : recording.timed(recording.files(), recording.duration(), gaps);
    }

    /** Starts looking for frames that are missing or there twice where the files of a recording meet. */
    public Job<List<Seam>> seams(Recording recording) {
        return workplace.jobs().start(recording.name(), progress -> seams(recording, progress));
    }

    /** One seam for each file but the first. Blocks; not for the FX thread. */
    List<Seam> seams(Recording recording, Progress progress) throws SessionException, VideoException {
        if (recording.files().size() == 1) {
            return List.of();
        }
        Reel reel = reel(recording, progress.part(0, 0.2));
        try (FrameReader reader = workplace.videos().open(reel)) {
            return SeamCheck.of(reel, reader, progress.part(0.2, 1));
        }
    }

    /** True while a file of a recording is not where the study says. */
    public boolean missing(Recording recording) {
        return recording.files().stream().anyMatch(this::missing);
    }

    /** True while no file of a recording is where the study says, so that nothing of it can be shown. */
    public boolean lost(Recording recording) {
        return recording.files().stream().allMatch(this::missing);
    }

    boolean missing(VideoFile file) {
        return !Files.isRegularFile(path(file));
    }

    /** Which files of a recording are missing, or have another content. Reads them, so not on the FX thread. */
    public List<String> flaws(Recording recording) {
        return recording.files().stream()
                .flatMap(file -> flaw(recording, file).stream())
                .toList();
    }

    private Optional<String> flaw(Recording recording, VideoFile known) {
        try {
            Path file = located(recording, known);
            return workplace.videos().fingerprint(file).equals(known.fingerprint())
                    ? Optional.empty()
                    : Optional.of(file + " is not the video of recording " + recording.name()
                            + ": its content is another. Put the original file back.");
        } catch (VideoException | SessionException flaw) {
            return Optional.of(Sentence.of(flaw));
        }
    }

    /** The file under its own name, where that is hidden from the rater who works. */
    private VideoFile original(VideoFile file) {
        return state.whole().recordings().stream()
                .flatMap(recording -> recording.files().stream())
                .filter(own -> own.fingerprint().equals(file.fingerprint()))
                .findFirst()
                .orElse(file);
    }

    Path path(VideoFile file) {
        return resolved(original(file).path());
    }

    /** The file that the study names so. */
    Path resolved(String path) {
        return study.toAbsolutePath().resolveSibling(Path.of(path)).normalize();
    }

    /**
     * Starts searching a folder with all folders in it, or a single file, for missing files of the study. What is found is
     * relinked with one edit.
     */
    public Job<Relinked> relink(Path place) {
        List<Recording> recordings = state.whole().recordings();
        return workplace.jobs().start(FileNames.name(place), progress -> {
            Map<VideoFile, Path> found =
                    new MissingFiles(workplace.videos(), missing(recordings)).search(place, progress);
            return workplace.onFx(() -> relinked(found)).join();
        });
    }

    private List<VideoFile> missing(List<Recording> recordings) {
        return recordings.stream()
                .flatMap(recording -> recording.files().stream())
                .filter(this::missing)
                .distinct()
                .toList();
    }

    private CompletableFuture<Relinked> relinked(Map<VideoFile, Path> found) {
        return edits.make(() -> {
                    List<Change> changes = new ArrayList<>();
                    for (Recording recording : state.whole().recordings()) {
                        Recording now = recording.foundAt(recording.files().stream()
                                .map(file -> Optional.ofNullable(found.get(file))
                                        .map(at -> file.at(relative(at)))
                                        .orElse(file))
                                .toList());
                        if (!now.equals(recording)) {
                            changes.add(new Change.Changed(recording, now));
                        }
                    }
                    return changes.isEmpty() ? Optional.empty() : Optional.of(new Edit(Verb.RELINK_RECORDING, changes));
                })
                .thenApply(entry -> new Relinked(
                        List.copyOf(found.values()),
                        missing(state.study().get().recordings()).stream()
                                .map(this::path)
                                .toList()));
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
