/** Starts, wires and stops: the window, the commands and the last line of defence. */
@NullMarked
package org.ictograph.app;

import org.jspecify.annotations.NullMarked;
