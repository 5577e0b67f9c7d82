package org.ictograph.ui.shell;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import javafx.beans.property.SimpleObjectProperty;
import org.ictograph.model.Certainty;
import org.ictograph.model.Coverage.Seen;
import org.ictograph.model.Decision.Verdict;
import org.ictograph.model.Edit;
import org.ictograph.model.Entity;
import org.ictograph.model.Mark;
import org.ictograph.model.Role;
import org.ictograph.model.Settlement.Outcome;
import org.ictograph.model.Signature.Meaning;
import org.ictograph.model.Subject;
import org.ictograph.model.Verb;
import org.ictograph.session.Notice;
import org.ictograph.session.StudySession;
import org.ictograph.ui.kit.Look;
import org.ictograph.ui.kit.Messages;
import org.ictograph.ui.kit.Theme;
import org.ictograph.work.Lane;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.util.WaitForAsyncUtils;

/** What somebody sees who looks through the history of a small study that two raters have rated. */
class HistoryViewModelTest {
    @TempDir
    Path folder;

    private final Look look = new Look(Messages.english(), new SimpleObjectProperty<>(Theme.LIGHT));
    private final List<Notice> said = new CopyOnWriteArrayList<>();
    private final Lane screen = new Lane("screen");
    private RatedStudy study;
    private StudySession session;
    private HistoryViewModel model;

    @BeforeEach
    void open() throws Exception {
        study = new RatedStudy(folder, screen);
        session = study.session();
        study.review();
        model = onScreen(() -> new HistoryViewModel(look, session, said::add));
    }

    @AfterEach
    void close() throws Exception {
        onScreen(() -> {
            study.close();
            return 0;
        });
        screen.close();
    }

    private <T> T onScreen(Callable<T> work) throws Exception {
        return screen.submit(work).get(60, TimeUnit.SECONDS);
    }

    private void onScreen(Runnable work) throws Exception {
        onScreen(() -> {
            work.run();
            return 0;
        });
    }

    private void until(Callable<Boolean> so) throws Exception {
        WaitForAsyncUtils.waitFor(60, TimeUnit.SECONDS, () -> onScreen(so));
    }

    private List<Verb> verbs() throws Exception {
        return onScreen(
                () -> model.entries().stream().map(entry -> entry.edit().verb()).toList());
    }

    @Test
    void theNewestComesFirstAndWhatIsWantedIsFound() throws Exception {
        onScreen(model::find);
        until(() -> model.entries().size() == session.logHead().head().get().sequence());
        assertEquals(Verb.PROPOSE, verbs().get(0));
        assertEquals(List.of("70-1", "70-2"), onScreen(model::animals));
        assertEquals(List.of(RatedStudy.FIRST, RatedStudy.SECOND), onScreen(model::raters));
        onScreen(() -> model.verb().set(Optional.of(Verb.IMPORT_MARKS)));
        until(() -> verbsNow().equals(List.of(Verb.IMPORT_MARKS)));
        assertEquals("import marks", onScreen(() -> model.what(model.entries().get(0))));
        onScreen(() -> model.rater().set(Optional.of(RatedStudy.SECOND)));
        until(() -> model.entries().isEmpty());
        assertTrue(onScreen(() -> model.where().get()).startsWith("0 – 0 of 0"));
    }

    private List<Verb> verbsNow() {
        return model.entries().stream().map(entry -> entry.edit().verb()).toList();
    }

    @Test
    void thePastIsShownAndAMarkOfItComesBackByAnEditThatCanBeUndone() throws Exception {
        Mark staring = session.state().labels().get().marks().stream()
                .filter(mark -> mark.label().equals("staring"))
                .findFirst()
                .orElseThrow();
        onScreen(() -> session.edits().make(Edit.removing(Verb.DELETE_MARK, staring)))
                .get(60, TimeUnit.SECONDS);
        onScreen(model::find);
        until(() -> !model.entries().isEmpty());
        onScreen(() -> model.choose(Optional.of(model.entries().get(0))));
        until(() -> model.past().size() == 6);
        assertTrue(onScreen(() -> model.changes().get()).startsWith("mark staring · 2.000 – 4.000 s"));
        onScreen(() -> model.choose(Optional.of(model.entries().get(1))));
        until(() -> model.past().contains(staring));
        onScreen(() -> model.restore(staring));
        until(() -> session.state().labels().get().marks().contains(staring));
        until(() -> said.stream().anyMatch(notice -> notice.key().equals("history.restored")));
        onScreen(() -> session.edits().undo()).get(60, TimeUnit.SECONDS);
        assertFalse(session.state().labels().get().marks().contains(staring));
        onScreen(() -> model.choose(Optional.empty()));
        assertEquals("", onScreen(() -> model.changes().get()));
    }

    @Test
    void aLongLogIsTurnedByPages() throws Exception {
        for (int i = 0; i < HistoryViewModel.PAGE; i++) {
            Subject animal = Subject.named("animal " + i);
            onScreen(() -> session.edits().make(Edit.adding(Verb.CHANGE_SUBJECT, animal)));
        }
        onScreen(() -> session.settled()).get(60, TimeUnit.SECONDS);
        long all = session.logHead().head().get().sequence();
        onScreen(model::find);
        until(() -> model.entries().size() == HistoryViewModel.PAGE);
        assertTrue(onScreen(() -> model.newest().get() && !model.oldest().get()));
        onScreen(model::older);
        until(() -> model.entries().size() == all - HistoryViewModel.PAGE);
        assertEquals(
                1,
                onScreen(() -> model.entries()
                        .get((int) all - HistoryViewModel.PAGE - 1)
                        .sequence()));
        assertTrue(onScreen(() -> model.oldest().get() && !model.newest().get()));
        onScreen(model::older);
        onScreen(model::newer);
        until(() -> model.entries().size() == HistoryViewModel.PAGE);
        assertEquals(all, onScreen(() -> model.entries().get(0).sequence()));
    }

    @Test
    void whatIsToldIsInTheLanguageOfTheWindow() throws Exception {
        Look german = new Look(new Messages(Locale.GERMAN), new SimpleObjectProperty<>(Theme.LIGHT), name -> "Starren");
        HistoryViewModel told = onScreen(() -> new HistoryViewModel(german, session, said::add));
        Mark staring = session.state().labels().get().marks().stream()
                .filter(mark -> mark.label().equals("staring"))
                .findFirst()
                .orElseThrow();
        assertEquals("Starren · 2,000 – 4,000 s · sicher", onScreen(() -> told.spoken(staring)));
        onScreen(() -> told.verb().set(Optional.of(Verb.IMPORT_MARKS)));
        until(() -> !told.entries().isEmpty());
        onScreen(() -> told.choose(Optional.of(told.entries().get(0))));
        String changed = onScreen(() -> told.changes().get());
        assertTrue(changed.contains("gesehene Zeit durchgesehen · 0,000 – 24,000 s"), changed);
    }

    @Test
    void everyKindOfEditAndOfThingHasAWord() {
        for (Verb verb : Verb.values()) {
            assertFalse(look.verb(verb).isBlank());
        }
        for (Class<?> kind : Entity.class.getPermittedSubclasses()) {
            String key = "review.what." + kind.getSimpleName().toLowerCase(Locale.ROOT);
            assertTrue(look.messages().has(key), key);
        }
        for (Class<? extends Enum<?>> kind :
                List.of(Certainty.class, Role.class, Seen.class, Verdict.class, Outcome.class, Meaning.class)) {
            for (Enum<?> value : kind.getEnumConstants()) {
                assertFalse(look.word(value).isBlank());
            }
        }
    }
}
