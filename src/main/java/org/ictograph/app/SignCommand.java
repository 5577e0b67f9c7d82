package org.ictograph.app;

import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.ictograph.model.Rater;
import org.ictograph.model.Recording;
import org.ictograph.model.Signature.Meaning;
import org.ictograph.model.Signed;
import org.ictograph.model.Study;
import org.ictograph.session.SessionException;
import org.ictograph.session.StudySession;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code sign STUDY [RECORDING]}: signs the review of a recording, and prints who signed what. */
@Command(
        name = "sign",
        description = "Sign the review of a recording; without --as only print who signed.",
        mixinStandardHelpOptions = true)
final class SignCommand implements Callable<Integer> {
    private final Desk desk;

    @Parameters(index = "0", paramLabel = "STUDY")
    private Path study = Path.of("");

    @Parameters(index = "1", paramLabel = "RECORDING", arity = "0..1", description = "by name; all without one")
    private @Nullable String recording;

    @Option(names = "--as", paramLabel = "MEANING", description = "reviewed, approved or responsible")
    private @Nullable Meaning meaning;

    @Option(names = "--rater", paramLabel = "R", description = "who signs; a rater of the study")
    private @Nullable String rater;

    SignCommand(Desk desk) {
        this.desk = desk;
    }

    @Override
    public Integer call() throws Exception {
        if (meaning != null && (rater == null || recording == null)) {
            throw new SessionException("A signature needs a RECORDING and --rater: who signs what.");
        }
        try (StudySession session = desk.open(study, Optional.empty())) {
            Study whole = session.state().study().get();
            List<Recording> named = whole.recordings().stream()
                    .filter(one -> recording == null || one.name().equals(recording))
                    .toList();
            if (recording != null && named.isEmpty()) {
                throw new SessionException("The study has no recording named " + recording + ".");
            }
            Meaning wanted = meaning;
            if (wanted != null) {
                String signer = String.valueOf(rater);
                if (whole.raterNamed(signer).isEmpty()) {
                    throw new SessionException("The study has no rater named " + signer + ".");
                }
                desk.await(() -> session.workAs(signer).join());
                desk.await(
                        () -> session.signing().sign(named.get(0).id(), wanted).join());
            }
            desk.await(() -> session.showOthers(true).join());
            for (Recording one : named) {
                for (Signed signed :
                        desk.await(() -> session.signing().under(one.id()).join())) {
                    print(whole, one, signed);
                }
            }
            return Program.DONE;
        }
    }

    private void print(Study whole, Recording one, Signed signed) {
        desk.console()
                .print(
                        "%s  %s  %s  %s%s",
                        signed.signature().at(),
                        one.name(),
                        whole.rater(signed.signature().raterId())
                                .map(Rater::name)
                                .orElse(""),
                        signed.signature().meaning().name().toLowerCase(Locale.ROOT),
                        signed.valid() ? "" : "  void: what it covers was changed since");
    }
}
