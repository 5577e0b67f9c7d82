package org.ictograph.ui.study;

import com.google.errorprone.annotations.CanIgnoreReturnValue;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;
import java.util.stream.Collectors;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.ictograph.localizer.Localization;
import org.ictograph.model.FrameRate;
import org.ictograph.model.Label;
import org.ictograph.model.LogEntry;
import org.ictograph.model.Protocol;
import org.ictograph.model.Rater;
import org.ictograph.model.Recording;
import org.ictograph.model.Study;
import org.ictograph.model.Subject;
import org.ictograph.session.FrameTruth.FileReport;
import org.ictograph.session.Relinked;
import org.ictograph.session.Standing;
import org.ictograph.session.Stored;
import org.ictograph.session.StudySession;
import org.ictograph.session.StudyState;
import org.ictograph.work.Job;

/** What the study holds and how far the work is. The standing of the recordings follows a moment later. FX thread. */
public final class StudyViewModel {
    private final StudySession session;
    private final StudyState state;
    private final ObservableList<RecordingRow> recordings = FXCollections.observableArrayList();
    private final ObservableList<AnimalRow> animals = FXCollections.observableArrayList();
    private final ObservableList<Rater> raters = FXCollections.observableArrayList();
    private Map<UUID, Standing> standings = Map.of();
    private boolean watched;

    public StudyViewModel(StudySession session) {
        this.session = session;
        this.state = session.state();
        state.study().addListener((property, before, now) -> refresh());
        state.rater().addListener((property, before, now) -> refresh());
        state.sighted().addListener((property, before, now) -> refresh());
        state.stored().addListener((property, before, now) -> {
            if (watched && now == Stored.STORED) {
                refresh();
            }
        });
        refresh();
    }

    public ObservableList<RecordingRow> recordings() {
        return recordings;
    }

    public ObservableList<AnimalRow> animals() {
        return animals;
    }

    public ObservableList<Rater> raters() {
        return raters;
    }

    public Protocol protocol() {
        return state.study().get().protocol();
    }

    public List<Label> labels() {
        return protocol().labels();
    }

    /** While false, the rater must not learn to which group an animal belongs. */
    public ReadOnlyBooleanProperty sighted() {
        return state.sighted();
    }

    public Rater rater() {
        return state.rater().get();
    }

    /** The recording whose cages can be copied to others. */
    public Optional<Recording> open() {
        return state.recording().get();
    }

    /** Starts the first model of the shelf over a recording. */
    @CanIgnoreReturnValue
    public Job<Localization> propose(UUID recordingId) {
        return session.proposing()
                .run(recordingId, session.proposing().localizers().get(0));
    }

    /** Starts searching a file, or a folder with all in it, for missing videos. */
    @CanIgnoreReturnValue
    public Job<Relinked> relink(Path place) {
        return session.recordings().relink(place);
    }

    /** Gives a recording another name, unless it is empty or another recording has it. */
    public boolean rename(Recording recording, String typed) {
        String name = typed.strip();
        boolean taken = state.study().get().recordings().stream()
                .anyMatch(other -> other.name().equals(name) && !other.id().equals(recording.id()));
        if (name.isEmpty() || taken) {
            return false;
        }
        session.recordings().change(recording.described(name, recording.startedAt(), recording.zone()));
        return true;
    }

    /** Sets the wall-clock start from what was typed; false when it cannot be read. */
    public boolean setStart(Recording recording, String typed) {
        Optional<Recording> changed = WallClock.changed(recording, typed);
        changed.ifPresent(session.recordings()::change);
        return changed.isPresent();
    }

    /**
     * States the true frames per second of a recording from what was typed, as 25 or 30000/1001; nothing typed means that
     * its time stamps are trusted.
     *
     * @return false when it cannot be read
     */
    public boolean setRate(Recording recording, String typed) {
        try {
            Optional<FrameRate> rate = typed.isBlank() ? Optional.empty() : Optional.of(FrameRate.parse(typed));
            session.frameTruth().restate(recording.id(), rate);
            return true;
        } catch (IllegalArgumentException unreadable) {
            return false;
        }
    }

    /** Starts looking at what a person should know about the frames of a recording. */
    public Job<List<FileReport>> report(UUID recordingId) {
        return session.frameTruth().report(recordingId);
    }

    /** Gives an animal another id, unless it is empty or another animal has it. */
    public boolean renameAnimal(Subject subject, String typed) {
        String name = typed.strip();
        boolean taken = state.study()
                .get()
                .subjectNamed(name)
                .filter(other -> !other.id().equals(subject.id()))
                .isPresent();
        if (name.isEmpty() || taken) {
            return false;
        }
        change(new Subject(subject.id(), name, subject.litter(), subject.group(), subject.treatment()));
        return true;
    }

    public void change(Subject subject) {
        session.recordings().change(subject);
    }

    /** Gives recordings the cages of the open one; how many edits were asked for. */
    public CompletableFuture<Long> copyCagesTo(List<UUID> recordingIds) {
        List<CompletableFuture<Optional<LogEntry>>> copies = recordingIds.stream()
                .filter(id -> open().filter(open -> !open.id().equals(id)).isPresent())
                .map(session.cages()::copyTo)
                .toList();
        return CompletableFuture.allOf(copies.toArray(CompletableFuture[]::new))
                .thenApply(done ->
                        copies.stream().filter(copy -> copy.join().isPresent()).count());
    }

    /** Says whether somebody looks: only then is how far the work is asked after every edit. */
    public void watch(boolean looking) {
        watched = looking;
        if (looking) {
            refresh();
        }
    }

    /** Asks again how far the work is. */
    public void refresh() {
        show();
        var unused = session.standings().thenAccept(read -> {
            standings = read.stream().collect(Collectors.toMap(Standing::recordingId, Function.identity()));
            show();
        });
    }

    private void show() {
        Study study = state.study().get();
        set(recordings, study.recordings().stream().map(this::row).toList());
        set(animals, study.subjects().stream().map(s -> AnimalRow.of(study, s)).toList());
        set(raters, study.raters());
    }

    /** Unchanged lists stay as they are, so that selection and scrolling survive. */
    private static <T> void set(ObservableList<T> shown, List<T> now) {
        if (!shown.equals(now)) {
            shown.setAll(now);
        }
    }

    private RecordingRow row(Recording recording) {
        Study study = state.study().get();
        int cages = study.cagesOf(recording.id()).size();
        Standing standing = standings.getOrDefault(recording.id(), new Standing(recording.id(), 0, Map.of()));
        return new RecordingRow(
                recording,
                session.recordings().missing(recording),
                cages,
                standing.marks(),
                study.raters().stream()
                        .map(rater -> standing.share(rater.id(), recording.filmed(), cages))
                        .toList(),
                standing.share(rater().id(), recording.filmed(), cages));
    }
}
