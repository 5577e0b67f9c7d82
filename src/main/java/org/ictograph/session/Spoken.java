package org.ictograph.session;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.ictograph.model.Cage;
import org.ictograph.model.Coverage;
import org.ictograph.model.Decision;
import org.ictograph.model.Entity;
import org.ictograph.model.Label;
import org.ictograph.model.Mark;
import org.ictograph.model.PoseTrack;
import org.ictograph.model.Protocol;
import org.ictograph.model.Rater;
import org.ictograph.model.Recording;
import org.ictograph.model.Settlement;
import org.ictograph.model.Signature;
import org.ictograph.model.Span;
import org.ictograph.model.Study;
import org.ictograph.model.Subject;

/** Puts the values of a thing in a study into one line. */
public final class Spoken {
    /** How a language says the values of things. */
    public interface Tongue {
        /** What a label with a name is called. */
        String label(String name);

        /** A value out of a few, in the middle of a line. */
        String word(Enum<?> value);

        /** The format is that of {@link String#format}. */
        String number(String format, double value);
    }

    /** As the study's file writes them. */
    private static final Tongue WRITTEN = new Tongue() {
        @Override
        public String label(String name) {
            return name;
        }

        @Override
        public String word(Enum<?> value) {
            return value.name().toLowerCase(Locale.ROOT);
        }

        @Override
        public String number(String format, double value) {
            return String.format(Locale.ROOT, format, value);
        }
    };

    private Spoken() {}

    /** The values that people know it by, without words of any language but the file's. */
    public static String of(Study study, Entity entity) {
        return of(study, entity, WRITTEN);
    }

    /** The values that people know it by. */
    public static String of(Study study, Entity entity, Tongue tongue) {
        List<String> parts = new ArrayList<>();
        if (entity instanceof Mark mark) {
            parts.addAll(List.of(
                    tongue.label(mark.label()),
                    seconds(mark.span(), tongue),
                    mark.stage(),
                    tongue.word(mark.certainty()),
                    mark.note()));
        } else if (entity instanceof Cage cage) {
            parts.add(Integer.toString(cage.position()));
            parts.add(cage.box().width() + " × " + cage.box().height() + " @ "
                    + cage.box().x() + ", " + cage.box().y());
            parts.add(study.subjectIn(cage).map(Subject::name).orElse(""));
        } else if (entity instanceof Subject subject) {
            parts.addAll(List.of(subject.name(), subject.litter(), subject.group(), subject.treatment()));
        } else if (entity instanceof Protocol protocol) {
            parts.add(protocol.name());
            parts.add(String.join(
                    ", ", protocol.labels().stream().map(Label::name).toList()));
        } else if (entity instanceof Rater rater) {
            parts.add(rater.name());
            rater.role().ifPresent(role -> parts.add(tongue.word(role)));
        } else if (entity instanceof Signature signature) {
            parts.add(tongue.word(signature.meaning()));
        } else if (entity instanceof Recording recording) {
            parts.add(recording.name());
            recording.files().forEach(file -> parts.add(file.path()));
        } else if (entity instanceof PoseTrack pose) {
            parts.addAll(List.of(pose.path(), pose.track()));
        } else if (entity instanceof Coverage coverage) {
            parts.addAll(List.of(tongue.word(coverage.seen()), seconds(coverage.span(), tongue)));
        } else if (entity instanceof Decision decision) {
            parts.add(tongue.word(decision.verdict()));
            if (decision.millis().isPresent()) {
                parts.add(tongue.number("%.1f s", decision.millis().getAsLong() / 1000.0));
            }
        } else if (entity instanceof Settlement settlement) {
            parts.add(tongue.word(settlement.outcome()));
        } else {
            parts.add(entity.id().toString());
        }
        parts.removeIf(String::isEmpty);
        return String.join(" · ", parts);
    }

    /** The recording, and the cage in it, where it is. */
    public static String place(Study study, Entity entity) {
        Optional<Cage> cage = entity instanceof Mark mark
                ? study.cage(mark.cageId())
                : entity instanceof Coverage coverage ? study.cage(coverage.cageId()) : Optional.empty();
        Optional<Recording> recording = entity instanceof Cage drawn
                ? study.recording(drawn.recordingId())
                : cage.flatMap(found -> study.recording(found.recordingId()));
        return recording.map(Recording::name).orElse("")
                + cage.map(found -> " · " + found.position()).orElse("");
    }

    /** What kind of thing it is, one word in lower case. */
    public static String kind(Entity entity) {
        return entity.getClass().getSimpleName().toLowerCase(Locale.ROOT);
    }

    private static String seconds(Span span, Tongue tongue) {
        return tongue.number("%.3f – ", span.start() / 1e6) + tongue.number("%.3f s", span.end() / 1e6);
    }
}
