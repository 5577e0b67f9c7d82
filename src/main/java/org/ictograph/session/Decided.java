package org.ictograph.session;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.ictograph.localizer.Lesson;
import org.ictograph.model.Cage;
import org.ictograph.model.Coverage;
import org.ictograph.model.Layer;
import org.ictograph.model.Mark;
import org.ictograph.model.Proposal;
import org.ictograph.model.Recording;
import org.ictograph.model.Span;
import org.ictograph.model.SpanSet;
import org.ictograph.model.Study;
import org.ictograph.model.Subject;

/**
 * What a model can learn from one rater's decisions, whether or not others agree: their marks are events; known is the time of
 * these, of proposals that they decided about, of windows that they audited and of all else that they watched or declared reviewed.
 * Time in which a proposal waits for them is not known unless they marked it.
 */
final class Decided {
    private Decided() {}

    /**
     * @param filmed the stretches of the recording between its gaps
     * @param taught the labels that the model is to find
     */
    static List<Lesson> of(
            Study study, Recording recording, Labels labels, SpanSet filmed, List<String> taught, UUID rater) {
        List<Lesson> lessons = new ArrayList<>();
        for (Cage cage : study.cagesOf(recording.id())) {
            Optional<Subject> animal = study.subjectIn(cage);
            if (animal.isEmpty()) {
                continue;
            }
            List<Mark> events = labels.marks().stream()
                    .filter(mark -> mark.cageId().equals(cage.id())
                            && mark.raterId().equals(rater)
                            && mark.layer() == Layer.RATING
                            && taught.contains(mark.label()))
                    .toList();
            List<Span> seen = new ArrayList<>();
            labels.coverage().stream()
                    .filter(piece -> piece.cageId().equals(cage.id())
                            && piece.raterId().equals(rater)
                            && piece.seen() != Coverage.Seen.SKIMMED)
                    .forEach(piece ->
                            seen.add(new Span(piece.span().start(), piece.span().end() + Lessons.BRIDGED)));
            List<Span> waiting = new ArrayList<>();
            for (Proposal proposal : labels.proposals()) {
                if (proposal.cageId().equals(cage.id()) && taught.contains(proposal.label())) {
                    boolean decided = labels.decision(proposal.id(), rater).isPresent();
                    (decided ? seen : waiting).add(proposal.span());
                }
            }
            SpanSet marked = new SpanSet(events.stream().map(Mark::span).toList());
            SpanSet known =
                    new SpanSet(seen).minus(new SpanSet(waiting)).union(marked).intersection(filmed);
            lessons.add(new Lesson(recording, cage, animal.get().name(), known, Lessons.events(events, known)));
        }
        return lessons;
    }
}
