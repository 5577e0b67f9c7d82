package org.ictograph.app;

/** Where the program starts. It is no JavaFX application itself, so that it runs from a plain class path. */
public final class Main {
    private Main() {}

    public static void main(String[] args) {
        System.exit(Program.run(new Console(System.out, System.err, terminal()), args));
    }

    /** The release is 17, where only a terminal has a console; progress is then drawn, else left out. */
    @SuppressWarnings("SystemConsoleNull")
    private static boolean terminal() {
        return System.console() != null;
    }
}
