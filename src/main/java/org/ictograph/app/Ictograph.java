package org.ictograph.app;

import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ScopeType;

/** {@code ictograph [STUDY]}: opens the workstation. */
@Command(
        name = "ictograph",
        mixinStandardHelpOptions = true,
        versionProvider = Version.class,
        description = "Annotate, review and publish multi-cage rodent seizure recordings.")
final class Ictograph implements Callable<Integer> {
    private final Desk desk;

    @Parameters(
            arity = "0..1",
            paramLabel = "STUDY",
            description = "study to open; without one, the one that was open last, or else the start screen")
    private @Nullable Path study;

    @Option(names = "--debug", scope = ScopeType.INHERIT, description = "print where in the program a failure happened")
    private boolean debug;

    Ictograph(Desk desk) {
        this.desk = desk;
    }

    boolean debug() {
        return debug;
    }

    @Override
    public Integer call() throws Exception {
        return Window.open(desk, study);
    }
}
