package org.ictograph.app;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.ictograph.model.Protocol;
import org.ictograph.model.Recording;
import org.ictograph.session.SessionException;
import org.ictograph.session.StudySession;
import org.ictograph.session.demo.DemoPlan;
import org.ictograph.session.demo.DemoStudy;
import org.ictograph.settings.KeyMap;
import org.ictograph.ui.kit.Messages;
import org.ictograph.ui.shell.KeySheet;
import org.ictograph.ui.shell.Manual;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code manual DIR}: the manual with pictures of the running program, and the keys to print. */
@Command(
        name = "manual",
        description = "Write the manual, with pictures of this very program showing the demo, and the keys to print.",
        mixinStandardHelpOptions = true)
final class ManualCommand implements Callable<Integer> {
    private final Desk desk;

    @Parameters(paramLabel = "DIR")
    private Path folder = Path.of("");

    @Option(names = "--language", paramLabel = "TAG", description = "en or de (default: en)")
    private String language = "en";

    @Option(names = "--no-pictures", description = "write the words and the keys only")
    private boolean bare;

    ManualCommand(Desk desk) {
        this.desk = desk;
    }

    @Override
    public Integer call() throws Exception {
        Messages messages = Messages.of(language);
        DemoCommand.make(folder);
        try {
            for (Manual section : Manual.values()) {
                Files.writeString(folder.resolve(section.file()), section.markdown(messages));
            }
            Files.writeString(
                    folder.resolve("keys.html"),
                    KeySheet.html(messages, KeyMap.STANDARD, Protocol.standard().labels()));
        } catch (IOException refused) {
            throw new SessionException(
                    "The manual cannot be written in " + folder + "; choose another place or make room.", refused);
        }
        if (!bare) {
            pictures(messages);
        }
        desk.console().print("manual     %s", folder);
        return Program.DONE;
    }

    private void pictures(Messages messages) throws Exception {
        Path study = folder.resolve("demo").resolve(DemoStudy.FILE);
        DemoCommand.make(study.resolveSibling(""));
        try (StudySession session =
                Files.exists(study) ? desk.open(study, Optional.empty()) : desk.create(study, DemoStudy.firstRater())) {
            List<Recording> made = desk.await(new DemoStudy(session, DemoPlan.standard()).start());
            desk.console().note(made.size() + " recordings of the demo are there");
        }
        Path shown = folder.resolve("pictures");
        DemoCommand.make(shown);
        new Pictures(desk, study, shown, messages).make();
    }
}
