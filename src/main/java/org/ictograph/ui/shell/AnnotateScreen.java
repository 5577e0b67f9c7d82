package org.ictograph.ui.shell;

import java.util.function.Supplier;
import javafx.scene.Node;
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

    AnnotateScreen(StudySession session, Look look, Supplier<KeyMap> keys, AnnotateView.Doors doors) {
        playback = session.playback();
        view = new AnnotateView(new AnnotateViewModel(session), look, keys, doors);
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
