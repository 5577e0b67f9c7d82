/** Figures and pages without a toolkit, so that a screen, an SVG and a PDF draw the same. */
@NullMarked
package org.ictograph.report.drawing;

import org.jspecify.annotations.NullMarked;
