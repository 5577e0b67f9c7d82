package org.ictograph.ui.kit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.OptionalInt;
import java.util.TreeSet;
import javafx.scene.paint.Color;
import org.ictograph.model.Label;
import org.ictograph.model.LabelKind;
import org.ictograph.model.Pattern;
import org.ictograph.model.Protocol;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** The colours of labels can be told apart with any colour vision, and what is written on them can be read. */
class ColourVisionTest {
    /** Difference by CIEDE2000 that is seen at a glance; 2.3 is just noticeable. */
    private static final double GLANCE = 10;

    private static final double READABLE = 4.5;

    /**
     * What people see whose red, green or blue cones are missing, for linear RGB: Machado, Oliveira and Fernandes, A
     * Physiologically-based Model for Simulation of Color Vision Deficiency, IEEE TVCG 15(6), 2009, table of the matrices
     * at severity 1.0.
     */
    private static final Map<String, double[][]> VISION = Map.of(
            "usual", new double[][] {{1, 0, 0}, {0, 1, 0}, {0, 0, 1}},
            "protanopia",
                    new double[][] {
                        {0.152286, 1.052583, -0.204868},
                        {0.114503, 0.786281, 0.099216},
                        {-0.003882, -0.048116, 1.051998}
                    },
            "deuteranopia",
                    new double[][] {
                        {0.367322, 0.860646, -0.227968},
                        {0.280085, 0.672501, 0.047413},
                        {-0.011820, 0.042940, 0.968881}
                    },
            "tritanopia",
                    new double[][] {
                        {1.255528, -0.076749, -0.178779},
                        {-0.078411, 0.930809, 0.147602},
                        {0.004733, 0.691367, 0.303900}
                    });

    /** Sharma, Wu and Dalal, The CIEDE2000 Color-Difference Formula, Color Research and Application 30(1), 2005, table 1. */
    @ParameterizedTest
    @CsvSource({
        "50.0000, 2.6772, -79.7751, 50.0000, 0.0000, -82.7485, 2.0425",
        "50.0000, 2.5000, 0.0000, 73.0000, 25.0000, -18.0000, 27.1492",
        "50.0000, 2.5000, 0.0000, 58.0000, 24.0000, 15.0000, 19.4535",
        "60.2574, -34.0099, 36.2677, 60.4626, -34.1751, 39.4387, 1.2644",
        "2.0776, 0.0795, -1.1350, 0.9033, -0.0636, -0.5514, 0.9082",
    })
    void theMeasureIsThePublishedOne(
            double l1, double a1, double b1, double l2, double a2, double b2, double difference) {
        assertEquals(difference, difference(new double[] {l1, a1, b1}, new double[] {l2, a2, b2}), 0.00005);
    }

    @Test
    void redAndGreenOfOneBrightnessAreFoundAlikeWithoutGreenCones() {
        Color red = Color.web("#b36a4a");
        Color green = Color.web("#858a48");
        assertTrue(difference(red, green, "usual") > GLANCE);
        assertTrue(difference(red, green, "deuteranopia") < GLANCE);
    }

    @ParameterizedTest
    @EnumSource(Theme.class)
    void theEightColoursAreToldApartWithAnyColourVision(Theme theme) {
        LabelPaint paint = new LabelPaint(theme);
        List<Color> colours = new ArrayList<>();
        for (int number = 0; number < 8; number++) {
            colours.add(paint.colour(label(number)));
        }
        TreeSet<String> alike = new TreeSet<>();
        for (String vision : VISION.keySet()) {
            for (int one = 0; one < 8; one++) {
                for (int other = one + 1; other < 8; other++) {
                    double seen = difference(colours.get(one), colours.get(other), vision);
                    if (seen < GLANCE) {
                        alike.add(vision + " " + one + " " + other + ": " + seen);
                    }
                }
            }
        }
        assertEquals(new TreeSet<>(), alike);
    }

    @Test
    void labelsOfOneColourDifferInPattern() {
        List<Label> labels = Protocol.standard().labels();
        assertEquals(
                labels.size(),
                labels.stream()
                        .map(label -> label.colour() + " " + label.pattern())
                        .distinct()
                        .count());
    }

    @ParameterizedTest
    @EnumSource(Theme.class)
    void whatIsPaintedCanBeRead(Theme theme) {
        LabelPaint paint = new LabelPaint(theme);
        for (int number = 0; number < 8; number++) {
            Label label = label(number);
            double ratio = Contrast.ratio(paint.ink(label), paint.colour(label));
            assertTrue(ratio >= READABLE, "on colour " + number + ": " + ratio);
        }
        Palette palette = theme.palette();
        for (Color ground : List.of(palette.ground(), palette.strip(), palette.focus())) {
            for (Color ink : List.of(palette.ink(), palette.muted())) {
                double ratio = Contrast.ratio(ink, ground);
                assertTrue(ratio >= READABLE, ink + " on " + ground + ": " + ratio);
            }
        }
    }

