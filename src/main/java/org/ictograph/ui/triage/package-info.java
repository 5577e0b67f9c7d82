/** Triage: the proposals of all recordings, the most telling first, decided on looping pictures. */
@NullMarked
package org.ictograph.ui.triage;

import org.jspecify.annotations.NullMarked;
