/** The study file: every edit durable, migrated, verifiable. */
@NullMarked
package org.ictograph.store;

import org.jspecify.annotations.NullMarked;
