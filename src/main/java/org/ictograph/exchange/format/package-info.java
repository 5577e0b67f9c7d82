/** One class per foreign file format. */
@NullMarked
package org.ictograph.exchange.format;

import org.jspecify.annotations.NullMarked;
