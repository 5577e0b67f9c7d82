package org.ictograph.dataset;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.TreeMap;
import java.util.concurrent.CancellationException;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.ictograph.dataset.format.JsonManifests;
import org.ictograph.dataset.format.RodEpilLayout;
import org.ictograph.video.ClipOrder;
import org.ictograph.video.CutClip;
import org.ictograph.video.Reel;
import org.ictograph.video.VideoException;
import org.ictograph.video.Videos;
import org.ictograph.video.ffmpeg.FfmpegVideos;
import org.ictograph.work.Progress;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * An export that is killed or cancelled goes on where it was, and ends with the bytes of one that nobody disturbed, on
 * machines of other languages, time zones and numbers of cores. In a third of a second of the film a cage is black, so that the
 * export begins anew without a clip when all others are cut. {@code -Dexport.kills=100} kills more often.
 */
class ExportKillTest {
    private static final int KILLS = Integer.getInteger("export.kills", 5);
    private static final int SECONDS = 125;
    private static final Videos VIDEOS = new FfmpegVideos();

    /** Each start of the program happens on another machine. */
    private static final List<List<String>> MACHINES = List.of(
            List.of("-Duser.language=ar", "-Duser.country=EG", "-Duser.timezone=Asia/Kathmandu"),
            List.of("-XX:ActiveProcessorCount=1", "-Duser.timezone=America/St_Johns"),
            List.of("-XX:ActiveProcessorCount=2", "-Duser.language=de", "-Duser.country=DE"),
            List.of("-XX:ActiveProcessorCount=7", "-Duser.language=tr", "-Duser.country=TR"));

    @TempDir
    static Path films;

    @TempDir
    Path out;

    private static Path film;
    private static Map<String, String> undisturbed = Map.of();

    @BeforeAll
    static void once() throws Exception {
        film = films.resolve("M2U00244.avi");
        Footage.write(VIDEOS, film, SECONDS, frame -> frame >= 1000 && frame < 1009 ? 16 : -1);
        ExportOutcome outcome = datasets().write(plan(film), films.resolve("set"), Progress.NONE);
        undisturbed = tree(outcome.folder());
        assertTrue(undisturbed.size() > 20);
        assertEquals(1, outcome.leftOut().size(), "a clip is left out for what it shows when others are cut already");
    }

    private static Path export(Videos videos, Path folder, Progress progress) throws Exception {
        return datasets(videos).write(plan(film), folder, progress).folder();
    }

    private static DatasetPlan plan(Path film) throws Exception {
        Colony colony = Footage.colony(VIDEOS, film, SECONDS)
                .consensus("M2U00244", 1, "seizure", 52, 55)
                .consensus("M2U00244", 2, "seizure", 83, 85);
        return datasets().plan(colony.request(Footage.small(Profiles.RODEPIL)));
    }

    private static Datasets datasets() {
        return datasets(VIDEOS);
    }

    /** The journal has an entry after every second clip. */
    private static Datasets datasets(Videos videos) {
        return new Datasets(videos, new JsonManifests(), List.of(new RodEpilLayout()), "1.2.3", 2);
    }

    private static Map<String, String> tree(Path folder) throws IOException {
        return new TreeMap<>(HashList.of(folder, Progress.NONE));
    }

    private List<String> there() throws IOException {
        try (Stream<Path> all = Files.list(out)) {
            return all.map(each -> String.valueOf(each.getFileName())).sorted().toList();
        }
    }

    @Test
    void aKilledExportGoesOnWithTheSameBytes() throws Exception {
        Random random = new Random(7);
        int kills = 0;
        int start = 0;
        int resumed = 0;
        for (int set = 0; kills < KILLS; set++) {
            Path folder = out.resolve("set-" + set);
            while (!Files.exists(folder)) {
                resumed += datasets().unfinished(folder).isPresent() ? 1 : 0;
                Process process = start(folder, MACHINES.get(start++ % MACHINES.size()));
                assertEquals('b', process.getInputStream().read());
                boolean last = kills >= KILLS;
                if (last || process.waitFor(20 + random.nextInt(900), TimeUnit.MILLISECONDS)) {
                    assertTrue(process.waitFor(3, TimeUnit.MINUTES));
                    assertEquals(0, process.exitValue());
                } else {
                    assertTrue(process.toHandle().destroyForcibly());
                    process.waitFor();
                    kills++;
                    if (!Files.exists(folder)) {
                        DatasetException unfinished = assertThrows(
                                DatasetException.class, () -> datasets().verify(folder, Progress.NONE));
                        assertTrue(String.valueOf(unfinished.getMessage()).contains("is unfinished"));
                    }
                }
            }
            assertEquals(undisturbed, tree(folder));
            assertEquals(List.of(), datasets().verify(folder, Progress.NONE));
        }
        System.out.println(kills + " kills, after " + resumed + " of them clips were kept");
        assertTrue(resumed > 0);
    }

