package org.ictograph.video;

import java.util.Optional;

/**
 * A clip that was cut, decoded again and compared with what went in; or one that cannot be, since a frame of it shows nothing.
 *
 * @param frames decoded again
 * @param firstPsnr likeness of the first frame's brightness to the source, in dB; infinite when equal
 * @param lastPsnr likeness of the last frame's brightness to the source, in dB; infinite when equal
 * @param blank the first frame of the recording that shows nothing but black or grey there, as what decoders and recorders paint
 *     for a lost picture; then no file was made
 */
public record CutClip(
        ClipOrder order,
        int width,
        int height,
        int frames,
        double firstPsnr,
        double lastPsnr,
        Optional<Integer> blank) {
    /** One whose frames all show something. */
    public CutClip(ClipOrder order, int width, int height, int frames, double firstPsnr, double lastPsnr) {
        this(order, width, height, frames, firstPsnr, lastPsnr, Optional.empty());
    }
}
