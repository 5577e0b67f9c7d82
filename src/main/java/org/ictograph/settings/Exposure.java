package org.ictograph.settings;

/**
 * How a picture is lit up for the eye. It changes what is seen, never what is stored or exported.
 *
 * @param brightness added to every pixel, -1 to 1, 0 for none
 * @param contrast spreads (up to 1) or narrows (down to -1) what is around middle grey, 0 for none
 * @param gamma lifts (above 1) or lowers (below 1) what is between black and white, 0.25 to 4, 1 for none
 */
public record Exposure(double brightness, double contrast, double gamma) {
    /** The picture as it was filmed. */
    public static final Exposure NONE = new Exposure(0, 0, 1);

    public Exposure {
        brightness = within(-1, brightness, 1);
        contrast = within(-1, contrast, 1);
        gamma = within(0.25, gamma, 4);
    }

    private static double within(double least, double value, double most) {
        if (Double.isNaN(value)) {
            throw new IllegalArgumentException("An exposure is made of numbers.");
        }
        return Math.rint(100 * Math.max(least, Math.min(most, value))) / 100;
    }

    public Exposure withBrightness(double changed) {
        return new Exposure(changed, contrast, gamma);
    }

    public Exposure withContrast(double changed) {
        return new Exposure(brightness, changed, gamma);
    }

    public Exposure withGamma(double changed) {
        return new Exposure(brightness, contrast, changed);
    }

    /** What becomes of each of the 256 values of a colour: gamma first, then contrast by up to 4, then brightness. */
    public byte[] table() {
        byte[] table = new byte[256];
        double spread = Math.pow(4, contrast);
        for (int i = 0; i < table.length; i++) {
            double lifted = Math.pow(i / 255.0, 1 / gamma);
            double seen = (lifted - 0.5) * spread + 0.5 + brightness;
            table[i] = (byte) Math.round(255 * Math.max(0, Math.min(1, seen)));
        }
        return table;
    }

    /**
     * Reads what {@link #toString} wrote.
     *
     * @throws IllegalArgumentException when it is not three numbers
     */
    public static Exposure parse(String text) {
        String[] parts = text.strip().split("\\s+", -1);
        if (parts.length != 3) {
            throw new IllegalArgumentException("An exposure is written as brightness, contrast and gamma.");
        }
        return new Exposure(Double.parseDouble(parts[0]), Double.parseDouble(parts[1]), Double.parseDouble(parts[2]));
    }

    @Override
    public String toString() {
        return brightness + " " + contrast + " " + gamma;
    }
}
