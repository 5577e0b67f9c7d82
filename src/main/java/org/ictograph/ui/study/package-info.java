/** The Study workspace: recordings, animals, protocol, raters and what has been looked at. */
@NullMarked
package org.ictograph.ui.study;

import org.jspecify.annotations.NullMarked;
