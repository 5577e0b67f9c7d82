package org.ictograph.exchange.format;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.UUID;
import org.ictograph.exchange.Destination;
import org.ictograph.exchange.ExchangeException;
import org.ictograph.exchange.Fitting;
import org.ictograph.exchange.FrameClock;
import org.ictograph.exchange.ImportedMarks;
import org.ictograph.exchange.LabelFormat;
import org.ictograph.exchange.Translation;
import org.ictograph.model.Box;
import org.ictograph.model.Cage;
import org.ictograph.model.Mark;
import org.ictograph.model.Protocol;
import org.ictograph.model.Rater;
import org.ictograph.model.Recording;
import org.ictograph.model.Span;
import org.ictograph.model.SpanSet;
import org.ictograph.model.Study;
import org.ictograph.model.Subject;
import org.ictograph.model.VideoFile;

/**
 * A study to fit foreign files to: one recording of two files at 25 frames a second, a.avi of 100 s and b.avi of 100 s after
 * a gap of 20 s, with three cages of which two hold animals.
 */
final class Lab {
    static final long SECOND = Span.SECOND;
    private static final long FRAME = 40_000;

    final Rater anna = new Rater(UUID.randomUUID(), "Anna");
    final Subject rat = new Subject(UUID.randomUUID(), "70-3 ö, \"x\"", "", "", "");
    final Recording recording = new Recording(
            UUID.randomUUID(),
            "M2U00244",
            List.of(
                    new VideoFile("videos/a.avi", 1, "aa", 0, Optional.empty()),
                    new VideoFile("videos/b.avi", 1, "bb", 120 * SECOND, Optional.empty())),
            640,
            480,
            5000,
            220 * SECOND,
            SpanSet.of(new Span(100 * SECOND, 120 * SECOND)),
            Optional.of(Instant.parse("2019-02-01T07:30:00Z")),
            "Europe/Luxembourg");
    final Cage first = cage(1, Optional.of(rat.id()));
    final Cage second = cage(2, Optional.empty());
    final Study study = new Study(
            UUID.randomUUID(),
            "study",
            Protocol.standard(),
            List.of(anna),
            List.of(rat),
            List.of(recording),
            List.of(first, second));

    /** The frames of the recording: 2,500 in each file. */
    final FrameClock frames = new FrameClock() {
        @Override
        public OptionalLong start(Recording asked, long frame) {
            if (frame < 0 || frame > 5000) {
                return OptionalLong.empty();
            }
            return OptionalLong.of(frame < 2500 ? frame * FRAME : 120 * SECOND + (frame - 2500) * FRAME);
        }

        @Override
        public OptionalLong nearest(Recording asked, long micros) {
            long frame = micros < 110 * SECOND
                    ? Math.min(2499, Math.round(micros / (double) FRAME))
                    : 2500 + Math.max(0, Math.round((micros - 120 * SECOND) / (double) FRAME));
            return OptionalLong.of(Math.min(4999, frame));
        }
    };

    private Cage cage(int position, Optional<UUID> subject) {
        Optional<Box> mask = position == 1 ? Optional.of(new Box(2, 4, 8, 6)) : Optional.empty();
        Box box = new Box(40 * (position - 1), 0, 32, 32);
        return new Cage(UUID.randomUUID(), recording.id(), position, box, mask, subject);
    }

    Mark mark(Cage cage, String label, long start, long end) {
        return Mark.byHand(recording.id(), cage.id(), anna.id(), label, new Span(start, end));
    }

    ImportedMarks fit(LabelFormat format, Path file) throws ExchangeException {
        return fit(format, file, Translation.NONE);
    }

    ImportedMarks fit(LabelFormat format, Path file, Translation translation) throws ExchangeException {
        return Fitting.fit(format.read(file), new Destination(study, anna, translation, frames));
    }

    /** What marks say, in an order that does not depend on who made them. */
    static List<String> told(List<Mark> marks) {
        return marks.stream()
                .sorted(Comparator.comparing(Mark::cageId)
                        .thenComparing(Mark::span)
                        .thenComparing(Mark::label)
                        .thenComparing(Mark::note))
                .map(mark ->
                        mark.cageId() + " " + mark.label() + " " + mark.span() + " " + mark.stage() + " " + mark.note())
                .toList();
    }

    static Path file(Path folder, String name, String... lines) throws Exception {
        return Files.writeString(folder.resolve(name), String.join("\n", lines) + "\n", StandardCharsets.UTF_8);
    }
}
