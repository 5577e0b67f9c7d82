/** What raters are to rate blind: making assignments, working through them, submitting them. */
@NullMarked
package org.ictograph.ui.duty;

import org.jspecify.annotations.NullMarked;
