package org.ictograph.session;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.ictograph.model.Assignment;
import org.ictograph.model.Assignment.Hidden;
import org.ictograph.model.Cage;
import org.ictograph.model.Edit;
import org.ictograph.model.Entity;
import org.ictograph.model.Rater;
import org.ictograph.model.Recording;
import org.ictograph.model.Study;
import org.ictograph.model.Verb;
import org.ictograph.model.VideoFile;
import org.ictograph.store.StoreException;
import org.ictograph.store.StudyFiles;
import org.ictograph.store.StudyStore;
import org.ictograph.work.Progress;

/**
 * What a rater gets who rates elsewhere: a folder with copies of the videos and a study that holds nothing else than the
 * protocol, the rater, the recordings, their cages, and the assignment. What the assignment hides is not in it; nor are
 * others' labels, proposals, and the log of where it came from.
 */
final class AssignmentPackage {
    static final String STUDY = "review" + StudyFiles.ENDING;

    private final StudyFiles files;
    private final Recordings recordings;
    private final Study study;
    private final Assignment assignment;

    AssignmentPackage(StudyFiles files, Recordings recordings, Study study, Assignment assignment) {
        this.files = files;
        this.recordings = recordings;
        this.study = study;
        this.assignment = assignment;
    }

    /** @return the study in it; the folder is there whole or not at all */
    Path write(Path folder, Progress progress) throws SessionException, StoreException, IOException {
        if (Files.exists(folder)) {
            throw new SessionException(folder + " exists already; name a folder that is not there yet.");
        }
        Path hidden = folder.resolveSibling("." + UUID.randomUUID() + ".package.new");
        Files.createDirectories(hidden);
        try {
            fill(hidden, progress);
            Files.move(hidden, folder);
        } catch (SessionException | StoreException | IOException | RuntimeException failure) {
            clear(hidden);
            throw failure;
        }
        return folder.resolve(STUDY);
    }

    private void fill(Path folder, Progress progress) throws SessionException, StoreException, IOException {
        Disguise disguise = new Disguise(assignment.hides());
        List<Entity> entities = new ArrayList<>();
        Set<UUID> animals = new java.util.LinkedHashSet<>();
        for (UUID id : assignment.recordings()) {
            progress.check();
            Recording recording = study.recording(id).orElseThrow();
            int number = entities.size() + 1;
            progress.report((number - 1.0) / assignment.recordings().size(), "copying video " + number);
            entities.add(disguise.of(recording, number).foundAt(copied(recording, number, folder)));
        }
        for (UUID id : assignment.recordings()) {
            for (Cage cage : study.cagesOf(id)) {
                Cage told = disguise.of(cage);
                entities.add(told);
                told.subjectId().ifPresent(animals::add);
            }
        }
        animals.forEach(id -> entities.add(disguise.of(study.subject(id).orElseThrow())));
        entities.add(assignment.untold());
        Rater rater = study.rater(assignment.raterId()).orElseThrow();
        try (StudyStore made =
                files.create(folder.resolve(STUDY), "Review", study.protocol(), new Rater(rater.id(), rater.name()))) {
            var unused = made.commit(
                    rater.id(),
                    Edit.adding(Verb.ASSIGN, entities.toArray(Entity[]::new)),
                    OptionalLong.empty(),
                    List.of());
        }
    }

    private boolean hides(Hidden what) {
        return assignment.hides().contains(what);
    }

    private List<VideoFile> copied(Recording recording, int number, Path folder) throws SessionException, IOException {
        List<VideoFile> copies = new ArrayList<>();
        for (VideoFile file : recording.files()) {
            Path from = recordings.located(recording, file);
            String name = hides(Hidden.NAMES)
                    ? Disguise.fileName(file.path(), number, copies.size() + 1)
                    : number + "-" + (copies.size() + 1) + " " + from.getFileName();
            Files.copy(from, folder.resolve(name));
            copies.add(file.at(name));
        }
        return copies;
    }

    private static void clear(Path folder) throws IOException {
        try (Stream<Path> left = Files.list(folder)) {
            for (Path file : left.toList()) {
                Files.deleteIfExists(file);
            }
        }
        Files.deleteIfExists(folder);
    }
}
