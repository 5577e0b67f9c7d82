package org.ictograph.session;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleObjectProperty;
import org.ictograph.model.Access;
import org.ictograph.model.Assignment;
import org.ictograph.model.Assignment.Hidden;
import org.ictograph.model.Cage;
import org.ictograph.model.Head;
import org.ictograph.model.Rater;
import org.ictograph.model.Recording;
import org.ictograph.model.ScoreTrack;
import org.ictograph.model.SpanSet;
import org.ictograph.model.Study;
import org.ictograph.store.Viewer;

/** What the screens show of the open study, always as stored. Read and changed on the FX thread only. */
public final class StudyState {
    private final ReadOnlyObjectWrapper<Study> study;
    private final ReadOnlyObjectWrapper<Rater> rater;
    private final ReadOnlyBooleanWrapper sighted = new ReadOnlyBooleanWrapper(false);
    private final ReadOnlyObjectWrapper<Optional<Recording>> recording = new ReadOnlyObjectWrapper<>(Optional.empty());
    private final ReadOnlyObjectWrapper<Labels> labels;
    private final ReadOnlyBooleanWrapper filling = new ReadOnlyBooleanWrapper(false);
    private final ReadOnlyObjectWrapper<Stored> stored = new ReadOnlyObjectWrapper<>(Stored.STORED);
    private final ReadOnlyObjectWrapper<Optional<Notice>> notice = new ReadOnlyObjectWrapper<>(Optional.empty());
    private final ReadOnlyObjectWrapper<Head> head = new ReadOnlyObjectWrapper<>(new Head(0, ""));
    private final ObjectProperty<Optional<UUID>> focusedCage = new SimpleObjectProperty<>(Optional.empty());
    private final ObjectProperty<Optional<UUID>> selectedMark = new SimpleObjectProperty<>(Optional.empty());
    private final ObjectProperty<Optional<UUID>> selectedProposal = new SimpleObjectProperty<>(Optional.empty());

    private final ReadOnlyObjectWrapper<List<Assignment>> duties = new ReadOnlyObjectWrapper<>(List.of());

    private Access access = Access.WRITING;
    private Labels said;
    private Set<UUID> held = Set.of();
    private volatile Study whole;
    private volatile List<Assignment> open = List.of();

    private final ReadOnlyObjectWrapper<SpanSet> absent = new ReadOnlyObjectWrapper<>(SpanSet.EMPTY);

    StudyState(Study study, Rater rater) {
        this.whole = study;
        this.study = new ReadOnlyObjectWrapper<>(study);
        this.rater = new ReadOnlyObjectWrapper<>(rater);
        this.said = Labels.empty(study.id());
        this.labels = new ReadOnlyObjectWrapper<>(said);
    }

    /** The frame of the study without what is hidden from the rater who works. */
    public ReadOnlyObjectProperty<Study> study() {
        return study.getReadOnlyProperty();
    }

    /** The frame of the study with everything, for what is not shown. Any thread. */
    Study whole() {
        return whole;
    }

    /** What waits to be rated and submitted by the rater who works, oldest first. */
    public ReadOnlyObjectProperty<List<Assignment>> duties() {
        return duties.getReadOnlyProperty();
    }

    /** What is still secret, and from whom. Any thread. */
    Secrecy secrecy() {
        return Secrecy.of(open, rater.get().id());
    }

    /** True while names, animals, groups or dates are kept from the rater who works. */
    public boolean disguised() {
        return duties.get().stream().anyMatch(duty -> !duty.hides().isEmpty());
    }

    /** True while something is kept from the rater who works. */
    public boolean hides(Hidden what) {
        return duties.get().stream().anyMatch(duty -> duty.hides().contains(what));
    }

    /** All assignments that are not submitted yet. */
    void owed(List<Assignment> now) {
        open = List.copyOf(now);
        work(rater.get(), sighted.get());
    }

    /** Whether the study may be changed, and why not. */
    public Access access() {
        return access;
    }

    /** True when the study may be changed; else says once more why not, to whoever tries. */
    public boolean mayEdit() {
        if (!access.writing()) {
            say(Notice.problem(new SessionException(access.why())));
        }
        return access.writing();
    }

    void access(Access found) {
        access = found;
    }

    /** Who works now. */
    public ReadOnlyObjectProperty<Rater> rater() {
        return rater.getReadOnlyProperty();
    }

    /** True while other raters' marks, the consensus and the proposals are shown. */
    public ReadOnlyBooleanProperty sighted() {
        return sighted.getReadOnlyProperty();
    }

