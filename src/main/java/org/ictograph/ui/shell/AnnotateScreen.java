package org.ictograph.ui.shell;

import java.util.function.Supplier;
import javafx.scene.Node;
import org.ictograph.model.Span;
import org.ictograph.session.Playback;
import org.ictograph.session.StudySession;
import org.ictograph.settings.Command;
import org.ictograph.settings.KeyMap;
import org.ictograph.ui.annotate.AnnotateView;
import org.ictograph.ui.annotate.AnnotateViewModel;
import org.ictograph.ui.bench.WorkspaceView;
import org.ictograph.ui.kit.Look;

/** The Annotate workspace in the window. It listens to its own keys while it is in front. */
final class AnnotateScreen implements WorkspaceView {
    private final AnnotateView view;
    private final Playback playback;
    private final AnnotateViewModel model;

    /** @param window knows how this person likes to see it, and hears when that changes */
    AnnotateScreen(
            StudySession session, Look look, Supplier<KeyMap> keys, AnnotateView.Doors doors, Desk.Window window) {
        playback = session.playback();
        model = new AnnotateViewModel(session);
        model.timeline().arrangement().taste().set(window.timeline());
        model.timeline().arrangement().taste().addListener((property, before, now) -> window.keepTimeline(now));
        model.skim().choose(window.skim());
        model.skim().bounds().addListener((property, before, now) -> window.keepSkim(now));
        model.exposure().exposures().set(window.exposures());
        model.exposure().exposures().addListener((property, before, now) -> window.keepExposures(now));
        playback.sound().muted().set(!window.sound());
        playback.sound().muted().addListener((property, before, now) -> window.keepSound(!now));
        view = new AnnotateView(model, look, keys, doors);
    }

    /** Shows a piece of the open recording. */
    void show(Span span) {
        model.timeline().show(span);
    }

    /** Lets cages be drawn and named, or no longer. */
    void draw(boolean drawing) {
        model.boxes().editing().set(drawing);
    }

    @Override
    public Node node() {
        return view;
    }

    @Override
    public void entered() {
        playback.showAgain();
        view.requestFocus();
    }

    @Override
    public void left() {
        playback.pause();
    }

    @Override
    public boolean handle(Command command) {
        return view.handle(command);
    }
}
