/** Pure geometry: which time is at which pixel, which ticks, which lane, what is under the pointer. */
@NullMarked
package org.ictograph.timeline;

import org.jspecify.annotations.NullMarked;
