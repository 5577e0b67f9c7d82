package org.ictograph.ui.annotate;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.beans.property.ReadOnlyIntegerWrapper;
import org.ictograph.model.Recording;
import org.ictograph.session.Playback;
import org.ictograph.session.StudySession;
import org.ictograph.timeline.TimeText;

/** What the transport bar says and does. */
public final class PlayerViewModel {
    /** The speeds that can be chosen. */
    public static final List<Double> SPEEDS = List.of(0.25, 0.5, 1.0, 2.0, 4.0, 8.0, 16.0);

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
    public static String speedText(double speed) {
        String number = Math.abs(speed) < 1
                ? String.format(Locale.ROOT, "%.2f", speed).replaceAll("0$", "")
                : String.format(Locale.ROOT, "%.0f", speed);
        return number.replace('-', '−') + "×";
    }

    /** The next speed above ({@code 1}) or below ({@code -1}), in the direction in which it runs. */
    public void changeSpeed(int steps) {
        double now = Math.abs(playback.speed().get());
        int at = 0;
        while (at < SPEEDS.size() - 1 && SPEEDS.get(at) < now) {
            at++;
        }
        int next = Math.max(0, Math.min(SPEEDS.size() - 1, at + steps));
        playback.setSpeed(Math.copySign(SPEEDS.get(next), playback.speed().get()));
    }

    /** Goes whole seconds on or back. */
    public void skipSeconds(int seconds) {
        playback.skip(seconds * SECOND);
    }
}
