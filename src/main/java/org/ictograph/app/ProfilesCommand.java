package org.ictograph.app;

import java.util.concurrent.Callable;
import org.ictograph.dataset.ProfileFile;
import org.ictograph.dataset.ProfileShelf;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** {@code profiles}: the kinds of data set that can be exported, or the rules of one. */
@Command(
        name = "profiles",
        description = "List the export profiles, or print the rules of one as a file that can be changed.",
        mixinStandardHelpOptions = true)
final class ProfilesCommand implements Callable<Integer> {
    private final Desk desk;

    @Parameters(paramLabel = "P", arity = "0..1", description = "a profile, or a file of rules NAME.properties")
    private @Nullable String profile;

    ProfilesCommand(Desk desk) {
        this.desk = desk;
    }

    @Override
    public Integer call() throws Exception {
        if (profile != null) {
            desk.console()
                    .print(
                            "%s",
                            ProfileFile.text(desk.datasets().profile(profile)).stripTrailing());
            return Program.DONE;
        }
        ProfileShelf shelf = desk.datasets().profiles();
        shelf.profiles().forEach(one -> desk.console().print("%-12s %s", one.id(), one.title()));
        shelf.troubles().forEach(trouble -> desk.console().note("ictograph: " + trouble));
        return Program.DONE;
    }
}
