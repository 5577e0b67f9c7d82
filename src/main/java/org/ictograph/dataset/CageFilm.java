package org.ictograph.dataset;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.ictograph.dataset.Refusal.Reason;
import org.ictograph.model.Cage;
import org.ictograph.model.Coverage;
import org.ictograph.model.Doubt;
import org.ictograph.model.Layer;
import org.ictograph.model.Mark;
import org.ictograph.model.Protocol;
import org.ictograph.model.Rater;
import org.ictograph.model.Span;
import org.ictograph.model.SpanSet;
import org.ictograph.model.Subject;
import org.ictograph.video.FrameIndex;

/** One cage through one recording, with all that is known about it. */
final class CageFilm {
    /** Playback writes down what was seen a few times a second; shorter holes in it are not time unseen. */
    private static final long BRIDGED = 100_000;

    /** A source frame that stands longer than this hides what happened meanwhile. */
    private static final long LONGEST_FRAME = Span.SECOND;

    private final ExportRequest request;
    private final ExportSource source;
    private final Cage cage;
    private final Subject subject;
    private final ByTime<Mark> marks;
    private final ByTime<Coverage> seen;
    private final Map<UUID, CoveredTime> reviewed;
    private final Set<UUID> settled;
    private final ByTime<Doubt> doubts;
    private final ByTime<CageSpan> disputed;
    private final ActionUnits units;
    private final SpanSet filmed;

    CageFilm(ExportRequest request, ExportSource source, Cage cage, Subject subject) {
        this.request = request;
        this.source = source;
        this.cage = cage;
        this.subject = subject;
        marks = new ByTime<>(
                source.evidence().marks().stream()
                        .filter(mark -> mark.cageId().equals(cage.id()))
                        .toList(),
                Mark::span);
        seen = new ByTime<>(
                source.evidence().coverage().stream()
                        .filter(coverage -> coverage.cageId().equals(cage.id()))
                        .filter(coverage -> coverage.seen() != Coverage.Seen.SKIMMED)
                        .toList(),
                Coverage::span);
        reviewed = seen.all().stream()
                .collect(Collectors.groupingBy(
                        Coverage::raterId,
                        Collectors.mapping(
                                Coverage::span,
                                Collectors.collectingAndThen(
                                        Collectors.toList(), pieces -> new CoveredTime(pieces, BRIDGED)))));
        settled = source.evidence().settlements().stream()
                .flatMap(settlement -> settlement.sources().stream())
                .collect(Collectors.toSet());
        doubts = new ByTime<>(
                source.evidence().settlements().stream()
                        .filter(settlement -> settlement.cageId().equals(cage.id()))
                        .flatMap(settlement -> settlement.doubt().stream())
                        .toList(),
                Doubt::span);
        disputed = new ByTime<>(
                source.evidence().disputed().stream()
                        .filter(piece -> piece.cageId().equals(cage.id()))
                        .toList(),
                CageSpan::span);
        units = new ActionUnits(request.study().protocol());
        filmed = SpanSet.of(new Span(0, index().duration())).minus(index().gaps());
    }

    ExportSource source() {
        return source;
    }

    Cage cage() {
        return cage;
    }

    Subject subject() {
        return subject;
    }

    ClipForm form() {
        return request.profile().clip();
    }

    /** What is wanted of joints; nothing in most profiles. */
    JointForm joints() {
        JointForm joints = request.profile().joints();
        return joints == null ? JointForm.STANDARD : joints;
    }

    FrameIndex index() {
        return source.index();
    }

    String name(Span span) {
        return "recording " + source.recording().name() + ", cage " + cage.position() + ", "
                + ClockText.of(span.start()) + " to " + ClockText.of(span.end());
    }

    ActionUnits actionUnits() {
        return units;
    }

    /** Consensus marks of some labels, by start. */
    List<Mark> consensus(Predicate<String> labels) {
        return agreed(marks.all(), labels);
    }

    /** Those that overlap a piece of time. */
    List<Mark> consensus(Span span, Predicate<String> labels) {
        return agreed(marks.overlapping(span), labels);
    }

    private static List<Mark> agreed(List<Mark> marks, Predicate<String> labels) {
        return marks.stream()
                .filter(mark -> mark.layer() == Layer.CONSENSUS && labels.test(mark.label()))
                .toList();
    }

    /** Marks of a label that stands for a moment, by start: those of the consensus, without any the ratings. */
    List<Mark> landmarks(String label) {
        List<Mark> agreed = consensus(label::equals);
        return agreed.isEmpty()
                ? marks.all().stream()
                        .filter(mark -> mark.label().equals(label))
                        .toList()
                : agreed;
    }

    /** The stretches of the recording between its gaps. */
    SpanSet filmed() {
        return filmed;
    }

    /** True when every moment of a clip lies inside the recording, and no gap between them. */
    boolean complete(Span span) {
        long lastMoment = Math.round((form().frames() - 1) * (double) Span.SECOND / form().frameRate());
        return filmed.covers(new Span(span.start(), span.start() + lastMoment + 1));
    }

    /** True when one rater has looked at all of it. */
    boolean reviewed(Span span) {
        return reviewed.values().stream().anyMatch(time -> time.covers(span));
    }

    OptionalDouble motion(Span span) {
        return source.motion().mean(cage.id(), span);
    }

    /** Names of those who have looked at some of this piece, sorted. */
    List<String> raters(Span span) {
        Set<UUID> ids = seen.overlapping(span).stream().map(Coverage::raterId).collect(Collectors.toSet());
        return request.study().raters().stream()
                .filter(rater -> ids.contains(rater.id()))
                .map(Rater::name)
                .sorted()
                .toList();
    }

