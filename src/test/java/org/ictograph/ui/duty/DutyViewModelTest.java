package org.ictograph.ui.duty;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.ictograph.model.Assignment;
import org.ictograph.model.Edit;
import org.ictograph.model.Mark;
import org.ictograph.model.Verb;
import org.ictograph.session.StudySession;
import org.ictograph.ui.shell.RatedStudy;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Going from window to window. */
class DutyViewModelTest {
    @TempDir
    Path folder;

    /** Windows come in any order: the keys for edges would move a mark that stays selected back to an earlier one. */
    @Test
    void noMarkOfAnotherWindowStaysSelected() throws Exception {
        try (RatedStudy study = new RatedStudy(folder, Runnable::run)) {
            StudySession session = study.session();
            UUID rater = session.state().rater().get().id();
            UUID recording = study.recording().id();
            session.edits()
                    .make(Edit.adding(
                            Verb.ASSIGN,
                            new Assignment(
                                    UUID.randomUUID(),
                                    rater,
                                    List.of(
                                            new Assignment.Window(recording, RatedStudy.span(12, 20)),
                                            new Assignment.Window(recording, RatedStudy.span(0, 6))),
                                    Set.of(),
                                    1,
                                    List.of())))
                    .join();
            session.open(recording).join();
            session.settled().join();
            DutyViewModel duties = new DutyViewModel(session);
            session.assigning().standings().join();
            assertTrue(duties.move(1).isPresent());
            Mark mark = session.state().labels().get().marks().get(0);
            session.state().selectedMark().set(Optional.of(mark.id()));
            assertTrue(duties.move(1).isPresent());
            assertEquals(Optional.empty(), session.state().selectedMark().get());
        }
    }
}
