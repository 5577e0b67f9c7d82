package org.ictograph.dataset;

import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import org.ictograph.dataset.Refusal.Reason;
import org.ictograph.model.Protocol;
import org.ictograph.model.Span;
import org.jspecify.annotations.Nullable;

/**
 * Consecutive windows from the start of the recording, and anew after each gap in it. A window is positive when a consensus seizure overlaps it wholly
 * or partly; it is negative when a rater has looked at all of it and the animal moves. After RodEpil.
 */
final class WindowRule implements ClipRule {
    static final String SEIZURE = "seizure";
    static final String NORMAL = "normal";

    @Override
    public void plan(CageFilm film, PlanDraft draft) {
        ClipForm form = film.form();
        for (Span stretch : film.filmed().spans()) {
            for (long start = stretch.start(); start < stretch.end(); start += form.micros()) {
                Span span = form.at(start);
                if (film.complete(span)) {
                    window(film, span, draft);
                } else {
                    film.refusal(new Span(start, stretch.end()), Reason.INCOMPLETE, "It is shorter than a clip.")
                            .ifPresent(draft::refuse);
                }
            }
        }
    }

    private static void window(CageFilm film, Span span, PlanDraft draft) {
        List<String> marks = film.consensus(span, Protocol.SEIZURE::equals).stream()
                .map(mark -> mark.id().toString())
                .toList();
        boolean positive = !marks.isEmpty();
        Optional<Refusal> flaw = film.flaw(span, Protocol.SEIZURE::equals);
        if (flaw.isEmpty() && !positive) {
            flaw = film.negativeFlaw(span, Protocol.SEIZURE::equals);
        }
        flaw.ifPresentOrElse(
                draft::refuse,
                () -> draft.add(
                        film,
                        span,
                        new ClipTruth(
                                positive,
                                List.of(positive ? SEIZURE : NORMAL),
                                List.of(),
                                marks,
                                film.raters(span),
                                film.markedBy(span, Protocol.SEIZURE::equals),
                                value(film.motion(span)),
                                value(film.agreement(span, Protocol.SEIZURE::equals)))));
    }

    static @Nullable Double value(OptionalDouble motion) {
        return motion.isPresent() ? motion.getAsDouble() : null;
    }
}
