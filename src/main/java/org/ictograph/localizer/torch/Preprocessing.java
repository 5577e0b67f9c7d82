package org.ictograph.localizer.torch;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.ictograph.localizer.LocalizerException;

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
 */
record Preprocessing(int shortest, int size, double factor, double offset, List<Double> mean, List<Double> deviation) {
    private static final String FILE = "preprocessor_config.json";

    Preprocessing {
        mean = List.copyOf(mean);
        deviation = List.copyOf(deviation);
        if (mean.size() != deviation.size()) {
            throw new IllegalArgumentException("Each channel has a mean and a deviation.");
        }
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
        double factor = rescale ? config.real("rescale_factor", 1 / 255.0) : 1;
        // Only ViViT's preprocessor knows an offset, and has it on by default.
        boolean zeroCentring =
                config.flag("offset", config.text("image_processor_type", "").startsWith("Vivit"));
        return new Preprocessing(
                shortest,
                size,
                factor,
                rescale && zeroCentring ? 1 : 0,
                mean,
                normalise ? config.reals("image_std", mean.size()) : List.of(1.0, 1.0, 1.0));
    }

    int channels() {
        return mean.size();
    }

    /** What the network sees of a brightness from 0 to 255 in a channel. */
    float value(float brightness, int channel) {
        return (float) ((brightness * factor - offset - mean.get(channel)) / deviation.get(channel));
    }
}
