package org.ictograph.video.ffmpeg;

import org.ictograph.video.Reel;
import org.ictograph.video.SoundReader;
import org.ictograph.video.VideoException;
import org.jspecify.annotations.Nullable;

/** The sound of a recording of one or more files. One file is open at a time. */
final class ReelSound implements SoundReader {
    private final Reel reel;
    private @Nullable SoundFile open;
    private int number = -1;

    ReelSound(Reel reel) {
        this.reel = reel;
    }

    @Override
    public short[] read(long from, int count) throws VideoException {
        short[] samples = new short[count * CHANNELS];
        for (int i = 0; i < reel.pieces().size(); i++) {
            Reel.Piece piece = reel.pieces().get(i);
            long start = sample(piece.start());
            long begin = Math.max(from, start);
            long end = Math.min(from + count, sample(piece.end()));
            if (begin < end) {
                opened(i).read(begin - start, samples, (int) (begin - from), (int) (end - begin));
            }
        }
        return samples;
    }

    private static long sample(long micros) {
        return Math.round(micros * (double) RATE / 1_000_000);
    }

    private SoundFile opened(int wanted) throws VideoException {
        SoundFile known = open;
        if (known != null && wanted == number) {
            return known;
        }
        close();
        SoundFile made = new SoundFile(reel.pieces().get(wanted).file());
        open = made;
        number = wanted;
        return made;
    }

    @Override
    public void close() {
        SoundFile known = open;
        open = null;
        if (known != null) {
            known.close();
        }
    }
}
