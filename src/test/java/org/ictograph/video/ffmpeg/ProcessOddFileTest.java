package org.ictograph.video.ffmpeg;

import org.ictograph.app.Decoder;
import org.ictograph.video.Videos;
import org.ictograph.video.process.ProcessVideos;
import org.junit.jupiter.api.AfterAll;

/** All of it again with files that are read in processes of their own. */
class ProcessOddFileTest extends OddFileTest {
    private static final ProcessVideos PROCESSES = new ProcessVideos(new FfmpegVideos(), Decoder.class);

    @Override
    Videos videos() {
        return PROCESSES;
    }

    @AfterAll
    static void endProcesses() {
        PROCESSES.close();
    }
}
