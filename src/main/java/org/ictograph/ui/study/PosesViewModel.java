package org.ictograph.ui.study;

import com.google.errorprone.annotations.CanIgnoreReturnValue;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.ictograph.model.LogEntry;
import org.ictograph.model.PoseTrack;
import org.ictograph.model.Recording;
import org.ictograph.model.Study;
import org.ictograph.model.Subject;
import org.ictograph.session.PoseChoice;
import org.ictograph.session.PoseState;
import org.ictograph.session.Stored;
import org.ictograph.session.StudySession;
import org.ictograph.session.StudyState;
import org.ictograph.work.Job;

/** The key points that are attached to cages. Follows the study while somebody looks. FX thread. */
public final class PosesViewModel {
    private final StudySession session;
    private final StudyState state;
    private final ObservableList<PoseRow> rows = FXCollections.observableArrayList();
    private boolean watched;

    public PosesViewModel(StudySession session) {
        this.session = session;
        this.state = session.state();
        state.study().addListener((property, before, now) -> refresh());
        state.stored().addListener((property, before, now) -> {
            if (now == Stored.STORED) {
                refresh();
            }
        });
    }

    /** By recording and cage. */
    public ObservableList<PoseRow> rows() {
        return rows;
    }

    /** The recordings that key points can be attached to. */
    public List<Recording> recordings() {
        return state.study().get().recordings();
    }

    /** Numbers of the cages of a recording. */
    public List<Integer> cages(Recording recording) {
        return state.study().get().cagesOf(recording.id()).stream()
                .map(cage -> cage.position())
                .toList();
    }

    /** The recording that is open. */
    public Optional<Recording> open() {
        return state.recording().get();
    }

    /** Starts reading a file and attaching what it holds. */
    public Job<List<PoseTrack>> attach(Recording recording, Path file, PoseChoice choice) {
        return session.posing().attach(recording.id(), file, choice);
    }

    /** Takes the key points of these rows away. */
    @CanIgnoreReturnValue
    public CompletableFuture<Optional<LogEntry>> detach(List<PoseRow> chosen) {
        return session.posing().detach(chosen.stream().map(PoseRow::cageId).toList());
    }

    /** Says whether somebody looks. */
    public void watch(boolean looking) {
        watched = looking;
        refresh();
    }

    private void refresh() {
        if (watched) {
            var unused = session.posing()
                    .attached()
                    .thenApply(all -> {
                        Map<PoseTrack, PoseState> found = new LinkedHashMap<>();
                        all.forEach(pose -> found.put(pose, session.posing().look(pose)));
                        return found;
                    })
                    .thenAcceptAsync(this::show, session.workplace().fx());
        }
    }

    /** Unchanged rows stay as they are, so that what is chosen stays chosen. */
    private void show(Map<PoseTrack, PoseState> found) {
        List<PoseRow> now = found.entrySet().stream()
                .flatMap(each -> row(each.getKey(), each.getValue()).stream())
                .sorted(Comparator.comparing(PoseRow::recording).thenComparing(PoseRow::cage))
                .toList();
        if (!rows.equals(now)) {
            rows.setAll(now);
        }
    }

    private Optional<PoseRow> row(PoseTrack pose, PoseState there) {
        Study study = state.study().get();
        boolean told = !state.disguised();
        return study.recording(pose.recordingId())
                .flatMap(recording -> study.cage(pose.cageId())
                        .map(cage -> new PoseRow(
                                cage.id(),
                                recording.name(),
                                cage.position(),
                                study.subjectIn(cage).map(Subject::name).orElse(""),
                                told
                                        ? String.valueOf(
                                                session.posing().file(pose).getFileName())
                                        : "",
                                told ? pose.track() : "",
                                pose.points(),
                                there)));
    }
}
