package org.ictograph.session;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.UUID;
import java.util.stream.Collectors;
import org.ictograph.model.Cage;
import org.ictograph.model.Coverage;
import org.ictograph.model.Mark;
import org.ictograph.model.Rater;
import org.ictograph.model.Recording;
import org.ictograph.model.Span;
import org.ictograph.model.Study;
import org.ictograph.store.StoreException;
import org.ictograph.store.StudyStore;
import org.ictograph.store.Viewer;

/**
 * How one rater has looked at one cage of one recording: a line of the coverage ledger.
 *
 * @param unseen where the first time begins that the rater has not seen in any way, in microseconds of the recording
 */
public record LedgerLine(Rater rater, Recording recording, Cage cage, LookedTime time, OptionalLong unseen) {
    /** Lines of one recording; a blind rater gets only their own, since how far others are tells what they found. */
    static List<LedgerLine> read(StudyStore store, Viewer viewer, Study study, Recording recording)
            throws StoreException {
        List<Mark> marks = store.marks(viewer, recording.id());
        List<Coverage> coverage = store.coverage(viewer, recording.id());
        Map<UUID, Map<UUID, List<Mark>>> marked =
                marks.stream().collect(Collectors.groupingBy(Mark::raterId, Collectors.groupingBy(Mark::cageId)));
        Map<UUID, Map<UUID, List<Coverage>>> covered = coverage.stream()
                .collect(Collectors.groupingBy(Coverage::raterId, Collectors.groupingBy(Coverage::cageId)));
        List<LedgerLine> lines = new ArrayList<>();
        for (Rater rater : study.raters()) {
            boolean told = viewer.sighted()
                    || viewer.raterId().filter(rater.id()::equals).isPresent();
            for (Cage cage : told ? study.cagesOf(recording.id()) : List.<Cage>of()) {
                List<Mark> own = of(marked, rater, cage);
                List<Coverage> seen = of(covered, rater, cage);
                lines.add(new LedgerLine(
                        rater,
                        recording,
                        cage,
                        LookedTime.of(recording, own, seen),
                        LookedTime.unseen(recording, own, seen).spans().stream()
                                .mapToLong(Span::start)
                                .findFirst()));
            }
        }
        return lines;
    }

    private static <T> List<T> of(Map<UUID, Map<UUID, List<T>>> all, Rater rater, Cage cage) {
        return all.getOrDefault(rater.id(), Map.of()).getOrDefault(cage.id(), List.of());
    }
}
