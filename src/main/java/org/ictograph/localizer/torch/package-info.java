/**
 * Networks on PyTorch: {@link org.ictograph.localizer.torch.Torch} starts it, {@link org.ictograph.localizer.torch.Safetensors}
 * reads weights, and the blocks are plain objects over named arrays. Arrays live in native memory: whoever makes an
 * {@code NDManager} closes it, and each block closes what it made on the way ({@code Layers.scoped}).
 *
 * <p>In a differentiated path no operation takes a Java number to multiply, divide or raise by: the binding frees the
 * number's memory before the backward pass reads it. {@code Layers.times} is the way; a test reads the classes for others.
 */
@NullMarked
package org.ictograph.localizer.torch;

import org.jspecify.annotations.NullMarked;
