package org.ictograph.video.ffmpeg;

import java.util.Arrays;
import org.bytedeco.ffmpeg.avutil.AVFrame;
import org.bytedeco.ffmpeg.global.avutil;
import org.bytedeco.ffmpeg.global.swscale;
import org.ictograph.video.FlowCode;
import org.ictograph.video.Modality;
import org.ictograph.video.OpticalFlow;
import org.ictograph.video.VideoException;

/**
 * What changes from each picture of a clip to the next, as a picture again: the difference of brightness as grey, or optical flow in
 * the colours of {@link FlowCode}. Confined to one thread at a time.
 */
final class ClipChanges implements AutoCloseable {
    private static final int BLACK = 16;
    private static final int WHITE = 235;
    private static final byte GREY = (byte) 128;
    private static final int CHANNELS = 3;

    private final Modality modality;
    private final OpticalFlow flow;
    private final int width;
    private final int height;
    private final FrameScaler scaler = new FrameScaler(swscale.SWS_BILINEAR | swscale.SWS_ACCURATE_RND);
    private final AVFrame colours;
    private final AVFrame shown;
    private byte[] before;
    private byte[] now;
    private boolean begun;

    ClipChanges(Modality modality, OpticalFlow flow, int width, int height) {
        this.modality = modality;
        this.flow = flow;
        this.width = width;
        this.height = height;
        this.before = new byte[width * height];
        this.now = new byte[width * height];
        this.colours = Planes.frame(width, height, avutil.AV_PIX_FMT_RGB24);
        this.shown = Planes.frame(width, height, avutil.AV_PIX_FMT_YUV420P);
    }

    /**
     * The next picture, 4:2:0.
     *
     * @return false for the first one, of which nobody knows what has changed
     */
    boolean see(AVFrame picture) throws VideoException {
        byte[] older = before;
        before = now;
        now = older;
        Planes.copyOut(picture, 0, width, height, now);
        boolean first = !begun;
        paint(first ? now : before);
        begun = true;
        return !first;
    }

    /** What has changed, or nothing after the first picture; valid until the next one is seen. */
    AVFrame frame() {
        return shown;
    }

    private void paint(byte[] old) throws VideoException {
        avutil.av_frame_make_writable(shown);
        if (modality.flow()) {
            byte[] pixels = FlowCode.pixels(flow.between(modality, old, now, width, height));
            Planes.copyIn(pixels, colours, 0, CHANNELS * width, height);
            scaler.scale(colours, shown);
            return;
        }
        byte[] grey = new byte[now.length];
        for (int i = 0; i < grey.length; i++) {
            int difference = Math.abs((now[i] & 0xff) - (old[i] & 0xff));
            grey[i] = (byte) Math.min(WHITE, BLACK + difference);
        }
        byte[] none = new byte[width * height / 4];
        Arrays.fill(none, GREY);
        Planes.copyIn(grey, shown, 0, width, height);
        Planes.copyIn(none, shown, 1, width / 2, height / 2);
        Planes.copyIn(none, shown, 2, width / 2, height / 2);
    }

    @Override
    public void close() {
        Planes.free(colours);
        Planes.free(shown);
        scaler.close();
    }
}
