/** Compares label sets: agreement between raters and benchmark scores of predictions. Pure functions. */
@NullMarked
package org.ictograph.measure;

import org.jspecify.annotations.NullMarked;
