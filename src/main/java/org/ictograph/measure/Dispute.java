package org.ictograph.measure;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.ictograph.model.Label;
import org.ictograph.model.Mark;
import org.ictograph.model.Protocol;
import org.ictograph.model.Span;

/**
 * One question for an adjudicator: what happened here. Unlike a {@link Finding} it may hold marks of two labels, when one
 * rater gave an event another name than the other.
 *
 * @param a the first rater's mark
 * @param b the second rater's mark
 */
public record Dispute(Kind kind, Optional<Mark> a, Optional<Mark> b) {
    /** What is in dispute, the most consequential first: an event, its name, its edges. */
    public enum Kind {
        MISSED,
        LABEL_DIFFERS,
        EDGES_DIFFER
    }

    /**
     * The most consequential first: whole seizures before action units, since clips become positive or negative by them;
     * then events that one rater missed, events with two names, and edges; then the more time hangs on it. The rest only
     * makes the order certain.
     */
    public static final Comparator<Dispute> CONSEQUENCE = Comparator.comparing(
                    (Dispute dispute) -> !dispute.labels().contains(Protocol.SEIZURE))
            .thenComparing(Dispute::kind)
            .thenComparing(Dispute::atStake, Comparator.reverseOrder())
            .thenComparing(Dispute::span)
            .thenComparing(dispute -> dispute.marks().get(0).id());

    public Dispute {
        if ((a.isEmpty() && b.isEmpty()) || (kind == Kind.MISSED) != (a.isEmpty() || b.isEmpty())) {
            throw new IllegalArgumentException("The marks do not fit the dispute " + kind);
        }
    }

    /**
     * The questions that these events leave, the most consequential first. An event that only the first rater has and one
     * that only the second has are one question when they would pair but for their labels.
     *
     * @param findings of two raters, without those that need no decision
     */
    public static List<Dispute> among(List<Finding> findings, List<Label> labels, AgreementParameters parameters) {
        Map<UUID, Mark> marks = new HashMap<>();
        Map<UUID, Boolean> ofFirst = new HashMap<>();
        for (Finding finding : findings) {
            finding.a().ifPresent(mark -> {
                marks.put(mark.id(), mark);
                ofFirst.put(mark.id(), true);
            });
            finding.b().ifPresent(mark -> marks.put(mark.id(), mark));
        }
        List<Dispute> disputes = new ArrayList<>();
        for (LabelConfusion.Crossing crossing : LabelConfusion.crossings(findings, labels, parameters)) {
            List<UUID> ids = crossing.marks();
            Optional<Mark> first =
                    ids.stream().filter(ofFirst::containsKey).map(marks::get).findFirst();
            Optional<Mark> second = ids.stream()
                    .filter(id -> !ofFirst.containsKey(id))
                    .map(marks::get)
                    .findFirst();
            Kind kind = ids.size() < 2
                    ? Kind.MISSED
                    : crossing.first() == crossing.second() ? Kind.EDGES_DIFFER : Kind.LABEL_DIFFERS;
            disputes.add(new Dispute(kind, first, second));
        }
        disputes.sort(CONSEQUENCE);
        return disputes;
    }

    /** What is left of it when some marks are dealt with; empty when all are. */
    public Optional<Dispute> without(Set<UUID> settled) {
        Optional<Mark> mine = a.filter(mark -> !settled.contains(mark.id()));
        Optional<Mark> theirs = b.filter(mark -> !settled.contains(mark.id()));
        if (mine.isEmpty() && theirs.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(mine.isPresent() && theirs.isPresent() ? this : new Dispute(Kind.MISSED, mine, theirs));
    }

    /** The first rater's mark before the second's. */
    public List<Mark> marks() {
        return Stream.of(a, b).flatMap(Optional::stream).toList();
    }

    /** The labels given to it, the first rater's first. */
    public List<String> labels() {
        return marks().stream().map(Mark::label).distinct().toList();
    }

    public UUID recordingId() {
        return marks().get(0).recordingId();
    }

    public UUID cageId() {
        return marks().get(0).cageId();
    }

    /** From the earlier onset to the later offset. */
    public Span span() {
        return new Span(
                marks().stream().mapToLong(mark -> mark.span().start()).min().orElseThrow(),
                marks().stream().mapToLong(mark -> mark.span().end()).max().orElseThrow());
    }

    /** How much time is labelled one way or the other by the answer, in microseconds. */
    public long atStake() {
        if (kind != Kind.EDGES_DIFFER) {
            return span().length();
        }
        Span mine = a.orElseThrow().span();
        Span theirs = b.orElseThrow().span();
        return Math.abs(mine.start() - theirs.start()) + Math.abs(mine.end() - theirs.end());
    }
}
