package org.ictograph.ui.shell;

import static org.ictograph.ui.kit.OnScreen.fx;

import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import javafx.stage.Stage;
import org.ictograph.session.StudySession;
import org.ictograph.session.Workplace;
import org.ictograph.settings.Settings;
import org.ictograph.ui.kit.FxLane;
import org.ictograph.ui.kit.Messages;

/** The real window over a study that two raters have marked; nothing is open in it at first. */
final class RatedWindow {
    final RatedStudy study;
    final Workstation window;
    private final Path folder;

    /** @param workplace where the window works, made of the study's place */
    RatedWindow(Path folder, Stage stage, Function<TestPlace, Workplace> workplace) throws Exception {
        this(folder, stage, workplace, Messages.english());
    }

    /** The same in another language. */
    RatedWindow(Path folder, Stage stage, Messages messages) throws Exception {
        this(folder, stage, place -> place.with(new FxLane()), messages);
    }

    /** The same in another language. */
    RatedWindow(Path folder, Stage stage, Function<TestPlace, Workplace> workplace, Messages messages)
            throws Exception {
        this.folder = folder;
        study = new RatedStudy(folder, Runnable::run);
        study.closeStudy();
        Workplace place = workplace.apply(study.place());
        window = fx(() -> {
            Workstation made = new Workstation(
                    stage,
                    place,
                    new Settings(folder.resolve("settings")),
                    messages,
                    folder.resolve("demo").resolve("demo.icto"));
            made.show();
            return made;
        });
    }

    RatedWindow(Path folder, Stage stage) throws Exception {
        this(folder, stage, place -> place.with(new FxLane()));
    }

    /** The study's file. */
    Path file() {
        return folder.resolve("rated.icto");
    }

    /** Opens the study in the window. */
    StudySession open() throws Exception {
        return fx(() -> window.open(file())).get(20, TimeUnit.SECONDS);
    }

    /** Leaves the window and lets the study's place go. */
    void close() throws Exception {
        fx(() -> window.leave()).get(20, TimeUnit.SECONDS);
        study.place().close();
    }
}
