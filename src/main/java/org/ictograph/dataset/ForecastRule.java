package org.ictograph.dataset;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import org.ictograph.dataset.Refusal.Reason;
import org.ictograph.model.Mark;
import org.ictograph.model.Protocol;
import org.ictograph.model.Span;

/**
 * Windows before seizures, and windows of the same cage in the same recording that are far from any. After the protocol of
 * forecasting from video alone (arXiv 2603.12887): from a window of some seconds one is to tell whether a seizure starts in
 * the five seconds after it.
 *
 * <p>A window before a seizure ends in the middle of those five seconds, so that the onset stays inside them when raters
 * place it up to two and a half seconds off. It gets the interictal window whose motion is most like its own, so that
 * neither the animal, the day, the light nor plain restlessness gives the answer away. Somebody must have looked at both
 * windows and at the five seconds after them.
 */
final class ForecastRule implements ClipRule {
    static final String PREICTAL = "pre-ictal";
    static final String INTERICTAL = "interictal";

    /** What the label of the onset is called; it stands after the end of the clip. */
    static final String ONSET = "onset";

    /** In this time after a window a seizure starts, or none does. */
    static final long HORIZON = 5 * Span.SECOND;

    /** An interictal window keeps at least this distance from every seizure, and a pre-ictal one from that before. */
    static final long DISTANCE = 30 * Span.SECOND;

    @Override
    public void plan(CageFilm film, PlanDraft draft) {
        List<Mark> seizures = film.consensus(Protocol.SEIZURE::equals);
        List<Span> free = interictal(film, seizures, draft);
        for (Mark seizure : seizures) {
            before(film, seizure, seizures, draft).ifPresent(window -> matched(film, window, seizure, free, draft));
        }
    }

    /** The window before a seizure, where it can be a clip. */
    private static Optional<Span> before(CageFilm film, Mark seizure, List<Mark> seizures, PlanDraft draft) {
        long end = seizure.span().start() - HORIZON / 2;
        long start = end - film.form().micros();
        Span told = new Span(Math.max(0, start), seizure.span().start());
        if (start < 0 || !film.complete(new Span(start, end))) {
            film.refusal(told, Reason.NO_ROOM, "No whole window has room before the onset.")
                    .ifPresent(draft::refuse);
            return Optional.empty();
        }
        Span window = new Span(start, end);
        Span apart = new Span(Math.max(0, start - DISTANCE), end);
        boolean close = seizures.stream().anyMatch(other -> other.span().overlaps(apart));
        Optional<Refusal> flaw = close
                ? film.refusal(window, Reason.TOO_CLOSE, "Another seizure ended less than 30 seconds before it.")
                : flaw(film, window);
        flaw.ifPresent(draft::refuse);
        return flaw.isPresent() ? Optional.empty() : Optional.of(window);
    }

    /** Why nobody can tell whether a seizure starts after this window. */
    private static Optional<Refusal> flaw(CageFilm film, Span window) {
        Span whole = new Span(window.start(), window.end() + HORIZON);
        if (!film.filmed().covers(whole)) {
            return film.refusal(whole, Reason.INCOMPLETE, "What follows the window was not filmed.");
        }
        Optional<Refusal> flaw = film.flaw(whole, Protocol.SEIZURE::equals);
        return flaw.isEmpty() && !film.reviewed(whole)
                ? film.refusal(whole, Reason.NOT_REVIEWED, "No rater has looked at all of it and of what follows.")
                : flaw;
    }

    /** Windows on a grid that are far from every seizure. */
    private static List<Span> interictal(CageFilm film, List<Mark> seizures, PlanDraft draft) {
        List<Span> windows = new ArrayList<>();
        for (Span stretch : film.filmed().spans()) {
            Span window = film.form().at(stretch.start());
            for (; film.complete(window) && window.start() < stretch.end(); window = window.shifted(window.length())) {
                Span apart = new Span(Math.max(0, window.start() - DISTANCE), window.end() + DISTANCE);
                if (seizures.stream().noneMatch(mark -> mark.span().overlaps(apart))) {
                    Span free = window;
                    flaw(film, window)
                            .or(() -> film.contradicted(free, Protocol.SEIZURE::equals))
                            .ifPresentOrElse(draft::refuse, () -> windows.add(free));
                }
            }
        }
        return windows;
    }

    /** Adds a window before a seizure and the most similar one far from any, which then is taken. */
    private static void matched(CageFilm film, Span window, Mark seizure, List<Span> free, PlanDraft draft) {
        OptionalDouble motion = film.motion(window);
        Optional<Span> match = free.stream()
                .min(Comparator.<Span>comparingDouble(span -> apart(motion, film.motion(span)))
                        .thenComparingLong(Span::start));
        if (match.isEmpty()) {
            film.refusal(window, Reason.NO_MATCH, "No interictal window of this cage is left in the recording.")
                    .ifPresent(draft::refuse);
            return;
        }
        free.remove(match.get());
        long onset = seizure.span().start() - window.start();
        draft.add(film, window, truth(film, window, seizure, List.of(new ClipLabel(ONSET, 1, onset, onset))));
        draft.add(film, match.get(), truth(film, match.get(), seizure, List.of()));
    }

    private static double apart(OptionalDouble a, OptionalDouble b) {
        return a.isPresent() && b.isPresent() ? Math.abs(a.getAsDouble() - b.getAsDouble()) : Double.MAX_VALUE;
    }

    /** Both windows of a pair name the seizure that the one precedes. */
    private static ClipTruth truth(CageFilm film, Span window, Mark seizure, List<ClipLabel> labels) {
        boolean positive = !labels.isEmpty();
        Span whole = new Span(window.start(), window.end() + HORIZON);
        return new ClipTruth(
                positive,
                List.of(positive ? PREICTAL : INTERICTAL),
                labels,
                List.of(seizure.id().toString()),
                film.raters(whole),
                film.markedBy(whole, Protocol.SEIZURE::equals),
                WindowRule.value(film.motion(window)),
                WindowRule.value(film.agreement(whole, Protocol.SEIZURE::equals)));
    }
}
