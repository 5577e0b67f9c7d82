package org.ictograph.session;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.ictograph.model.Assigned;
import org.ictograph.model.Assignment;
import org.ictograph.model.Assignment.Planted;
import org.ictograph.model.Assignment.Window;
import org.ictograph.model.Cage;
import org.ictograph.model.Coverage;
import org.ictograph.model.Layer;
import org.ictograph.model.Mark;
import org.ictograph.model.Recording;
import org.ictograph.model.Span;
import org.ictograph.model.SpanSet;
import org.ictograph.model.Study;
import org.ictograph.store.StoreException;
import org.ictograph.store.StudyStore;
import org.ictograph.store.Viewer;

/**
 * How far an assignment is. It tells how much was looked at, never what was found, until it is submitted.
 *
 * @param left windows of which some cage has not been watched, marked or declared reviewed to the end
 * @param begun true once anything of a window was looked at
 * @param found of the windows in which something was planted, those in which the rater marked all of it with the same label;
 *     empty until it is submitted
 */
public record DutyStanding(Assigned assigned, List<Window> left, boolean begun, Optional<Integer> found) {
    /** Less than this of a window is no piece that somebody left out: the last frames of it, for instance. */
    private static final long SLACK = Span.SECOND;

    public DutyStanding {
        left = List.copyOf(left);
    }

    public Assignment assignment() {
        return assigned.assignment();
    }

    /** How many windows there are to look at. */
    public int windows() {
        return assignment().windows().size();
    }

    /** In how many of them something was planted. */
    public int planted() {
        return assignment().plantedWindows().size();
    }

    /** How many of them were looked at. */
    public int seen() {
        return windows() - left.size();
    }

    static DutyStanding read(StudyStore store, Study study, Assigned assigned) throws StoreException {
        Assignment assignment = assigned.assignment();
        Map<UUID, SpanSet> looked = new HashMap<>();
        for (UUID recording : assignment.recordings()) {
            looked(store, assignment, recording).forEach((cage, spans) -> looked.put(cage, new SpanSet(spans)));
        }
        List<Window> left = new ArrayList<>();
        boolean begun = false;
        for (Window window : assignment.windows()) {
            SpanSet gaps =
                    study.recording(window.recordingId()).map(Recording::gaps).orElse(SpanSet.EMPTY);
            SpanSet wanted = SpanSet.of(window.span()).minus(gaps);
            List<Cage> cages = study.cagesOf(window.recordingId());
            long seen = cages.stream()
                    .mapToLong(cage -> wanted.intersection(looked.getOrDefault(cage.id(), SpanSet.EMPTY))
                            .total())
                    .sum();
            begun |= seen > 0;
            if (cages.isEmpty() || seen + SLACK * cages.size() < wanted.total() * cages.size()) {
                left.add(window);
            }
        }
        boolean told =
                assigned.submission().isPresent() && !assignment.planted().isEmpty();
        return new DutyStanding(assigned, left, begun, told ? Optional.of(found(store, assignment)) : Optional.empty());
    }

    /** What the rater watched, marked or declared reviewed, by cage. */
    private static Map<UUID, List<Span>> looked(StudyStore store, Assignment assignment, UUID recordingId)
            throws StoreException {
        Viewer rater = Viewer.blind(assignment.raterId());
        Map<UUID, List<Span>> looked = new HashMap<>();
        for (Coverage piece : store.coverage(rater, recordingId)) {
            if (piece.seen() != Coverage.Seen.SKIMMED) {
                looked.computeIfAbsent(piece.cageId(), none -> new ArrayList<>())
                        .add(piece.span());
            }
        }
        for (Mark mark : store.marks(rater, recordingId)) {
            looked.computeIfAbsent(mark.cageId(), none -> new ArrayList<>()).add(mark.span());
        }
        return looked;
    }

    private static int found(StudyStore store, Assignment assignment) throws StoreException {
        int found = 0;
        for (Window window : assignment.plantedWindows()) {
            List<Mark> marks = store.marks(Viewer.blind(assignment.raterId()), window.recordingId());
            boolean all = assignment.planted().stream()
                    .filter(window::holds)
                    .allMatch(event -> marks.stream().anyMatch(mark -> tells(mark, event)));
            found += all ? 1 : 0;
        }
        return found;
    }

    private static boolean tells(Mark mark, Planted event) {
        return mark.layer() == Layer.RATING
                && mark.cageId().equals(event.cageId())
                && mark.label().equals(event.label())
                && mark.span().overlaps(event.span());
    }
}
