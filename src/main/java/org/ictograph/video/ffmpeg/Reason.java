package org.ictograph.video.ffmpeg;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.bytedeco.ffmpeg.global.avutil;
import org.ictograph.video.VideoException;

/** What FFmpeg's numbers mean, in words. */
final class Reason {
    private static final int LONGEST = 256;

    private Reason() {}

    /** The library's own words for an error number, for example {@code No space left on device}. */
    static String of(int code) {
        byte[] words = new byte[LONGEST];
        avutil.av_strerror(code, words, words.length);
        int length = 0;
        while (length < words.length && words[length] != 0) {
            length++;
        }
        return new String(words, 0, length, StandardCharsets.UTF_8);
    }

    /** The name of a file in a sentence. */
    static String name(Path file) {
        return "“" + file.getFileName() + "”";
    }

    /** For a path that leads to no file. */
    static VideoException noFile(Path path) {
        return new VideoException(
                Files.isDirectory(path)
                        ? "“" + path + "” is a folder. Name the video file in it."
                        : "There is no video file " + name(path) + " in "
                                + path.toAbsolutePath().getParent()
                                + ". Check the path, or connect the disk it is on.");
    }

    /** Passes a result through, or tells that writing a file failed. */
    static int written(int result, Path file) throws VideoException {
        if (result < 0) {
            throw new VideoException(
                    "Writing " + name(file) + " in " + file.toAbsolutePath().getParent() + " failed: " + of(result)
                            + ". Check the free space and the permissions of the folder.");
        }
        return result;
    }

    /** Says that the machine has no memory left when a native allocation gives nothing. */
    static <T extends org.bytedeco.javacpp.Pointer> T allocated(T pointer) {
        if (pointer == null || pointer.isNull()) {
            throw new OutOfMemoryError("No memory left for video.");
        }
        return pointer;
    }
}
