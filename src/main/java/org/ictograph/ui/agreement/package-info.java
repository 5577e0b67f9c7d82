/** The Agreement workspace: two raters compared, and the consensus made of both. */
@NullMarked
package org.ictograph.ui.agreement;

import org.jspecify.annotations.NullMarked;
