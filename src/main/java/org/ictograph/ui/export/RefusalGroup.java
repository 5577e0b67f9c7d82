package org.ictograph.ui.export;

import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;
import org.ictograph.dataset.Refusal;

/** Everything that is left out for one reason. */
public record RefusalGroup(Refusal.Reason reason, List<Refusal> refusals) {
    public RefusalGroup {
        refusals = List.copyOf(refusals);
    }

    /** By reason, the most frequent first. */
    static List<RefusalGroup> of(List<Refusal> refusals) {
        return refusals.stream().collect(Collectors.groupingBy(Refusal::reason)).entrySet().stream()
                .map(group -> new RefusalGroup(group.getKey(), group.getValue()))
                .sorted(Comparator.comparingInt(
                                (RefusalGroup group) -> group.refusals().size())
                        .reversed()
                        .thenComparing(RefusalGroup::reason))
                .toList();
    }
}
