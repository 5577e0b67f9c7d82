package org.ictograph.app;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.ictograph.dataset.Finding;
import org.ictograph.model.Recording;
import org.ictograph.session.StudySession;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** {@code verify STUDY | DATASET}: proves a study's log and files, or a data set's hashes, splits and frames. */
@Command(name = "verify", description = "Check a study or a data set.", mixinStandardHelpOptions = true)
final class VerifyCommand implements Callable<Integer> {
    private final Desk desk;

    @Parameters(paramLabel = "STUDY|DATASET")
    private Path subject = Path.of("");

    VerifyCommand(Desk desk) {
        this.desk = desk;
    }

    @Override
    public Integer call() throws Exception {
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
            for (Recording recording : session.state().study().get().recordings()) {
                wrong.addAll(session.recordings().flaws(recording));
            }
            return wrong;
        }
    }
}
