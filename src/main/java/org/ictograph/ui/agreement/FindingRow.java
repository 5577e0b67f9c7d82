package org.ictograph.ui.agreement;

import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.ictograph.measure.Finding;
import org.ictograph.model.Mark;

/**
 * One event of the comparison, as the list of disagreements shows it.
 *
 * @param recording name of its recording
 * @param cage position of its cage
 * @param animal id of the animal, empty when it is not named
 * @param settled true when the consensus has an answer for it
 */
public record FindingRow(Finding finding, String recording, int cage, String animal, boolean settled) {
    public String label() {
        return finding.label();
    }

    /** True when it is made of one of these marks. */
    boolean hasAny(Set<UUID> marks) {
        return Stream.of(finding.a(), finding.b())
                .flatMap(Optional::stream)
                .anyMatch(mark -> marks.contains(mark.id()));
    }

    public boolean agreed() {
        return finding.kind() == Finding.Kind.AGREED;
    }

    /** By how much the second rater's onset is later, for pairs. */
    public OptionalLong onsetDifference() {
        return difference(true);
    }

    /** By how much the second rater's offset is later, for pairs. */
    public OptionalLong offsetDifference() {
        return difference(false);
    }

    private OptionalLong difference(boolean onset) {
        if (!finding.isPair()) {
            return OptionalLong.empty();
        }
        Mark a = finding.a().orElseThrow();
        Mark b = finding.b().orElseThrow();
        return OptionalLong.of(
                onset
                        ? b.span().start() - a.span().start()
                        : b.span().end() - a.span().end());
    }
}
