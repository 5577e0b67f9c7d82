package org.ictograph.ui.annotate;

import java.util.List;
import java.util.Optional;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import javafx.collections.transformation.FilteredList;
import org.ictograph.model.Study;
import org.ictograph.session.StudySession;
import org.ictograph.session.StudyState;

/** The table of all marks of the open recording that the rater may see. */
public final class MarksViewModel {
    private final StudySession session;
    private final TimelineViewModel timeline;
    private final ObservableList<MarkRow> all = FXCollections.observableArrayList();
    private final FilteredList<MarkRow> rows = new FilteredList<>(all);
    private final ObjectProperty<MarkFilter> filter = new SimpleObjectProperty<>(MarkFilter.ALL);

    public MarksViewModel(StudySession session, TimelineViewModel timeline) {
        this.session = session;
        this.timeline = timeline;
        StudyState state = session.state();
        state.labels().addListener((property, before, now) -> fill());
        state.study().addListener((property, before, now) -> fill());
        filter.addListener((property, before, now) -> rows.setPredicate(now::shows));
        fill();
    }

    /** The rows that the filter lets through. */
    public FilteredList<MarkRow> rows() {
        return rows;
    }

    /** Number of rows without a filter. */
    public int count() {
        return all.size();
    }

    public ObjectProperty<MarkFilter> filter() {
        return filter;
    }

    /** The row of the selected mark, when the filter lets it through. */
    public Optional<MarkRow> selected() {
        return session.state()
                .selectedMark()
                .get()
                .flatMap(id ->
                        rows.stream().filter(row -> row.mark().id().equals(id)).findFirst());
    }

    /** Labels, cages or raters that occur, for choosing a filter. */
    public <V extends Comparable<V>> List<V> values(java.util.function.Function<MarkRow, V> value) {
        return all.stream().map(value).distinct().sorted().toList();
    }

    /** Selects a mark and puts the playhead on its first frame. */
    public void jumpTo(MarkRow row) {
        StudyState state = session.state();
        state.selectedProposal().set(Optional.empty());
        state.selectedMark().set(Optional.of(row.mark().id()));
        state.focusedCage().set(Optional.of(row.mark().cageId()));
        session.playback().seek(row.start());
        timeline.reveal(row.start());
    }

    private void fill() {
        Study study = session.state().study().get();
        all.setAll(session.state().labels().get().marks().stream()
                .map(mark -> MarkRow.of(mark, study))
                .toList());
    }
}
