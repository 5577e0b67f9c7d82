package org.ictograph.session;

import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.function.Supplier;
import org.ictograph.dataset.Datasets;
import org.ictograph.exchange.BoxFormat;
import org.ictograph.exchange.LabelFormat;
import org.ictograph.exchange.PoseReader;
import org.ictograph.localizer.Localizers;
import org.ictograph.store.StudyFiles;
import org.ictograph.video.SoundLines;
import org.ictograph.video.Videos;
import org.ictograph.work.Jobs;

/**
 * What a session works with, wired once by the program.
 *
 * @param localizers the models on the shelf
 * @param formats the label files that can be taken in and given out, the usual one first
 * @param boxes the files of boxes that can be taken in and given out
 * @param fx where observable state is changed: the FX thread behind a window, the calling thread ({@code Runnable::run})
 *     for commands and tests
 * @param sound the way to the loudspeaker
 * @param poses reads files of key points
 */
public record Workplace(
        Videos videos,
        StudyFiles files,
        Localizers localizers,
        Datasets datasets,
        List<LabelFormat> formats,
        List<BoxFormat> boxes,
        Jobs jobs,
        Executor fx,
        SoundLines sound,
        PoseReader poses) {
    public Workplace {
        formats = List.copyOf(formats);
        boxes = List.copyOf(boxes);
    }

    /** One that cannot read key points. */
    public Workplace(
            Videos videos,
            StudyFiles files,
            Localizers localizers,
            Datasets datasets,
            List<LabelFormat> formats,
            List<BoxFormat> boxes,
            Jobs jobs,
            Executor fx,
            SoundLines sound) {
        this(videos, files, localizers, datasets, formats, boxes, jobs, fx, sound, PoseReader.NONE);
    }

    /** One without a loudspeaker and files of boxes. */
    public Workplace(
            Videos videos,
            StudyFiles files,
            Localizers localizers,
            Datasets datasets,
            List<LabelFormat> formats,
            Jobs jobs,
            Executor fx) {
        this(videos, files, localizers, datasets, formats, List.of(), jobs, fx, SoundLines.NONE);
    }

    /** Does something on the FX executor and completes with what came of it; for jobs that end in an edit. */
    public <T> CompletableFuture<T> onFx(Supplier<CompletableFuture<T>> action) {
        return CompletableFuture.completedFuture(0).thenComposeAsync(start -> action.get(), fx);
    }
}
