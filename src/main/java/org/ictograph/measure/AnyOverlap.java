package org.ictograph.measure;

import java.util.List;
import org.ictograph.model.Span;
import org.ictograph.model.SpanSet;

/** Wilson et al. (2003): an event counts as found when anything of the other side overlaps it, however little. */
final class AnyOverlap {
    private AnyOverlap() {}

    static DetectionCounts count(List<Span> reference, List<Span> compared, SpanSet reviewed) {
        long found = touched(reference, compared);
        long right = touched(compared, reference);
        return new DetectionCounts(reference.size(), found, right, compared.size() - right, reviewed.total());
    }

    private static long touched(List<Span> events, List<Span> others) {
        SpanSet covered = new SpanSet(others);
        return events.stream()
                .filter(event -> {
                    int low = 0;
                    int high = covered.spans().size();
                    while (low < high) {
                        int middle = (low + high) >>> 1;
                        if (covered.spans().get(middle).end() <= event.start()) {
                            low = middle + 1;
                        } else {
                            high = middle;
                        }
                    }
                    return low < covered.spans().size()
                            && covered.spans().get(low).start() < event.end();
                })
                .count();
    }
}
