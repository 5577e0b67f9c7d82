package org.ictograph.app;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import javafx.application.Platform;
import org.ictograph.measure.Diary;
import org.ictograph.measure.DiaryQuestion;
import org.ictograph.measure.ObservedCage;
import org.ictograph.model.LightSchedule;
import org.ictograph.model.Protocol;
import org.ictograph.model.Rater;
import org.ictograph.model.Study;
import org.ictograph.report.DiaryFigure;
import org.ictograph.report.DiaryFiles;
import org.ictograph.report.drawing.Drawing;
import org.ictograph.session.SessionException;
import org.ictograph.session.StudySession;
import org.ictograph.ui.bench.FigurePainter;
import org.ictograph.ui.kit.FxLane;
import org.ictograph.ui.kit.Messages;
import org.ictograph.video.Picture;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code figures STUDY -o DIR}: pictures of the course over days, as SVG and PNG, with every number as CSV. */
@Command(
        name = "figures",
        description = "Write pictures of seizures over days, each from reviewed time only, as SVG, PNG and CSV.",
        mixinStandardHelpOptions = true)
final class FiguresCommand implements Callable<Integer> {
    private static final double WIDTH = 900;
    private static final double HEIGHT = 480;
    private static final double SHARPNESS = 2;

    private final Desk desk;

    @Parameters(paramLabel = "STUDY")
    private Path study = Path.of("");

    @Option(names = "-o", paramLabel = "DIR", required = true, description = "a folder; files in it are replaced")
    private Path folder = Path.of("");

    @Option(
            names = "--rater",
            paramLabel = "NAME",
            description = "whose marks (default: the events that count under the study's rule)")
    private @Nullable String rater;

    @Option(names = "--animal", paramLabel = "NAME", description = "one animal (default: all together)")
    private @Nullable String animal;

    @Option(names = "--label", paramLabel = "LABEL", description = "the events that are counted (default: seizure)")
    private String label = Protocol.SEIZURE;

    @Option(names = "--dose", paramLabel = "LABEL", description = "the label that stands for a dose")
    private @Nullable String dose;

    @Option(names = "--lights", paramLabel = "ON-OFF", description = "when it is light (default: 07:00 - 19:00)")
    private String lights = LightSchedule.STANDARD.toString();

    @Option(names = "--language", paramLabel = "TAG", description = "en or de, for the pictures (default: en)")
    private String language = "en";

    FiguresCommand(Desk desk) {
        this.desk = desk;
    }

    @Override
    public Integer call() throws Exception {
        try (StudySession session = desk.open(study, Optional.empty())) {
            session.showOthers(true).join();
            Study whole = session.state().study().get();
            Optional<Rater> who = Optional.empty();
            if (rater != null) {
                who = Optional.of(whole.raterNamed(rater)
                        .orElseThrow(() -> new SessionException("There is no rater " + rater + " in " + study + ".")));
            }
            known(whole, label);
            if (dose != null) {
                known(whole, dose);
            }
            List<ObservedCage> cages = desk.await(session.charting().observe(who));
            if (animal != null && cages.stream().noneMatch(cage -> cage.animal().equals(animal))) {
                throw new SessionException("There is no animal " + animal + " in " + study + ".");
            }
            DiaryQuestion question = session.charting()
                    .question(label, schedule())
                    .about(Optional.ofNullable(animal), Optional.ofNullable(dose));
            write(session, desk.await(session.charting().diary(cages, question)));
        }
        return Program.DONE;
    }

    private void known(Study whole, String name) throws SessionException {
        if (whole.protocol().label(name).isEmpty()) {
            throw new SessionException("The protocol of " + study + " has no label " + name + ".");
        }
    }

    private LightSchedule schedule() throws SessionException {
        try {
            return LightSchedule.parse(lights);
        } catch (IllegalArgumentException unreadable) {
            throw new SessionException(
                    "The light is on from one time to another, as 07:00 - 19:00, not “" + lights + "”.", unreadable);
        }
    }

    private void write(StudySession session, Diary diary) throws Exception {
        DemoCommand.make(folder);
        Messages messages = Messages.of(language);
        boolean painting = Screen.ofThisMachine().canDrawText();
        if (painting) {
            System.setProperty("glass.platform", "Monocle");
            System.setProperty("monocle.platform", "Headless");
            System.setProperty("prism.order", "sw");
            Platform.startup(() -> {});
        }
        try {
            for (DiaryFigure figure : DiaryFigure.values()) {
                Drawing drawing = figure.draw(diary, messages, WIDTH, HEIGHT);
                desk.await(session.charting().write(DiaryFiles.svg(drawing), folder.resolve(figure.word() + ".svg")));
                if (painting) {
                    Picture picture = CompletableFuture.supplyAsync(
                                    () -> FigurePainter.picture(drawing, SHARPNESS), new FxLane())
                            .join();
                    desk.await(session.charting().write(picture, folder.resolve(figure.word() + ".png")));
                }
            }
            desk.await(session.charting().write(DiaryFiles.csv(diary), folder.resolve("figures.csv")));
        } finally {
            if (painting) {
                Platform.exit();
            }
        }
        desk.console().noProgress();
        if (!painting) {
            desk.console().note("Without the library pango no PNG can be painted here; the SVG are there.");
        }
        desk.console()
                .print(
                        "%d events of %d animals in %.2f reviewed hours, of which %.2f without a clock time: %s",
                        diary.events().size(),
                        diary.animals().size(),
                        diary.reviewed() / 3.6e9,
                        diary.undated() / 3.6e9,
                        folder);
    }
}
