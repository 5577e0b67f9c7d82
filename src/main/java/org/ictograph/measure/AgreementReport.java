package org.ictograph.measure;

import java.util.List;
import java.util.Optional;
import org.ictograph.model.Span;

/**
 * How two raters agree over the time that both reviewed, label by label.
 *
 * @param reviewedMicros jointly reviewed time of all cages together
 * @param subjects number of animals in it
 * @param labels in the order in which they were asked for
 * @param details more about the same labels, in the same order
 * @param overall about all labels together
 */
public record AgreementReport(
        long reviewedMicros,
        int subjects,
        AgreementParameters parameters,
        List<LabelAgreement> labels,
        List<LabelDetail> details,
        Overall overall) {
    public AgreementReport {
        labels = List.copyOf(labels);
        details = List.copyOf(details);
    }

    public double reviewedSeconds() {
        return (double) reviewedMicros / Span.SECOND;
    }

    public Optional<LabelAgreement> label(String name) {
        return labels.stream().filter(label -> label.label().equals(name)).findFirst();
    }

    public Optional<LabelDetail> detail(String label) {
        return details.stream().filter(detail -> detail.label().equals(label)).findFirst();
    }

    /** All findings of all labels. */
    public List<Finding> findings() {
        return labels.stream().flatMap(label -> label.findings().stream()).toList();
    }
}
