package org.ictograph.ui.annotate;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.image.Image;
import javafx.scene.image.PixelFormat;
import javafx.scene.image.WritableImage;
import org.ictograph.model.Box;
import org.ictograph.model.Recording;
import org.ictograph.session.FilmStrip;
import org.ictograph.timeline.Viewport;
import org.ictograph.video.Picture;

/**
 * Paints the stills of a cage side by side, at times that stay the same while the view is moved, so that stills are used
 * again. What is missing is wished for and painted once it comes.
 */
final class FilmPainter {
    /** Stills that are kept: a few screens' worth, 100 kB each. */
    private static final int KEPT = 200;

    /** A still has at least so many pixels from its left to the left of the next. */
    private static final double LEAST = 64;

    private static final long FINEST = 125_000;

    private final FilmStrip strip;
    private final Map<Long, Image> stills = new LinkedHashMap<>(KEPT, 0.75f, true);
    private Optional<UUID> shown = Optional.empty();
    private List<Long> wished = List.of();

    /** @param repaint is called when a still has come */
    FilmPainter(FilmStrip strip, Runnable repaint) {
        this.strip = strip;
        strip.onStill((time, still) -> {
            stills.put(time, image(still));
            if (stills.size() > KEPT) {
                stills.remove(stills.keySet().iterator().next());
            }
            repaint.run();
        });
    }

    private static Image image(Picture still) {
        WritableImage image = new WritableImage(still.width(), still.height());
        image.getPixelWriter()
                .setPixels(
                        0,
                        0,
                        still.width(),
                        still.height(),
                        PixelFormat.getByteBgraPreInstance(),
                        still.bgra(),
                        0,
                        4 * still.width());
        return image;
    }

    /** The times of the stills of a view: multiples of a step that doubles as the view goes farther. */
    static List<Long> times(Viewport view) {
        long step = FINEST;
        while (step < LEAST * view.microsPerPixel()) {
            step *= 2;
        }
        List<Long> times = new ArrayList<>();
        for (long at = view.start() / step * step; at < view.end(); at += step) {
            times.add(at);
        }
        return times;
    }

    /** Paints the stills of one cage that have come. */
    void paint(GraphicsContext canvas, Recording recording, Box box, Viewport view, double y, double height) {
        List<Long> times = times(view);
        double room = times.size() < 2 ? view.width() : view.xOf(times.get(1)) - view.xOf(times.get(0));
        for (long time : times) {
            Image still = stills.get(time);
            if (still != null && shown.equals(Optional.of(recording.id()))) {
                double across = still.getWidth() / recording.width();
                double down = still.getHeight() / recording.height();
                double width = Math.min(room - 1, height * box.width() / box.height());
                canvas.drawImage(
                        still,
                        box.x() * across,
                        box.y() * down,
                        box.width() * across,
                        box.height() * down,
                        view.xOf(time),
                        y,
                        width,
                        height);
            }
        }
    }

    /** Wishes for what is missing in a view. */
    void wish(Recording recording, Viewport view) {
        if (!shown.equals(Optional.of(recording.id()))) {
            shown = Optional.of(recording.id());
            stills.clear();
            wished = List.of();
        }
        List<Long> missing =
                times(view).stream().filter(time -> !stills.containsKey(time)).toList();
        if (!missing.isEmpty() && !wished.containsAll(missing)) {
            wished = missing;
            strip.wish(recording, missing);
        }
    }
}
