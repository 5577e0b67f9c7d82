package org.ictograph.video.ffmpeg;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import org.bytedeco.ffmpeg.avcodec.AVCodec;
import org.bytedeco.ffmpeg.avcodec.AVCodecContext;
import org.bytedeco.ffmpeg.avcodec.AVPacket;
import org.bytedeco.ffmpeg.avutil.AVDictionary;
import org.bytedeco.ffmpeg.avutil.AVFrame;
import org.bytedeco.ffmpeg.global.avcodec;
import org.bytedeco.ffmpeg.global.avutil;
import org.ictograph.video.Picture;
import org.ictograph.video.VideoException;

/** Writes a picture as a PNG of 8-bit red, green and blue, whole or not at all. */
final class PngFile {
    private static final int BGRA = 4;
    private static final int RGB = 3;

    private PngFile() {}

    static void write(Picture picture, Path file) throws VideoException {
        byte[] png = encoded(picture, file);
        Path whole = file.toAbsolutePath();
        Path part = whole.resolveSibling("." + whole.getFileName() + ".part");
        try {
            Files.createDirectories(whole.getParent());
            try {
                Files.write(part, png);
                Files.move(part, whole, StandardCopyOption.REPLACE_EXISTING);
            } finally {
                Files.deleteIfExists(part);
            }
        } catch (IOException failure) {
            throw new VideoException(
                    "The picture " + Reason.name(file) + " could not be written to " + whole.getParent()
                            + ". Check the free space and the permissions of the folder.",
                    failure);
        }
    }

    private static byte[] encoded(Picture picture, Path file) throws VideoException {
        AVCodec codec = avcodec.avcodec_find_encoder(avcodec.AV_CODEC_ID_PNG);
        AVCodecContext encoder = Reason.allocated(avcodec.avcodec_alloc_context3(codec));
        AVFrame frame = Planes.frame(picture.width(), picture.height(), avutil.AV_PIX_FMT_RGB24);
        AVPacket packet = Reason.allocated(avcodec.av_packet_alloc());
        try {
            encoder.width(picture.width()).height(picture.height()).pix_fmt(avutil.AV_PIX_FMT_RGB24);
            encoder.time_base(avutil.av_make_q(1, 1)).thread_count(1);
            encoder.flags(avcodec.AV_CODEC_FLAG_BITEXACT);
            Reason.written(avcodec.avcodec_open2(encoder, codec, (AVDictionary) null), file);
            Planes.copyIn(redGreenBlue(picture), frame, 0, picture.width() * RGB, picture.height());
            Reason.written(avcodec.avcodec_send_frame(encoder, frame), file);
            Reason.written(avcodec.avcodec_send_frame(encoder, null), file);
            Reason.written(avcodec.avcodec_receive_packet(encoder, packet), file);
            byte[] bytes = new byte[packet.size()];
            packet.data().get(bytes);
            return bytes;
        } finally {
            avcodec.av_packet_free(packet);
            Planes.free(frame);
            avcodec.avcodec_free_context(encoder);
        }
    }

    private static byte[] redGreenBlue(Picture picture) {
        byte[] bgra = picture.bgra();
        byte[] rgb = new byte[picture.width() * picture.height() * RGB];
        for (int from = 0, to = 0; from < bgra.length; from += BGRA, to += RGB) {
            rgb[to] = bgra[from + 2];
            rgb[to + 1] = bgra[from + 1];
            rgb[to + 2] = bgra[from];
        }
        return rgb;
    }
}
