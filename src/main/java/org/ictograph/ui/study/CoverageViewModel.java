package org.ictograph.ui.study;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.ictograph.model.Subject;
import org.ictograph.session.LedgerLine;
import org.ictograph.session.LookedTime;
import org.ictograph.session.Stored;
import org.ictograph.session.StudySession;

/** How much of the study has been looked at, by recording, animal, rater, or each cage for itself. FX thread. */
public final class CoverageViewModel {
    /** What a row of the table stands for. */
    public enum By {
        RECORDING,
        ANIMAL,
        RATER,
        CAGE;

        /** Under which translations name it. */
        public String messageKey() {
            return "coverage.by." + name().toLowerCase(Locale.ROOT);
        }
    }

    private final StudySession session;
    private final ObjectProperty<By> by = new SimpleObjectProperty<>(By.RECORDING);
    private final ObservableList<CoverageRow> rows = FXCollections.observableArrayList();
    private List<LedgerLine> lines = List.of();
    private boolean watched;

    public CoverageViewModel(StudySession session) {
        this.session = session;
        by.addListener((property, before, now) -> show());
        session.state().rater().addListener((property, before, now) -> read());
        session.state().sighted().addListener((property, before, now) -> read());
        session.state().stored().addListener((property, before, now) -> {
            if (now == Stored.STORED) {
                read();
            }
        });
    }

    public ObjectProperty<By> by() {
        return by;
    }

    public ObservableList<CoverageRow> rows() {
        return rows;
    }

    /** Says whether somebody looks: only then is the ledger read after every edit. */
    public void watch(boolean looking) {
        watched = looking;
        read();
    }

    private void read() {
        if (watched) {
            var unused = session.coverageLedger().thenAccept(now -> {
                lines = now;
                show();
            });
        }
    }

    private void show() {
        Map<String, List<LedgerLine>> groups =
                lines.stream().collect(Collectors.groupingBy(this::name, LinkedHashMap::new, Collectors.toList()));
        List<CoverageRow> now = new ArrayList<>();
        groups.forEach((name, group) -> now.add(new CoverageRow(
                name,
                group.stream().map(LedgerLine::time).reduce(LookedTime.NONE, LookedTime::plus),
                group.stream()
                        .filter(line -> line.unseen().isPresent())
                        .findFirst()
                        .orElse(group.get(0)))));
        if (!rows.equals(now)) {
            rows.setAll(now);
        }
    }

    /** Raters look at the same video, so a row never adds up time of different raters. */
    private String name(LedgerLine line) {
        String rater = line.rater().name();
        return switch (by.get()) {
            case RECORDING -> line.recording().name() + " · " + rater;
            case ANIMAL -> animal(line) + " · " + rater;
            case RATER -> rater;
            case CAGE -> line.recording().name() + " · " + line.cage().position() + " " + animal(line) + " · " + rater;
        };
    }

    private String animal(LedgerLine line) {
        return session.state()
                .study()
                .get()
                .subjectIn(line.cage())
                .map(Subject::name)
                .orElse("–");
    }
}
