package org.ictograph.session;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Collectors;
import org.ictograph.exchange.ExchangeException;
import org.ictograph.exchange.KeyPoints;
import org.ictograph.exchange.PoseFile;
import org.ictograph.model.Cage;
import org.ictograph.model.Change;
import org.ictograph.model.Edit;
import org.ictograph.model.LogEntry;
import org.ictograph.model.PoseTrack;
import org.ictograph.model.Recording;
import org.ictograph.model.Study;
import org.ictograph.model.Verb;
import org.ictograph.store.StudyStore;
import org.ictograph.work.Job;
import org.ictograph.work.Progress;

/** Key points that pose programs found, attached to cages. Called on the FX thread; files are read by jobs. */
public final class Posing {
    private final Workplace workplace;
    private final StudyState state;
    private final StoreLane store;
    private final Edits edits;
    private final Recordings recordings;

    Posing(Workplace workplace, StudyState state, StoreLane store, Edits edits, Recordings recordings) {
        this.workplace = workplace;
        this.state = state;
        this.store = store;
        this.edits = edits;
        this.recordings = recordings;
    }

    /**
     * Starts reading a file of key points and attaching it, with one edit. What a cage had before is replaced.
     *
     * @return the job; its result is what is attached now, by cage
     */
    public Job<List<PoseTrack>> attach(UUID recordingId, Path file, PoseChoice choice) {
        Study study = state.study().get();
        Recording recording = study.recording(recordingId).orElseThrow();
        Path whole = file.toAbsolutePath().normalize();
        return workplace.jobs().start(FileNames.name(file), progress -> {
            PoseFile found = workplace.poses().read(whole);
            progress.check();
            Map<Cage, KeyPoints> placed =
                    new PosePlaces(FileNames.name(file), recording, study.cagesOf(recordingId), choice).place(found);
            List<PoseTrack> before = store.ask(StudyStore::poseTracks).join();
            List<PoseTrack> tracks = new ArrayList<>();
            List<Change> changes = new ArrayList<>();
            placed.forEach((cage, animal) -> {
                Optional<PoseTrack> was = newest(before, cage.id());
                PoseTrack track = new PoseTrack(
                        was.map(PoseTrack::id).orElseGet(UUID::randomUUID),
                        recordingId,
                        cage.id(),
                        recordings.relative(whole),
                        found.bytes(),
                        found.fingerprint(),
                        animal.track(),
                        choice.inCage() ? cage.box().x() : 0,
                        choice.inCage() ? cage.box().y() : 0,
                        animal.points());
                tracks.add(track);
                if (was.isEmpty()) {
                    changes.add(new Change.Added(track));
                } else if (!was.get().equals(track)) {
                    changes.add(new Change.Changed(was.get(), track));
                }
            });
            if (!changes.isEmpty()) {
                var unused = workplace
                        .onFx(() -> edits.make(new Edit(Verb.ATTACH_POSE, changes)))
                        .join();
            }
            return tracks;
        });
    }

    /** Takes the key points of some cages away; nothing happens when they have none. */
    public CompletableFuture<Optional<LogEntry>> detach(List<UUID> cageIds) {
        return store.ask(StudyStore::poseTracks)
                .thenCompose(all -> workplace.onFx(() -> edits.make(() -> {
                    List<Change> changes = all.stream()
                            .filter(pose -> cageIds.contains(pose.cageId()))
                            .<Change>map(Change.Removed::new)
                            .toList();
                    return changes.isEmpty() ? Optional.empty() : Optional.of(new Edit(Verb.DETACH_POSE, changes));
                })));
    }

    /** What is attached, the newest of each cage. */
    public CompletableFuture<List<PoseTrack>> attached() {
        return store.ask(StudyStore::poseTracks)
                .thenApply(all -> List.copyOf(all.stream()
                        .collect(Collectors.toMap(
                                PoseTrack::cageId, pose -> pose, (older, newer) -> newer, LinkedHashMap::new))
                        .values()));
    }

    private static Optional<PoseTrack> newest(List<PoseTrack> all, UUID cageId) {
        return all.stream().filter(pose -> pose.cageId().equals(cageId)).reduce((older, newer) -> newer);
    }

    /** Starts reading the key points of all cages of a recording, in pixels of its picture. */
    public Job<Map<PoseTrack, KeyPoints>> points(UUID recordingId) {
        return workplace
                .jobs()
                .start(state.study().get().recording(recordingId).orElseThrow().name(), progress -> {
                    List<PoseTrack> own = attached().join().stream()
                            .filter(pose -> pose.recordingId().equals(recordingId))
                            .toList();
                    return read(own, progress);
                });
    }

    /** Whether the file of attached key points is there. Asks the disk for its size, not for its content. */
    public PoseState look(PoseTrack pose) {
        try {
            return Files.size(file(pose)) == pose.bytes() ? PoseState.THERE : PoseState.CHANGED;
        } catch (IOException | InvalidPathException absent) {
            return PoseState.MISSING;
        }
    }

    /** Where the file of attached key points should be. */
    public Path file(PoseTrack pose) {
        return recordings.resolved(pose.path());
    }

    /**
     * The key points of some cages, in pixels of the picture; each file is read once. Blocks; not for the FX thread.
     *
     * @throws SessionException when a file is missing, or not what was attached
     * @throws ExchangeException when it cannot be read
     */
    Map<PoseTrack, KeyPoints> read(List<PoseTrack> poses, Progress progress)
            throws SessionException, ExchangeException {
        Map<Path, PoseFile> files = new LinkedHashMap<>();
        Map<PoseTrack, KeyPoints> read = new LinkedHashMap<>();
        for (PoseTrack pose : poses) {
            progress.check();
            Path path = file(pose);
            if (!files.containsKey(path)) {
                if (!Files.isRegularFile(path)) {
                    throw new SessionException("The key points " + path
                            + " are not there; attach the file where it is now, or detach it.");
                }
                files.put(path, workplace.poses().read(path));
            }
            PoseFile file = files.get(path);
            Optional<KeyPoints> track = file == null ? Optional.empty() : file.track(pose.track());
            if (file == null || track.isEmpty() || !file.fingerprint().equals(pose.fingerprint())) {
                throw new SessionException(
                        "The key points " + path + " were changed since they were attached; attach the file again.");
            }
            read.put(pose, track.get().moved(pose.x(), pose.y()));
        }
        return read;
    }
}
