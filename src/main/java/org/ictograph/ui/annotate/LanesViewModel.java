package org.ictograph.ui.annotate;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleObjectProperty;
import org.ictograph.model.Cage;
import org.ictograph.model.Coverage;
import org.ictograph.model.Recording;
import org.ictograph.model.ScoreTrack;
import org.ictograph.model.Span;
import org.ictograph.model.SpanSet;
import org.ictograph.session.Labels;
import org.ictograph.session.StudySession;
import org.ictograph.session.StudyState;
import org.ictograph.settings.TimelineTaste;
import org.ictograph.timeline.BarGroup;
import org.ictograph.timeline.CurvePyramid;
import org.ictograph.timeline.Gaps;
import org.ictograph.timeline.LaneKind;
import org.ictograph.timeline.Lanes;

/** Which lanes there are, in which order, which are open, and what lies behind their bars. */
public final class LanesViewModel {
    /**
     * What is drawn beside the bars, for each cage.
     *
     * @param scores of each label, in the order of the model
     * @param unseen time with video that the rater has not looked at
     * @param seen what the rater has looked at, for each way of looking
     */
    public record Background(
            Map<UUID, CurvePyramid> activity,
            Map<UUID, Map<String, CurvePyramid>> scores,
            Map<UUID, List<Span>> unseen,
            Map<UUID, Map<Coverage.Seen, SpanSet>> seen) {
        static final Background NONE = new Background(Map.of(), Map.of(), Map.of(), Map.of());
    }

    /** Before the label, where preferences name the scores that are hidden. */
    private static final String SCORE_OF = "score:";

    private final StudyState state;
    private final LaneContents contents = new LaneContents();
    private final ReadOnlyObjectWrapper<Lanes> lanes = new ReadOnlyObjectWrapper<>(Lanes.of(List.of()));
    private final ReadOnlyObjectWrapper<Background> background = new ReadOnlyObjectWrapper<>(Background.NONE);
    private final ObjectProperty<TimelineTaste> taste = new SimpleObjectProperty<>(TimelineTaste.STANDARD);
    private List<ScoreTrack> drawn = List.of();
    private Map<UUID, CurvePyramid> activity = Map.of();
    private Map<UUID, Map<String, CurvePyramid>> scores = Map.of();
    private Set<Integer> closedAtFirst = Set.of();
    private double textFactor = 1;

    LanesViewModel(StudySession session) {
        this.state = session.state();
        state.recording().addListener((property, before, now) -> {
            if (!before.map(Recording::id).equals(now.map(Recording::id))) {
                closeSome();
            }
        });
        state.labels().addListener((property, before, now) -> arrange());
        state.study().addListener((property, before, now) -> arrange());
        state.absent().addListener((property, before, now) -> arrange());
        state.rater().addListener((property, before, now) -> arrange());
        state.sighted().addListener((property, before, now) -> closeSome());
        taste.addListener((property, before, now) -> arrange());
        closeSome();
    }

    public ReadOnlyObjectProperty<Lanes> lanes() {
        return lanes.getReadOnlyProperty();
    }

    public ReadOnlyObjectProperty<Background> background() {
        return background.getReadOnlyProperty();
    }

    /** How the person likes the lanes; whoever keeps preferences sets it and listens. */
    public ObjectProperty<TimelineTaste> taste() {
        return taste;
    }

    /** Opens or closes the lane of a cage. */
    public void toggle(UUID cageId) {
        number(cageId).ifPresent(number -> {
            Set<Integer> closed = new TreeSet<>(closed());
            if (!closed.remove(number)) {
                closed.add(number);
            }
            taste.set(taste.get().withClosed(closed));
        });
    }

    /** Closes all lanes, or opens all when all are closed. */
    public void toggleAll() {
        Set<Integer> all = state.cages().stream().map(Cage::position).collect(Collectors.toSet());
        taste.set(taste.get().withClosed(closed().containsAll(all) ? Set.of() : all));
    }

    /** Puts the lane of a cage so many places further down; up when negative. */
    public void moveCage(UUID cageId, int places) {
        List<Integer> order = new ArrayList<>(
                ordered(state.cages()).stream().map(Cage::position).toList());
        number(cageId).ifPresent(number -> taste.set(taste.get().withCages(moved(order, number, places))));
    }

    /** The kinds of lanes from the top, hidden ones included. */
    public List<LaneKind> order() {
        Set<LaneKind> order = new LinkedHashSet<>();
        taste.get().order().forEach(name -> LaneKind.named(name).ifPresent(order::add));
        order.addAll(Arrays.asList(LaneKind.values()));
        return List.copyOf(order);
    }

    /** Puts a kind of lanes so many places further down in all cages; up when negative. */
    public void moveKind(LaneKind kind, int places) {
        List<LaneKind> order = moved(new ArrayList<>(order()), kind, places);
        taste.set(taste.get().withOrder(order.stream().map(LaneKind::id).toList()));
    }

    /** Puts a kind of lanes where another one is. */
    public void placeKind(LaneKind kind, LaneKind at) {
        moveKind(kind, order().indexOf(at) - order().indexOf(kind));
    }

    public boolean shows(LaneKind kind) {
        return !taste.get().hidden().contains(kind.id());
    }

