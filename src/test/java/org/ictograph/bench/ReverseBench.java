package org.ictograph.bench;

import java.util.Random;
import org.ictograph.video.FrameIndex;
import org.ictograph.video.FrameReader;
import org.ictograph.video.Picture;
import org.ictograph.video.Videos;

/**
 * Steps and plays backwards at the pace of the film, across key frames, against stepping forward. Backwards, only the time
 * that a step keeps one waiting counts; what is decoded between two steps is the reader's business.
 */
record ReverseBench(Films films, Videos videos) implements Measure {
    private static final int PLACES = 6;
    private static final int STEPS = 100;
    private static final int BEHIND_KEY = 40;

    @Override
    public void into(Table table) throws Exception {
        for (Films.Kind kind : Films.Kind.values()) {
            measure(kind, table);
        }
    }

    private void measure(Films.Kind kind, Table table) throws Exception {
        FrameIndex index = films.index(videos, kind);
        Samples forward = new Samples();
        Samples backward = new Samples();
        Samples border = new Samples();
        Random random = new Random(2);
        Picture picture = new Picture(CagePainter.WIDTH, CagePainter.HEIGHT);
        try (FrameReader reader = videos.open(films.film(kind), index)) {
            for (int place = 0; place < PLACES; place++) {
                int key = 10 + random.nextInt(index.keys() - 20);
                int start = index.keyFrame(key) + BEHIND_KEY;
                reader.read(start - STEPS, picture);
                for (int frame = start - STEPS + 1; frame <= start; frame++) {
                    int next = frame;
                    forward.time(() -> reader.read(next, picture));
                    Films.check(next, picture);
                }
                int again = index.keyFrame(10 + random.nextInt(index.keys() - 20)) + BEHIND_KEY;
                reader.read(again, picture);
                for (int frame = again - 1; frame > again - STEPS; frame--) {
                    Thread.sleep(1000 / CagePainter.RATE);
                    int before = frame;
                    double millis = Samples.millis(() -> reader.read(before, picture));
                    backward.add(millis);
                    if (index.isKey(frame + 1)) {
                        border.add(millis);
                    }
                    Films.check(before, picture);
                }
            }
        }
        String on = films.name(kind);
        table.add(new Row("reverse step, p95", on, backward.p95(), forward.p95(), "ms", 1.5, "forward step"));
        table.add(new Row(
                "reverse step across a key frame, p95", on, border.p95(), forward.p95(), "ms", 1.5, "forward step"));
    }
}
