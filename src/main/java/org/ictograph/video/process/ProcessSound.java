package org.ictograph.video.process;

import org.ictograph.video.Reel;
import org.ictograph.video.SoundReader;
import org.ictograph.video.VideoException;
import org.ictograph.work.Progress;
import org.jspecify.annotations.Nullable;

/** Reads sound in a process of its own, so that it never waits for a picture. A lost process is replaced at the next call. */
final class ProcessSound implements SoundReader {
    private final DecoderPool pool;
    private final Reel reel;
    private @Nullable DecoderProcess process;

    ProcessSound(DecoderPool pool, Reel reel) {
        this.pool = pool;
        this.reel = reel;
    }

    @Override
    public short[] read(long from, int count) throws VideoException {
        try {
            return opened().ask(new Call.Sound(from, count), Progress.NONE);
        } catch (LostDecoder lost) {
            close();
            throw new VideoException(
                    "The decoder " + lost.deed() + " when it read the sound; the recording plays on without.", lost);
        }
    }

    private DecoderProcess opened() throws VideoException, LostDecoder {
        DecoderProcess known = process;
        if (known != null) {
            return known;
        }
        DecoderProcess taken = pool.take();
        process = taken;
        taken.ask(new Call.OpenSound(reel), Progress.NONE);
        return taken;
    }

    @Override
    public void close() {
        DecoderProcess reading = process;
        process = null;
        if (reading != null) {
            // It holds an open file, so it ends rather than wait for another.
            reading.close();
            pool.giveBack(reading);
        }
    }
}