    /** True while the program itself makes recordings for the study. */
    public ReadOnlyBooleanProperty filling() {
        return filling.getReadOnlyProperty();
    }

    /** Tells that recordings are being made, or no longer. */
    public void filling(boolean now) {
        filling.set(now);
    }

    /** The recording that is open, if any. */
    public ReadOnlyObjectProperty<Optional<Recording>> recording() {
        return recording.getReadOnlyProperty();
    }

    /** Time of the open recording that cannot be shown because a file of it is missing. */
    public ReadOnlyObjectProperty<SpanSet> absent() {
        return absent.getReadOnlyProperty();
    }

    void absent(SpanSet missing) {
        absent.set(missing);
    }

    /**
     * What is said about the open recording, as far as the rater who works is to see it: without proposals that wait in the audit.
     * Of no recording at all while none is open.
     */
    public ReadOnlyObjectProperty<Labels> labels() {
        return labels.getReadOnlyProperty();
    }

    /** The same with all proposals. */
    Labels said() {
        return said;
    }

    public ReadOnlyObjectProperty<Stored> stored() {
        return stored.getReadOnlyProperty();
    }

    /** The end of the edit log. */
    ReadOnlyObjectProperty<Head> head() {
        return head.getReadOnlyProperty();
    }

    void head(Head now) {
        head.set(now);
    }

    /** The last thing that the program has to say. */
    public ReadOnlyObjectProperty<Optional<Notice>> notice() {
        return notice.getReadOnlyProperty();
    }

    /** The cage that marks go to and that is shown enlarged. */
    public ObjectProperty<Optional<UUID>> focusedCage() {
        return focusedCage;
    }

    public ObjectProperty<Optional<UUID>> selectedMark() {
        return selectedMark;
    }

    public ObjectProperty<Optional<UUID>> selectedProposal() {
        return selectedProposal;
    }

    /** The cages of the open recording, by position. */
    public List<Cage> cages() {
        return recording.get().map(open -> study.get().cagesOf(open.id())).orElse(List.of());
    }

    /** On whose behalf labels are shown. */
    Viewer viewer() {
        return new Viewer(Optional.of(rater.get().id()), sighted.get());
    }

    void show(Study changed) {
        whole = changed;
        show();
    }

    private void show() {
        Study changed = Disguise.of(whole, duties.get());
        study.set(changed);
        recording
                .get()
                .flatMap(shown -> changed.recording(shown.id()))
                .ifPresent(same -> recording.set(Optional.of(same)));
        if (focusedCage.get().flatMap(changed::cage).isEmpty()) {
            focusedCage.set(cages().stream().findFirst().map(Cage::id));
        }
        show(said);
    }

    void show(Labels changed) {
        Set<UUID> waiting =
                Unaided.held(changed, rater.get().id(), whole.protocol().plan().unaided());
        Labels seen = changed;
        if (!waiting.isEmpty()) {
            // Screens draw curves anew only when these are others than before.
            boolean alike = waiting.equals(held) && changed.tracks() == said.tracks();
            List<ScoreTrack> curves = alike ? labels.get().tracks() : LevelScores.of(changed, waiting);
            seen = changed.without(waiting, curves);
        }
        said = changed;
        held = waiting;
        labels.set(seen);
        if (selectedMark.get().flatMap(seen::mark).isEmpty()) {
            selectedMark.set(Optional.empty());
        }
        if (selectedProposal.get().flatMap(seen::proposal).isEmpty()) {
            selectedProposal.set(Optional.empty());
        }
    }

    /** Opens a recording on the screens, together with what is said about it. */
    void show(Recording opened, Labels itsLabels) {
        recording.set(Optional.of(opened));
        focusedCage.set(cages().stream().findFirst().map(Cage::id));
        show(itsLabels);
    }

    /** Nobody sees what others made while something waits for them. */
    void work(Rater now, boolean seesAll) {
        List<Assignment> own =
                open.stream().filter(duty -> duty.raterId().equals(now.id())).toList();
        boolean same = own.equals(duties.get());
        sighted.set(seesAll && own.isEmpty());
        duties.set(own);
        if (!same) {
            show();
        }
        rater.set(now);
    }

    void lamp(Stored now) {
        stored.set(now);
    }

    /** Tells something in a sentence, once. */
    public void say(Notice said) {
        notice.set(Optional.empty());
        notice.set(Optional.of(said));
    }
}
