package org.ictograph.ui.kit;

import javafx.scene.paint.Color;

/** How well one colour stands out against another, as the Web Content Accessibility Guidelines 2.1 define it. */
public final class Contrast {
    private static final double FLARE = 0.05;

    private Contrast() {}

    /** From 1 for the same colour to 21 for black on white; texts need 4.5. */
    public static double ratio(Color one, Color other) {
        double a = luminance(one) + FLARE;
        double b = luminance(other) + FLARE;
        return Math.max(a, b) / Math.min(a, b);
    }

    private static double luminance(Color colour) {
        return 0.2126 * linear(colour.getRed())
                + 0.7152 * linear(colour.getGreen())
                + 0.0722 * linear(colour.getBlue());
    }

    private static double linear(double value) {
        return value <= 0.04045 ? value / 12.92 : Math.pow((value + 0.055) / 1.055, 2.4);
    }
}
