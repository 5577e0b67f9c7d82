package org.ictograph.app;

import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.ictograph.model.FrameRate;
import org.ictograph.model.Recording;
import org.ictograph.model.VideoFile;
import org.ictograph.session.Lineup;
import org.ictograph.session.NewFile;
import org.ictograph.session.Recordings.NewCage;
import org.ictograph.session.Recordings.NewRecording;
import org.ictograph.session.SessionException;
import org.ictograph.session.StudySession;
import org.ictograph.video.Seam;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.TypeConversionException;

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
            description =
                    "when the first frame was taken, for example 2019-02-01T09:30:00+01:00; with --join once, or once "
                            + "for each file")
    private List<String> started = List.of();

    @Option(
            names = "--rate",
            paramLabel = "RATE",
            converter = Rate.class,
            description =
                    "the true frames per second, as 25 or 30000/1001, where the time stamps of the files are broken")
    private @Nullable FrameRate rate;

    @Option(
            names = "--join",
            description = "make one recording of all files, in the order of the times or numbers in their names")
    private boolean join;

    @Option(names = "--in-order", description = "with --join: keep the order of the command line")
    private boolean inOrder;

    @Option(
            names = "--end-to-end",
            description = "with --join: do not believe times in names and headers; each file follows the one before")
    private boolean endToEnd;

    /** Reads a rate, or says how one is written. */
    static final class Rate implements ITypeConverter<FrameRate> {
        @Override
        public FrameRate convert(String text) {
            try {
                return FrameRate.parse(text);
            } catch (IllegalArgumentException unreadable) {
                throw new TypeConversionException(unreadable.getMessage());
            }
        }
    }

    AddCommand(Desk desk) {
        this.desk = desk;
    }

    @Override
    public Integer call() throws Exception {
        List<NewCage> layout = cages == null ? List.of() : CageFile.read(cages);
        List<OffsetDateTime> starts = starts();
        try (StudySession session = desk.open(study, Optional.empty())) {
            if (join) {
                NewRecording joined = new NewRecording(files(session, starts), layout, Optional.empty(), "");
                seams(session, add(session, started(joined, starts)));
            } else {
                for (Path video : videos) {
                    add(session, started(NewRecording.of(video).with(layout), starts));
                }
            }
        }
        return Program.DONE;
    }

    private static NewRecording started(NewRecording added, List<OffsetDateTime> starts) {
        return starts.isEmpty()
                ? added
                : added.started(
                        starts.get(0).toInstant(), starts.get(0).getOffset().getId());
    }

    private List<NewFile> files(StudySession session, List<OffsetDateTime> starts) throws Exception {
        if (starts.size() > 1) {
            List<NewFile> timed = new ArrayList<>();
            for (Path video : videos) {
                timed.add(
                        new NewFile(video, Optional.of(starts.get(timed.size()).toInstant())));
            }
            return timed;
        }
        Lineup lineup = desk.await(session.recordings().lineUp(videos));
        if (starts.isEmpty()) {
            lineup.files()
                    .get(0)
                    .startedAt()
                    .ifPresent(start -> desk.console()
                            .note("The " + (lineup.source() == Lineup.Source.NAMES ? "name" : "header")
                                    + " of the first file says that it was begun at "
                                    + start.atZone(ZoneId.systemDefault()).toOffsetDateTime()
                                    + "; add --started to keep a start with the recording."));
        }
        Map<Path, NewFile> lined = new LinkedHashMap<>();
        lineup.files().forEach(file -> lined.put(file.path(), endToEnd ? NewFile.of(file.path()) : file));
        return inOrder
                ? videos.stream()
                        .map(video -> lined.getOrDefault(video, NewFile.of(video)))
                        .toList()
                : List.copyOf(lined.values());
    }

    private Recording add(StudySession session, NewRecording added) throws Exception {
        Recording recording = desk.await(session.recordings().add(added));
        if (rate != null) {
            recording = desk.await(session.frameTruth().restate(recording.id(), Optional.of(rate)));
        }
        desk.console()
                .print(
                        "added %s: %d×%d, %d frames, %.3f s, %d cages",
                        recording.name(),
                        recording.width(),
                        recording.height(),
                        recording.frames(),
                        recording.duration() / 1e6,
                        added.cages().size());
        return recording;
    }

    private void seams(StudySession session, Recording recording) throws Exception {
        for (VideoFile file : recording.files()) {
            desk.console().print("  %12.3f s  %s", file.start() / 1e6, file.path());
        }
        for (Seam seam : desk.await(session.recordings().seams(recording))) {
            desk.console().print("  " + seam.sentence());
        }
        if (!recording.gaps().isEmpty()) {
            desk.console()
                    .print("  %.3f s of it were not filmed", recording.gaps().total() / 1e6);
        }
    }

    private List<OffsetDateTime> starts() throws SessionException {
        List<OffsetDateTime> starts = new ArrayList<>();
        for (String time : started) {
            try {
                starts.add(OffsetDateTime.parse(time));
            } catch (DateTimeException unreadable) {
                throw new SessionException(
                        time + " is no time with an offset; write it like 2019-02-01T09:30:00+01:00.", unreadable);
            }
        }
        if (starts.size() > 1 && (!join || starts.size() != videos.size())) {
            throw new SessionException("There are " + starts.size() + " times of start for " + videos.size()
                    + " files; give one, or with --join one for each file.");
        }
        return starts;
    }
}
