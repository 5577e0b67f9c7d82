package org.ictograph.app;

import java.util.concurrent.Callable;
import org.ictograph.dataset.Profiles;
import picocli.CommandLine.Command;

/** {@code profiles}: the kinds of data set that can be exported. */
@Command(name = "profiles", description = "List the export profiles.", mixinStandardHelpOptions = true)
final class ProfilesCommand implements Callable<Integer> {
    private final Desk desk;

    ProfilesCommand(Desk desk) {
        this.desk = desk;
    }

    @Override
    public Integer call() {
        Profiles.all().forEach(profile -> desk.console().print("%-12s %s", profile.id(), profile.title()));
        return Program.DONE;
    }
}
