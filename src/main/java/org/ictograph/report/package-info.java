/** Draws what was measured and writes it as a report: figures for screen and paper, HTML, PDF and CSV. No edits. */
@NullMarked
package org.ictograph.report;

import org.jspecify.annotations.NullMarked;
