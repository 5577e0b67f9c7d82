package org.ictograph.ui.study;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.ictograph.session.Lineup;
import org.ictograph.session.NewFile;
import org.ictograph.session.Recordings.NewRecording;

/**
 * Files that are to be added: a recording of each, or one recording of all of them in an order and with times of start that
 * a person confirms. FX thread.
 */
public final class AddViewModel {
    private final ObservableList<NewFile> files;
    private final BooleanProperty joined = new SimpleBooleanProperty(false);
    private final Lineup.Source source;
    private final ZoneId zone;

    /** @param zone in which times are shown and typed */
    public AddViewModel(Lineup lineup, ZoneId zone) {
        this.files = FXCollections.observableArrayList(lineup.files());
        this.source = lineup.source();
        this.zone = zone;
    }

    /** The files in the order in which they are to follow each other. */
    public ObservableList<NewFile> files() {
        return files;
    }

    /** True when they are to become one recording. */
    public BooleanProperty joined() {
        return joined;
    }

    /** Where the suggested times come from. */
    public Lineup.Source source() {
        return source;
    }

    /**
     * Moves a file up or down the order.
     *
     * @param by -1 or 1
     * @return where it is now
     */
    public int move(int index, int by) {
        int target = index + by;
        if (index < 0 || target < 0 || index >= files.size() || target >= files.size()) {
            return index;
        }
        Collections.swap(files, index, target);
        return target;
    }

    /** When a file starts, as people write it; empty when that is not known. */
    public String start(NewFile file) {
        return file.startedAt().map(start -> WallClock.text(start, zone)).orElse("");
    }

    /** Sets when a file starts from what was typed, nothing for unknown; false when it cannot be read. */
    public boolean setStart(int index, String typed) {
        NewFile file = files.get(index);
        if (start(file).equals(typed.strip())) {
            return true;
        }
        try {
            Optional<Instant> start = typed.isBlank() ? Optional.empty() : Optional.of(WallClock.parsed(typed, zone));
            files.set(index, new NewFile(file.path(), start));
            return true;
        } catch (DateTimeException unreadable) {
            return false;
        }
    }

    /** What is to be added. The start of the first file is the start of the recording. */
    public List<NewRecording> recordings() {
        if (!joined.get()) {
            return files.stream().map(file -> NewRecording.of(file.path())).toList();
        }
        NewRecording all = new NewRecording(files, List.of(), Optional.empty(), "");
        return List.of(files.get(0)
                .startedAt()
                .map(start -> all.started(start, zone.getId()))
                .orElse(all));
    }
}
