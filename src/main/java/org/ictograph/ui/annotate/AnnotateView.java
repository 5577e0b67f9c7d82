package org.ictograph.ui.annotate;

import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;
import javafx.event.EventHandler;
import javafx.geometry.Orientation;
import javafx.scene.Scene;
import javafx.scene.control.SplitPane;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import javafx.stage.Window;
import org.ictograph.model.Recording;
import org.ictograph.session.Notice;
import org.ictograph.session.StudyState;
import org.ictograph.settings.Command;
import org.ictograph.settings.KeyMap;
import org.ictograph.ui.kit.EmptyState;
import org.ictograph.ui.kit.Look;
import org.ictograph.ui.kit.TextSize;
import org.kordamp.ikonli.feather.Feather;

/** The Annotate workspace. Its keys work while it is in a scene. */
public final class AnnotateView extends StackPane {
    private static final double LEAST_PICTURE_SHARE = 0.5;
    private static final double TIMELINE_FRAME = 176;
    private static final double LEFT_SHARE = 0.74;
    private static final double NARROWEST_SIDE = 300;
    private static final double SIDE_WIDTH = 330;
    private static final double WIDEST_SIDE = 420;

    /** Ways out of the empty screen. */
    public record Doors(Runnable addRecording, Runnable openDemo, Consumer<Notice> say) {}

    private final AnnotateViewModel model;
    private final StudyState state;
    private final Look look;
    private final Doors doors;
    private final BorderPane work = new BorderPane();
    private final TimelinePane timeline;
    private final SelectedMarkPanel selectedMark;
    private final AnnotateKeys annotateKeys;
    private final EventHandler<KeyEvent> keyFilter;
    private final EventHandler<KeyEvent> keyRelease;
    /** True from when a recording was opened until somebody does something; then nothing moves by itself any more. */
    private boolean untouched = true;

    /** @param keys the key map as it is at the moment of a key press */
    public AnnotateView(AnnotateViewModel model, Look look, Supplier<KeyMap> keys, Doors doors) {
        this.model = model;
        this.state = model.session().state();
        this.look = look;
        this.doors = doors;
        getStyleClass().addAll("workspace", "annotate");
        setFocusTraversable(true);
        setAccessibleText(look.text("workspace.annotate.tip"));
        TransportBar transport = new TransportBar(model, look);
        timeline = new TimelinePane(model.timeline(), look);
        selectedMark = new SelectedMarkPanel(model, look);
        work.setCenter(parts(transport));
        annotateKeys = new AnnotateKeys(
                model,
                keys,
                new AnnotateKeys.Asks(
                        transport::askWhere, timeline::openLaneMenu, selectedMark::askLabel, this::tellScope));
        keyFilter = annotateKeys::filter;
        keyRelease = annotateKeys::release;
        sceneProperty().addListener((property, before, now) -> moveKeys(before, now));
        sceneProperty()
                .flatMap(Scene::windowProperty)
                .flatMap(Window::focusedProperty)
                .addListener((property, before, now) -> annotateKeys.releaseAll());
        setOnMousePressed(pressed -> requestFocus());
        addEventFilter(MouseEvent.MOUSE_PRESSED, pressed -> untouched = false);
        addEventFilter(KeyEvent.KEY_PRESSED, pressed -> untouched = false);
        state.recording().addListener((property, before, now) -> showWorkOrAdvice());
        state.study().addListener((property, before, now) -> showWorkOrAdvice());
        state.filling().addListener((property, before, now) -> showWorkOrAdvice());
        showWorkOrAdvice();
    }

    /** Says to whom a label's letter does nothing how it would. */
    private void tellScope(org.ictograph.model.Label label) {
        doors.say().accept(Notice.done("annotate.scope.letter", label.key(), look.label(label)));
    }

    /** Does what a menu asks for; false when it means nothing here. */
    public boolean handle(Command command) {
        return annotateKeys.run(command);
    }

