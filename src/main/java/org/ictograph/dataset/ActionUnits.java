package org.ictograph.dataset;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import org.ictograph.model.Label;
import org.ictograph.model.Mark;
import org.ictograph.model.Protocol;
import org.ictograph.model.Span;

/** The labels of a protocol that are action units of the RatSeizure benchmark, with the benchmark's strings and ids. */
final class ActionUnits {
    private static final int OTHERS_ID = 0;

    private final Map<String, Integer> idOf = new HashMap<>();
    private final Map<Integer, String> nameOf = new HashMap<>();

    ActionUnits(Protocol protocol) {
        for (Label label : Protocol.standard().labels()) {
            label.benchmarkId().ifPresent(id -> nameOf.put(id, label.name()));
        }
        for (Label label : protocol.labels()) {
            OptionalInt id = label.benchmarkId();
            if (id.isPresent() && id.getAsInt() != OTHERS_ID && nameOf.containsKey(id.getAsInt())) {
                idOf.put(label.name(), id.getAsInt());
            }
        }
    }

    boolean isUnit(String label) {
        return idOf.containsKey(label);
    }

    /** True for an action unit and for a whole seizure. */
    boolean isSeizing(String label) {
        return isUnit(label) || label.equals(Protocol.SEIZURE);
    }

    /** The labels of a clip: units cut to the clip, and {@code others} where nothing happens. */
    List<ClipLabel> inside(Span clip, List<Mark> units, List<Mark> seizures) {
        List<ClipLabel> labels = new ArrayList<>();
        List<Span> busy = new ArrayList<>();
        seizures.forEach(mark -> busy.add(mark.span()));
        for (Mark mark : units) {
            busy.add(mark.span());
            int id = idOf.getOrDefault(mark.label(), OTHERS_ID);
            mark.span().intersection(clip).ifPresent(piece -> labels.add(label(id, piece, clip)));
        }
        new CoveredTime(busy, 0).holes(clip).forEach(hole -> labels.add(label(OTHERS_ID, hole, clip)));
        labels.sort(Comparator.comparingLong(ClipLabel::start)
                .thenComparingLong(ClipLabel::end)
                .thenComparingInt(ClipLabel::id));
        return labels;
    }

    private ClipLabel label(int id, Span piece, Span clip) {
        String name = nameOf.getOrDefault(id, Protocol.OTHERS);
        return new ClipLabel(name, id, piece.start() - clip.start(), piece.end() - clip.start());
    }
}
