package org.ictograph.app;

import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.ictograph.model.Recording;
import org.ictograph.session.Recordings.NewCage;
import org.ictograph.session.Recordings.NewRecording;
import org.ictograph.session.SessionException;
import org.ictograph.session.StudySession;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code add STUDY VIDEO…}: recordings into a study. */
@Command(name = "add", description = "Add recordings to a study.", mixinStandardHelpOptions = true)
final class AddCommand implements Callable<Integer> {
    private final Desk desk;

    @Parameters(index = "0", paramLabel = "STUDY")
    private Path study = Path.of("");

    @Parameters(index = "1..*", arity = "1..*", paramLabel = "VIDEO")
    private List<Path> videos = List.of();

    @Option(
            names = "--cages",
            paramLabel = "FILE",
            description = "CSV with position,x,y,width,height,subject in source pixels")
    private @Nullable Path cages;

    @Option(
            names = "--started",
            paramLabel = "TIME",
            description = "when the first frame was taken, for example 2019-02-01T09:30:00+01:00")
    private @Nullable String started;

    AddCommand(Desk desk) {
        this.desk = desk;
    }

    @Override
    public Integer call() throws Exception {
        List<NewCage> layout = cages == null ? List.of() : CageFile.read(cages);
        Optional<OffsetDateTime> start = start();
        try (StudySession session = desk.open(study, Optional.empty())) {
            for (Path video : videos) {
                Recording added = desk.await(session.recordings()
                        .add(new NewRecording(
                                video,
                                layout,
                                start.map(OffsetDateTime::toInstant),
                                start.map(time -> time.getOffset().getId()).orElse(""))));
                desk.console()
                        .print(
                                "added %s: %d×%d, %d frames, %.3f s, %d cages",
                                added.name(),
                                added.width(),
                                added.height(),
                                added.frames(),
                                added.duration() / 1e6,
                                layout.size());
            }
        }
        return Program.DONE;
    }

    private Optional<OffsetDateTime> start() throws SessionException {
        try {
            return Optional.ofNullable(started).map(OffsetDateTime::parse);
        } catch (DateTimeException unreadable) {
            throw new SessionException(
                    started + " is no time with an offset; write it like 2019-02-01T09:30:00+01:00.", unreadable);
        }
    }
}
