package org.ictograph.video.ffmpeg;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.bytedeco.ffmpeg.avutil.AVFrame;
import org.bytedeco.ffmpeg.global.avutil;
import org.ictograph.video.ClipOrder;
import org.ictograph.video.CutClip;
import org.ictograph.video.OpticalFlow;
import org.ictograph.video.VideoException;
import org.ictograph.work.Lane;
import org.ictograph.work.Progress;

/**
 * Encodes clips on two lanes, each clip on one of them from begin to end. Whoever feeds frames waits while a lane has enough
 * of them. Closing before {@link #finish} has returned deletes all clips.
 */
final class EncoderLanes implements AutoCloseable {
    /** Frames that wait on one lane at most: about 10 MB of VGA pictures. */
    private static final int BOUND = 24;

    private final List<ClipOrder> orders;
    private final OpticalFlow flow;
    private final List<Lane> lanes = List.of(new Lane("clips-1", BOUND), new Lane("clips-2", BOUND));
    /** Clips under way. */
    private final Map<Integer, ClipFile> clips = new ConcurrentHashMap<>();
    /** Files of clips under way and of complete ones. */
    private final Queue<Path> begun = new ConcurrentLinkedQueue<>();

    private final List<CompletableFuture<CutClip>> outcomes = new ArrayList<>();
    private final CompletableFuture<Void> stopped = new CompletableFuture<>();
    private boolean complete;

    EncoderLanes(List<ClipOrder> orders, OpticalFlow flow) {
        this.orders = orders;
        this.flow = flow;
        orders.forEach(order -> outcomes.add(new CompletableFuture<>()));
    }

    /**
     * Gives a picture to a clip.
     *
     * @param picture 4:2:0 source picture; a reference is kept as long as needed
     * @param times how many frames of the clip show it
     * @param last true when the clip is complete with it
     * @throws VideoException when an earlier piece of work failed
     */
    void add(int number, AVFrame picture, int times, boolean last) throws VideoException {
        throwFailure();
        AVFrame reference = Reason.allocated(avutil.av_frame_clone(picture));
        lanes.get(number % lanes.size()).execute(() -> {
            try {
                encode(number, reference, times, last);
            } finally {
                avutil.av_frame_free(reference);
            }
        });
    }

    private void encode(int number, AVFrame picture, int times, boolean last) {
        if (stopped.isDone()) {
            return;
        }
        try {
            ClipFile clip = clips.get(number);
            if (clip == null) {
                clip = new ClipFile(orders.get(number), flow);
                clips.put(number, clip);
                begun.add(orders.get(number).file());
            }
            clip.add(picture, times);
            if (last) {
                CutClip outcome = clip.finish();
                clips.remove(number);
                outcomes.get(number).complete(outcome);
            }
        } catch (VideoException | RuntimeException | OutOfMemoryError failure) {
            stopped.completeExceptionally(failure);
        }
    }

    private void throwFailure() throws VideoException {
        if (!stopped.isCompletedExceptionally()) {
            return;
        }
        try {
            stopped.join();
        } catch (CompletionException failure) {
            if (failure.getCause() instanceof VideoException told) {
                throw told;
            }
            throw failure;
        }
    }

    /** Waits for all clips; their outcomes in the order of the orders. */
    List<CutClip> finish(Progress progress) throws VideoException {
        List<CutClip> cut = new ArrayList<>(orders.size());
        for (CompletableFuture<CutClip> outcome : outcomes) {
            cut.add(awaited(outcome, progress));
        }
        complete = true;
        return cut;
    }

    private CutClip awaited(CompletableFuture<CutClip> outcome, Progress progress) throws VideoException {
        while (true) {
            progress.check();
            throwFailure();
            try {
                return outcome.get(100, TimeUnit.MILLISECONDS);
            } catch (TimeoutException notYet) {
                // look again whether to stop
            } catch (ExecutionException failure) {
                throw new IllegalStateException(failure);
            } catch (InterruptedException interrupted) {
                Thread.currentThread().interrupt();
                throw new CancellationException("Cancelled.");
            }
        }
    }

    /** Ends the lanes and frees everything; unless all clips are complete, deletes what was begun. */
    @Override
    public void close() {
        stopped.complete(null);
        lanes.forEach(Lane::close);
        clips.values().forEach(ClipFile::close);
        if (!complete) {
            begun.forEach(EncoderLanes::delete);
        }
    }

    private static void delete(Path clip) {
        try {
            Files.deleteIfExists(clip);
        } catch (IOException stays) {
            clip.toFile().deleteOnExit();
        }
    }
}
