package org.ictograph.session;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.ictograph.measure.Consensus;
import org.ictograph.measure.Finding;
import org.ictograph.model.InclusionRule;
import org.ictograph.model.Layer;
import org.ictograph.model.Mark;
import org.ictograph.model.Origin;
import org.ictograph.model.Settlement.Outcome;
import org.ictograph.model.Span;
import org.ictograph.model.SpanSet;
import org.ictograph.model.Study;

/**
 * What a rule lets count as an event of one recording besides what was settled, and what stays in dispute under it. Ratings
 * that a settlement has dealt with are never looked at again.
 *
 * @param marks in the form of marks of the consensus; their ids follow from the ratings that they are made of
 * @param disputed events that raters see differently, that nobody settled and the rule does not take
 */
record Inclusion(List<Mark> marks, List<Finding> disputed) {
    private record Place(UUID cageId, String label) {}

    static Inclusion of(Study study, Labels labels, InclusionRule rule) {
        Set<UUID> settled = labels.settlements().stream()
                .flatMap(settlement -> settlement.sources().stream())
                .collect(Collectors.toSet());
        if (rule.kind() == InclusionRule.Kind.ANY_RATER) {
            return new Inclusion(any(labels, settled), List.of());
        }
        List<Finding> findings = Agreeing.findings(study, labels);
        List<Mark> marks = new ArrayList<>();
        Set<UUID> taken = new HashSet<>();
        if (rule.kind() == InclusionRule.Kind.BOTH_RATERS) {
            Outcome way = study.protocol()
                    .plan()
                    .edges()
                    .map(edges -> edges.outcome())
                    .orElse(Outcome.MEAN);
            for (Finding finding : findings) {
                both(finding, rule, way, settled)
                        .filter(pair -> !taken.contains(pair.a().id())
                                && !taken.contains(pair.b().id()))
                        .ifPresent(pair -> {
                            taken.add(pair.a().id());
                            taken.add(pair.b().id());
                            marks.add(pair.mark(
                                    identity(List.of(pair.a(), pair.b())),
                                    pair.a().raterId()));
                        });
            }
        }
        Set<UUID> answered = new HashSet<>(settled);
        answered.addAll(taken);
        return new Inclusion(
                List.copyOf(marks),
                findings.stream()
                        .filter(finding -> finding.kind() != Finding.Kind.AGREED)
                        .filter(finding -> sides(finding).anyMatch(mark -> !answered.contains(mark.id())))
                        .toList());
    }

    private static Optional<Consensus.Settled> both(
            Finding finding, InclusionRule rule, Outcome way, Set<UUID> settled) {
        if (!finding.isPair()
                || finding.likeness() < rule.likeness()
                || sides(finding).anyMatch(mark -> settled.contains(mark.id()))) {
            return Optional.empty();
        }
        Mark a = finding.a().orElseThrow();
        Mark b = finding.b().orElseThrow();
        return way.merged(a.span(), b.span()).map(span -> new Consensus.Settled(a, b, span));
    }

    /** Time that any rater marked with a label, in one piece where their marks meet. */
    private static List<Mark> any(Labels labels, Set<UUID> settled) {
        Map<Place, List<Mark>> open = new LinkedHashMap<>();
        labels.marks().stream()
                .filter(mark -> mark.layer() == Layer.RATING && !settled.contains(mark.id()))
                .forEach(
                        mark -> open.computeIfAbsent(new Place(mark.cageId(), mark.label()), place -> new ArrayList<>())
                                .add(mark));
        List<Mark> marks = new ArrayList<>();
        for (List<Mark> alike : open.values()) {
            for (Span span : new SpanSet(alike.stream().map(Mark::span).toList()).spans()) {
                List<Mark> of = alike.stream()
                        .filter(mark -> mark.span().overlaps(span))
                        .toList();
                Mark first = of.get(0);
                marks.add(new Mark(
                        identity(of),
                        first.recordingId(),
                        first.cageId(),
                        first.raterId(),
                        Layer.CONSENSUS,
                        first.label(),
                        span,
                        "",
                        first.certainty(),
                        first.visibility(),
                        "",
                        new Origin(
                                Origin.Kind.ADJUDICATION,
                                of.stream().map(Mark::id).toList())));
            }
        }
        return marks;
    }

    private static Stream<Mark> sides(Finding finding) {
        return Stream.of(finding.a(), finding.b()).flatMap(Optional::stream);
    }

    /** The same ratings give the same identity, so that the same labels give the same manifest. */
    private static UUID identity(List<Mark> marks) {
        String names = marks.stream()
                .map(mark -> mark.id().toString())
                .sorted()
                .collect(Collectors.joining(" ", "included ", ""));
        return UUID.nameUUIDFromBytes(names.getBytes(StandardCharsets.UTF_8));
    }
}
