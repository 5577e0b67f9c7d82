package org.ictograph.localizer.torch;

import java.util.List;

/**
 * How large a VideoMAE is that begins from nothing. Its tubelets are two frames of 16 × 16 pixels, its decoder is half as wide.
 *
 * @param image height and width of a frame, pixels; a multiple of 16
 * @param frames of a clip; even
 * @param hidden numbers a token
 * @param heads of attention, even
 * @param layers of the encoder
 * @param decoderLayers of the decoder, which only pre-training needs
 */
public record VideoMaeSize(int image, int frames, int hidden, int heads, int layers, int decoderLayers) {
    /** For a CPU: 0.6 million numbers. */
    public static final VideoMaeSize SMALL = new VideoMaeSize(96, 16, 96, 4, 4, 2);

    /** As published: 86 million numbers and 8 in the decoder; needs a GPU. */
    public static final VideoMaeSize BASE = new VideoMaeSize(224, 16, 768, 12, 12, 4);

    static final int PATCH = 16;
    static final int DEPTH = 2;

    /** The names by which a size can be chosen. */
    public static final List<String> NAMES = List.of("small", "base");

    public VideoMaeSize {
        if (image < PATCH || image % PATCH != 0 || frames < DEPTH || frames % DEPTH != 0) {
            throw new IllegalArgumentException("A clip is cut into pieces of 2 frames of 16 × 16 pixels.");
        }
        if (heads < 2 || heads % 2 != 0 || hidden % (2 * heads) != 0 || layers < 1 || decoderLayers < 1) {
            throw new IllegalArgumentException("The width of a network is a multiple of twice its even heads.");
        }
    }

    /** @throws IllegalArgumentException when it is none of {@link #NAMES} */
    public static VideoMaeSize named(String name) {
        return switch (name) {
            case "small" -> SMALL;
            case "base" -> BASE;
            default ->
                throw new IllegalArgumentException(
                        "There is no size " + name + ", only " + String.join(" and ", NAMES) + ".");
        };
    }
}
