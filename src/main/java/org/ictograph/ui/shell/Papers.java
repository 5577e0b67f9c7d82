package org.ictograph.ui.shell;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.ictograph.model.Label;
import org.ictograph.session.Notice;
import org.ictograph.session.StudySession;
import org.ictograph.session.TroubleReport;
import org.ictograph.session.Workplace;
import org.ictograph.settings.KeyMap;
import org.ictograph.settings.SettingsFolder;
import org.ictograph.ui.kit.Messages;

/** What is written for people to print or to send. FX thread. */
final class Papers {
    private final Messages messages;
    private final Workplace workplace;
    private final Ask ask;
    private final NoticesViewModel notices;

    Papers(Messages messages, Workplace workplace, Ask ask, NoticesViewModel notices) {
        this.messages = messages;
        this.workplace = workplace;
        this.ask = ask;
        this.notices = notices;
    }

    /** Packs what somebody who mends the program needs to know. */
    void report() {
        ask.report().ifPresent(this::report);
    }

    void report(Path file) {
        String told = notices.problem().get().map(NoticesViewModel.Said::text).orElse("");
        String library = workplace.videos().libraryVersion();
        TroubleReport report = new TroubleReport(SettingsFolder.logs());
        var unused = workplace
                .jobs()
                .start(String.valueOf(file.getFileName()), progress -> report.write(file, told, library))
                .result()
                .whenCompleteAsync(
                        (logs, failure) -> notices.say(
                                failure != null
                                        ? Notice.problem(failure)
                                        : Notice.done("report.packed", file, logs.size())),
                        workplace.fx());
    }

    /** Writes all keys on a page to be printed, with the labels of the open study. */
    void keySheet(KeyMap keys, Optional<StudySession> study) {
        ask.keySheet().ifPresent(file -> {
            List<Label> labels = study.map(
                            open -> open.state().study().get().protocol().labels())
                    .orElse(List.of());
            try {
                Files.writeString(file, KeySheet.html(messages, keys, labels));
                notices.say(Notice.done("keys.sheet.done", file));
            } catch (IOException refused) {
                notices.say(new Notice("keys.sheet.refused", List.of(file), true));
            }
        });
    }
}
