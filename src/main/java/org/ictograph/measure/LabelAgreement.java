package org.ictograph.measure;

import java.util.List;
import java.util.Map;

/**
 * How two raters agree on one label.
 *
 * @param time the bin counts and what follows from them
 * @param events one entry per threshold, loosest first
 * @param onset differences of the pairs matched at the loosest threshold
 * @param offset differences of the same pairs
 * @param findings every event, by recording, cage and time
 */
public record LabelAgreement(
        String label,
        TimeAgreement time,
        List<EventAgreement> events,
        EdgeDifferences onset,
        EdgeDifferences offset,
        List<Finding> findings) {
    public LabelAgreement {
        events = List.copyOf(events);
        findings = List.copyOf(findings);
    }

    /** The bin counts of one label with every coefficient. */
    public record TimeAgreement(BinTable bins, Map<Coefficient, Statistic> statistics) {
        public TimeAgreement {
            statistics = Map.copyOf(statistics);
            if (statistics.size() != Coefficient.values().length) {
                throw new IllegalArgumentException("Every coefficient belongs in a report.");
            }
        }

        public Statistic statistic(Coefficient coefficient) {
            Statistic statistic = statistics.get(coefficient);
            if (statistic == null) {
                throw new IllegalStateException("No statistic for " + coefficient);
            }
            return statistic;
        }
    }

    /** What the raters have to talk about: marks of one side only and pairs whose edges differ. */
    public List<Finding> disagreements() {
        return findings.stream()
                .filter(finding -> finding.kind() != Finding.Kind.AGREED)
                .toList();
    }

    /** The events that both have. */
    public List<Finding> pairs() {
        return findings.stream().filter(Finding::isPair).toList();
    }
}
