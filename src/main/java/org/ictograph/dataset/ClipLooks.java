package org.ictograph.dataset;

import java.util.List;
import org.ictograph.model.Box;
import org.ictograph.model.Span;
import org.ictograph.video.Fit;
import org.ictograph.video.LumaVisitor;
import org.ictograph.video.Modality;
import org.ictograph.work.Progress;

/**
 * Watches the clips of a data set while they are decoded, and finds those that show what clips in another part show. Clips that do
 * not show pictures, or fewer than four of them a second, tell nothing. Clips may be
 * watched at the same time, each by one thread.
 */
final class ClipLooks {
    private final Manifest manifest;
    private final FilmLooks looks;

    ClipLooks(Manifest manifest) {
        this.manifest = manifest;
        looks = new FilmLooks(
                manifest.sources().stream().map(Manifest.Source::recording).toList());
    }

    /** Whether clips of this form tell anything. */
    static boolean telling(ClipForm form) {
        return form.modality() == Modality.PICTURE && form.frameRate() * FilmPrint.STEP >= Span.SECOND;
    }

    /** What is to see the clip's pictures, in order. */
    LumaVisitor watching(Manifest.Clip clip) {
        ClipForm form = manifest.profile().clip();
        if (!telling(form)) {
            return (frame, micros, luma) -> {};
        }
        long start = clip.source().startMicros();
        FilmPrint.Maker maker = new FilmPrint.Maker(start);
        int last = form.frames() - 1;
        Box cage = cage(clip.cut(), form.fit());
        return (frame, micros, luma) -> {
            maker.see(start + micros, luma, clip.cut().width(), cage);
            if (frame == last) {
                add(clip, maker.print());
            }
        };
    }

    private synchronized void add(Manifest.Clip clip, FilmPrint print) {
        looks.add(clip.place(), clip.part(), print);
    }

    /** Where the cage is in the clip's picture, without the black beside it. */
    private static Box cage(Manifest.Cut cut, Fit fit) {
        if (fit != Fit.PADDED) {
            return new Box(0, 0, cut.width(), cut.height());
        }
        double scale = Math.min(
                (double) cut.width() / cut.crop().width(),
                (double) cut.height() / cut.crop().height());
        int width = (int) Math.min(cut.width(), Math.round(scale * cut.crop().width()));
        int height = (int) Math.min(cut.height(), Math.round(scale * cut.crop().height()));
        return new Box((cut.width() - width) / 2, (cut.height() - height) / 2, width, height);
    }

    /** The copies among what was seen. */
    List<FilmLooks.Twin> twins(Progress progress) {
        return looks.twins(progress);
    }
}
