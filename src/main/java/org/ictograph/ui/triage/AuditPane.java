package org.ictograph.ui.triage;

import atlantafx.base.theme.Styles;
import java.util.List;
import java.util.Optional;
import javafx.collections.MapChangeListener;
import javafx.collections.ObservableMap;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.ictograph.measure.AuditWindow;
import org.ictograph.model.Cage;
import org.ictograph.session.Auditing;
import org.ictograph.session.Marking;
import org.ictograph.settings.Command;
import org.ictograph.timeline.TimeText;
import org.ictograph.ui.bench.Bench;
import org.ictograph.ui.bench.CagePreview;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/** One window without proposals, looping in its cage, with the keys to mark what is there and to go on. */
public final class AuditPane extends VBox {
    private final Bench bench;
    private final AuditViewModel model;
    private final Runnable back;

    /** Held, since it hears of what is begun only as long as somebody holds it. */
    private final ObservableMap<Marking.Begun, Long> begun;

    private final Label title = new Label();
    private final Label recall = new Label();
    private final Button onset;
    private final Button offset;
    private final Button next;

    /** @param back leads out of the audit */
    public AuditPane(Bench bench, AuditViewModel model, Runnable back) {
        this.bench = bench;
        this.model = model;
        this.back = back;
        setId("audit");
        getStyleClass().add("panel");
        title.setId("audit-title");
        title.getStyleClass().add("panel-title");
        HBox head = new HBox(title);
        head.getStyleClass().add("panel-header");
        CagePreview preview = new CagePreview(bench);
        VBox.setVgrow(preview, Priority.ALWAYS);
        recall.setId("audit-recall");
        recall.setWrapText(true);
        recall.setMinHeight(USE_PREF_SIZE);
        recall.getStyleClass().addAll("strip", "muted");
        onset = button("audit.onset", Feather.LOG_IN, model::onset, Styles.SMALL);
        offset = button("audit.offset", Feather.LOG_OUT, model::offset, Styles.SMALL);
        next = button("audit.next", Feather.CHECK, model::looked, Styles.ACCENT);
        getChildren().addAll(head, preview, recall, deciding());
        begun = bench.session().marking().begun();
        begun.addListener((MapChangeListener<Marking.Begun, Long>) change -> show());
        model.standing().addListener((property, before, now) -> show());
        model.window().addListener((property, before, now) -> show());
        show();
    }

    private HBox deciding() {
        Region air = new Region();
        HBox.setHgrow(air, Priority.ALWAYS);
        HBox bar = new HBox(onset, offset, next, air, button("audit.back", Feather.CORNER_UP_LEFT, back, Styles.FLAT));
        bar.setAlignment(Pos.CENTER_LEFT);
        bar.getStyleClass().addAll("strip", "decision-bar");
        return bar;
    }

    private Button button(String key, Feather icon, Runnable action, String style) {
        Button button = new Button(bench.text(key), new FontIcon(icon));
        button.setId(key.replace('.', '-'));
        button.getStyleClass().add(style);
        button.setFocusTraversable(false);
        button.setMinWidth(USE_PREF_SIZE);
        button.setOnAction(pressed -> action.run());
        return button;
    }

    /** It has come to the front. */
    public void entered() {
        requestFocus();
        model.begin();
    }

    /** Does what a key asks for; false when it means nothing here. */
    public boolean handle(Command command) {
        switch (command) {
            case MARK_ONSET -> model.onset();
            case MARK_OFFSET -> model.offset();
            case CONFIRM -> model.looked();
            case LEAVE -> back.run();
            default -> {
                return false;
            }
        }
        return true;
    }

    private void show() {
        Optional<AuditWindow> window = model.window().get();
        Optional<Auditing.Standing> standing = model.standing().get();
        String from = model.begun()
                .map(at -> " · " + bench.text("audit.begun", TimeText.clock(at)))
                .orElse("");
        title.setText(window.map(now -> told(now) + from).orElseGet(() -> bench.text("audit.all")));
        recall.setText(RecallText.of(bench.look(), standing));
        List.of(onset, offset, next).forEach(button -> button.setDisable(window.isEmpty()));
        bench.editing(onset, offset, next);
    }

    private String told(AuditWindow window) {
        int cage = bench.session()
                .state()
                .study()
                .get()
                .cage(window.cageId())
                .map(Cage::position)
                .orElse(0);
        return bench.text(
                "audit.window",
                model.standing().get().map(Auditing.Standing::looked).orElse(0) + 1,
                model.recording(),
                cage,
                TimeText.clock(window.span().start()),
                TimeText.clock(window.span().end()));
    }
}
