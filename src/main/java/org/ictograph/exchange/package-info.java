/** Foreign label files in and out, each with a report of what was lost. */
@NullMarked
package org.ictograph.exchange;

import org.jspecify.annotations.NullMarked;
