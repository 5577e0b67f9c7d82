/** The screens, each a view and a view model. */
@NullMarked
package org.ictograph.ui;

import org.jspecify.annotations.NullMarked;
