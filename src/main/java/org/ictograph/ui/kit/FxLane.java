package org.ictograph.ui.kit;

import java.util.concurrent.Executor;
import javafx.application.Platform;

/** The FX thread as an executor: work is done in order, after what is under way. May be called from any thread. */
public final class FxLane implements Executor {
    @Override
    public void execute(Runnable work) {
        Platform.runLater(work);
    }
}
