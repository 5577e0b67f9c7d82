package org.ictograph.app;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.ictograph.dataset.DatasetPlan;
import org.ictograph.dataset.ExportOrder;
import org.ictograph.dataset.ExportOutcome;
import org.ictograph.dataset.Finding;
import org.ictograph.dataset.Profile;
import org.ictograph.dataset.Profiles;
import org.ictograph.measure.AgreementParameters;
import org.ictograph.model.Rater;
import org.ictograph.model.Recording;
import org.ictograph.session.Agreeing.Comparison;
import org.ictograph.session.StudySession;
import org.ictograph.session.demo.DemoPlan;
import org.ictograph.session.demo.DemoStudy;

/**
 * The main job without a window: the demo study with proposals, agreement, both data sets, and pictures of the
 * workstation. What is already there is kept and checked.
 */
final class MainJob {
    private final Desk desk;
    private final Path study;

    MainJob(Desk desk, Path study) {
        this.desk = desk;
        this.study = study;
    }

    /** @param pictures whether pictures of the screens can be made on this machine */
    void run(boolean pictures) throws Exception {
        Path folder = study.resolveSibling("");
        desk.console().note("Doing the main job without a window instead, in " + folder);
        DemoCommand.make(folder);
        try (StudySession session =
                Files.exists(study) ? desk.open(study, Optional.empty()) : desk.create(study, DemoStudy.firstRater())) {
            desk.console().note("Making the demo study, about a minute");
            List<Recording> made = desk.await(new DemoStudy(session, DemoPlan.standard()).start());
            desk.console().noProgress();
            desk.console().print("study      %s: %d recordings", study, made.size());
            agree(session);
            for (Profile profile : List.of(Profiles.RODEPIL, Profiles.RATSEIZURE)) {
                export(session, profile);
            }
        }
        if (pictures) {
            Path shown = study.resolveSibling("pictures");
            DemoCommand.make(shown);
            new Pictures(desk, study, shown).make();
            desk.console().print("pictures   %s", shown);
        } else {
            desk.console()
                    .note("No pictures of the screens: text cannot be drawn without Pango; "
                            + "get it with: apt-get install libpangoft2-1.0-0 fonts-dejavu-core");
        }
    }

    private void agree(StudySession session) throws Exception {
        List<Rater> raters = session.state().study().get().raters();
        Comparison comparison = desk.await(() -> session.agreeing()
                .compare(raters.get(0), raters.get(1), AgreementParameters.standard(), desk.progress("agreement")));
        AgreementText.lines(comparison).forEach(line -> desk.console().print(line));
    }

    private void export(StudySession session, Profile profile) throws Exception {
        Path target = study.resolveSibling("datasets").resolve(profile.id());
        DemoCommand.make(study.resolveSibling("datasets"));
        if (Files.exists(target)) {
            List<Finding> findings = desk.await(session.exporting().verify(target));
            desk.console().noProgress();
            desk.console().print("data set   %s: %s", target, findings.isEmpty() ? "sound" : findings);
            return;
        }
        DatasetPlan plan = desk.await(session.exporting().plan(ExportOrder.of(profile)));
        ExportOutcome written = desk.await(session.exporting().write(plan, target));
        desk.console().noProgress();
        desk.console().print("data set   %s: %d clips", target, written.clips());
    }
}
