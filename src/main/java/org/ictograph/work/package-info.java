/** The only place that makes threads: lanes, jobs, latest-wins, throttle, cancel, progress. */
@NullMarked
package org.ictograph.work;

import org.jspecify.annotations.NullMarked;
