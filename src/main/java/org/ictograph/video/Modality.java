package org.ictograph.video;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** What a clip shows of what was filmed. */
public enum Modality {
    /** The picture as it is. */
    PICTURE("the picture"),
    /** By how much brightness changes from each picture to the next. */
    DIFFERENCE("grey: the absolute difference of brightness from the picture before; black where nothing changes"),
    /** How everything moves from each picture to the next, after Farnebäck (2003). */
    FLOW_FARNEBACK(
            FlowCode.TEXT
                    + ". Farnebäck: pyramid of 3 levels by 0.5, window 15, 3 iterations, polynomials over 5 pixels with sigma 1.2"),
    /** The same by dense inverse search (Kroeger 2016). */
    FLOW_DIS(FlowCode.TEXT + ". DIS: preset medium");

    private final String pixels;

    Modality(String pixels) {
        this.pixels = pixels;
    }

    /** What the numbers of a pixel mean, and how they were found. */
    public String pixels() {
        return pixels;
    }

    /** As commands and files name it, for example {@code flow_dis}. */
    public String text() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The one of this {@link #text}. */
    public static Optional<Modality> named(String text) {
        return Arrays.stream(values()).filter(one -> one.text().equals(text)).findFirst();
    }

    /** True where a library has to find out how things move. */
    public boolean flow() {
        return this == FLOW_FARNEBACK || this == FLOW_DIS;
    }
}
