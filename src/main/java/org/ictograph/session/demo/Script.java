package org.ictograph.session.demo;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.ictograph.model.Protocol;
import org.ictograph.model.Span;

/** All that one animal does in a recording: acts that follow each other without gaps from 0 to the end. */
public record Script(List<Act> acts) {
    public Script {
        acts = List.copyOf(acts);
        long at = 0;
        for (Act act : acts) {
            if (act.span().start() != at) {
                throw new IllegalArgumentException("An animal does one thing after the other, without gaps.");
            }
            at = act.span().end();
        }
    }

    /** The number of the act at a time; the last one after the end. */
    int indexAt(long micros) {
        int low = 0;
        int high = acts.size() - 1;
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (micros < acts.get(middle).span().end()) {
                high = middle;
            } else {
                low = middle + 1;
            }
        }
        return low;
    }

    /** The seizures, by start. */
    public List<Span> seizures() {
        return joined(acts.stream()
                .filter(act -> act.behaviour().ictal())
                .map(Act::span)
                .toList());
    }

    /** Rhythmic but normal behaviour, by start. */
    public List<Span> lookAlikes() {
        return joined(acts.stream()
                .filter(act -> act.behaviour().lookAlike())
                .map(Act::span)
                .toList());
    }

    /** The known truth: every seizure and its action units, by start. */
    public List<DemoMark> marks(int cage) {
        Map<String, List<Span>> byLabel = new TreeMap<>();
        byLabel.put(Protocol.SEIZURE, seizures());
        for (Act act : acts) {
            for (String label : act.behaviour().labels()) {
                byLabel.computeIfAbsent(label, unseen -> new ArrayList<>()).add(act.span());
            }
        }
        List<DemoMark> marks = new ArrayList<>();
        byLabel.forEach((label, spans) -> joined(spans).forEach(span -> marks.add(new DemoMark(cage, label, span))));
        marks.sort(java.util.Comparator.comparing(DemoMark::span));
        return marks;
    }

    /** Spans in order, those that touch each other as one. */
    private static List<Span> joined(List<Span> spans) {
        List<Span> joined = new ArrayList<>();
        for (Span span : spans) {
            int last = joined.size() - 1;
            if (last >= 0 && joined.get(last).end() == span.start()) {
                joined.set(last, new Span(joined.get(last).start(), span.end()));
            } else {
                joined.add(span);
            }
        }
        return joined;
    }
}
