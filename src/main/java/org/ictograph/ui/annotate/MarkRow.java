package org.ictograph.ui.annotate;

import org.ictograph.model.Cage;
import org.ictograph.model.Mark;
import org.ictograph.model.Rater;
import org.ictograph.model.Study;
import org.ictograph.model.Subject;

/**
 * A mark as the table shows it.
 *
 * @param cage number of the cage
 * @param animal empty while not known
 * @param rater name of the rater
 */
public record MarkRow(Mark mark, int cage, String animal, String rater) {
    static MarkRow of(Mark mark, Study study) {
        return new MarkRow(
                mark,
                study.cage(mark.cageId()).map(Cage::position).orElse(0),
                study.cage(mark.cageId())
                        .flatMap(study::subjectIn)
                        .map(Subject::name)
                        .orElse(""),
                study.rater(mark.raterId()).map(Rater::name).orElse(""));
    }

    public long start() {
        return mark.span().start();
    }
}
