package org.ictograph.ui.study;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.ictograph.model.Label;
import org.ictograph.model.LabelKind;
import org.ictograph.model.LogEntry;
import org.ictograph.model.Pattern;
import org.ictograph.model.Protocol;
import org.ictograph.session.StudySession;

/**
 * The protocol while somebody changes it. Nothing is stored before {@link #keep}; then it is one edit, the next version.
 * Labels that marks or proposals carry keep their name and stay. FX thread.
 */
public final class ProtocolViewModel {
    /** Why what stands there is no protocol yet: the last part of a message key, and what it speaks of. */
    public record Problem(String name, List<String> arguments) {}

    private static final int COLOURS = 8;

    private final StudySession session;
    private final String language;
    private final ObservableList<LabelDraft> drafts;
    private final StringProperty name;
    private final StringProperty scale;
    private final StringProperty stages;
    private Optional<Set<String>> used = Optional.empty();

    /** @param language in which titles of labels are given and shown */
    public ProtocolViewModel(StudySession session, String language) {
        this.language = language;
        this.session = session;
        Protocol now = session.state().study().get().protocol();
        drafts = FXCollections.observableArrayList(now.labels().stream()
                .map(label -> LabelDraft.of(label, language))
                .toList());
        name = new SimpleStringProperty(now.name());
        scale = new SimpleStringProperty(now.scale());
        stages = new SimpleStringProperty(String.join("\n", now.stages()));
    }

    /** Finds out which labels are in use; until it is known all of them count as used. */
    public CompletableFuture<Void> look() {
        return session.defining()
                .inUse()
                .thenAcceptAsync(
                        found -> used = Optional.of(found), session.workplace().fx());
    }

    /** The labels in their order. */
    public ObservableList<LabelDraft> drafts() {
        return drafts;
    }

    /** What the protocol is called. */
    public StringProperty name() {
        return name;
    }

    /** What the scale of severity is called. */
    public StringProperty scale() {
        return scale;
    }

    /** The stages of the scale, one a line, in rising order. */
    public StringProperty stages() {
        return stages;
    }

    /** True for a label whose name stays and which cannot be taken away. */
    public boolean fixed(LabelDraft draft) {
        return draft.was()
                .map(Label::name)
                .filter(was -> was.equals(Protocol.SEIZURE)
                        || used.map(all -> all.contains(was)).orElse(true))
                .isPresent();
    }

    /** True when the program itself needs the label, whether marks carry it or not. */
    public static boolean needed(LabelDraft draft) {
        return draft.was()
                .filter(label -> label.name().equals(Protocol.SEIZURE))
                .isPresent();
    }

    /** Changes a label; a fixed one keeps its name. */
    public void change(int index, LabelDraft changed) {
        LabelDraft before = drafts.get(index);
        drafts.set(index, fixed(before) ? changed.withName(before.name()) : changed);
    }

    /** Adds a label with a key and looks that no other has; where it is. */
    public int add() {
        String key = Protocol.KEYS
                .chars()
                .mapToObj(Character::toString)
                .filter(free -> drafts.stream().noneMatch(draft -> draft.key().equals(free)))
                .findFirst()
                .orElse("");
        LabelDraft made = Stream.of(Pattern.values())
                .flatMap(pattern -> IntStream.range(0, COLOURS)
                        .mapToObj(colour -> new LabelDraft(
                                Optional.empty(), "", key, LabelKind.EVENT, colour, pattern, "", "", language)))
                .filter(free -> drafts.stream().noneMatch(free::looksLike))
                .findFirst()
                .orElse(new LabelDraft(Optional.empty(), "", key, LabelKind.EVENT, 0, Pattern.SOLID, "", "", language));
        drafts.add(made);
        return drafts.size() - 1;
    }

    /** Takes a label away unless it is fixed. */
    public void remove(int index) {
        if (!fixed(drafts.get(index))) {
            drafts.remove(index);
        }
    }

    /**
     * Moves a label up or down.
     *
     * @param by -1 or 1
     * @return where it is now
     */
    public int move(int index, int by) {
        int target = index + by;
        if (index < 0 || target < 0 || index >= drafts.size() || target >= drafts.size()) {
            return index;
        }
        Collections.swap(drafts, index, target);
        return target;
    }

    /** What has to be mended first; empty when this is a protocol. */
    public Optional<Problem> problem() {
        if (name.get().isBlank()) {
            return Optional.of(new Problem("untitled", List.of()));
        }
        for (int i = 0; i < drafts.size(); i++) {
            LabelDraft draft = drafts.get(i);
            if (draft.name().isBlank()) {
                return Optional.of(new Problem("unnamed", List.of(draft.key())));
            }
            if (draft.key().length() != 1 || !Protocol.KEYS.contains(draft.key())) {
                return Optional.of(new Problem("nokey", List.of(draft.name())));
            }
            for (LabelDraft other : drafts.subList(0, i)) {
                Optional<String> same = clash(draft, other);
                if (same.isPresent()) {
                    return Optional.of(new Problem(same.get(), List.of(other.shown(), draft.shown())));
                }
            }
        }
        return Optional.empty();
    }

    private static Optional<String> clash(LabelDraft draft, LabelDraft other) {
        if (draft.name().strip().equals(other.name().strip()) || draft.shown().equals(other.shown())) {
            return Optional.of("samename");
        }
        if (draft.key().equals(other.key())) {
            return Optional.of("samekey");
        }
        return draft.looksLike(other) ? Optional.of("samelooks") : Optional.empty();
    }

    /** Labels as they are now, without those that have no name yet. */
    public List<Label> labels() {
        List<Label> labels = new ArrayList<>();
        drafts.stream().filter(draft -> !draft.name().isBlank()).forEach(draft -> labels.add(draft.label()));
        return labels;
    }

    /** Stores the next version of the protocol; nothing when it says the same as before. */
    public CompletableFuture<Optional<LogEntry>> keep() {
        return session.defining()
                .revise(
                        name.get().strip(),
                        labels(),
                        scale.get().strip(),
                        stages.get()
                                .lines()
                                .map(String::strip)
                                .filter(stage -> !stage.isEmpty())
                                .distinct()
                                .toList());
    }
}
