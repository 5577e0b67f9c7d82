package org.ictograph.localizer.torch;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.ictograph.localizer.LocalizerException;
import org.ictograph.video.Modality;

/**
 * How a picture becomes what a network was trained on, as {@code preprocessor_config.json} says: scaled so that its shorter side
 * has {@code shortest} pixels (or, where that is 0, to a square regardless of its shape), the middle cut out, and each
 * channel y = (brightness · factor − offset − mean) / deviation.
 *
 * @param shortest pixels, or 0
 * @param size height and width of the outcome, pixels
 * @param factor for brightness from 0 to 255
 * @param offset 1 for the "zero centring" of ViViT, else 0
 * @param mean of each channel
 * @param deviation of each channel
 * @param rate pictures a second that the network sees ({@code frames_per_second}, which only networks trained here have)
 * @param modality what it sees ({@code modality}, which only networks trained here have)
 */
record Preprocessing(
        int shortest,
        int size,
        double factor,
        double offset,
        List<Double> mean,
        List<Double> deviation,
        double rate,
        Modality modality) {
    private static final int FLOW_CHANNELS = 3;

    /** Pictures a second where the file does not say. */
    static final double RATE = 30;

    private static final String FILE = "preprocessor_config.json";

    Preprocessing {
        mean = List.copyOf(mean);
        deviation = List.copyOf(deviation);
        if (mean.size() != deviation.size()) {
            throw new IllegalArgumentException("Each channel has a mean and a deviation.");
        }
    }

    /** Of pictures, at the usual rate. */
    Preprocessing(int shortest, int size, double factor, double offset, List<Double> mean, List<Double> deviation) {
        this(shortest, size, factor, offset, mean, deviation, RATE, Modality.PICTURE);
    }

    /**
     * @param size that the network takes
     * @throws LocalizerException when the folder has no such file, or it asks for what cannot be done here
     */
    static Preprocessing read(Path folder, int size) throws LocalizerException {
        Path file = folder.resolve(FILE);
        if (Files.notExists(file)) {
            throw new LocalizerException("There is no " + FILE + " in " + folder
                    + "; without it nobody knows which brightness the network was trained on.");
        }
        return of(NetworkConfig.read(file), size);
    }

    /** As {@link #read}, of what the file says. */
    static Preprocessing of(NetworkConfig config, int size) throws LocalizerException {
        int shortest = config.whole("size", "shortest_edge", 0);
        int height = shortest > 0 ? size : config.whole("size", "height", size);
        int crop = config.flag("do_center_crop", false) ? config.whole("crop_size", "height", size) : height;
        if (crop != size || (shortest > 0 && shortest < size)) {
            throw new LocalizerException(
                    config.file() + " makes pictures of " + crop + " pixels where the network takes " + size + ".");
        }
        boolean rescale = config.flag("do_rescale", true);
        boolean normalise = config.flag("do_normalize", true);
        List<Double> mean = normalise ? config.channels("image_mean") : List.of(0.0, 0.0, 0.0);
        List<Double> deviation = normalise ? config.reals("image_std", mean.size()) : List.of(1.0, 1.0, 1.0);
        if (deviation.stream().anyMatch(one -> !(one > 0))) {
            throw new LocalizerException(config.file() + " has no proper 'image_std': brightness is divided by it.");
        }
        double factor = rescale ? config.real("rescale_factor", 1 / 255.0) : 1;
        // Only ViViT's preprocessor knows an offset, and has it on by default.
        boolean zeroCentring =
                config.flag("offset", config.text("image_processor_type", "").startsWith("Vivit"));
        Modality modality = modality(config);
        if (modality.flow() && mean.size() != FLOW_CHANNELS) {
            throw new LocalizerException(config.file() + " has " + mean.size()
                    + " channels where optical flow has 3; take a network for colours.");
        }
        return new Preprocessing(
                shortest, size, factor, rescale && zeroCentring ? 1 : 0, mean, deviation, rate(config), modality);
    }

    private static Modality modality(NetworkConfig config) throws LocalizerException {
        String named = config.text("modality", Modality.PICTURE.text());
        return Modality.named(named)
                .orElseThrow(() -> new LocalizerException(
                        config.file() + " has 'modality' = '" + named + "', which cannot be run here."));
    }

    private static double rate(NetworkConfig config) throws LocalizerException {
        double rate = config.real("frames_per_second", RATE);
        if (!(rate > 0) || rate > 1000) {
            throw new LocalizerException(config.file() + " has no proper 'frames_per_second'.");
        }
        return rate;
    }

    int channels() {
        return mean.size();
    }

    /** Writes what the network sees of a plane in a channel: for each number what {@link #value} gives. */
    void put(float[] plane, int channel, float[] into, int at) {
        double middle = mean.get(channel);
        double spread = deviation.get(channel);
        for (int i = 0; i < plane.length; i++) {
            into[at + i] = (float) ((plane[i] * factor - offset - middle) / spread);
        }
    }

    /** What the network sees of a brightness from 0 to 255 in a channel. */
    float value(float brightness, int channel) {
        return (float) ((brightness * factor - offset - mean.get(channel)) / deviation.get(channel));
    }
}
