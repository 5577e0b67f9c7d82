package org.ictograph.localizer.torch;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import org.ictograph.localizer.LocalizerException;

/**
 * The arrays of a network by name, in native memory. The blocks of the network take theirs and say which shape they need, so
 * that a file for another network is refused by a sentence and never by the engine. {@link #at} looks at part of the names.
 * Close the one that was read, not its parts. Confined to one thread.
 */
final class Weights implements AutoCloseable {
    private final String source;
    private final String prefix;
    private final NDManager manager;
    private final Map<String, NDArray> arrays;
    private final Set<String> untaken;

    private Weights(String source, String prefix, NDManager manager, Map<String, NDArray> arrays, Set<String> untaken) {
        this.source = source;
        this.prefix = prefix;
        this.manager = manager;
        this.arrays = arrays;
        this.untaken = untaken;
    }

    /** @throws LocalizerException when the file cannot be read */
    static Weights read(Torch torch, Path file) throws LocalizerException {
        return read(torch, file, name -> true);
    }

    /** Reads only the arrays whose names are wanted. */
    static Weights read(Torch torch, Path file, Predicate<String> wanted) throws LocalizerException {
        NDManager manager = torch.manager();
        Map<String, NDArray> arrays = new LinkedHashMap<>();
        try (Safetensors tensors = Safetensors.open(file)) {
            for (String name : tensors.names()) {
                if (wanted.test(name)) {
                    Safetensors.Tensor tensor = tensors.tensor(name);
                    if (!tensor.finite()) {
                        throw new LocalizerException("In the weights " + file + " '" + name
                                + "' holds what is no number; copy or convert them again.");
                    }
                    arrays.put(name, array(manager, tensor));
                }
            }
        } catch (LocalizerException failure) {
            manager.close();
            throw failure;
        }
        return new Weights(file.toString(), "", manager, arrays, new LinkedHashSet<>(arrays.keySet()));
    }

    /** Zeros in the shapes of these. */
    static Map<String, Safetensors.Tensor> zeros(Map<String, Safetensors.Tensor> like) {
        Map<String, Safetensors.Tensor> zeros = new LinkedHashMap<>();
        like.forEach((name, tensor) ->
                zeros.put(name, new Safetensors.Tensor(tensor.shape(), new float[tensor.numbers().length])));
        return zeros;
    }

    /** Weights that are in no file yet. */
    static Weights of(Torch torch, String source, Map<String, Safetensors.Tensor> tensors) {
        NDManager manager = torch.manager();
        Map<String, NDArray> arrays = new LinkedHashMap<>();
        tensors.forEach((name, tensor) -> arrays.put(name, array(manager, tensor)));
        return new Weights(source, "", manager, arrays, new LinkedHashSet<>(arrays.keySet()));
    }

    static NDArray array(NDManager manager, Safetensors.Tensor tensor) {
        return Layers.array(
                manager,
                tensor.numbers(),
                tensor.shape().stream().mapToLong(Long::longValue).toArray());
    }

    /** Writes all arrays to a safetensors file. */
    void write(Path file, Map<String, String> metadata) throws LocalizerException {
        Safetensors.write(file, metadata, tensors());
    }

    /** Copies of all arrays, by full name. */
    Map<String, Safetensors.Tensor> tensors() {
        Map<String, Safetensors.Tensor> tensors = new LinkedHashMap<>();
        arrays.forEach((name, array) -> tensors.put(name, new Safetensors.Tensor(shape(array), array.toFloatArray())));
        return tensors;
    }

    private static List<Long> shape(NDArray array) {
        List<Long> shape = new ArrayList<>();
        for (long axis : array.getShape().getShape()) {
            shape.add(axis);
        }
        return shape;
    }

    /** The part of the names that begins with this. */
    Weights at(String part) {
        return new Weights(source, prefix + part + ".", manager, arrays, untaken);
    }

    boolean has(String name) {
        return arrays.containsKey(prefix + name);
    }

    /** How many numbered parts there are: {@code name.0} to {@code name.(n-1)}. */
    int count(String name) {
        int count = 0;
        while (startsAny(prefix + name + "." + count + ".")) {
            count++;
        }
        return count;
    }

    private boolean startsAny(String start) {
        return arrays.keySet().stream().anyMatch(name -> name.startsWith(start));
    }

    /**
     * Length of an axis of an array.
     *
     * @throws LocalizerException when there is no such array or axis
     */
    int length(String name, int axis) throws LocalizerException {
        NDArray array = arrays.get(prefix + name);
        if (array == null || array.getShape().dimension() <= axis) {
            throw missing(name);
        }
        return Math.toIntExact(array.getShape().get(axis));
    }

    /**
     * An array that a block needs; it stays the property of these weights.
     *
     * @throws LocalizerException when there is none, or it has another shape
     */
    NDArray take(String name, long... shape) throws LocalizerException {
        NDArray array = arrays.get(prefix + name);
        if (array == null) {
            throw missing(name);
        }
        Shape needed = new Shape(shape);
        if (!array.getShape().equals(needed)) {
            throw new LocalizerException("In the weights " + source + " '" + prefix + name + "' has the shape "
                    + array.getShape() + " where this network needs " + needed
                    + "; they belong to another network or another configuration.");
        }
        untaken.remove(prefix + name);
        return array;
    }

    /** An array that takes the place of another, for example one resized to more frames. */
    void replace(String name, NDArray array) {
        array.attach(manager);
        NDArray before = arrays.put(prefix + name, array);
        if (before != null) {
            before.close();
        }
    }

    private LocalizerException missing(String name) {
        return new LocalizerException("The weights " + source + " have no '" + prefix + name
                + "'; they belong to another network, or the file is not complete.");
    }

    /** @throws LocalizerException when the file holds arrays that no block has taken */
    void requireAllTaken() throws LocalizerException {
        if (!untaken.isEmpty()) {
            throw new LocalizerException("The weights " + source + " hold '"
                    + untaken.iterator().next() + "'"
                    + (untaken.size() > 1 ? " and " + (untaken.size() - 1) + " more" : "")
                    + ", for which this network has no place; they belong to another network.");
        }
    }

    /** Copies in half precision for a second network, none of them taken; freed with these, or before when closed. */
    Weights halves() {
        NDManager scope = manager.newSubManager();
        Map<String, NDArray> halves = new LinkedHashMap<>();
        arrays.forEach((name, array) -> {
            NDArray half = Layers.as(array, DataType.FLOAT16);
            half.attach(scope);
            halves.put(name, half);
        });
        return new Weights(source, prefix, scope, halves, new LinkedHashSet<>(halves.keySet()));
    }

    /** By full name, in the order of the file. */
    Map<String, NDArray> arrays() {
        return arrays;
    }

    NDManager manager() {
        return manager;
    }

    @Override
    public void close() {
        manager.close();
    }
}
