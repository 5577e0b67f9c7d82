/** The Annotate workspace: watching and marking. */
@NullMarked
package org.ictograph.ui.annotate;

import org.jspecify.annotations.NullMarked;
