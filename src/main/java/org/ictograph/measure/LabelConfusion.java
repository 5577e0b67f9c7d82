package org.ictograph.measure;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import org.ictograph.model.Label;
import org.ictograph.model.LabelKind;
import org.ictograph.model.Mark;
import org.ictograph.model.Span;

/**
 * Which label the second rater gave to the events of the first. Events of one label are paired first; what is left over
 * is paired across labels, and what is still alone stands against none.
 *
 * @param labels in the order of the rows and columns; one more row and column, the last, stand for none
 * @param counts events, a row for each label of the first rater, a column for each of the second
 */
public record LabelConfusion(List<String> labels, List<List<Integer>> counts) {
    public LabelConfusion {
        labels = List.copyOf(labels);
        counts = counts.stream().map(List::copyOf).toList();
    }

    private record Cage(UUID recordingId, UUID cageId) {
        static Cage of(Finding finding) {
            return new Cage(finding.recordingId(), finding.cageId());
        }
    }

    /**
     * One event of the table.
     *
     * @param first row
     * @param second column
     * @param marks ids of the marks of both raters
     */
    public record Crossing(int first, int second, List<UUID> marks) {
        /** The same event with the raters in the other order. */
        public Crossing swapped() {
            return new Crossing(second, first, marks);
        }
    }

    static LabelConfusion of(List<Finding> findings, List<Label> labels, AgreementParameters parameters) {
        return of(crossings(findings, labels, parameters), labels);
    }

    /** The table of these events. */
    public static LabelConfusion of(List<Crossing> crossings, List<Label> labels) {
        int[][] counts = new int[labels.size() + 1][labels.size() + 1];
        crossings.forEach(crossing -> counts[crossing.first()][crossing.second()]++);
        List<List<Integer>> rows = new ArrayList<>();
        for (int[] row : counts) {
            rows.add(Arrays.stream(row).boxed().toList());
        }
        return new LabelConfusion(labels.stream().map(Label::name).toList(), rows);
    }

    /** Every event with its place in the table of these findings. */
    public static List<Crossing> crossings(List<Finding> findings, List<Label> labels, AgreementParameters parameters) {
        List<String> names = labels.stream().map(Label::name).toList();
        int none = names.size();
        List<Crossing> crossings = new ArrayList<>();
        var alone = findings.stream().filter(finding -> !finding.isPair()).collect(Collectors.groupingBy(Cage::of));
        findings.stream().filter(Finding::isPair).forEach(pair -> {
            int label = names.indexOf(pair.label());
            crossings.add(new Crossing(
                    label,
                    label,
                    List.of(pair.a().orElseThrow().id(), pair.b().orElseThrow().id())));
        });
        for (List<Finding> inOneCage : alone.values()) {
            for (LabelKind kind : LabelKind.values()) {
                List<String> ofKind = labels.stream()
                        .filter(label -> label.kind() == kind)
                        .map(Label::name)
                        .toList();
                List<Mark> first = marks(inOneCage, ofKind, Finding.Kind.ONLY_A);
                List<Mark> second = marks(inOneCage, ofKind, Finding.Kind.ONLY_B);
                Likeness likeness =
                        kind == LabelKind.POINT ? Likeness.closeness(parameters.pointReach()) : Likeness.overlap();
                int[] partners = Pairing.of(spans(first), spans(second), likeness, parameters.loosest());
                boolean[] taken = new boolean[second.size()];
                for (int i = 0; i < partners.length; i++) {
                    int row = names.indexOf(first.get(i).label());
                    UUID mark = first.get(i).id();
                    if (partners[i] < 0) {
                        crossings.add(new Crossing(row, none, List.of(mark)));
                    } else {
                        taken[partners[i]] = true;
                        Mark other = second.get(partners[i]);
                        crossings.add(new Crossing(row, names.indexOf(other.label()), List.of(mark, other.id())));
                    }
                }
                for (int j = 0; j < taken.length; j++) {
                    if (!taken[j]) {
                        Mark other = second.get(j);
                        crossings.add(new Crossing(none, names.indexOf(other.label()), List.of(other.id())));
                    }
                }
            }
        }
        return crossings;
    }

    private static List<Mark> marks(List<Finding> findings, List<String> labels, Finding.Kind kind) {
        return findings.stream()
                .filter(finding -> finding.kind() == kind && labels.contains(finding.label()))
                .map(finding -> finding.a().or(finding::b).orElseThrow())
                .toList();
    }

    private static List<Span> spans(List<Mark> marks) {
        return marks.stream().map(Mark::span).toList();
    }

    /** Events that the first rater gave one label and the second another; {@code labels().size()} is none. */
    public int count(int first, int second) {
        return counts.get(first).get(second);
    }
}
