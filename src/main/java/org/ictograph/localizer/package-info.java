/** Recording to scores to proposals, reproducibly. */
@NullMarked
package org.ictograph.localizer;

import org.jspecify.annotations.NullMarked;
