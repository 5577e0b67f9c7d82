package org.ictograph.session.demo;

import java.util.ArrayList;
import java.util.List;
import org.ictograph.model.Box;
import org.ictograph.model.Span;

/**
 * What the demo study will consist of: recordings of four cages each, every animal with at least one seizure. The same
 * seed gives the same plan on every machine.
 */
public record DemoPlan(long seed, List<DemoRecording> recordings) {
    public static final long DEFAULT_SEED = 2019;
    public static final int DEFAULT_RECORDINGS = 4;
    public static final int DEFAULT_MINUTES = 3;
    public static final int CAGES = 4;

    private static final int CAGE_WIDTH = 302;
    private static final int CAGE_HEIGHT = 210;

    public DemoPlan {
        recordings = List.copyOf(recordings);
    }

    /** The plan that is used when nobody asks for another. */
    public static DemoPlan standard() {
        return of(DEFAULT_SEED, DEFAULT_RECORDINGS, DEFAULT_MINUTES);
    }

    /**
     * @param recordings at least 1
     * @param minutes length of each recording, at least 1
     * @throws IllegalArgumentException when there would be nothing to see
     */
    public static DemoPlan of(long seed, int recordings, int minutes) {
        if (recordings < 1 || minutes < 1) {
            throw new IllegalArgumentException("A demo needs at least one recording of at least one minute.");
        }
        List<DemoRecording> planned = new ArrayList<>();
        for (int i = 0; i < recordings; i++) {
            planned.add(recording(new Dice(seed).named("recording " + i), i, minutes * 60.0));
        }
        return new DemoPlan(seed, planned);
    }

    private static DemoRecording recording(Dice dice, int number, double seconds) {
        Dice places = dice.named("places");
        int dx = 2 * places.below(4);
        int dy = 2 * places.below(3);
        List<DemoCage> cages = new ArrayList<>();
        for (int i = 0; i < CAGES; i++) {
            Box box = new Box(8 + dx + i % 2 * 316, 2 + dy + i / 2 * 230, CAGE_WIDTH, CAGE_HEIGHT);
            boolean inside = (number + i) % 2 == 0;
            Box tag = inside
                    ? new Box(box.right() - 46, box.y() + 18, 40, 16)
                    : new Box(box.x() + 20, box.bottom() + 2, 40, 14);
            Script script = new ScriptWriter(dice.named("cage " + (i + 1)), number * CAGES + i).write(seconds);
            cages.add(new DemoCage(i + 1, box, tag, DemoAnimal.of(number, i + 1), script));
        }
        return new DemoRecording(number, cages, light(number, seconds, dice.named("light")), seconds, dice);
    }

    /** The light goes off in every fourth recording (the second first), on in the fourth; the third is all night. */
    private static Light light(int number, double seconds, Dice dice) {
        long at = (long) (dice.between(0.35, 0.65) * seconds * Span.SECOND);
        return switch (number % 4) {
            case 0 -> new Light(true, Light.NEVER);
            case 1 -> new Light(true, at);
            case 2 -> new Light(false, Light.NEVER);
            default -> new Light(false, at);
        };
    }
}
