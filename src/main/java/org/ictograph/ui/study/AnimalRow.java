package org.ictograph.ui.study;

import java.util.List;
import org.ictograph.model.Cage;
import org.ictograph.model.Study;
import org.ictograph.model.Subject;

/**
 * One animal of the study's table.
 *
 * @param cages in how many cages of all recordings it lives
 * @param recordings names of the recordings in which it is seen
 */
public record AnimalRow(Subject subject, int cages, List<String> recordings) {
    public AnimalRow {
        recordings = List.copyOf(recordings);
    }

    static AnimalRow of(Study study, Subject subject) {
        List<Cage> cages = study.cages().stream()
                .filter(cage -> cage.subjectId().filter(subject.id()::equals).isPresent())
                .toList();
        List<String> recordings = cages.stream()
                .flatMap(cage -> study.recording(cage.recordingId()).stream())
                .map(recording -> recording.name())
                .distinct()
                .toList();
        return new AnimalRow(subject, cages.size(), recordings);
    }
}
