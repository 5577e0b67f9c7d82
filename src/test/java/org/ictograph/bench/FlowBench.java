package org.ictograph.bench;

import static org.ictograph.bench.Screen.fx;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import javafx.geometry.Point2D;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Labeled;
import javafx.scene.control.Slider;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.Region;
import javafx.stage.Stage;
import org.ictograph.app.Decoder;
import org.ictograph.dataset.Datasets;
import org.ictograph.dataset.ExportOrder;
import org.ictograph.dataset.PlannedClip;
import org.ictograph.dataset.Profiles;
import org.ictograph.dataset.format.JsonManifests;
import org.ictograph.dataset.format.RodEpilLayout;
import org.ictograph.localizer.Localizers;
import org.ictograph.model.Box;
import org.ictograph.model.Mark;
import org.ictograph.model.ScoreTrack;
import org.ictograph.model.Span;
import org.ictograph.session.Playback;
import org.ictograph.session.Recordings.NewRecording;
import org.ictograph.session.StudySession;
import org.ictograph.session.Workplace;
import org.ictograph.session.demo.LongNight;
import org.ictograph.settings.Settings;
import org.ictograph.store.sqlite.SqliteStudyFiles;
import org.ictograph.ui.kit.FxLane;
import org.ictograph.ui.kit.Messages;
import org.ictograph.ui.kit.VideoView;
import org.ictograph.ui.shell.Workstation;
import org.ictograph.video.Codec;
import org.ictograph.video.Fit;
import org.ictograph.video.FrameIndex;
import org.ictograph.video.SoundLine;
import org.ictograph.video.Videos;
import org.ictograph.video.process.ProcessVideos;
import org.ictograph.work.Jobs;

/**
 * A night's work in the window, with a picture of every step in {@code flow-10h/}: a long recording is opened, skimmed, its
 * seizure found by the activity strip, marked to the frame by two raters, and its clips exported and compared with what
 * {@code ffmpeg} decodes of the source.
 */
record FlowBench(Films films, Videos videos) implements Measure {
    private static final String FIRST = "Anna";
    private static final String SECOND = "Ben";
    private static final int LENGTH = 30;
    private static final int SLOW_PERCENT = 10;
    /** Microseconds that a painted act may begin beside a frame. */
    private static final long LEEWAY = 2_000;
    /** How much later than the first rater the second sees it begin and end, in microseconds. */
    private static final long LATER = 100_000;

    @Override
    public void into(Table table) throws Exception {
        NightFilm night = new NightFilm(films.folder(), films.hours());
        Path film = night.film(videos);
        Path folder = emptied(films.folder().resolve("flow-" + films.hours() + "h"));
        Screen.start();
        try (ProcessVideos outside = new ProcessVideos(videos, Decoder.class);
                Jobs jobs = new Jobs()) {
            Stage stage = fx(Stage::new);
            Workplace place = workplace(outside, jobs);
            Workstation window = fx(() -> {
                Workstation made = new Workstation(
                        stage,
                        place,
                        new Settings(folder.resolve("settings")),
                        Messages.english(),
                        folder.resolve("demo.icto"));
                made.show();
                return made;
            });
            Hand hand = new Hand(stage, window, videos, folder);
            try {
                new Evening(hand, window, night, film, folder).pass(table);
            } finally {
                fx(window::leave).get();
                fx(() -> {
                    stage.hide();
                    return 0;
                });
            }
        }
    }

    private static Workplace workplace(Videos videos, Jobs jobs) {
        return new Workplace(
                videos,
                new SqliteStudyFiles(),
                Localizers.withoutWeights(),
                new Datasets(videos, new JsonManifests(), List.of(new RodEpilLayout()), "bench"),
                List.of(),
                List.of(),
                jobs,
                new FxLane(),
                Silence::new);
    }

    private static Path emptied(Path folder) throws IOException {
        if (Files.exists(folder)) {
            try (Stream<Path> all = Files.walk(folder)) {
                for (Path file : all.sorted(Comparator.reverseOrder()).toList()) {
                    Files.delete(file);
                }
            }
        }
        return Files.createDirectories(folder);
    }

    /** A loudspeaker that nobody hears. */
    private static final class Silence implements SoundLine {
        @Override
        public void write(short[] samples) {}

        @Override
        public int pending() {
            return 0;
        }

        @Override
        public void flush() {}

        @Override
        public void close() {}
    }

