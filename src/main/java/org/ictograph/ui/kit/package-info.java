/** Parts that several screens share, and the only door to the FX thread. */
@NullMarked
package org.ictograph.ui.kit;

import org.jspecify.annotations.NullMarked;
