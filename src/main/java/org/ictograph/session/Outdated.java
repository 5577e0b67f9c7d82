package org.ictograph.session;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.ictograph.model.Mark;
import org.ictograph.model.Settlement;
import org.ictograph.model.Span;

/**
 * A decision that no longer follows from the raters' marks, because one of them was changed or taken away after it was
 * made. It counts for nothing until the question is answered again.
 *
 * @param mark the mark of the consensus that came of it, if any did
 */
public record Outdated(Settlement settlement, Optional<Mark> mark) {
    /** Those among the decisions about one recording; the labels must hold the marks of all raters. */
    static List<Outdated> among(Labels labels) {
        if (labels.settlements().isEmpty()) {
            return List.of();
        }
        Map<UUID, Mark> marks = new HashMap<>();
        labels.marks().forEach(mark -> marks.put(mark.id(), mark));
        return labels.settlements().stream()
                .filter(settlement -> !follows(settlement, marks))
                .map(settlement -> new Outdated(settlement, settlement.markId().map(marks::get)))
                .toList();
    }

    /** The labels without such decisions and what came of them. */
    static Labels without(Labels labels) {
        List<Outdated> outdated = among(labels);
        if (outdated.isEmpty()) {
            return labels;
        }
        Set<UUID> gone = new HashSet<>();
        outdated.forEach(one -> {
            gone.add(one.settlement().id());
            one.mark().ifPresent(mark -> gone.add(mark.id()));
        });
        return labels.with(
                labels.marks().stream()
                        .filter(mark -> !gone.contains(mark.id()))
                        .toList(),
                labels.settlements().stream()
                        .filter(settlement -> !gone.contains(settlement.id()))
                        .toList());
    }

    /**
     * A settlement that does not tell what the marks were like is held against what came of it; what was drawn by hand or
     * left without a mark then follows from whatever the raters marked, as long as they did.
     */
    private static boolean follows(Settlement settlement, Map<UUID, Mark> marks) {
        List<Mark> sources = settlement.sources().stream()
                .flatMap(id -> Stream.ofNullable(marks.get(id)))
                .toList();
        if (sources.size() < settlement.sources().size() || !settlement.stillAbout(sources)) {
            return false;
        }
        Mark first = sources.get(0);
        Mark last = sources.get(sources.size() - 1);
        return switch (settlement.outcome()) {
            case FIRST -> same(settlement, marks, first.label(), Optional.of(first.span()));
            case SECOND -> same(settlement, marks, last.label(), Optional.of(last.span()));
            case MEAN, UNION, INTERSECTION ->
                same(
                        settlement,
                        marks,
                        first.label().equals(last.label()) ? first.label() : "",
                        settlement.outcome().merged(first.span(), last.span()));
            case UNCLEAR ->
                settlement
                        .doubt()
                        .filter(doubt -> doubt.span().equals(hull(sources)))
                        .isPresent();
            case DRAWN, NEITHER -> true;
        };
    }

    private static boolean same(Settlement settlement, Map<UUID, Mark> marks, String label, Optional<Span> span) {
        return settlement
                .markId()
                .map(marks::get)
                .map(made -> made.label().equals(label)
                        && span.filter(made.span()::equals).isPresent())
                .orElse(false);
    }

    private static Span hull(List<Mark> sources) {
        return new Span(
                sources.stream().mapToLong(mark -> mark.span().start()).min().orElseThrow(),
                sources.stream().mapToLong(mark -> mark.span().end()).max().orElseThrow());
    }
}
