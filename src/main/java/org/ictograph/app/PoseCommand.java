package org.ictograph.app;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.UUID;
import java.util.concurrent.Callable;
import org.ictograph.model.Cage;
import org.ictograph.model.PoseTrack;
import org.ictograph.model.Recording;
import org.ictograph.model.Study;
import org.ictograph.model.Subject;
import org.ictograph.session.PoseChoice;
import org.ictograph.session.SessionException;
import org.ictograph.session.StudySession;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code pose STUDY [RECORDING [FILE]]}: attaches key points that a pose program found, and prints what is attached. */
@Command(
        name = "pose",
        description =
                "Attach key points of DeepLabCut (CSV, HDF5) or SLEAP (analysis HDF5) to cages; without FILE only "
                        + "print what is attached.",
        mixinStandardHelpOptions = true)
final class PoseCommand implements Callable<Integer> {
    private final Desk desk;

    @Parameters(index = "0", paramLabel = "STUDY")
    private Path study = Path.of("");

    @Parameters(index = "1", paramLabel = "RECORDING", arity = "0..1", description = "by name; all without one")
    private @Nullable String recording;

    @Parameters(index = "2", paramLabel = "FILE", arity = "0..1", description = "key points of the whole recording")
    private @Nullable Path file;

    @Option(names = "--cage", paramLabel = "N", description = "number of the cage (default: where the points lie)")
    private @Nullable Integer cage;

    @Option(names = "--track", paramLabel = "NAME", description = "the animal in FILE (default: all of them)")
    private @Nullable String track;

    @Option(
            names = "--in-cage",
            description = "the program saw the cage alone: pixels count from the corner of its box")
    private boolean inCage;

    @Option(names = "--detach", description = "take the key points of RECORDING, or of its --cage, away")
    private boolean detach;

    @Option(names = "--rater", paramLabel = "R", description = "who does it; a rater of the study")
    private @Nullable String rater;

    @Option(names = "--json", description = "print one JSON document")
    private boolean json;

    PoseCommand(Desk desk) {
        this.desk = desk;
    }

    @Override
    public Integer call() throws Exception {
        boolean changes = file != null || detach;
        if ((file != null && detach) || (detach && recording == null)) {
            throw new SessionException("To detach key points name the RECORDING, without a FILE.");
        }
        if (!changes && (cage != null || track != null || inCage)) {
            throw new SessionException("--cage, --track and --in-cage say how a FILE is attached; name one.");
        }
        try (StudySession session = desk.open(study, Optional.ofNullable(changes ? rater : null))) {
            Study whole = session.state().study().get();
            List<Recording> named = whole.recordings().stream()
                    .filter(one -> recording == null || one.name().equals(recording))
                    .toList();
            if (recording != null && named.isEmpty()) {
                throw new SessionException("The study has no recording named " + recording + ".");
            }
            Path given = file;
            if (given != null) {
                PoseChoice choice = new PoseChoice(
                        cage == null ? OptionalInt.empty() : OptionalInt.of(cage), Optional.ofNullable(track), inCage);
                var unused = desk.await(session.posing().attach(named.get(0).id(), given, choice));
            } else if (detach) {
                List<UUID> cages = whole.cagesOf(named.get(0).id()).stream()
                        .filter(one -> cage == null || one.position() == cage)
                        .map(Cage::id)
                        .toList();
                if (desk.await(() -> session.posing().detach(cages).join()).isEmpty()) {
                    throw new SessionException("No key points are attached there.");
                }
            }
            desk.console().noProgress();
            print(session, whole, named);
            return Program.DONE;
        }
    }

    private void print(StudySession session, Study whole, List<Recording> named) throws Exception {
        List<Map<String, Object>> rows = new ArrayList<>();
        for (PoseTrack pose : desk.await(() -> session.posing().attached().join())) {
            Optional<Recording> of = named.stream()
                    .filter(one -> one.id().equals(pose.recordingId()))
                    .findFirst();
            Optional<Cage> in = whole.cage(pose.cageId());
            if (of.isPresent() && in.isPresent()) {
                Map<String, Object> row = new LinkedHashMap<>();
                row.put("recording", of.get().name());
                row.put("cage", in.get().position());
                row.put("animal", whole.subjectIn(in.get()).map(Subject::name).orElse(""));
                row.put("file", pose.path());
                row.put("sha256", pose.fingerprint());
                row.put("track", pose.track());
                row.put("x", pose.x());
                row.put("y", pose.y());
                row.put("points", pose.points());
                rows.add(row);
            }
        }
        if (json) {
            desk.console().json(Map.of("study", whole.name(), "poses", rows));
            return;
        }
        desk.console()
                .print("%-16s %4s %-16s %-32s %-12s %s", "recording", "cage", "animal", "file", "track", "points");
        for (Map<String, Object> row : rows) {
            desk.console()
                    .print(
                            "%-16s %4d %-16s %-32s %-12s %s",
                            row.get("recording"),
                            row.get("cage"),
                            row.get("animal"),
                            row.get("file"),
                            row.get("track"),
                            row.get("points") instanceof List<?> points
                                    ? String.join(
                                            ", ",
                                            points.stream().map(String::valueOf).toList())
                                    : "");
        }
    }
}
