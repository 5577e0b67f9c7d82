/** The Proposals workspace: what models propose, decided one after the other. */
@NullMarked
package org.ictograph.ui.proposals;

import org.jspecify.annotations.NullMarked;
