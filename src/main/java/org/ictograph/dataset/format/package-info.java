/** The layouts of the benchmarks, one class each, and the manifest. */
@NullMarked
package org.ictograph.dataset.format;

import org.jspecify.annotations.NullMarked;
