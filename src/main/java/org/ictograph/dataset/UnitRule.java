package org.ictograph.dataset;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.ictograph.dataset.Refusal.Reason;
import org.ictograph.model.Mark;
import org.ictograph.model.Protocol;
import org.ictograph.model.Span;
import org.ictograph.model.SpanSet;

/**
 * Clips around action units, and clips away from them. After RatSeizure.
 *
 * <p>Units that follow each other without a hole make one stretch. A stretch that fits into a clip lies in the middle of
 * it; a longer one is cut into clips from its start on, but a rest of less than a second gets no clip of its own. Clips start on whole seconds, never overlap and span no gap. Inside a clip,
 * time that neither a unit nor a seizure covers is labelled {@code others}, so somebody must have looked at it. Time of a
 * seizure without a unit stays without a label, because {@code others} would say that there was no seizure.
 */
final class UnitRule implements ClipRule {
    @Override
    public void plan(CageFilm film, PlanDraft draft) {
        ActionUnits labels = film.actionUnits();
        List<Mark> units = film.consensus(labels::isUnit);
        List<Span> taken = around(film, units, draft);
        for (Span span : taken) {
            positive(
                    film,
                    span,
                    film.consensus(span, labels::isUnit),
                    film.consensus(span, Protocol.SEIZURE::equals),
                    draft);
        }
        List<Span> avoided = new ArrayList<>(taken);
        long margin = film.form().micros() / 2;
        film.consensus(labels::isSeizing).forEach(mark -> avoided.add(widened(mark.span(), margin)));
        away(film, new CoveredTime(avoided, 0), draft);
    }

    /** Where the clips around units lie, by start. */
    private static List<Span> around(CageFilm film, List<Mark> units, PlanDraft draft) {
        List<Span> clips = new ArrayList<>();
        long length = film.form().micros();
        long free = 0;
        SpanSet marked = new SpanSet(units.stream().map(Mark::span).toList());
        for (Span stretch : marked.intersection(film.filmed()).spans()) {
            Span room = room(film, stretch);
            long enough = Math.min(stretch.length(), Span.SECOND);
            for (long from = Math.max(stretch.start(), free); stretch.end() - from >= enough; from = free) {
                long shown = Math.min(stretch.end() - from, length);
                long latest = Math.max(room.start(), room.end() - length);
                long start = Math.min(Math.max(room.start(), from - (length - shown) / 2), latest);
                start = Math.max(Math.max(start / Span.SECOND * Span.SECOND, wholeSecond(room.start())), free);
                Span span = new Span(start, start + length);
                if (!film.complete(span)) {
                    film.refusal(new Span(from, stretch.end()), Reason.NO_ROOM, "No whole clip has room there.")
                            .ifPresent(draft::refuse);
                    break;
                }
                clips.add(span);
                free = span.end();
            }
        }
        return clips;
    }

    /** What was filmed without a break around a piece of it. */
    private static Span room(CageFilm film, Span stretch) {
        return film.filmed().spans().stream()
                .filter(filmed -> filmed.overlaps(stretch))
                .findFirst()
                .orElseThrow();
    }

    /** The first whole second from a time on. */
    private static long wholeSecond(long micros) {
        return (micros + Span.SECOND - 1) / Span.SECOND * Span.SECOND;
    }

    private static void positive(CageFilm film, Span span, List<Mark> units, List<Mark> seizures, PlanDraft draft) {
        List<ClipLabel> labels = film.actionUnits().inside(span, units, seizures);
        Optional<Refusal> flaw = film.flaw(span, film.actionUnits()::isSeizing);
        boolean fillerSeen = labels.stream()
                .filter(label -> label.label().equals(Protocol.OTHERS))
                .allMatch(label -> film.reviewed(new Span(label.start(), label.end()).shifted(span.start())));
        if (flaw.isEmpty() && !fillerSeen) {
            flaw = film.refusal(span, Reason.NOT_REVIEWED, "No rater has looked at the time beside the units.");
        }
        List<String> classes = labels.stream()
                .map(ClipLabel::label)
                .filter(label -> !label.equals(Protocol.OTHERS))
                .distinct()
                .sorted()
                .toList();
        flaw.ifPresentOrElse(draft::refuse, () -> draft.add(film, span, truth(film, span, classes, labels, units)));
    }

    private static void away(CageFilm film, CoveredTime avoided, PlanDraft draft) {
        ActionUnits labels = film.actionUnits();
        ClipForm form = film.form();
        for (Span stretch : film.filmed().spans()) {
            Span span = form.at(wholeSecond(stretch.start()));
            for (; film.complete(span) && span.start() < stretch.end(); span = span.shifted(form.micros())) {
                if (!avoided.touches(span)) {
                    negative(film, span, labels, draft);
                }
            }
        }
    }

    private static void negative(CageFilm film, Span window, ActionUnits labels, PlanDraft draft) {
        film.flaw(window, labels::isSeizing)
                .or(() -> film.negativeFlaw(window, labels::isSeizing))
                .ifPresentOrElse(
                        draft::refuse,
                        () -> draft.add(
                                film,
                                window,
                                truth(
                                        film,
                                        window,
                                        List.of(Protocol.OTHERS),
                                        labels.inside(window, List.of(), List.of()),
                                        List.of())));
    }

    private static ClipTruth truth(
            CageFilm film, Span span, List<String> classes, List<ClipLabel> labels, List<Mark> units) {
        List<String> marks = units.stream().map(mark -> mark.id().toString()).toList();
        return new ClipTruth(
                !marks.isEmpty(),
                classes,
                labels,
                marks,
                film.raters(span),
                film.markedBy(span, film.actionUnits()::isUnit),
                WindowRule.value(film.motion(span)),
                WindowRule.value(film.agreement(span, film.actionUnits()::isUnit)));
    }

    private static Span widened(Span span, long margin) {
        return new Span(span.start() - margin, span.end() + margin);
    }
}
