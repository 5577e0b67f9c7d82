package org.ictograph.app;

import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.ictograph.session.SessionException;
import org.ictograph.video.FrameIndex;
import org.ictograph.video.FrameReader;
import org.ictograph.video.Picture;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code frame VIDEO}: one exact frame as PNG, in source pixels. */
@Command(name = "frame", description = "Write one exact frame as PNG.", mixinStandardHelpOptions = true)
final class FrameCommand implements Callable<Integer> {
    /** Which frame. */
    static final class Which {
        @Option(names = "--index", paramLabel = "N", description = "frame number, from 0, in presentation order")
        private @Nullable Integer index;

        @Option(names = "--time", paramLabel = "S", description = "seconds since the first frame")
        private @Nullable Double time;
    }

    private final Desk desk;

    @Parameters(paramLabel = "VIDEO")
    private Path video = Path.of("");

    @ArgGroup(exclusive = true, multiplicity = "1")
    private Which which = new Which();

    @Option(names = "-o", paramLabel = "PNG", required = true)
    private Path output = Path.of("");

    FrameCommand(Desk desk) {
        this.desk = desk;
    }

    @Override
    public Integer call() throws Exception {
        FrameIndex index =
                desk.videos().index(video, Optional.empty(), desk.progress("reading " + video.getFileName()));
        int frame = frame(index);
        try (FrameReader reader = desk.videos().open(video, index)) {
            Picture picture = new Picture(reader.width(), reader.height());
            reader.read(frame, picture);
            desk.videos().writePng(picture, output);
        }
        desk.console().noProgress();
        desk.console().print("frame %d at %.6f s -> %s", frame, index.microsOf(frame) / 1e6, output);
        return Program.DONE;
    }

    private int frame(FrameIndex index) throws SessionException {
        if (which.index != null) {
            int number = which.index;
            if (number < 0 || number >= index.frames()) {
                throw new SessionException(video + " has the frames 0 to " + (index.frames() - 1)
                        + ", so there is no frame " + number + ".");
            }
            return number;
        }
        double seconds = which.time == null ? 0 : which.time;
        long micros = Math.round(seconds * 1e6);
        if (micros < 0 || micros >= index.duration()) {
            throw new SessionException(video + " runs from 0 to " + index.duration() / 1e6
                    + " s, so nothing is shown at " + seconds + " s.");
        }
        return index.frameAt(micros);
    }
}
