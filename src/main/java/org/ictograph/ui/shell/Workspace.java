package org.ictograph.ui.shell;

import org.ictograph.settings.Command;

/** The workspaces of the window, in the order of the work. Names are message keys, icons those of the Feather set. */
public enum Workspace {
    STUDY("study", "fth-folder", Command.SHOW_STUDY),
    ANNOTATE("annotate", "fth-edit-3", Command.SHOW_ANNOTATE),
    PROPOSALS("proposals", "fth-zap", Command.SHOW_PROPOSALS),
    AGREEMENT("agreement", "fth-users", Command.SHOW_AGREEMENT),
    EXPORT("export", "fth-package", Command.SHOW_EXPORT);

    private final String key;
    private final String icon;
    private final Command command;

    Workspace(String key, String icon, Command command) {
        this.key = key;
        this.icon = icon;
        this.command = command;
    }

    /** Last part of the message keys that speak of this workspace. */
    public String key() {
        return key;
    }

    /** Ikonli literal of its icon. */
    public String icon() {
        return icon;
    }

    /** What a key for it asks for. */
    public Command command() {
        return command;
    }

    /** True when it shows the picture of the open recording. */
    public boolean hasPicture() {
        return this == ANNOTATE || this == PROPOSALS || this == AGREEMENT;
    }
}
