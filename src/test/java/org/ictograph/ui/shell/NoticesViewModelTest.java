package org.ictograph.ui.shell;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import org.ictograph.session.Notice;
import org.ictograph.session.SessionException;
import org.ictograph.ui.kit.Messages;
import org.junit.jupiter.api.Test;

class NoticesViewModelTest {
    private final List<Runnable> waiting = new ArrayList<>();
    private final NoticesViewModel model = new NoticesViewModel(Messages.english(), waiting::add);

    @Test
    void tellsWhatWasDoneAndWhetherItCanBeTakenBack() {
        model.say(Notice.done("done.accepted", 17, 20));
        assertEquals(
                "Accepted: 17 of 20 decided", model.done().get().orElseThrow().text());
        assertTrue(model.done().get().orElseThrow().undoable());
        model.say(Notice.done("rater.works", "Ben"));
        assertFalse(model.done().get().orElseThrow().undoable());
    }

    @Test
    void aProblemStaysUntilItIsDismissed() {
        model.say(Notice.problem(new SessionException("The disk is {full}; make room.")));
        model.say(Notice.done("done.accepted", 1, 2));
        assertEquals(
                "The disk is {full}; make room.",
                model.problem().get().orElseThrow().text());
        model.dismiss();
        assertTrue(model.problem().get().isEmpty());
    }

    @Test
    void whatWasDoneIsToldForAWhileOnly() {
        model.say(Notice.done("done.accepted", 1, 2));
        model.say(Notice.done("done.accepted", 1, 2));
        waiting.get(0).run();
        assertTrue(model.done().get().isPresent(), "it was said anew, in the same words");
        waiting.get(1).run();
        assertTrue(model.done().get().isEmpty());
        model.say(Notice.problem(new SessionException("The disk is full; make room.")));
        assertEquals(2, waiting.size(), "a problem stays");
    }

    @Test
    void countsInWords() {
        model.say(Notice.done("done.consensus", 1));
        assertEquals(
                "One event taken into the consensus",
                model.done().get().orElseThrow().text());
        model.say(Notice.done("done.consensus", 3));
        assertEquals(
                "3 events taken into the consensus",
                model.done().get().orElseThrow().text());
    }
}
