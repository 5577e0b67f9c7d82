package org.ictograph.ui.annotate;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.beans.property.ReadOnlyIntegerWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import org.ictograph.exchange.KeyPoints;
import org.ictograph.model.PoseTrack;
import org.ictograph.model.Recording;
import org.ictograph.session.Notice;
import org.ictograph.session.Stored;
import org.ictograph.session.StudySession;
import org.ictograph.ui.kit.PointLook;
import org.ictograph.work.Job;
import org.jspecify.annotations.Nullable;

/**
 * The key points that are attached to the open recording, for drawing them over its picture. They are read when somebody
 * wants to see them, and let go afterwards; the job that reads them tells why it cannot. FX thread.
 */
public final class PointsViewModel {
    /**
     * One key point in the frame on the screen.
     *
     * @param x pixels of the source from the left
     * @param y the same from the top
     * @param sure whether the program that found it was sure of it
     */
    public record Point(double x, double y, PointLook look, boolean sure) {}

    private final StudySession session;
    private final BooleanProperty shown = new SimpleBooleanProperty();
    private final ReadOnlyIntegerWrapper frame = new ReadOnlyIntegerWrapper(-1);
    private final ReadOnlyObjectWrapper<List<KeyPoints>> animals = new ReadOnlyObjectWrapper<>(List.of());
    private List<PoseTrack> attached = List.of();
    private @Nullable Job<Map<PoseTrack, KeyPoints>> reading;

    PointsViewModel(StudySession session) {
        this.session = session;
        session.playback().onFrame(now -> frame.set(now.frame()));
        shown.addListener((property, before, now) -> begin());
        session.state().recording().addListener((property, before, now) -> {
            if (!before.map(Recording::id).equals(now.map(Recording::id))) {
                begin();
            }
        });
        session.state().stored().addListener((property, before, now) -> {
            if (now == Stored.STORED) {
                look(false);
            }
        });
    }

    /** Whether they are drawn. */
    public BooleanProperty shown() {
        return shown;
    }

    /** The number of the frame on the screen; -1 before the first. */
    public ReadOnlyIntegerProperty frame() {
        return frame.getReadOnlyProperty();
    }

    /** The key points of all cages; nothing while they are not drawn, or not yet read. */
    public ReadOnlyObjectProperty<List<KeyPoints>> animals() {
        return animals.getReadOnlyProperty();
    }

    /** Names of all points; the place of a name says how the point looks, in every cage alike. */
    public List<String> names() {
        return animals.get().stream()
                .flatMap(animal -> animal.points().stream())
                .distinct()
                .toList();
    }

    /** What is to be drawn over the frame on the screen. */
    public List<Point> points() {
        List<Point> points = new ArrayList<>();
        List<String> names = names();
        for (KeyPoints animal : animals.get()) {
            for (int i = 0; i < animal.points().size(); i++) {
                if (animal.known(frame.get(), i)) {
                    points.add(new Point(
                            animal.x(frame.get(), i),
                            animal.y(frame.get(), i),
                            PointLook.of(names.indexOf(animal.points().get(i))),
                            animal.sure(frame.get(), i)));
                }
            }
        }
        return points;
    }

    private void begin() {
        attached = List.of();
        animals.set(List.of());
        Optional.ofNullable(reading).ifPresent(Job::cancel);
        look(true);
    }

    /** @param asked true when somebody waits for an answer */
    private void look(boolean asked) {
        Optional<Recording> open = session.state().recording().get();
        if (!shown.get() || open.isEmpty()) {
            return;
        }
        var unused = session.posing()
                .attached()
                .thenAcceptAsync(
                        all -> found(open.get(), all, asked),
                        session.workplace().fx());
    }

    private void found(Recording recording, List<PoseTrack> all, boolean asked) {
        List<PoseTrack> own = all.stream()
                .filter(pose -> pose.recordingId().equals(recording.id()))
                .toList();
        if (!isOpen(recording) || (own.equals(attached) && !asked)) {
            return;
        }
        attached = own;
        if (own.isEmpty()) {
            animals.set(List.of());
            session.state().say(Notice.done("annotate.points.none", recording.name()));
            return;
        }
        Job<Map<PoseTrack, KeyPoints>> job = session.posing().points(recording.id());
        reading = job;
        var unused = job.result()
                .whenCompleteAsync(
                        (read, failure) -> {
                            if (!job.equals(reading) || !isOpen(recording)) {
                                return;
                            }
                            animals.set(failure == null ? List.copyOf(read.values()) : List.of());
                        },
                        session.workplace().fx());
    }

    private boolean isOpen(Recording recording) {
        return shown.get()
                && session.state()
                        .recording()
                        .get()
                        .filter(open -> open.id().equals(recording.id()))
                        .isPresent();
    }
}
