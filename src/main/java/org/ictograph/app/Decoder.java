package org.ictograph.app;

import java.io.BufferedInputStream;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import org.ictograph.video.ffmpeg.FfmpegVideos;
import org.ictograph.video.process.DecoderHost;

/** Where a decoder process starts; the program starts it, nobody else. Its standard streams belong to the program. */
public final class Decoder {
    private Decoder() {}

    public static void main(String[] args) {
        FileOutputStream out = new FileOutputStream(FileDescriptor.out);
        // Nothing else may be printed where the program listens.
        System.setOut(System.err);
        new DecoderHost(new FfmpegVideos(), FfmpegVideos::packetsRead, new BufferedInputStream(System.in), out).run();
        // The program is gone: no farewell to a call that may hang.
        Runtime.getRuntime().halt(0);
    }
}