    private static Process start(Path folder, List<String> machine) throws IOException {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-Dfile.encoding=UTF-8",
                "-cp",
                System.getProperty("java.class.path")));
        command.addAll(machine);
        command.addAll(List.of(ExportKillTest.class.getName(), film.toString(), folder.toString()));
        return new ProcessBuilder(command)
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
    }

    /** Exports; the first letter comes just before. */
    public static void main(String[] arguments) throws Exception {
        film = Path.of(arguments[0]);
        DatasetPlan plan = plan(film);
        System.out.print('b');
        System.out.flush();
        var unused = datasets().write(plan, Path.of(arguments[1]), Progress.NONE);
    }

    /** Asks to stop once some clips are cut. */
    private static Progress stopping(double after) {
        return new Progress() {
            private double reached;

            @Override
            public void report(double fraction, String what) {
                reached = Math.max(reached, fraction);
            }

            @Override
            public boolean cancelled() {
                return reached > after;
            }
        };
    }

    @Test
    void aCancelledExportKeepsWholeClipsAndCutsOnlyTheRest() throws Exception {
        Path folder = out.resolve("set");
        assertThrows(CancellationException.class, () -> export(VIDEOS, folder, stopping(0.2)));
        Unfinished unfinished = datasets().unfinished(folder).orElseThrow();
        assertTrue(unfinished.clips() > 0, unfinished.toString());
        Path part = out.resolve(there().get(0));
        Path data = part.resolve("set/data");
        Files.writeString(data.resolve("stray.txt"), "from elsewhere");
        Path one = whole(data);
        byte[] bytes = Files.readAllBytes(one);
        bytes[bytes.length / 2] ^= 1;
        Files.write(one, bytes);
        Files.writeString(part.resolve(CutJournal.FILE), "torn li", java.nio.file.StandardOpenOption.APPEND);
        List<String> again = new ArrayList<>();
        List<String> told = new ArrayList<>();
        Path done = export(
                new PassingVideos(VIDEOS) {
                    @Override
                    public List<CutClip> cut(Reel source, List<ClipOrder> orders, Progress progress)
                            throws VideoException {
                        orders.forEach(
                                order -> again.add(String.valueOf(order.file().getFileName())));
                        return super.cut(source, orders, progress);
                    }
                },
                folder,
                telling(told));
        assertEquals(undisturbed, tree(done));
        assertEquals(
                2 * plan(film).clips().size() - 1,
                told.stream()
                        .filter("looking at clips of M2U00244 that are cut already"::equals)
                        .count());
        assertTrue(told.contains("cutting clips of M2U00244"), told.toString());
        assertTrue(again.contains(String.valueOf(one.getFileName())));
        assertEquals(plan(film).clips().size() - unfinished.clips() + 1, again.size());
        assertEquals(List.of("set"), there());
        assertEquals(Optional.empty(), datasets().unfinished(folder));
    }

    private static Progress telling(List<String> told) {
        return new Progress() {
            @Override
            public synchronized void report(double fraction, String what) {
                told.add(what);
            }

            @Override
            public boolean cancelled() {
                return false;
            }
        };
    }

    private static Path whole(Path data) throws IOException {
        try (Stream<Path> all = Files.walk(data)) {
            return all.filter(each -> each.toString().endsWith(".avi"))
                    .sorted()
                    .findFirst()
                    .orElseThrow();
        }
    }

    @Test
    void anUnfinishedExportIsToldAndCanBeDiscarded() throws Exception {
        Path folder = out.resolve("set");
        assertThrows(CancellationException.class, () -> export(VIDEOS, folder, stopping(0.2)));
        Path inside = out.resolve(there().get(0)).resolve("set");
        for (Path each : List.of(folder, inside)) {
            DatasetException told =
                    assertThrows(DatasetException.class, () -> datasets().verify(each, Progress.NONE));
            assertEquals(
                    "The data set " + each
                            + " is unfinished: its export still runs or was cut off; repeat that export to go on with"
                            + " it.",
                    told.getMessage());
        }
        datasets().discard(folder);
        assertEquals(List.of(), there());
    }
}
