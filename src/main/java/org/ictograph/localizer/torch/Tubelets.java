package org.ictograph.localizer.torch;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.types.Shape;
import ai.djl.nn.convolutional.Conv3d;
import org.ictograph.localizer.LocalizerException;

/**
 * How a clip is cut into tokens: tubelets of {@code depth} frames by {@code patch} × {@code patch} pixels that do not overlap,
 * ordered by time, then row, then column. TimeSformer's are one frame deep.
 *
 * @param frames of a clip
 * @param size height and width of a frame, pixels
 */
record Tubelets(int frames, int size, int channels, int depth, int patch) {
    /** Numbers of a clip, of which several lie in one piece of memory; ViViT's published clips have 4.8 million. */
    private static final double MOST = 50e6;

    static Tubelets of(NetworkConfig config) throws LocalizerException {
        Tubelets tubelets = new Tubelets(
                config.whole("num_frames"),
                config.whole("image_size"),
                config.whole("num_channels", 3),
                config.whole("tubelet_size", 1),
                config.whole("patch_size", 16));
        if (tubelets.size % tubelets.patch != 0 || tubelets.frames % tubelets.depth != 0) {
            throw new LocalizerException("A clip of " + tubelets.frames + " frames of " + tubelets.size
                    + " pixels cannot be cut into tubelets of " + tubelets.depth + " frames of " + tubelets.patch
                    + " pixels.");
        }
        double all = (double) tubelets.frames * tubelets.size * tubelets.size * tubelets.channels;
        if (all > MOST) {
            throw new LocalizerException(config.file() + " asks for clips of " + tubelets.frames + " frames of "
                    + tubelets.size + " pixels, which are too large to be looked at here.");
        }
        return tubelets;
    }

    /** Tokens along one side of a frame. */
    int side() {
        return size / patch;
    }

    /** Tokens of one slice of time. */
    int perSlice() {
        return side() * side();
    }

    int slices() {
        return frames / depth;
    }

    int tokens() {
        return slices() * perSlice();
    }

    /** Numbers of one tubelet. */
    int numbers() {
        return channels * depth * patch * patch;
    }

    /**
     * @param pixels [batch, frames, channels, size, size]
     * @return [batch, tokens, pixels, channels] with the pixels of a tubelet in the order frame, row, column
     */
    NDArray cut(NDArray pixels) {
        long batch = pixels.getShape().get(0);
        return pixels.reshape(batch, slices(), depth, channels, side(), patch, side(), patch)
                .transpose(0, 1, 4, 6, 2, 5, 7, 3)
                .reshape(batch, tokens(), numbers() / channels, channels);
    }

    /**
     * The embedding of tubelets: a convolution whose stride is its kernel. (A linear layer over cut tubelets is the same
     * but for rounding, which the golden networks notice.)
     *
     * @param kernel [hidden, channels, (depth,) patch, patch]
     */
    record Embedding(Tubelets tubelets, NDArray kernel, NDArray bias) {
        static Embedding of(Weights weights, Tubelets tubelets, int hidden) throws LocalizerException {
            Weights own = weights.at("patch_embeddings.projection");
            int p = tubelets.patch;
            boolean flat = own.has("weight") && tubelets.depth == 1 && own.length("weight", 2) == p;
            NDArray kernel = flat
                    ? own.take("weight", hidden, tubelets.channels, p, p)
                    : own.take("weight", hidden, tubelets.channels, tubelets.depth, p, p);
            return new Embedding(tubelets, kernel, own.take("bias", hidden));
        }

        /** @param pixels [batch, frames, channels, size, size] → [batch, tokens, hidden] */
        NDArray apply(NDArray pixels) {
            return Layers.scoped(pixels, in -> {
                long hidden = kernel.getShape().get(0);
                Shape step = new Shape(tubelets.depth, tubelets.patch, tubelets.patch);
                NDArray deep = kernel.reshape(new Shape(hidden, tubelets.channels).addAll(step));
                deep.attach(in.getManager());
                NDArray y = Conv3d.conv3d(in.transpose(0, 2, 1, 3, 4), deep, bias, step)
                        .singletonOrThrow();
                return y.reshape(in.getShape().get(0), hidden, tubelets.tokens())
                        .transpose(0, 2, 1);
            });
        }
    }

    /** @throws LocalizerException when a clip has another shape than this network takes */
    void require(NDArray pixels) throws LocalizerException {
        Shape needed = new Shape(pixels.getShape().get(0), frames, channels, size, size);
        if (!pixels.getShape().equals(needed)) {
            throw new LocalizerException(
                    "A clip has the shape " + pixels.getShape() + " where the network takes " + needed + ".");
        }
    }
}
