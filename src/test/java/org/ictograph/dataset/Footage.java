package org.ictograph.dataset;

import java.nio.file.Path;
import java.util.Optional;
import java.util.function.IntUnaryOperator;
import org.ictograph.video.Codec;
import org.ictograph.video.FrameIndex;
import org.ictograph.video.VideoSpec;
import org.ictograph.video.VideoWriter;
import org.ictograph.video.Videos;
import org.ictograph.video.YuvPicture;
import org.ictograph.work.Progress;

/** A real short video of two cages side by side, in which a bright block walks through each. */
final class Footage {
    static final int SECONDS = 25;

    private Footage() {}

    static void write(Videos videos, Path file) throws Exception {
        write(videos, file, SECONDS);
    }

    static void write(Videos videos, Path file, int seconds) throws Exception {
        write(videos, file, seconds, frame -> -1);
    }

    /** @param shade what is all that the first cage shows in a frame, by its number; below 0 it shows its animal */
    static void write(Videos videos, Path file, int seconds, IntUnaryOperator shade) throws Exception {
        try (VideoWriter writer = videos.create(file, new VideoSpec(128, 48, 30, 30, Codec.MPEG4))) {
            for (int frame = 0; frame < seconds * 30; frame++) {
                writer.write(picture(frame, shade.applyAsInt(frame)), Math.round(frame * 1_000_000.0 / 30));
            }
            writer.finish();
        }
    }

    private static YuvPicture picture(int frame, int shade) {
        YuvPicture picture = new YuvPicture(128, 48);
        java.util.Arrays.fill(picture.u(), (byte) 128);
        java.util.Arrays.fill(picture.v(), (byte) 128);
        for (int y = 0; y < 48; y++) {
            for (int x = 0; x < 128; x++) {
                int block = (frame / 2 + (x < 64 ? 0 : 20)) % 48;
                boolean bright = x % 64 >= block && x % 64 < block + 16 && y >= 16 && y < 32;
                int seen = bright ? 200 : 40 + y;
                picture.y()[y * 128 + x] = (byte) (shade >= 0 && x < 64 ? shade : seen);
            }
        }
        return picture;
    }

    /** Two animals; the first has a seizure from 12 to 15 s that ends in a jump; all of it was looked at. */
    static Colony colony(Videos videos, Path file) throws Exception {
        return colony(videos, file, SECONDS);
    }

    static Colony colony(Videos videos, Path file, int seconds) throws Exception {
        FrameIndex index = videos.index(file, Optional.empty(), Progress.NONE);
        return new Colony()
                .recording("M2U00244", file, videos.fingerprint(file), index, "70-3", "Mü/1_ä")
                .reviewed("M2U00244", 1, 0, seconds)
                .reviewed("M2U00244", 2, 0, seconds)
                .consensus("M2U00244", 1, "seizure", 12, 15)
                .consensus("M2U00244", 1, "jumping", 14, 15)
                .consensus("M2U00244", 2, "rearing", 3, 5);
    }

    /** The profile with two parts and tiny pictures. */
    static Profile small(Profile profile) throws DatasetException {
        Profile tiny = profile.withClip(profile.clip().withSide(32));
        return profile.split().kind() == SplitRule.Kind.FOLDS ? tiny.withFolds(2) : tiny;
    }
}
