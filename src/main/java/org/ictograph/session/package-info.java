/** The open study: selection, playback clock, edits with undo, review queue. The use cases. */
@NullMarked
package org.ictograph.session;

import org.jspecify.annotations.NullMarked;
