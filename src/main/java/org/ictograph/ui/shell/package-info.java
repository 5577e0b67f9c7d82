/** The window around the workspaces: rail, menus, header, status bar, start screen, keys. */
@NullMarked
package org.ictograph.ui.shell;

import org.jspecify.annotations.NullMarked;
