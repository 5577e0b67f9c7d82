package org.ictograph.ui.annotate;

import java.util.Optional;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.beans.property.ReadOnlyIntegerWrapper;
import org.ictograph.model.Recording;
import org.ictograph.session.Playback;
import org.ictograph.session.StudySession;
import org.ictograph.timeline.TimeText;
import org.ictograph.ui.kit.Look;

/** What the transport bar says and does. */
public final class PlayerViewModel {
    private static final long SECOND = 1_000_000;

    private final StudySession session;
    private final Playback playback;
    private final ReadOnlyIntegerWrapper shownFrame = new ReadOnlyIntegerWrapper(-1);
    private final ReadOnlyBooleanWrapper exact = new ReadOnlyBooleanWrapper();

    public PlayerViewModel(StudySession session) {
        this.session = session;
        this.playback = session.playback();
        playback.onFrame(shown -> {
            shownFrame.set(shown.frame());
            exact.set(shown.exact() && shown.frame() == playback.frame().get());
        });
        playback.frame()
                .addListener((property, before, now) -> exact.set(exact.get() && now.intValue() == shownFrame.get()));
    }

    public Playback playback() {
        return playback;
    }

    /** Number of the frame that is on the screen, -1 before the first. */
    public ReadOnlyIntegerProperty shownFrame() {
        return shownFrame.getReadOnlyProperty();
    }

    /** True while the picture on the screen is the very frame under the playhead. */
    public ReadOnlyBooleanProperty exact() {
        return exact.getReadOnlyProperty();
    }

    /** Time of the playhead since the first frame. */
    public String time() {
        return TimeText.clock(playback.position().get());
    }

    /** Number of the frame under the playhead. */
    public String frame() {
        return TimeText.frame(playback.frame().get());
    }

    /** True when that number counts only frames of files that are there. */
    public boolean behindMissing() {
        return session.presence().missingBefore(playback.position().get());
    }

    /** Time of day at the playhead, empty when the recording's start is not known. */
    public Optional<String> wallClock() {
        return session.state().recording().get().flatMap(this::wallClock);
    }

    private Optional<String> wallClock(Recording open) {
        return open.startedAt()
                .map(start -> TimeText.wallClock(
                        start, open.zone(), playback.position().get()));
    }

    /** The speed in words, {@code 0.25×}; a minus for backwards. */
    public static String speedText(Look look, double speed) {
        String number = Math.abs(speed) < 1
                ? look.number("%.2f", speed).replaceAll("0$", "")
                : look.number("%.1f", speed).replaceAll("[.,]0$", "");
        return number.replace('-', '−') + "×";
    }

    /** Goes whole seconds on or back. */
    public void skipSeconds(int seconds) {
        playback.skip(seconds * SECOND);
    }
}
