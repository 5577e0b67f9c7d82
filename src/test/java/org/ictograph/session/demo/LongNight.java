package org.ictograph.session.demo;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.ictograph.model.Box;
import org.ictograph.model.Span;
import org.ictograph.video.Videos;
import org.ictograph.work.Progress;

/**
 * A night of four cages in which one animal has one seizure. It is painted as a few stretches of {@value #SECONDS} seconds
 * that are to be strung together: some to be used many times, and one with the seizure to be used once. What is painted
 * already is not painted again.
 */
public final class LongNight {
    public static final int SECONDS = 240;
    /** Position of the cage with the seizure. */
    public static final int CAGE = 3;

    private static final int RATE = FrameTimes.RATE;
    private static final double ONSET = 131.4;
    private static final Dice DICE = new Dice(2026).named("long night");
    private static final Behaviour[][] QUIET = {
        {Behaviour.SLEEP, Behaviour.SLEEP, Behaviour.SLEEP, Behaviour.SLEEP},
        {Behaviour.GROOM, Behaviour.SLEEP, Behaviour.SLEEP, Behaviour.REST},
        {Behaviour.SLEEP, Behaviour.GROOM, Behaviour.REST, Behaviour.SLEEP},
    };

    private LongNight() {}

    /** The stretches without the seizure, painted into folders below one. */
    public static List<Path> quiet(Videos videos, Path folder) throws Exception {
        List<Path> stretches = new ArrayList<>();
        for (int i = 0; i < QUIET.length; i++) {
            List<Script> scripts = new ArrayList<>();
            for (Behaviour habit : QUIET[i]) {
                scripts.add(script(30 + 41 * i, 8 + 4 * i, habit));
            }
            stretches.add(paint(videos, folder.resolve("night-" + i), scripts));
        }
        return stretches;
    }

    /** The stretch with the seizure. */
    public static Path seizure(Videos videos, Path folder) throws Exception {
        List<Script> scripts = new ArrayList<>();
        for (int cage = 1; cage <= QUIET[0].length; cage++) {
            scripts.add(cage == CAGE ? seized() : script(40, 20, Behaviour.REST));
        }
        return paint(videos, folder.resolve("night-seizure"), scripts);
    }

    /** When in its stretch the seizure is. */
    public static Span seizureSpan() {
        return seized().seizures().get(0);
    }

    /** Which of the {@code count} quiet stretches comes at a place of the night. */
    public static int kind(int place, int count) {
        return DICE.named("place " + place).below(count);
    }

    public static Box box(int cage) {
        return new Box(8 + (cage - 1) % 2 * 316, 2 + (cage - 1) / 2 * 230, 302, 210);
    }

    private static Path paint(Videos videos, Path folder, List<Script> scripts) throws Exception {
        List<DemoCage> cages = new ArrayList<>();
        for (int i = 0; i < scripts.size(); i++) {
            Box box = box(i + 1);
            Box tag = new Box(box.x() + 20, box.bottom() + 2, 40, 14);
            cages.add(new DemoCage(i + 1, box, tag, DemoAnimal.of(0, i + 1), scripts.get(i)));
        }
        DemoRecording stretch = new DemoRecording(0, cages, new Light(false, Light.NEVER), SECONDS, DICE);
        Path painted = folder.resolve(stretch.fileName());
        Files.createDirectories(folder);
        return Files.exists(painted) ? painted : stretch.write(videos, folder, Progress.NONE);
    }

    /** Asleep but for one thing that is done for a while. */
    private static Script script(double from, double length, Behaviour habit) {
        List<Act> acts = new ArrayList<>();
        act(acts, Behaviour.SLEEP, from);
        act(acts, habit, length);
        act(acts, Behaviour.SLEEP, SECONDS - from - length);
        return new Script(acts);
    }

    private static Script seized() {
        List<Act> acts = new ArrayList<>();
        act(acts, Behaviour.SLEEP, ONSET - 20);
        act(acts, Behaviour.REST, 20);
        double length = 0;
        for (SeizureWriter.Unit unit : new SeizureWriter(DICE.named("seizure"), CAGE).units(60)) {
            act(acts, unit.behaviour(), unit.seconds());
            length += unit.seconds();
        }
        act(acts, Behaviour.STILLNESS, 15);
        act(acts, Behaviour.SLEEP, SECONDS - ONSET - length - 15);
        return new Script(acts);
    }

    private static void act(List<Act> acts, Behaviour behaviour, double seconds) {
        long start = acts.isEmpty() ? 0 : acts.get(acts.size() - 1).span().end();
        long end = start + Math.round(seconds * RATE) * Span.SECOND / RATE;
        double hertz = behaviour == Behaviour.GROOM ? 5 : 4;
        acts.add(new Act(behaviour, new Span(start, end), hertz, behaviour.ictal() ? 1.2 : 0.7, true));
    }
}
