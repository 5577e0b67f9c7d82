package org.ictograph.app;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.ictograph.localizer.Computer;
import org.ictograph.localizer.Localization;
import org.ictograph.localizer.Localizer;
import org.ictograph.localizer.torch.TorchComputer;
import org.ictograph.model.Mark;
import org.ictograph.model.Recording;
import org.ictograph.session.SessionException;
import org.ictograph.session.StudySession;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code propose STUDY}: runs a localizer and stores what it proposes. */
@Command(name = "propose", description = "Let a model propose segments.", mixinStandardHelpOptions = true)
final class ProposeCommand implements Callable<Integer> {
    private final Desk desk;

    @Parameters(paramLabel = "STUDY")
    private Path study = Path.of("");

    @Option(names = "--model", paramLabel = "M", description = "model on the shelf (default: the first of 'models')")
    private @Nullable String model;

    @Option(names = "--recording", paramLabel = "NAME", description = "only these recordings")
    private List<String> recordings = new ArrayList<>();

    @Option(names = "--device", description = "auto, cpu or gpu (default: as the settings say)")
    private Computer.@Nullable Wish device;

    @Option(
            names = "--truth",
            paramLabel = "FILE",
            description = "also score the proposals, beside those of the other models, against these marks (CSV)")
    private @Nullable Path truth;

    ProposeCommand(Desk desk) {
        this.desk = desk;
    }

    @Override
    public Integer call() throws Exception {
        Localizer localizer = localizer();
        if (device == Computer.Wish.GPU && localizer.weights().isEmpty()) {
            throw new SessionException(
                    "The model " + localizer.model() + " runs on the CPU only; leave --device away.");
        }
        if (device != null) {
            TorchComputer.forThisRun(device);
        }
        try (StudySession session = desk.open(study, Optional.empty())) {
            ProposalTable table = new ProposalTable(desk, session);
            List<Recording> wanted = chosen(session);
            List<Mark> known = truth == null ? List.of() : table.truth(truth);
            List<Localization> found = new ArrayList<>();
            for (Recording recording : wanted) {
                found.add(desk.await(session.proposing().run(recording.id(), localizer)));
                int proposals = found.get(found.size() - 1).proposals().size();
                desk.console().noProgress();
                desk.console().print("%s: %d proposals by %s", recording.name(), proposals, localizer.model());
                if (session.recordings().missing(recording)) {
                    desk.console()
                            .note(recording.name() + ": the time of missing files was passed over; relink them and "
                                    + "run it again.");
                }
            }
            if (truth != null) {
                table.print(wanted, known, localizer.model(), found);
            }
        }
        return Program.DONE;
    }

    private Localizer localizer() throws SessionException {
        List<Localizer> shelf = desk.localizers().all();
        if (model == null) {
            return shelf.get(0);
        }
        return desk.localizers()
                .byModel(model)
                .orElseThrow(() -> new SessionException("There is no model " + model + " on the shelf, only "
                        + String.join(", ", shelf.stream().map(Localizer::model).toList()) + "."));
    }

    private List<Recording> chosen(StudySession session) throws SessionException {
        List<Recording> all = session.state().study().get().recordings();
        if (all.isEmpty()) {
            throw new SessionException("The study " + study + " has no recordings yet; add one first.");
        }
        for (String name : recordings) {
            if (all.stream().noneMatch(recording -> recording.name().equals(name))) {
                throw new SessionException("There is no recording " + name + " in " + study + ", only "
                        + String.join(", ", all.stream().map(Recording::name).toList()) + ".");
            }
        }
        return all.stream()
                .filter(recording -> recordings.isEmpty() || recordings.contains(recording.name()))
                .toList();
    }
}
