package org.ictograph.measure;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import java.util.Random;
import java.util.UUID;
import java.util.function.UnaryOperator;
import org.ictograph.model.Label;
import org.ictograph.model.LabelKind;
import org.ictograph.model.Mark;
import org.ictograph.model.Pattern;
import org.ictograph.model.Span;
import org.ictograph.model.SpanSet;

/** Hand-made and random cages with two raters, for tests. */
final class TwoRaters {
    static final UUID RECORDING = id("recording");
    static final UUID A = id("rater a");
    static final UUID B = id("rater b");
    static final Label SEIZURE = label("seizure", LabelKind.EVENT);
    static final Label REARING = label("rearing", LabelKind.EVENT);

    private TwoRaters() {}

    static UUID id(String text) {
        return UUID.nameUUIDFromBytes(text.getBytes(StandardCharsets.UTF_8));
    }

    static Label label(String name, LabelKind kind) {
        return new Label(name, OptionalInt.empty(), kind, "X", 0, Pattern.SOLID);
    }

    /** A span from seconds. */
    static Span span(double start, double end) {
        return new Span(Math.round(start * Span.SECOND), Math.round(end * Span.SECOND));
    }

    static Rating rating(UUID rater, String subject, SpanSet reviewed, Label label, Span... spans) {
        List<Mark> marks = new ArrayList<>();
        for (Span span : spans) {
            marks.add(Mark.byHand(RECORDING, id("cage of " + subject), rater, label.name(), span));
        }
        return new Rating(reviewed, marks);
    }

    static RatedCage cage(String subject, Rating a, Rating b) {
        return new RatedCage(RECORDING, id("cage of " + subject), subject, a, b);
    }

    /** Cages in which the second rater mostly repeats the first with moved edges, misses some and adds some. */
    static List<RatedCage> random(int subjects, long seed) {
        Random random = new Random(seed);
        List<RatedCage> cages = new ArrayList<>();
        SpanSet hour = SpanSet.of(span(0, 3600));
        for (int i = 0; i < subjects; i++) {
            String subject = "rat " + i;
            List<Mark> first = new ArrayList<>();
            List<Mark> second = new ArrayList<>();
            for (int event = 0; event < 12; event++) {
                String label = random.nextBoolean() ? SEIZURE.name() : REARING.name();
                double start = random.nextInt(3500);
                double end = start + 1 + random.nextInt(60);
                UUID cage = id("cage of " + subject);
                if (random.nextInt(5) > 0) {
                    first.add(Mark.byHand(RECORDING, cage, A, label, span(start, end)));
                }
                if (random.nextInt(5) > 0) {
                    double shift = random.nextInt(4) * 0.5;
                    second.add(Mark.byHand(RECORDING, cage, B, label, span(start + shift, end + shift)));
                }
            }
            cages.add(cage(subject, new Rating(hour, first), new Rating(hour, second)));
        }
        return cages;
    }

    static List<RatedCage> changed(List<RatedCage> cages, UnaryOperator<Rating> change) {
        return cages.stream()
                .map(cage -> new RatedCage(
                        cage.recordingId(),
                        cage.cageId(),
                        cage.subject(),
                        change.apply(cage.a()),
                        change.apply(cage.b())))
                .toList();
    }

    static List<RatedCage> changedMarks(List<RatedCage> cages, UnaryOperator<Mark> change) {
        return changed(
                cages,
                rating -> new Rating(
                        rating.reviewed(), rating.marks().stream().map(change).toList()));
    }
}
