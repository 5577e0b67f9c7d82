package org.ictograph.localizer;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.ictograph.model.Cage;
import org.ictograph.model.Span;
import org.ictograph.video.FrameReader;
import org.ictograph.video.VideoException;
import org.ictograph.work.Progress;

/**
 * Looks at a recording once, in order, and measures the motion of all its cages. Confined to one thread; memory does not
 * grow with the size of the video, only by four values a second and cage.
 */
final class MotionPass {
    private final double noise;
    private final double flash;

    /**
     * @param noise change of a pixel's brightness that is put down to the camera
     * @param flash change of the middle block in one 1/32 s from which on it is the light that changes, not an animal
     */
    MotionPass(double noise, double flash) {
        this.noise = noise;
        this.flash = flash;
    }

    /**
     * @return one outcome for each cage, in the same order
     * @throws VideoException when the video cannot be decoded
     * @throws java.util.concurrent.CancellationException when the progress says so
     */
    List<CageMotion> measure(FrameReader reader, List<Cage> cages, Progress progress) throws VideoException {
        List<CageWatch> watches = new ArrayList<>();
        for (Cage cage : cages) {
            BlockGrid grid = new BlockGrid(cage.box(), cage.tagMask(), reader.width());
            watches.add(new CageWatch(grid, noise, flash));
        }
        int frames = reader.index().frames();
        Set<Long> resumed =
                reader.index().gaps().spans().stream().map(Span::end).collect(Collectors.toSet());
        reader.scan(
                0,
                frames,
                (frame, micros, luma) -> {
                    progress.check();
                    if (resumed.contains(micros)) {
                        watches.forEach(watch -> watch.resume(micros, luma));
                    } else {
                        watches.forEach(watch -> watch.see(micros, luma));
                    }
                },
                progress);
        long duration = reader.index().duration();
        return watches.stream().map(watch -> watch.finish(duration)).toList();
    }
}
