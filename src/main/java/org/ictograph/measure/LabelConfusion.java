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

    static LabelConfusion of(List<Finding> findings, List<Label> labels, AgreementParameters parameters) {
        List<String> names = labels.stream().map(Label::name).toList();
        int none = names.size();
        int[][] counts = new int[none + 1][none + 1];
        var alone = findings.stream().filter(finding -> !finding.isPair()).collect(Collectors.groupingBy(Cage::of));
        findings.stream()
                .filter(Finding::isPair)
                .forEach(pair -> counts[names.indexOf(pair.label())][names.indexOf(pair.label())]++);
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
                    int column = none;
                    if (partners[i] >= 0) {
                        taken[partners[i]] = true;
                        column = names.indexOf(second.get(partners[i]).label());
                    }
                    counts[names.indexOf(first.get(i).label())][column]++;
                }
                for (int j = 0; j < taken.length; j++) {
                    counts[none][names.indexOf(second.get(j).label())] += taken[j] ? 0 : 1;
                }
            }
        }
        List<List<Integer>> rows = new ArrayList<>();
        for (int[] row : counts) {
            rows.add(Arrays.stream(row).boxed().toList());
        }
        return new LabelConfusion(names, rows);
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
