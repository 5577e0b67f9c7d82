package org.ictograph.localizer.torch;

import ai.djl.engine.EngineException;
import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import org.ictograph.localizer.LocalizerException;
import org.ictograph.work.Lane;
import org.ictograph.work.Progress;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The way from the decoder to the network: clips are gathered into batches, and the network looks at one on a thread of its own
 * while the next is decoded. At most {@value #AHEAD} batches are on the way; then the decoder waits. Batches are the same, and
 * in the same order, as if one did both. A clip that shows the same pictures as the one before, as all do within a gap of the film,
 * is looked at once. Native memory holds one batch at a time, half as large a one when it runs out. Filled by one thread.
 */
final class ClipQueue implements AutoCloseable {
    private static final int BATCH = 8;
    private static final int AHEAD = 3;
    private static final Logger LOG = LoggerFactory.getLogger(ClipQueue.class);

    /** @param times how many clips of the cage show these pictures, one after the other */
    private record Clip(int cage, List<float[]> pictures, int times) {
        /** Whether these are the same pictures, not only alike. */
        boolean is(int other, List<float[]> shown) {
            return cage == other && pictures.equals(shown);
        }
    }

    private final Torch torch;
    private final ClipClassifier network;
    private final ClipPixels pixels;
    private final ByteBuffer memory;
    private final List<List<float[]>> steps = new ArrayList<>();
    private final Lane lane = new Lane("network", AHEAD);
    private final AtomicReference<@Nullable Throwable> failure = new AtomicReference<>();
    private List<Clip> gathered = new ArrayList<>();
    private int together = BATCH;
    private volatile boolean ended;

    ClipQueue(Torch torch, ClipClassifier network, ClipPixels pixels, int cages) {
        this.torch = torch;
        this.network = network;
        this.pixels = pixels;
        this.memory = pixels.memory(BATCH);
        for (int i = 0; i < cages; i++) {
            steps.add(new ArrayList<>());
        }
    }

    /** The next clip of a cage. Waits while the network lags behind. */
    void add(int cage, List<float[]> pictures) {
        int last = gathered.size() - 1;
        if (last >= 0 && gathered.get(last).is(cage, pictures)) {
            gathered.set(last, new Clip(cage, pictures, gathered.get(last).times + 1));
            return;
        }
        if (gathered.size() == BATCH) {
            passOn();
        }
        gathered.add(new Clip(cage, pictures, 1));
    }

    private void passOn() {
        List<Clip> batch = gathered;
        gathered = new ArrayList<>();
        lane.execute(() -> {
            try {
                look(batch);
            } catch (LocalizerException | RuntimeException | Error broken) {
                failure.compareAndSet(null, broken);
                ended = true;
            }
        });
    }

    /** Work that feeds this and stops when the network has failed. */
    Progress feeding(Progress progress) {
        return new Progress() {
            @Override
            public void report(double fraction, String what) {
                progress.report(fraction, what);
            }

            @Override
            public boolean cancelled() {
                return ended || progress.cancelled();
            }
        };
    }

    /**
     * Waits for the network.
     *
     * @return for each cage the features of its clips, in order
     * @throws LocalizerException when the network failed
     */
    List<List<float[]>> finish() throws LocalizerException {
        if (!gathered.isEmpty()) {
            passOn();
        }
        List<List<float[]>> all = lane.submit(() -> steps).join();
        requireWhole();
        return List.copyOf(all);
    }

    /** @throws LocalizerException when the network failed */
    void requireWhole() throws LocalizerException {
        Throwable broken = failure.get();
        if (broken instanceof LocalizerException told) {
            throw told;
        } else if (broken instanceof Error error) {
            throw error;
        } else if (broken != null) {
            throw (RuntimeException) broken;
        }
    }

    private void look(List<Clip> batch) throws LocalizerException {
        int from = 0;
        while (from < batch.size() && !ended) {
            List<Clip> some = batch.subList(from, Math.min(batch.size(), from + together));
            try (NDManager manager = torch.manager();
                    NDArray seen =
                            pixels.of(manager, some.stream().map(Clip::pictures).toList(), memory);
                    NDArray features = network.features(seen)) {
                float[] numbers = features.toFloatArray();
                int width = numbers.length / some.size();
                for (int i = 0; i < some.size(); i++) {
                    float[] step = new float[width];
                    System.arraycopy(numbers, i * width, step, 0, width);
                    steps.get(some.get(i).cage).addAll(Collections.nCopies(some.get(i).times, step));
                }
                from += some.size();
            } catch (EngineException broken) {
                if (!Torch.outOfMemory(broken) || some.size() == 1) {
                    throw new LocalizerException(
                            "The network could not look at a clip (" + broken.getMessage()
                                    + "); give it more memory, or compute on the CPU.",
                            broken);
                }
                together = some.size() / 2;
                LOG.warn("Memory ran out for {} clips at once; {} are tried", some.size(), together);
            }
        }
    }

    /** Lets the network finish the batch it looks at, and drops what else is on the way. */
    @Override
    public void close() {
        ended = true;
        lane.close();
    }
}
