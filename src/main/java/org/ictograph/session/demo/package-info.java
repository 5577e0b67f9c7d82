/** The demo study: generated multi-cage recordings with known truth and two simulated raters. */
@NullMarked
package org.ictograph.session.demo;

import org.jspecify.annotations.NullMarked;
