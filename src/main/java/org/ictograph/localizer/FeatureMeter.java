package org.ictograph.localizer;

import java.util.List;
import org.ictograph.video.FrameReader;
import org.ictograph.video.VideoException;
import org.ictograph.work.Progress;

/**
 * The encoder of a model, ready to run: it sees a film in overlapping clips and gives numbers for each. Closing frees its
 * weights. One film at a time.
 */
public interface FeatureMeter extends AutoCloseable {
    /** SHA-256 of its weights and whatever else the numbers depend on. */
    String weights();

    /** Frames a second that it sees, whatever the rate of the film. */
    double rate();

    /** Frames from the begin of one clip to that of the next. */
    int stride();

    /** Frames of a clip. */
    int frames();

    /**
     * Looks at the whole picture of a film.
     *
     * @return the numbers of each clip, all equally many
     * @throws VideoException when the film cannot be decoded
     * @throws LocalizerException when the network cannot be run
     * @throws java.util.concurrent.CancellationException when the progress says so
     */
    List<float[]> measure(FrameReader film, Progress progress) throws VideoException, LocalizerException;

    @Override
    void close();
}
