package org.ictograph.ui.shell;

import java.util.List;
import java.util.Locale;
import org.ictograph.model.Study;
import org.ictograph.settings.Command;
import org.ictograph.ui.shell.GuideStep.Progress;

/** A way through the window, step by step, that can be left and taken up again at any step. */
enum Guide {
    /** From an empty study to one that is ready to be marked. Every step works on the study itself. */
    STUDY {
        @Override
        List<GuideStep> steps() {
            return List.of(
                    new GuideStep(
                            "recordings",
                            Workspace.STUDY,
                            false,
                            List.of("#recordings", ".empty-state"),
                            List.of(),
                            study -> new Progress(
                                    study.recordings().size(),
                                    Math.max(1, study.recordings().size())),
                            cages -> false),
                    new GuideStep(
                            "cages",
                            Workspace.ANNOTATE,
                            true,
                            List.of(".picture-pane", ".empty-state"),
                            List.of(),
                            Guide::recordingsWithCages,
                            List::isEmpty),
                    new GuideStep(
                            "animals",
                            Workspace.ANNOTATE,
                            true,
                            List.of("#animal-name", ".empty-state"),
                            List.of(Command.FOCUS_CAGE_1, Command.FOCUS_CAGE_9),
                            Guide::cagesWithAnimals,
                            cages -> cages.stream()
                                    .anyMatch(cage -> cage.subjectId().isEmpty())),
                    new GuideStep(
                            "protocol",
                            Workspace.STUDY,
                            false,
                            List.of("#protocol", ".empty-state"),
                            List.of(),
                            study -> new Progress(study.protocol().labels().size(), 0),
                            cages -> false),
                    new GuideStep(
                            "raters",
                            Workspace.STUDY,
                            false,
                            List.of("#raters", ".empty-state"),
                            List.of(),
                            study -> new Progress(study.raters().size(), 0),
                            cages -> false));
        }
    },

    /** What there is in the window, shown on the demo. */
    TOUR {
        @Override
        List<GuideStep> steps() {
            return List.of(
                    GuideStep.showing(
                            "rail",
                            Workspace.STUDY,
                            ".rail",
                            Command.SHOW_STUDY,
                            Command.SHOW_ANNOTATE,
                            Command.SHOW_PROPOSALS,
                            Command.SHOW_AGREEMENT,
                            Command.SHOW_EXPORT),
                    GuideStep.showing(
                            "play",
                            Workspace.ANNOTATE,
                            ".transport",
                            Command.PLAY_PAUSE,
                            Command.FRAME_BACK,
                            Command.FRAME_FORWARD),
                    GuideStep.showing("mark", Workspace.ANNOTATE, "#lanes", Command.MARK_ONSET, Command.MARK_OFFSET),
                    GuideStep.showing("code", Workspace.ANNOTATE, "#key-caps", Command.TOGGLE_SCOPE),
                    GuideStep.showing("stored", Workspace.ANNOTATE, "#stored", Command.UNDO),
                    GuideStep.showing("blind", Workspace.ANNOTATE, "#banner"),
                    GuideStep.showing(
                            "proposals", Workspace.PROPOSALS, "#queue", Command.ACCEPT, Command.ADJUST, Command.REJECT),
                    GuideStep.showing("agreement", Workspace.AGREEMENT, "#dashboard", Command.ADJUDICATE),
                    GuideStep.showing("export", Workspace.EXPORT, "#export"),
                    GuideStep.showing("help", Workspace.STUDY, ".rail", Command.SHOW_MANUAL, Command.SHOW_KEYS));
        }
    };

    /** What is to be done, in order. */
    abstract List<GuideStep> steps();

    /** Under which translations speak of it, for example {@code guide.tour}. */
    String messageKey() {
        return "guide." + name().toLowerCase(Locale.ROOT);
    }

    private static Progress recordingsWithCages(Study study) {
        long drawn = study.recordings().stream()
                .filter(recording -> !study.cagesOf(recording.id()).isEmpty())
                .count();
        return new Progress((int) drawn, study.recordings().size());
    }

    private static Progress cagesWithAnimals(Study study) {
        long named = study.cages().stream()
                .filter(cage -> cage.subjectId().isPresent())
                .count();
        return new Progress((int) named, study.cages().size());
    }
}
