package org.ictograph.localizer;

import java.util.List;
import org.ictograph.video.VideoException;
import org.ictograph.work.Progress;

/** Makes a clip encoder from films alone. The same films and settings give the same encoder on the same machine. */
public interface Pretrainer {
    /** Name of the encoder that is made. */
    String model();

    /**
     * @param films cages in an order that stays the same
     * @throws VideoException when a video cannot be read
     * @throws LocalizerException when there is too little to look at, or the encoder cannot be read or written
     * @throws java.util.concurrent.CancellationException when the progress says so; what was reached is kept
     */
    Pretrained pretrain(List<Footage> cages, Trainer.Films films, Progress progress)
            throws VideoException, LocalizerException;
}
