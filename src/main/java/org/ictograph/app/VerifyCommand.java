package org.ictograph.app;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.ictograph.dataset.Finding;
import org.ictograph.model.Head;
import org.ictograph.model.Recording;
import org.ictograph.session.SessionException;
import org.ictograph.session.StudySession;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code verify STUDY | DATASET}: proves a study's log and files, or a data set's hashes, splits and frames. */
@Command(name = "verify", description = "Check a study or a data set.", mixinStandardHelpOptions = true)
final class VerifyCommand implements Callable<Integer> {
    private final Desk desk;

    @Parameters(paramLabel = "STUDY|DATASET")
    private Path subject = Path.of("");

    @Option(
            names = "--head",
            paramLabel = "HASH",
            description = "an entry of the log that was kept outside the file, or its first digits: it must be there")
    private @Nullable String head;

    @Option(names = "--trust", description = "take this file as the right one when another was open here last")
    private boolean trust;

    VerifyCommand(Desk desk) {
        this.desk = desk;
    }

    @Override
    public Integer call() throws Exception {
        if (head != null && Files.isDirectory(subject)) {
            throw new SessionException("A data set has no chain head; give --head with a study.");
        }
        List<String> wrong = Files.isDirectory(subject) ? dataset() : study();
        desk.console().noProgress();
        wrong.forEach(sentence -> desk.console().print(sentence));
        desk.console().print(wrong.isEmpty() ? subject + " is sound." : wrong.size() + " findings in " + subject + ".");
        return wrong.isEmpty() ? Program.DONE : Program.NO;
    }

    private List<String> dataset() throws Exception {
        return desk.datasets().verify(subject, desk.progress("checking " + subject.getFileName())).stream()
                .map(Finding::toString)
                .toList();
    }

    private List<String> study() throws Exception {
        try (StudySession session = desk.open(subject, Optional.empty())) {
            List<String> wrong =
                    new ArrayList<>(desk.await(() -> session.verify(desk.progress("checking " + subject.getFileName()))
                            .join()));
            if (trust) {
                desk.await(() -> session.logHead().trust().join());
            }
            session.logHead().doubt().get().ifPresent(wrong::add);
            kept(session).ifPresent(wrong::add);
            for (Recording recording : session.state().study().get().recordings()) {
                wrong.addAll(session.recordings().flaws(recording));
            }
            Head end = session.logHead().head().get();
            desk.console().noProgress();
            desk.console().print("head %d %s", end.sequence(), end.hash());
            return wrong;
        }
    }

    private Optional<String> kept(StudySession session) throws Exception {
        String asked = head;
        if (asked == null) {
            return Optional.empty();
        }
        Optional<Head> found = desk.await(() -> session.logHead().find(asked).join());
        if (found.isPresent()) {
            desk.console().noProgress();
            desk.console()
                    .print("%s is entry %d of the edit log.", asked, found.get().sequence());
            return Optional.empty();
        }
        return Optional.of("The edit log has no entry " + asked
                + ": it was rewritten or cut off, or this is another or an older file.");
    }
}
