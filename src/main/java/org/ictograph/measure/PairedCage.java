package org.ictograph.measure;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.ictograph.model.Label;
import org.ictograph.model.Mark;
import org.ictograph.model.SpanSet;

/** What two raters did with one cage, each one's marks by their label. */
record PairedCage(SpanSet jointlyReviewed, Map<String, List<Mark>> a, Map<String, List<Mark>> b) {
    static PairedCage of(RatedCage cage) {
        return new PairedCage(cage.jointlyReviewed(), byLabel(cage.a()), byLabel(cage.b()));
    }

    static Map<String, List<Mark>> byLabel(Rating rating) {
        return rating.marks().stream().collect(Collectors.groupingBy(Mark::label));
    }

    CageComparison on(Label label, AgreementParameters parameters) {
        return new CageComparison(jointlyReviewed, seen(a, label), seen(b, label), label, parameters);
    }

    private SeenMarks seen(Map<String, List<Mark>> marks, Label label) {
        return new SeenMarks(jointlyReviewed, marks.getOrDefault(label.name(), List.of()));
    }
}
