package org.ictograph.video.sound;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import javax.sound.sampled.AudioFormat;
import javax.sound.sampled.AudioSystem;
import javax.sound.sampled.LineUnavailableException;
import javax.sound.sampled.SourceDataLine;
import org.ictograph.video.SoundLine;
import org.ictograph.video.SoundLines;
import org.ictograph.video.SoundReader;
import org.ictograph.video.VideoException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The usual loudspeaker of the machine. */
public final class MixerLines implements SoundLines {
    private static final Logger LOG = LoggerFactory.getLogger(MixerLines.class);
    private static final int BITS = 16;
    private static final int FRAME = SoundReader.CHANNELS * Short.BYTES;
    /** Half a second: whoever writes less ahead never waits. */
    private static final int BUFFER = SoundReader.RATE / 2 * FRAME;

    @Override
    public SoundLine open() throws VideoException {
        try {
            AudioFormat format = new AudioFormat(SoundReader.RATE, BITS, SoundReader.CHANNELS, true, false);
            SourceDataLine line = AudioSystem.getSourceDataLine(format);
            line.open(format, BUFFER);
            line.start();
            return new MixerLine(line);
        } catch (LineUnavailableException | IllegalArgumentException | LinkageError none) {
            LOG.info("No sound: {}", none.toString());
            throw new VideoException(
                    "Sound cannot be heard here: there is no sound card, or another program holds it. "
                            + "The recording plays on without.",
                    none);
        }
    }

    private record MixerLine(SourceDataLine line) implements SoundLine {
        @Override
        public void write(short[] samples) {
            byte[] bytes = new byte[samples.length * Short.BYTES];
            ByteBuffer.wrap(bytes)
                    .order(ByteOrder.LITTLE_ENDIAN)
                    .asShortBuffer()
                    .put(samples);
            line.write(bytes, 0, bytes.length);
        }

        @Override
        public int pending() {
            return Math.max(0, line.getBufferSize() - line.available()) / FRAME;
        }

        @Override
        public void flush() {
            line.flush();
        }

        @Override
        public void close() {
            line.flush();
            line.close();
        }
    }
}
