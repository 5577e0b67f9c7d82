package org.ictograph.ui.shell;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import org.ictograph.model.Study;
import org.ictograph.session.Notice;
import org.ictograph.session.SessionException;
import org.ictograph.session.StudySession;
import org.ictograph.session.Workplace;
import org.ictograph.session.demo.DemoPlan;
import org.ictograph.session.demo.DemoStudy;
import org.ictograph.ui.kit.Look;

/** The demo study: where its file is, how it is begun, and how its making goes on. On the FX thread. */
final class Demo {
    private final Path file;
    private final Workplace workplace;
    private final Look look;
    private final Consumer<Notice> say;

    /** @param file where it is, or will be when somebody first asks for it */
    Demo(Path file, Workplace workplace, Look look, Consumer<Notice> say) {
        this.file = file;
        this.workplace = workplace;
        this.look = look;
        this.say = say;
    }

    Path file() {
        return file;
    }

    boolean is(Path study) {
        return study.equals(file);
    }

    /** @throws SessionException when its folder cannot be made */
    void makeFolder() throws SessionException {
        try {
            Files.createDirectories(file.toAbsolutePath().getParent());
        } catch (IOException refused) {
            throw new SessionException(look.text("start.demo.refused", String.valueOf(file.getParent())), refused);
        }
    }

    /** Makes the study, which has no recordings yet. */
    CompletableFuture<StudySession> create() {
        return StudySession.create(workplace, file, look.text("start.demo.name"), DemoStudy.firstRater());
    }

    /**
     * Makes what it lacks, also when its making was interrupted; recordings appear as they are made.
     *
     * @param marking hears of the first recording, with which marking can begin, where there was none
     */
    void goOn(StudySession session, Runnable marking) {
        DemoPlan plan = DemoPlan.standard();
        DemoStudy study = new DemoStudy(session, plan);
        Study made = session.state().study().get();
        int there = made.recordings().size();
        if (there < plan.recordings().size() && study.fits(made)) {
            var unused = study.start()
                    .result()
                    .thenAcceptAsync(all -> say.accept(Notice.done("start.demo.made", all.size())), workplace.fx());
        }
        if (there == 0) {
            session.state().recording().addListener((property, before, now) -> {
                if (before.isEmpty() && now.isPresent()) {
                    marking.run();
                }
            });
        }
    }
}