    /** The steps, one after the other. */
    private record Evening(Hand hand, Workstation window, NightFilm night, Path film, Path folder) {
        void pass(Table table) throws Exception {
            hand.shrink();
            hand.look("start");
            StudySession session =
                    fx(() -> window.create(folder.resolve("night.icto"), FIRST)).get();
            hand.look("empty-study");
            open(session);
            draw(session);
            look(session);
            find(session);
            mark(session);
            watch(session);
            secondRater(session);
            agree(session);
            table.add(Row.limit(
                    "flow: frames of the clips unlike ffmpeg's decode of the source",
                    name(),
                    export(session),
                    0.5,
                    "frames"));
        }

        private String name() {
            return String.valueOf(film.getFileName());
        }

        private Playback playback(StudySession session) {
            return session.playback();
        }

        private void open(StudySession session) throws Exception {
            fx(() -> session.recordings().add(NewRecording.of(film)));
            hand.await("a recording", () -> session.state().recording().get().isPresent());
            hand.strike(KeyCode.F2);
            hand.lookAround("study");
            hand.strike(KeyCode.F3);
            Hand.pause(500);
            hand.lookAround("annotate");
        }

        /** Boxes with the mouse, animals by name. */
        private void draw(StudySession session) throws Exception {
            hand.click("#draw-cages");
            for (int cage = 1; cage <= 4; cage++) {
                VideoView video = (VideoView) hand.node(".video-view");
                Box box = LongNight.box(cage);
                hand.drag(
                        fx(() -> video.localToScreen(video.toView(box.x(), box.y()))),
                        fx(() -> video.localToScreen(video.toView(box.right(), box.bottom()))));
                int drawn = cage;
                hand.await("cage " + cage, () -> session.state().cages().size() == drawn);
                hand.click("#animal-name");
                hand.type("7" + cage);
                hand.strike(KeyCode.ENTER);
            }
            hand.look("cages-drawn");
            fx(() -> {
                hand.scene().getRoot().requestFocus();
                return 0;
            });
            hand.click("#draw-cages");
        }

        /** Measures what moves, then skims at sixteen times the speed. */
        private void look(StudySession session) throws Exception {
            hand.strike(KeyCode.CONTROL, KeyCode.SHIFT, KeyCode.K);
            hand.look("skim-without-activity");
            Button compute = (Button) hand.node("#skim-compute");
            fx(() -> {
                compute.fire();
                return 0;
            });
            Hand.pause(2000);
            hand.look("measuring-activity");
            hand.await(
                    "activity", () -> !session.state().labels().get().tracks().isEmpty());
            hand.look("activity");
            raiseThreshold();
            hand.lookAround("bounds-of-skimming");
            fx(() -> {
                compute.getScene().getRoot().requestFocus();
                return 0;
            });
            hand.strike(KeyCode.CONTROL, KeyCode.SHIFT, KeyCode.K);
            hand.strike(KeyCode.W);
            hand.await("skimming", () -> playback(session).position().get() > 25 * Span.SECOND);
            hand.look("skimming-at-16");
        }

        /** Moves the slider until little of the night is played slowly, as the panel says. */
        private void raiseThreshold() throws Exception {
            Node panel = hand.node("#skim");
            Slider threshold = (Slider) fx(() -> panel.lookupAll(".slider").stream()
                    .reduce((before, last) -> last)
                    .orElseThrow());
            while (fx(() -> percent(panel)) > SLOW_PERCENT && fx(threshold::getValue) < threshold.getMax()) {
                fx(() -> {
                    threshold.setValue(threshold.getValue() + 0.02);
                    return 0;
                });
            }
        }

        private static int percent(Node panel) {
            return panel.lookupAll(".label").stream()
                    .map(label -> ((Labeled) label).getText())
                    .filter(text -> text != null && text.contains("%"))
                    .mapToInt(text -> Integer.parseInt(
                            text.substring(0, text.indexOf('%')).strip()))
                    .findFirst()
                    .orElse(0);
        }

