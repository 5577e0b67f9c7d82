package org.ictograph.session.demo;

import java.util.ArrayList;
import java.util.List;
import org.ictograph.video.YuvPicture;

/**
 * Paints the frames of a demo recording. A frame depends on nothing but its number and time; may be used by several
 * threads at once, each with a picture of its own.
 */
final class FramePainter {
    static final int WIDTH = 640;
    static final int HEIGHT = 480;

    private static final double DAY_NOISE = 1.0;
    private static final double NIGHT_NOISE = 1.6;

    /** A cage with everything that is needed to paint it. */
    private record Stage(DemoCage cage, CageView view, Choreography choreography) {}

    private final Light light;
    private final Scenery day;
    private final Scenery night;
    private final Grain dayGrain;
    private final Grain nightGrain;
    private final byte[] fur = new byte[1024];
    private final List<Stage> stages = new ArrayList<>();

    FramePainter(List<DemoCage> cages, Light light, Dice dice) {
        this.light = light;
        this.day = new Scenery(WIDTH, HEIGHT, cages, true, dice.named("scenery"));
        this.night = new Scenery(WIDTH, HEIGHT, cages, false, dice.named("scenery"));
        this.dayGrain = new Grain(WIDTH * HEIGHT, DAY_NOISE, dice.named("day grain"));
        this.nightGrain = new Grain(WIDTH * HEIGHT, NIGHT_NOISE, dice.named("night grain"));
        Dice hair = dice.named("fur");
        for (int i = 0; i < fur.length; i++) {
            fur[i] = (byte) (30 * hair.gaussian());
        }
        for (DemoCage cage : cages) {
            Trajectory trajectory = new Trajectory(cage.script(), dice.named("way " + cage.position()));
            stages.add(new Stage(cage, new CageView(cage.box()), new Choreography(cage.script(), trajectory)));
        }
    }

    /** Paints all of a frame. */
    void paint(int frame, long micros, YuvPicture into) {
        boolean byDay = light.dayAt(micros);
        Scenery scenery = byDay ? day : night;
        scenery.copyTo(into);
        for (Stage stage : stages) {
            animal(stage, micros, byDay, into);
            scenery.copyTo(into, stage.cage.tag());
        }
        Grain grain = byDay ? dayGrain : nightGrain;
        grain.addTo(into.y(), scenery.glare(), light.exposureError(micros), frame);
        FrameBarCode.write(frame, into.y(), WIDTH);
    }

    private void animal(Stage stage, long micros, boolean byDay, YuvPicture into) {
        Choreography choreography = stage.choreography;
        Rat rat = new Rat(choreography.poseAt(micros), choreography.placeAt(micros), stage.view, !byDay);
        Brush brush = new Brush(into, stage.view.box(), fur);
        Ball shadow = rat.shadow();
        brush.shadow(shadow, shadow.radius(), shadow.radius() * 0.3);
        rat.bones().forEach(brush::paint);
    }
}
