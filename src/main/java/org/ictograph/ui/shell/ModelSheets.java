package org.ictograph.ui.shell;

import java.util.Optional;
import javafx.stage.Window;
import org.ictograph.session.StudySession;
import org.ictograph.session.Workplace;
import org.ictograph.ui.kit.Look;
import org.ictograph.ui.proposals.LearningSheet;
import org.ictograph.ui.proposals.TrainingSheet;
import org.ictograph.ui.proposals.TrainingViewModel;
import org.ictograph.ui.proposals.TrustSheet;
import org.ictograph.ui.proposals.TrustViewModel;

/**
 * The sheets for models: new ones from the open study, which nothing happens without, TorchScript modules, and on what networks
 * compute.
 */
record ModelSheets(Look look, Window owner, Workplace workplace, Optional<StudySession> session) {
    /** A new model for the shelf. */
    void train() {
        learn(LearningSheet.Stage.EVENTS);
    }

    /** A new encoder for the shelf, from the cages without their labels. */
    void pretrain() {
        learn(LearningSheet.Stage.ENCODER);
    }

    private void learn(LearningSheet.Stage first) {
        session.ifPresent(open -> new LearningSheet(look, open).show(owner, first));
    }

    /** A new model for the shelf, from what the rater who works decided. */
    void trainAgain() {
        session.ifPresent(open -> new TrainingSheet(look, new TrainingViewModel(open, true)).show(owner));
    }

    /** On what networks compute. */
    void computer() {
        workplace
                .localizers()
                .computer()
                .ifPresent(one -> new ComputerSheet(look, one, workplace.jobs(), workplace.fx()).show(owner));
    }

    /** Which TorchScript modules may run. */
    void trust() {
        new TrustSheet(look, new TrustViewModel(workplace)).show(owner);
    }
}
