/** Reads what pose programs found in videos. HDF5 is known here and nowhere else. */
@NullMarked
package org.ictograph.exchange.pose;

import org.jspecify.annotations.NullMarked;
