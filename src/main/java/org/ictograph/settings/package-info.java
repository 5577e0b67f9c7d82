/** Preferences, key map and folders, in a small file a person can read. */
@NullMarked
package org.ictograph.settings;

import org.jspecify.annotations.NullMarked;
