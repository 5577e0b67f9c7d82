/** Pictures of the course of animals over days. */
@NullMarked
package org.ictograph.ui.diary;

import org.jspecify.annotations.NullMarked;
