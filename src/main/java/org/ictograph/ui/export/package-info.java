/** The Export workspace: the dry run, the data set and its receipts. */
@NullMarked
package org.ictograph.ui.export;

import org.jspecify.annotations.NullMarked;
