package org.ictograph.ui.shell;

import org.ictograph.session.Playback;
import org.ictograph.session.StudySession;
import org.ictograph.settings.Command;
import org.ictograph.ui.kit.ShuttleKeys;

/** What the keys of playing, of undo and of the cages do in every workspace that shows a picture. */
final class Transport {
    private static final long SECOND = 1_000_000;
    private static final long MINUTE = 60 * SECOND;

    private final StudySession session;
    private final ShuttleKeys shuttle;

    Transport(StudySession session) {
        this.session = session;
        this.shuttle = new ShuttleKeys(session.playback());
    }

    /** The shuttle's keys, for who hears them go down and come up. */
    ShuttleKeys shuttle() {
        return shuttle;
    }

    /** False when the command is none of these. */
    boolean handle(Command command) {
        Playback playback = session.playback();
        switch (command) {
            case PLAY_PAUSE -> playback.togglePlay();
            case SPEED_UP -> playback.changeSpeed(1);
            case SPEED_DOWN -> playback.changeSpeed(-1);
            case SPEED_NORMAL -> playback.setSpeed(1);
            case FRAME_BACK -> playback.step(-1);
            case FRAME_FORWARD -> playback.step(1);
            case SECOND_BACK -> playback.skip(-SECOND);
            case SECOND_FORWARD -> playback.skip(SECOND);
            case MINUTE_BACK -> playback.skip(-MINUTE);
            case MINUTE_FORWARD -> playback.skip(MINUTE);
            default -> {
                return shuttle.run(command);
            }
        }
        return true;
    }
}
