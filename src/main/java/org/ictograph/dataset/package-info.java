/** Plans, cuts, splits, checks and writes a data set that another lab can verify. */
@NullMarked
package org.ictograph.dataset;

import org.jspecify.annotations.NullMarked;