    /** Shows or hides a kind of lanes in all cages. */
    public void show(LaneKind kind, boolean shown) {
        hide(kind.id(), !shown);
    }

    private void hide(String name, boolean away) {
        Set<String> hidden = new TreeSet<>(taste.get().hidden());
        if (away) {
            hidden.add(name);
        } else {
            hidden.remove(name);
        }
        taste.set(taste.get().withHidden(hidden));
    }

    /** The labels that there are scores of, in the order of the model. */
    public List<String> scored() {
        return curves(LaneKind.SCORE).map(ScoreTrack::label).distinct().toList();
    }

    public boolean showsScore(String label) {
        return !taste.get().hidden().contains(SCORE_OF + label);
    }

    /** Shows or hides the scores of a label in all cages. */
    public void showScore(String label, boolean shown) {
        hide(SCORE_OF + label, !shown);
    }

    /** Shows or hides the stills of all cages. */
    public void toggleStills() {
        show(LaneKind.FILM, !shows(LaneKind.FILM));
    }

    /** Lanes as they come with the program. */
    public void usual() {
        taste.set(taste.get().withUsualLanes());
    }

    private static <T> List<T> moved(List<T> list, T one, int places) {
        int from = list.indexOf(one);
        list.remove(from);
        list.add(Math.max(0, Math.min(list.size(), from + places)), one);
        return list;
    }

    private Optional<Integer> number(UUID cageId) {
        return state.study().get().cage(cageId).map(Cage::position);
    }

    private Set<Integer> closed() {
        return taste.get().closed().orElse(closedAtFirst);
    }

    private List<Cage> ordered(List<Cage> cages) {
        List<Integer> wanted = taste.get().cages();
        Comparator<Cage> byWish = Comparator.comparingInt(
                cage -> wanted.contains(cage.position()) ? wanted.indexOf(cage.position()) : wanted.size());
        return cages.stream().sorted(byWish.thenComparingInt(Cage::position)).toList();
    }

    /** With other raters, consensus and scores in the lanes, only the focused one has room to be open at first. */
    private void closeSome() {
        closedAtFirst = !state.sighted().get()
                ? Set.of()
                : state.cages().stream()
                        .filter(cage -> state.focusedCage()
                                .get()
                                .filter(cage.id()::equals)
                                .isEmpty())
                        .map(Cage::position)
                        .collect(Collectors.toSet());
        arrange();
    }

    /** Gives the rows room for names that are so many times as large as usual. */
    void textFactor(double times) {
        textFactor = times;
        arrange();
    }

    private void arrange() {
        List<Cage> cages = ordered(state.cages());
        Labels labels = state.labels().get();
        Map<UUID, List<BarGroup>> groups = contents.groups(
                cages.stream().map(Cage::id).toList(),
                labels,
                state.rater().get().id(),
                state.study().get().raters(),
                order().stream().filter(this::shows).toList(),
                this::showsScore);
        background.set(behind(cages, labels));
        lanes.set(Lanes.of(
                cages.stream()
                        .map(cage -> new Lanes.Content(
                                cage.id(),
                                groups.getOrDefault(cage.id(), List.of()),
                                closed().contains(cage.position())))
                        .toList(),
                textFactor));
    }

    private Background behind(List<Cage> cages, Labels labels) {
        Map<UUID, Map<Coverage.Seen, SpanSet>> seen = seen(labels);
        Map<UUID, List<Span>> unseen = new HashMap<>();
        state.recording().get().ifPresent(open -> {
            for (Cage cage : cages) {
                List<Span> known = new ArrayList<>(open.gaps().spans());
                known.addAll(state.absent().get().spans());
                seen.getOrDefault(cage.id(), Map.of()).values().forEach(pieces -> known.addAll(pieces.spans()));
                unseen.put(cage.id(), Gaps.of(known, open.duration()));
            }
        });
        drawCurves(labels.tracks());
        return new Background(activity, scores, unseen, seen);
    }

    /** Building a curve reads all its values, so it is done once for the tracks of a run. */
    private void drawCurves(List<ScoreTrack> tracks) {
        if (tracks != drawn) {
            drawn = tracks;
            activity = curves(LaneKind.ACTIVITY)
                    .collect(Collectors.toMap(ScoreTrack::cageId, CurvePyramid::of, (first, second) -> first));
            scores = curves(LaneKind.SCORE)
                    .collect(Collectors.groupingBy(
                            ScoreTrack::cageId,
                            Collectors.toMap(
                                    ScoreTrack::label,
                                    CurvePyramid::of,
                                    (first, second) -> first,
                                    LinkedHashMap::new)));
        }
    }

    private Stream<ScoreTrack> curves(LaneKind kind) {
        return drawn.stream().filter(track -> LaneContents.is(track, track.cageId(), kind));
    }

    private Map<UUID, Map<Coverage.Seen, SpanSet>> seen(Labels labels) {
        UUID self = state.rater().get().id();
        return labels.coverage().stream()
                .filter(piece -> piece.raterId().equals(self))
                .collect(Collectors.groupingBy(
                        Coverage::cageId,
                        Collectors.groupingBy(
                                Coverage::seen,
                                Collectors.mapping(
                                        Coverage::span,
                                        Collectors.collectingAndThen(Collectors.toList(), SpanSet::new)))));
    }
}