        /** Clicks where the activity strip stands out longest, and lets skimming slow down by itself there. */
        private void find(StudySession session) throws Exception {
            long peak = liveliest(session);
            hand.strike(KeyCode.SPACE);
            Region overview = (Region) hand.node("#overview");
            double duration = session.state().recording().get().orElseThrow().duration();
            Point2D at = fx(() -> overview.localToScreen(
                    (peak - 40.0 * Span.SECOND) / duration * overview.getWidth(), overview.getHeight() / 2));
            hand.click(at);
            for (int i = 0; i < 7; i++) {
                hand.strike(KeyCode.ADD);
            }
            hand.look("strip-clicked");
            hand.strike(KeyCode.CONTROL, KeyCode.DIGIT3);
            hand.strike(KeyCode.SPACE);
            hand.await(
                    "slower at what moves",
                    () -> playback(session).speed().get() == 1
                            && playback(session).position().get()
                                    > night.seizure().start());
            Hand.pause(1500);
            hand.lookAround("slowed-at-seizure");
            hand.strike(KeyCode.SPACE);
        }

        /** The middle of the half minute in which one cage moves most. */
        private static long liveliest(StudySession session) throws Exception {
            List<ScoreTrack> tracks = fx(() -> session.state().labels().get().tracks());
            long best = 0;
            double most = -1;
            for (ScoreTrack track : tracks) {
                int width = (int) (LENGTH * Span.SECOND / track.step());
                double sum = 0;
                for (int i = 0; i < track.values().size(); i++) {
                    sum += track.values().get(i) - (i >= width ? track.values().get(i - width) : 0);
                    if (sum > most) {
                        most = sum;
                        best = track.start() + (i - width / 2) * track.step();
                    }
                }
            }
            return best;
        }

        /** Onset and offset at the frames where they are, by keys. */
        private void mark(StudySession session) throws Exception {
            hand.strike(KeyCode.F7);
            int onset = frame(session, night.seizure().start());
            int offset = frame(session, night.seizure().end() - LEEWAY);
            go(session, onset - 3);
            for (int i = 0; i < 3; i++) {
                hand.strike(KeyCode.RIGHT);
            }
            hand.await("the onset", () -> playback(session).frame().get() == onset);
            hand.strike(KeyCode.S);
            hand.look("onset");
            go(session, offset);
            hand.strike(KeyCode.S);
            hand.await("the mark", () -> session.state().labels().get().marks().size() == 1);
            Mark mark = fx(() -> session.state().labels().get().marks().get(0));
            FrameIndex index = playback(session).index().orElseThrow();
            if (!mark.span().equals(new Span(index.microsOf(onset), index.endOf(offset)))
                    || Math.abs(mark.span().start() - night.seizure().start()) > LEEWAY
                    || Math.abs(mark.span().end() - night.seizure().end()) > LEEWAY) {
                throw new IllegalStateException("Marked " + mark.span() + " instead of " + night.seizure());
            }
            hand.strike(KeyCode.SHIFT, KeyCode.TAB);
            hand.strike(KeyCode.F9);
            hand.strike(KeyCode.CONTROL, KeyCode.M);
            hand.lookAround("marked");
        }

        private static int frame(StudySession session, long micros) {
            return session.playback().index().orElseThrow().frameAt(micros);
        }

        private void go(StudySession session, int frame) throws Exception {
            hand.strike(KeyCode.CONTROL, KeyCode.G);
            hand.type("f " + frame);
            hand.strike(KeyCode.ENTER);
            hand.await("frame " + frame, () -> playback(session).frame().get() == frame);
        }

        /** Sound, loop, mosaic, light and stills over the mark. */
        private void watch(StudySession session) throws Exception {
            hand.strike(KeyCode.CONTROL, KeyCode.U);
            hand.strike(KeyCode.CONTROL, KeyCode.R);
            hand.await("the loop", () -> playback(session).loop().get().isPresent());
            Hand.pause(2500);
            hand.lookAround("loop-with-sound");
            hand.strike(KeyCode.CONTROL, KeyCode.SHIFT, KeyCode.M);
            Hand.pause(1000);
            hand.lookAround("mosaic");
            hand.strike(KeyCode.SPACE);
            hand.strike(KeyCode.CONTROL, KeyCode.R);
            hand.strike(KeyCode.CONTROL, KeyCode.U);
            hand.strike(KeyCode.CONTROL, KeyCode.SHIFT, KeyCode.B);
            hand.strike(KeyCode.CONTROL, KeyCode.B);
            for (int i = 0; i < 3; i++) {
                hand.strike(KeyCode.SHIFT, KeyCode.PAGE_UP);
            }
            hand.lookAround("brightness");
            hand.strike(KeyCode.CONTROL, KeyCode.B);
            hand.strike(KeyCode.CONTROL, KeyCode.T);
            Hand.pause(4000);
            hand.lookAround("stills");
            hand.strike(KeyCode.CONTROL, KeyCode.T);
        }

