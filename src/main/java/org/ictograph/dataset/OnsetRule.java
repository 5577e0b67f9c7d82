package org.ictograph.dataset;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.ictograph.dataset.Refusal.Reason;
import org.ictograph.model.Mark;
import org.ictograph.model.Protocol;
import org.ictograph.model.Span;
import org.jspecify.annotations.Nullable;

/**
 * Segments before the electrographic and after the clinical onset of seizures, as joint-centred networks are trained with
 * (arXiv 2603.23757): interictal ones end before the electrographic onset, ictal ones start within 40 seconds after the
 * clinical onset, while the seizure lasts. The time between the onsets is left out, or on demand becomes segments with a
 * probability that rises.
 *
 * <p>The onsets are landmarks of a seizure: marks with the labels {@link Protocol#ELECTROGRAPHIC_ONSET} and {@link
 * Protocol#CLINICAL_ONSET}, of which the starts count. Without the latter a seizure begins clinically where its mark does.
 * Without the former the half minute before it is neither.
 */
final class OnsetRule implements ClipRule {
    static final String ICTAL = "ictal";
    static final String INTERICTAL = "interictal";
    static final String TRANSITION = "transition";

    /** Ictal segments start at most this long after the clinical onset. */
    static final long ICTAL_TIME = 40 * Span.SECOND;

    /** An interictal segment keeps this distance from the end of a seizure, and from one whose first onset nobody marked. */
    static final long DISTANCE = 30 * Span.SECOND;

    /** An electrographic onset belongs to the seizure that follows within this time. */
    static final long LEAD = 300 * Span.SECOND;

    /** Onsets that only ratings hold count when they lie no further apart. */
    static final long SAME = Span.SECOND;

    /** A seizure and when it begins; no electrographic onset where nobody, or not everybody, says when. */
    private record Event(Mark seizure, Optional<Mark> first, long clinical, List<String> marks) {
        long shunned() {
            return first.map(mark -> mark.span().start()).orElse(Math.max(0, clinical - DISTANCE));
        }
    }

    @Override
    public void plan(CageFilm film, PlanDraft draft) {
        List<Event> events = events(film, draft);
        List<Span> taken = new ArrayList<>();
        for (Event event : events) {
            JointForm joints = film.joints();
            if (joints.ramp() && event.first().isPresent()) {
                between(film, event, event.first().get().span().start(), taken, draft);
            }
            after(film, event, taken, draft);
        }
        interictal(film, events, draft);
    }

    private static List<Event> events(CageFilm film, PlanDraft draft) {
        List<Event> events = new ArrayList<>();
        long free = 0;
        for (Mark seizure : film.consensus(Protocol.SEIZURE::equals)) {
            long start = seizure.span().start();
            Optional<Mark> clinical = film.landmarks(Protocol.CLINICAL_ONSET).stream()
                    .filter(mark -> mark.span().start() >= start
                            && mark.span().start() < seizure.span().end())
                    .findFirst();
            long seen = clinical.map(mark -> mark.span().start()).orElse(start);
            long earliest = Math.max(free, start - LEAD);
            List<Mark> firsts = film.landmarks(Protocol.ELECTROGRAPHIC_ONSET).stream()
                    .filter(mark ->
                            mark.span().start() >= earliest && mark.span().start() <= seen)
                    .toList();
            boolean agreed = !firsts.isEmpty()
                    && firsts.get(firsts.size() - 1).span().start()
                                    - firsts.get(0).span().start()
                            <= SAME;
            Optional<Mark> first = agreed ? Optional.of(firsts.get(0)) : Optional.empty();
            if (!agreed) {
                film.refusal(
                                new Span(Math.max(0, seen - DISTANCE), Math.max(1, seen)),
                                Reason.ONSET_UNKNOWN,
                                firsts.isEmpty()
                                        ? "Nobody marked the electrographic onset of the seizure that follows."
                                        : "The electrographic onset of the seizure that follows is marked at several"
                                                + " times.")
                        .ifPresent(draft::refuse);
            }
            List<String> ids = Stream.of(Optional.of(seizure), first, clinical)
                    .flatMap(Optional::stream)
                    .map(mark -> mark.id().toString())
                    .toList();
            events.add(new Event(seizure, first, seen, ids));
            free = Math.max(free, seizure.span().end());
        }
        return events;
    }

    /** Segments that lie wholly between the onsets. */
    private static void between(CageFilm film, Event event, long from, List<Span> taken, PlanDraft draft) {
        Span span = film.form().at(from);
        for (; span.end() <= event.clinical(); span = span.shifted(span.length())) {
            long middle = span.start() + span.length() / 2;
            add(film, span, TRANSITION, event, Onsets.ramp(from, event.clinical(), middle), taken, draft);
        }
    }

    private static void after(CageFilm film, Event event, List<Span> taken, PlanDraft draft) {
        long last =
                Math.min(event.clinical() + ICTAL_TIME, event.seizure().span().end());
        Span span = film.form().at(event.clinical());
        for (; span.start() < last; span = span.shifted(span.length())) {
            add(film, span, ICTAL, event, 1, taken, draft);
        }
    }

    /** Adds a segment unless it cannot be shown, or shares time with one of another seizure. */
    private static void add(
            CageFilm film,
            Span span,
            String label,
            Event event,
            double probability,
            List<Span> taken,
            PlanDraft draft) {
        if (taken.stream().anyMatch(span::overlaps)) {
            film.refusal(span, Reason.TOO_CLOSE, "It shares time with a segment of the seizure before it.")
                    .ifPresent(draft::refuse);
            return;
        }
        Optional<Refusal> flaw = film.complete(span)
                ? film.flaw(span, Protocol.SEIZURE::equals)
                : film.refusal(span, Reason.INCOMPLETE, "It was not filmed from end to end.");
        if (flaw.isPresent()) {
            draft.refuse(flaw.get());
            return;
        }
        taken.add(span);
        Long first = event.first().map(mark -> mark.span().start()).orElse(null);
        draft.add(
                film, span, truth(film, span, label, event.marks(), new Onsets(first, event.clinical(), probability)));
    }

    private static void interictal(CageFilm film, List<Event> events, PlanDraft draft) {
        for (Span stretch : film.filmed().spans()) {
            Span window = film.form().at(stretch.start());
            for (; film.complete(window) && window.start() < stretch.end(); window = window.shifted(window.length())) {
                Span span = window;
                boolean shunned = events.stream()
                        .anyMatch(event -> span.end() > event.shunned()
                                && span.start() < event.seizure().span().end() + DISTANCE);
                if (!shunned) {
                    film.flaw(span, Protocol.SEIZURE::equals)
                            .or(() -> film.reviewed(span)
                                    ? film.contradicted(span, Protocol.SEIZURE::equals)
                                    : film.refusal(span, Reason.NOT_REVIEWED, "No rater has looked at all of it."))
                            .ifPresentOrElse(
                                    draft::refuse,
                                    () -> draft.add(film, span, truth(film, span, INTERICTAL, List.of(), null)));
                }
            }
        }
    }

    private static ClipTruth truth(
            CageFilm film, Span span, String label, List<String> marks, @Nullable Onsets onsets) {
        return new ClipTruth(
                !label.equals(INTERICTAL),
                List.of(label),
                List.of(),
                marks,
                film.raters(span),
                film.markedBy(span, Protocol.SEIZURE::equals),
                WindowRule.value(film.motion(span)),
                WindowRule.value(film.agreement(span, Protocol.SEIZURE::equals)),
                onsets);
    }
}
