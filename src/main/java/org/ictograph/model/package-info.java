/** What a study, recording, cage, subject, mark, rater, proposal and edit are: immutable values, no I/O. */
@NullMarked
package org.ictograph.model;

import org.jspecify.annotations.NullMarked;