    private static Label label(int colour) {
        return new Label("label", OptionalInt.empty(), LabelKind.EVENT, "L", colour, Pattern.SOLID);
    }

    private static double difference(Color one, Color other, String vision) {
        double[][] seen = Objects.requireNonNull(VISION.get(vision));
        return difference(lab(one, seen), lab(other, seen));
    }

    /** CIE L*a*b* under D65 of a colour of sRGB, as somebody sees it. */
    private static double[] lab(Color colour, double[][] vision) {
        double[] linear = times(
                vision, new double[] {linear(colour.getRed()), linear(colour.getGreen()), linear(colour.getBlue())});
        for (int i = 0; i < 3; i++) {
            linear[i] = Math.min(1, Math.max(0, linear[i]));
        }
        double[] xyz = times(
                new double[][] {
                    {0.4124564, 0.3575761, 0.1804375},
                    {0.2126729, 0.7151522, 0.0721750},
                    {0.0193339, 0.1191920, 0.9503041}
                },
                linear);
        double x = root(xyz[0] / 0.95047);
        double y = root(xyz[1]);
        double z = root(xyz[2] / 1.08883);
        return new double[] {116 * y - 16, 500 * (x - y), 200 * (y - z)};
    }

    private static double linear(double value) {
        return value <= 0.04045 ? value / 12.92 : Math.pow((value + 0.055) / 1.055, 2.4);
    }

    private static double root(double value) {
        return value > 216.0 / 24389 ? Math.cbrt(value) : (24389.0 / 27 * value + 16) / 116;
    }

    private static double[] times(double[][] matrix, double[] vector) {
        double[] product = new double[3];
        for (int row = 0; row < 3; row++) {
            for (int column = 0; column < 3; column++) {
                product[row] += matrix[row][column] * vector[column];
            }
        }
        return product;
    }

    /** CIEDE2000 of two colours in L*a*b*. */
    private static double difference(double[] one, double[] other) {
        double mean = (Math.hypot(one[1], one[2]) + Math.hypot(other[1], other[2])) / 2;
        double grey = 0.5 * (1 - seventh(mean));
        double a1 = one[1] * (1 + grey);
        double a2 = other[1] * (1 + grey);
        double c1 = Math.hypot(a1, one[2]);
        double c2 = Math.hypot(a2, other[2]);
        double h1 = hue(a1, one[2]);
        double h2 = hue(a2, other[2]);
        double turn = c1 * c2 == 0 ? 0 : h2 - h1;
        turn = turn > 180 ? turn - 360 : turn < -180 ? turn + 360 : turn;
        double lightness = (one[0] + other[0]) / 2;
        double chroma = (c1 + c2) / 2;
        double sum = h1 + h2;
        double hue =
                c1 * c2 == 0 ? sum : Math.abs(h1 - h2) <= 180 ? sum / 2 : sum < 360 ? (sum + 360) / 2 : (sum - 360) / 2;
        double t = 1
                - 0.17 * cosine(hue - 30)
                + 0.24 * cosine(2 * hue)
                + 0.32 * cosine(3 * hue + 6)
                - 0.20 * cosine(4 * hue - 63);
        double off = (lightness - 50) * (lightness - 50);
        double dl = (other[0] - one[0]) / (1 + 0.015 * off / Math.sqrt(20 + off));
        double dc = (c2 - c1) / (1 + 0.045 * chroma);
        double dh = 2 * Math.sqrt(c1 * c2) * Math.sin(Math.toRadians(turn) / 2) / (1 + 0.015 * chroma * t);
        double blue = 30 * Math.exp(-Math.pow((hue - 275) / 25, 2));
        double rotation = -Math.sin(Math.toRadians(2 * blue)) * 2 * seventh(chroma);
        return Math.sqrt(dl * dl + dc * dc + dh * dh + rotation * dc * dh);
    }

    private static double seventh(double chroma) {
        double power = Math.pow(chroma, 7);
        return Math.sqrt(power / (power + Math.pow(25, 7)));
    }

    private static double hue(double a, double b) {
        return a == 0 && b == 0 ? 0 : (Math.toDegrees(Math.atan2(b, a)) + 360) % 360;
    }

    private static double cosine(double degrees) {
        return Math.cos(Math.toRadians(degrees));
    }
}