        private void secondRater(StudySession session) throws Exception {
            fx(() -> session.workAs(SECOND)).get();
            hand.await(
                    "another rater",
                    () -> session.state().labels().get().marks().isEmpty());
            hand.look("second-rater-blind");
            fx(() -> session.marking()
                            .add(
                                    session.state()
                                            .cages()
                                            .get(LongNight.CAGE - 1)
                                            .id(),
                                    "seizure",
                                    new Span(
                                            night.seizure().start() + LATER,
                                            night.seizure().end() + LATER)))
                    .get();
            hand.strike(KeyCode.CONTROL, KeyCode.M);
            hand.strike(KeyCode.CONTROL, KeyCode.DIGIT1);
            hand.strike(KeyCode.CONTROL, KeyCode.M);
            fx(() -> session.showOthers(true)).get();
            hand.strike(KeyCode.F5);
        }

        private void agree(StudySession session) throws Exception {
            hand.lookAround("agreement");
            hand.click("#adjudicate");
            Button rule = (Button) hand.node("#settleByRule");
            hand.await("what the rule settles", () -> !rule.isDisabled());
            hand.lookAround("adjudication");
            hand.click("#settleByRule");
            hand.await(
                    "consensus",
                    () -> !session.state().labels().get().settlements().isEmpty());
        }

        /** Exports losslessly and compares; tells how many frames differ. */
        private int export(StudySession session) throws Exception {
            hand.strike(KeyCode.F6);
            choose("#folds", 2);
            choose("#fit", Fit.NATIVE);
            choose("#codec", Codec.FFV1);
            Button export = (Button) hand.node("#export");
            hand.await("a dry run", () -> !export.isDisabled());
            Path target = Path.of(fx(() -> ((TextField) hand.scene().lookup("#folder")).getText()));
            hand.lookAround("dry-run");
            List<PlannedClip> clips = fx(() -> session.exporting()
                            .plan(ExportOrder.of(Profiles.RODEPIL
                                    .withClip(Profiles.RODEPIL
                                            .clip()
                                            .withFit(Fit.NATIVE)
                                            .withCodec(Codec.FFV1))
                                    .withFolds(2))))
                    .result()
                    .get()
                    .clips();
            hand.click("#export");
            hand.await("the data set", () -> Files.isDirectory(target));
            Hand.pause(1000);
            hand.lookAround("exported");
            int differ = 0;
            for (PlannedClip clip : clips) {
                differ += differing(target.resolve("data").resolve(clip.file()), clip);
            }
            return differ;
        }

        private <T> void choose(String selector, T value) throws Exception {
            @SuppressWarnings("unchecked") // the box holds such values
            ComboBox<T> box = (ComboBox<T>) hand.node(selector);
            fx(() -> {
                box.setValue(value);
                return 0;
            });
        }

        /** Frames of a clip that are not the very pixels that ffmpeg finds in the source there. */
        private int differing(Path clip, PlannedClip planned) throws Exception {
            Program ffmpeg = Program.need("ffmpeg");
            Box box = planned.cage().box();
            int frames = planned.source().lastFrame() - planned.source().firstFrame() + 1;
            double before = (planned.source().firstPtsMicros() - 10_000) / 1e6;
            String source = "-v error -ss %.6f -i %s -map 0:v -frames:v %d -vf crop=%d:%d:%d:%d -f framemd5 -"
                    .formatted(Math.max(0, before), film, frames, box.width(), box.height(), box.x(), box.y());
            List<String> wanted = hashes(ffmpeg.run(source.split(" ")));
            List<String> found =
                    hashes(ffmpeg.run("-v", "error", "-i", clip.toString(), "-map", "0:v", "-f", "framemd5", "-"));
            int differ = Math.abs(wanted.size() - found.size());
            for (int i = 0; i < Math.min(wanted.size(), found.size()); i++) {
                differ += wanted.get(i).equals(found.get(i)) ? 0 : 1;
            }
            System.out.println(
                    String.format(Locale.ROOT, "%s: %d frames, %d differ", clip.getFileName(), found.size(), differ));
            return wanted.isEmpty() ? frames : differ;
        }

        private static List<String> hashes(String printed) {
            return Arrays.stream(printed.split("\n"))
                    .filter(line -> !line.startsWith("#") && !line.isBlank())
                    .map(line -> line.substring(line.lastIndexOf(',') + 1).strip())
                    .toList();
        }
    }
}
