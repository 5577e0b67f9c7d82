/** The study file as one SQLite database: an append-only edit log and the tables projected from it. */
@NullMarked
package org.ictograph.store.sqlite;

import org.jspecify.annotations.NullMarked;
