package org.ictograph.ui.shell;

import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.ictograph.exchange.BoxFormat;
import org.ictograph.exchange.LossReport;
import org.ictograph.exchange.Translation;
import org.ictograph.session.Notice;
import org.ictograph.session.StudySession;
import org.ictograph.ui.kit.Messages;
import org.ictograph.work.Job;

/** What the window does with files of boxes; the ending of a file tells its format. */
final class BoxFiles {
    private final Messages messages;
    private final StudySession session;
    private final Consumer<Notice> say;

    BoxFiles(Messages messages, StudySession session, Consumer<Notice> say) {
        this.messages = messages;
        this.session = session;
        this.say = say;
    }

    void take(Path file) {
        tell(
                format(file).map(format -> session.cageFiles().take(format, file, Translation.NONE, false)),
                "boxes.taken",
                file);
    }

    void give(Path file) {
        tell(
                format(file).map(format -> session.cageFiles().give(format, file, recording -> true)),
                "boxes.given",
                file);
    }

    private Optional<BoxFormat> format(Path file) {
        String wanted = file.toString().toLowerCase(Locale.ROOT).endsWith(".xml") ? "cvat" : "coco";
        return session.workplace().boxes().stream()
                .filter(format -> format.id().equals(wanted))
                .findFirst();
    }

    private void tell(Optional<Job<LossReport>> job, String key, Path file) {
        job.ifPresent(started -> {
            var unused = started.result()
                    .whenCompleteAsync(
                            (told, failure) -> say.accept(
                                    failure != null
                                            ? Notice.problem(failure)
                                            : Notice.done(
                                                    key,
                                                    told.kept(),
                                                    file.getFileName(),
                                                    told.refused(),
                                                    told.sentences().stream()
                                                            .map(sentence -> " " + messages.loss(sentence))
                                                            .collect(Collectors.joining()))),
                            session.workplace().fx());
        });
    }
}