    /** Names of those who marked one of some labels in this piece, sorted. */
    List<String> markedBy(Span span, Predicate<String> labels) {
        Set<UUID> ids = marks.overlapping(span).stream()
                .filter(mark -> mark.layer() == Layer.RATING && labels.test(mark.label()))
                .map(Mark::raterId)
                .collect(Collectors.toSet());
        return request.study().raters().stream()
                .filter(rater -> ids.contains(rater.id()))
                .map(Rater::name)
                .sorted()
                .toList();
    }

    /** See {@link ClipTruth#agreement}. */
    OptionalDouble agreement(Span span, Predicate<String> labels) {
        List<UUID> looked = request.study().raters().stream()
                .map(Rater::id)
                .filter(id -> reviewed.getOrDefault(id, CoveredTime.NONE).covers(span))
                .toList();
        List<Mark> ratings = marks.overlapping(span).stream()
                .filter(mark -> mark.layer() == Layer.RATING && labels.test(mark.label()))
                .toList();
        return RaterPairs.agreement(looked, ratings, span);
    }

    /** How much of the animal was filmed, and how much of that at least one rater has looked at. */
    Manifest.Seen seen() {
        SpanSet looked = new SpanSet(seen.all().stream().map(Coverage::span).toList()).intersection(filmed);
        return new Manifest.Seen(subject.name(), length(filmed), length(looked));
    }

    private static long length(SpanSet spans) {
        return spans.spans().stream().mapToLong(Span::length).sum();
    }

    /** Time that no clip can show because its file was not found. */
    List<Refusal> missing() {
        return source.absent().spans().stream()
                .map(span -> new Refusal(
                        name(span),
                        Reason.FILE_MISSING,
                        "The file that shows it is missing; relink it, then make the data set."))
                .toList();
    }

    /**
     * Why no clip at all can show this piece.
     *
     * @param searched the labels by which it would be called positive or negative
     */
    Optional<Refusal> flaw(Span span, Predicate<String> searched) {
        int first = index().frameAt(span.start());
        int frame = first;
        for (; frame < index().frames() && index().microsOf(frame) < span.end(); frame++) {
            if (index().endOf(frame) - index().microsOf(frame) > LONGEST_FRAME) {
                return refusal(span, Reason.GAP, "The picture stands still for more than a second there.");
            }
        }
        Optional<PictureFlaws.Blank> blank =
                request.flaws().blank(source.recording().name(), cage.position(), first, frame - 1);
        if (blank.isPresent()) {
            return refusal(span, Reason.BLANK, told(blank.get().frame()));
        }
        if (doubts.overlapping(span).stream().anyMatch(doubt -> searched.test(doubt.label()))) {
            return refusal(span, Reason.UNCLEAR, "An adjudicator found that nobody can tell what happens there.");
        }
        return disputed.overlapping(span).isEmpty()
                ? Optional.empty()
                : refusal(span, Reason.DISPUTED, "The raters disagree there and nobody has settled it.");
    }

    private String told(int blank) {
        return "Frame " + blank + " of the recording, at " + ClockText.of(index().microsOf(blank))
                + ", shows nothing but black or grey there.";
    }

    /**
     * Why this piece, free of consensus marks of the searched labels, cannot stand for their absence: somebody must have
     * looked at all of it, no rating may contradict, and the animal must move.
     */
    Optional<Refusal> negativeFlaw(Span span, Predicate<String> searched) {
        NegativeRule rule = request.profile().negatives();
        if (!reviewed(span)) {
            return refusal(span, Reason.NOT_REVIEWED, "No rater has looked at all of it.");
        }
        Optional<Refusal> contradiction = contradicted(span, searched);
        if (contradiction.isPresent()) {
            return contradiction;
        }
        if (nearSeizure(span, rule.distance() * Span.SECOND)) {
            return refusal(span, Reason.TOO_CLOSE, "It lies less than " + rule.distance() + " seconds from a seizure.");
        }
        OptionalDouble motion = motion(span);
        if (motion.isEmpty()) {
            return refusal(span, Reason.MOTION_UNKNOWN, "Its motion was not measured; run the proposals first.");
        }
        return motion.getAsDouble() > rule.threshold()
                ? Optional.empty()
                : refusal(
                        span,
                        Reason.STILL,
                        String.format(
                                java.util.Locale.ROOT,
                                "Its motion %.4f is not above %.4f.",
                                motion.getAsDouble(),
                                rule.threshold()));
    }

    private boolean nearSeizure(Span span, long distance) {
        return distance > 0
                && marks.overlapping(new Span(span.start() - distance, span.end() + distance)).stream()
                        .filter(mark -> mark.label().equals(Protocol.SEIZURE))
                        .anyMatch(mark -> mark.layer() == Layer.CONSENSUS || alone(mark));
    }

    /** Why a rating speaks against the absence of the searched labels. */
    Optional<Refusal> contradicted(Span span, Predicate<String> searched) {
        return marks.overlapping(span).stream().anyMatch(mark -> searched.test(mark.label()) && alone(mark))
                ? refusal(
                        span,
                        Reason.DISPUTED,
                        "A rater marked something there that the consensus does not hold and nobody has settled.")
                : Optional.empty();
    }

    /** True for a rating that meets no consensus mark of the same label and that nobody has settled. */
    private boolean alone(Mark rating) {
        return rating.layer() == Layer.RATING
                && !settled.contains(rating.id())
                && consensus(rating.span(), rating.label()::equals).isEmpty();
    }

    Optional<Refusal> refusal(Span span, Reason reason, String why) {
        return Optional.of(new Refusal(name(span), reason, why));
    }
}
