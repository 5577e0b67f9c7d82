package org.ictograph.exchange.format;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import org.ictograph.exchange.ExchangeException;
import org.ictograph.exchange.Losses;
import org.ictograph.model.Cage;
import org.ictograph.model.Certainty;
import org.ictograph.model.Layer;
import org.ictograph.model.Mark;
import org.ictograph.model.Rater;
import org.ictograph.model.Recording;
import org.ictograph.model.Study;
import org.ictograph.model.Subject;
import org.ictograph.model.Visibility;

/**
 * A mark with what it refers to.
 *
 * @param animal name of the animal in the cage, empty when not known
 * @param rater name of the rater
 */
record MarkRow(Recording recording, Cage cage, String animal, String rater, Mark mark) {
    private static final Comparator<MarkRow> ORDER = Comparator.comparing(
                    (MarkRow row) -> row.recording().name())
            .thenComparing(MarkRow::rater)
            .thenComparing(row -> row.cage().position())
            .thenComparing(row -> row.mark().span())
            .thenComparing(row -> row.mark().label())
            .thenComparing(row -> row.mark().stage())
            .thenComparing(row -> row.mark().note())
            .thenComparing(row -> row.mark().certainty())
            .thenComparing(row -> row.mark().visibility())
            .thenComparing(row -> row.mark().layer());

    /** Marks by recording, rater, cage and time, and what is lost of them in a format that keeps but the usual things. */
    static List<MarkRow> of(Study study, List<Mark> marks, Losses losses) {
        List<MarkRow> rows = new ArrayList<>();
        for (Mark mark : marks) {
            Optional<Recording> recording = study.recording(mark.recordingId());
            Optional<Cage> cage = study.cage(mark.cageId());
            if (recording.isEmpty() || cage.isEmpty()) {
                losses.refuse("A mark “" + mark.label() + "” belongs to a cage that is not in the study.");
            } else {
                rows.add(new MarkRow(
                        recording.get(),
                        cage.get(),
                        study.subjectIn(cage.get()).map(Subject::name).orElse(""),
                        study.rater(mark.raterId()).map(Rater::name).orElse(""),
                        mark));
            }
        }
        rows.sort(ORDER);
        return rows;
    }

    /** The animal, or the cage where no animal is known. */
    String subject() {
        return animal.isEmpty() ? "cage " + cage.position() : animal;
    }

    /** For formats that keep one recording in a file. */
    static void refuseSeveralRecordings(List<MarkRow> rows, String what) throws ExchangeException {
        List<String> names =
                rows.stream().map(row -> row.recording().name()).distinct().toList();
        if (names.size() > 1) {
            throw new ExchangeException(what + " holds one recording, and these marks belong to " + names.size()
                    + "; choose one, for example “" + names.get(0) + "”.");
        }
    }

    /** Tells of the things that a format has no place for. */
    static void loseDetails(List<MarkRow> rows, Losses losses) {
        count(
                rows,
                row -> row.mark().certainty() != Certainty.CERTAIN,
                " marks it is not kept how certain they are.",
                losses);
        count(
                rows,
                row -> row.mark().visibility() != Visibility.FULL,
                " marks it is not kept how visible they are.",
                losses);
        count(
                rows,
                row -> row.mark().layer() != Layer.RATING,
                " marks it is not kept that they are the consensus.",
                losses);
    }

    private static void count(List<MarkRow> rows, Predicate<MarkRow> lost, String what, Losses losses) {
        long number = rows.stream().filter(lost).count();
        if (number > 0) {
            losses.note("Of " + number + what);
        }
    }
}
