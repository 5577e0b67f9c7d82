/** Reports as PDF, by Apache PDFBox, which is named nowhere else. */
@NullMarked
package org.ictograph.report.pdf;

import org.jspecify.annotations.NullMarked;
