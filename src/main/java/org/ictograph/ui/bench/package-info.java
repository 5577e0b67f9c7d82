/** What the workspaces beside Annotate share: the open study with its texts, the picture of a cage, a strip of time. */
@NullMarked
package org.ictograph.ui.bench;

import org.jspecify.annotations.NullMarked;
