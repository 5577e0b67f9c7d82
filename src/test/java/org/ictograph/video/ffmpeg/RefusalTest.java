package org.ictograph.video.ffmpeg;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Optional;
import org.ictograph.video.Codec;
import org.ictograph.video.FrameReport.Kind;
import org.ictograph.video.VideoException;
import org.ictograph.video.VideoFacts;
import org.ictograph.video.VideoSpec;
import org.ictograph.video.VideoWriter;
import org.ictograph.video.Videos;
import org.ictograph.video.YuvPicture;
import org.ictograph.work.Progress;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;
import org.junit.jupiter.api.io.TempDir;

/** What is no video is refused with a sentence, and what is refused leaves nothing behind. */
class RefusalTest {
    @TempDir
    Path folder;

    private final Videos videos = videos();

    /** The same must hold for video that comes another way. */
    Videos videos() {
        return new FfmpegVideos();
    }

    private void refused(Path file, String because) {
        for (var attempt : new Executable[] {
            () -> videos.probe(file, Progress.NONE), () -> videos.index(file, Optional.empty(), Progress.NONE)
        }) {
            String sentence =
                    String.valueOf(assertThrows(VideoException.class, attempt).getMessage());
            assertTrue(sentence.contains(because), sentence);
            assertTrue(sentence.contains("“" + file.getFileName() + "”"), sentence);
            assertTrue(sentence.endsWith("."), sentence);
            assertFalse(sentence.contains("Exception"), sentence);
        }
    }

    private Path file(String name, byte[] content) throws IOException {
        return Files.write(folder.resolve(name), content);
    }

    @Test
    void missingAndEmptyFiles() throws Exception {
        refused(folder.resolve("gone.mp4"), "There is no video file");
        String folderNamed =
                String.valueOf(assertThrows(VideoException.class, () -> videos.probe(folder, Progress.NONE))
                        .getMessage());
        assertTrue(folderNamed.contains("is a folder"), folderNamed);
        refused(file("empty.avi", new byte[0]), "is empty");
    }

    @Test
    void textAndPlaylistsInDisguise() throws Exception {
        refused(file("notes.mp4", "rat 12 had a seizure".getBytes(StandardCharsets.UTF_8)), "is not a video");
        Path secret = folder.resolve("secret.mp4");
        Clips.write(videos, secret, Codec.MPEG4, 3, Clips::constant);
        String hls = "#EXTM3U\n#EXT-X-TARGETDURATION:1\n#EXTINF:1,\n" + secret + "\n#EXT-X-ENDLIST\n";
        refused(file("list.mp4", hls.getBytes(StandardCharsets.UTF_8)), "is not a video");
        String concat = "ffconcat version 1.0\nfile '" + secret + "'\n";
        refused(file("list.avi", concat.getBytes(StandardCharsets.UTF_8)), "is not a video");
    }

    @Test
    void aCutMp4LacksItsTableOfContents() throws Exception {
        Path whole = folder.resolve("whole.mp4");
        Clips.write(videos, whole, Codec.H264, 20, Clips::constant);
        byte[] bytes = Files.readAllBytes(whole);
        refused(file("cut.mp4", Arrays.copyOf(bytes, bytes.length * 3 / 5)), "is cut short");
    }

    @Test
    void aCutAviIsReadAsFarAsItGoesAndSaysSo() throws Exception {
        Path whole = folder.resolve("whole.avi");
        Clips.write(videos, whole, Codec.MPEG4, 60, Clips::constant);
        byte[] bytes = Files.readAllBytes(whole);
        VideoFacts facts = videos.probe(file("cut.avi", Arrays.copyOf(bytes, bytes.length * 3 / 5)), Progress.NONE);
        assertTrue(facts.report().has(Kind.TRUNCATED));
        assertTrue(facts.frames() > 20 && facts.frames() < 50, "frames: " + facts.frames());
    }

    @Test
    void soundAloneIsNoVideo() throws Exception {
        Path whole = folder.resolve("whole.avi");
        Clips.write(videos, whole, Codec.MPEG4, 2, Clips::constant);
        ByteBuffer avi = ByteBuffer.wrap(Files.readAllBytes(whole)).order(ByteOrder.LITTLE_ENDIAN);
        // The stream header says what a stream holds: "vids" or "auds".
        int type = new String(avi.array(), StandardCharsets.ISO_8859_1).indexOf("vids");
        avi.put(type, "auds".getBytes(StandardCharsets.ISO_8859_1));
        int format = new String(avi.array(), StandardCharsets.ISO_8859_1).indexOf("strf") + 8;
        // Plain samples, one channel, 8000 a second, one byte each.
        avi.position(format).putShort((short) 1).putShort((short) 1);
        avi.putInt(8000).putInt(8000).putShort((short) 1).putShort((short) 8).putShort((short) 0);
        refused(file("sound.avi", avi.array()), "holds no video");
    }

    @Test
    void anUnknownCodecIsNamed() throws Exception {
        Path whole = folder.resolve("whole.avi");
        Clips.write(videos, whole, Codec.MPEG4, 5, Clips::constant);
        String bytes = new String(Files.readAllBytes(whole), StandardCharsets.ISO_8859_1);
        byte[] unknown = bytes.replace("FMP4", "ZZZZ").getBytes(StandardCharsets.ISO_8859_1);
        refused(file("odd.avi", unknown), "cannot decode");
    }

    @Test
    void giantPicturesAreRefusedUnseen() throws Exception {
        Path whole = folder.resolve("whole.avi");
        Clips.write(videos, whole, Codec.MPEG4, 5, Clips::constant);
        byte[] bytes = Files.readAllBytes(whole);
        // The format chunk of the stream holds width and height after its own size.
        int format = new String(bytes, StandardCharsets.ISO_8859_1).indexOf("strf") + 8;
        ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN).putInt(format + 4, 20_000);
        refused(file("giant.avi", bytes), "at most 8192");
    }

    @Test
    void anUnfinishedVideoLeavesNothing() throws Exception {
        Path file = folder.resolve("never.mp4");
        try (VideoWriter writer = videos.create(file, new VideoSpec(64, 48, 25, 10, Codec.H264))) {
            writer.write(new YuvPicture(64, 48), 0);
            assertFalse(Files.exists(file), "the name is given at the end");
        }
        try (var left = Files.list(folder)) {
            assertEquals(0, left.count());
        }
    }

    @Test
    void anUnknownContainerIsRefused() {
        VideoException refusal = assertThrows(
                VideoException.class,
                () -> videos.create(folder.resolve("film.xyz"), new VideoSpec(64, 48, 25, 10, Codec.H264)));
        assertTrue(String.valueOf(refusal.getMessage()).contains(".mp4"), refusal.getMessage());
    }

    @Test
    void aFolderThatCannotBeWrittenIsNamed() throws Exception {
        Path file = file("plain", new byte[] {1}).resolve("film.mp4");
        VideoException refusal = assertThrows(
                VideoException.class, () -> videos.create(file, new VideoSpec(64, 48, 25, 10, Codec.H264)));
        assertTrue(String.valueOf(refusal.getMessage()).contains("plain"), refusal.getMessage());
    }
}