    private void moveKeys(
            @org.jspecify.annotations.Nullable Scene before, @org.jspecify.annotations.Nullable Scene now) {
        if (before != null) {
            before.removeEventFilter(KeyEvent.KEY_PRESSED, keyFilter);
            before.removeEventFilter(KeyEvent.KEY_RELEASED, keyRelease);
            annotateKeys.releaseAll();
        }
        if (now != null) {
            now.addEventFilter(KeyEvent.KEY_PRESSED, keyFilter);
            now.addEventFilter(KeyEvent.KEY_RELEASED, keyRelease);
            requestFocus();
        }
    }

    private SplitPane parts(TransportBar transport) {
        VBox.setVgrow(transport, Priority.NEVER);
        PicturePane picture = new PicturePane(model, look);
        VBox.setVgrow(picture, Priority.ALWAYS);
        VBox player =
                new VBox(new HeaderBar(model, look), new BoxToolbar(model.boxes(), state, look), picture, transport);
        player.getStyleClass().addAll("panel", "player");
        player.setMinHeight(220);
        VBox.setVgrow(timeline, Priority.ALWAYS);
        VBox lower = new VBox(timeline, new KeyCapStrip(model, look));
        lower.getStyleClass().add("lower");
        lower.setMinHeight(180);
        SplitPane left = new SplitPane(player, lower);
        left.setOrientation(Orientation.VERTICAL);
        SplitPane.setResizableWithParent(lower, false);
        left.heightProperty().addListener((property, before, now) -> shareSoon(left));
        state.recording().addListener((property, before, now) -> {
            untouched = true;
            shareSoon(left);
        });
        // The lanes of a recording are known a little later than the recording itself.
        model.timeline().lanes().addListener((property, before, now) -> {
            if (untouched && !model.boxes().editing().get()) {
                shareSoon(left);
            }
        });
        model.boxes().editing().addListener((property, before, now) -> {
            if (!now) {
                shareSoon(left);
            }
        });

        MarksPanel marks = new MarksPanel(model, look);
        VBox.setVgrow(marks, Priority.ALWAYS);
        VBox side = new VBox(marks, selectedMark);
        side.getStyleClass().add("side");
        side.setMinWidth(NARROWEST_SIDE);
        side.setPrefWidth(SIDE_WIDTH);
        side.setMaxWidth(WIDEST_SIDE);
        TextSize.grow(side);
        SplitPane whole = new SplitPane(left, side);
        whole.setDividerPositions(LEFT_SHARE);
        SplitPane.setResizableWithParent(side, false);
        return whole;
    }

    /**
     * The picture has at least half the height, and all that the lanes do not need. A divider that is moved while its pane is
     * laid out to another height is moved back by the pane, so this is done right after.
     */
    private void shareSoon(SplitPane parts) {
        model.session().workplace().fx().execute(() -> {
            double lanes = model.timeline().lanes().get().height() + TIMELINE_FRAME;
            parts.setDividerPositions(Math.max(LEAST_PICTURE_SHARE, 1 - lanes / Math.max(1, parts.getHeight())));
        });
    }

    private void showWorkOrAdvice() {
        if (state.recording().get().isPresent()) {
            if (!getChildren().contains(work)) {
                getChildren().setAll(work);
                requestFocus();
            }
        } else {
            getChildren().setAll(advice());
        }
    }

    private EmptyState advice() {
        if (state.filling().get() && state.study().get().recordings().isEmpty()) {
            return new EmptyState(Feather.VIDEO, look.text("filling.title"), look.text("filling"));
        }
        Optional<Recording> first = state.study().get().recordings().stream().findFirst();
        return first.map(recording -> new EmptyState(
                                Feather.FILM,
                                look.text("annotate.empty.choose.title"),
                                look.text("annotate.empty.choose"))
                        .with(look.text("annotate.empty.open", recording.name()), () -> {
                            var unused = model.session().open(recording.id());
                        }))
                .orElseGet(() -> new EmptyState(
                                Feather.VIDEO, look.text("annotate.empty.title"), look.text("annotate.empty"))
                        .with(look.text("annotate.empty.add"), doors.addRecording())
                        .with(look.text("annotate.empty.demo"), doors.openDemo()));
    }
}
