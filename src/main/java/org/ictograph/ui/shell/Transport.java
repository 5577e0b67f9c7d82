package org.ictograph.ui.shell;

import org.ictograph.session.Playback;
import org.ictograph.session.StudySession;
import org.ictograph.settings.Command;

/** What the keys of playing, of undo and of the cages do in every workspace that shows a picture. */
final class Transport {
    private static final long SECOND = 1_000_000;
    private static final long MINUTE = 60 * SECOND;

    private final StudySession session;

    Transport(StudySession session) {
        this.session = session;
    }

    /** False when the command is none of these. */
    boolean handle(Command command) {
        Playback playback = session.playback();
        switch (command) {
            case PLAY_PAUSE -> playback.togglePlay();
            case SHUTTLE_BACK -> playback.shuttle(-1);
            case SHUTTLE_STOP -> playback.pause();
            case SHUTTLE_FORWARD -> playback.shuttle(1);
            case FRAME_BACK -> playback.step(-1);
            case FRAME_FORWARD -> playback.step(1);
            case SECOND_BACK -> playback.skip(-SECOND);
            case SECOND_FORWARD -> playback.skip(SECOND);
            case MINUTE_BACK -> playback.skip(-MINUTE);
            case MINUTE_FORWARD -> playback.skip(MINUTE);
            case UNDO -> session.edits().undo();
            case REDO -> session.edits().redo();
            default -> {
                return false;
            }
        }
        return true;
    }
}
