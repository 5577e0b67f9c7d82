package org.ictograph.ui.shell;

import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.stage.Window;
import org.ictograph.model.Conflict;
import org.ictograph.model.Entity;
import org.ictograph.model.Mark;
import org.ictograph.model.Protocol;
import org.ictograph.model.Rater;
import org.ictograph.model.Study;
import org.ictograph.session.Sentence;
import org.ictograph.session.Spoken;
import org.ictograph.session.StudySession;
import org.ictograph.ui.kit.Look;
import org.ictograph.ui.kit.Sheet;

/**
 * The review list on a sheet of its own: what several people made of the same thing, whose it is, and a button for each
 * version. The window behind stays usable, so that one can look before deciding.
 */
final class ReviewSheet {
    private static final double WIDTH = 680;
    private static final double HEIGHT = 420;

    private final Look look;
    private final StudySession session;
    private final Consumer<Mark> shower;
    private final Sheet sheet;
    private final VBox cards = new VBox(12);
    private final Label refusal = new Label();

    /** @param shower brings the window to a mark */
    ReviewSheet(Look look, StudySession session, Consumer<Mark> shower) {
        this.look = look;
        this.session = session;
        this.shower = shower;
        cards.setId("review-list");
        refusal.setWrapText(true);
        refusal.getStyleClass().add("report-warning");
        refusal.managedProperty().bind(refusal.textProperty().isNotEmpty());
        ScrollPane scroll = new ScrollPane(cards);
        scroll.setFitToWidth(true);
        scroll.setPrefSize(WIDTH, HEIGHT);
        sheet = new Sheet(look.text("review.title"), new VBox(8, refusal, scroll)).headed(look.text("review.advice"));
    }

    void show(Window owner) {
        sheet.show(owner);
        read();
    }

    private void read() {
        var unused = session.merging().conflicts().thenAccept(this::fill);
    }

    private void fill(List<Conflict> conflicts) {
        cards.getChildren().setAll(conflicts.stream().map(this::card).toList());
        if (conflicts.isEmpty()) {
            cards.getChildren().add(new Label(look.text("review.none")));
        }
    }

    private Node card(Conflict conflict) {
        Study study = session.state().study().get();
        Entity some = conflict.versions().stream()
                .flatMap(version -> version.value().stream())
                .findFirst()
                .orElseThrow();
        String what = look.text("review.what." + Spoken.kind(some));
        Label title = new Label(look.text("review." + conflict.kind().name().toLowerCase(Locale.ROOT), what));
        title.getStyleClass().add("panel-title");
        title.setWrapText(true);
        Region gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        Label place = new Label(Spoken.place(study, some));
        place.getStyleClass().add("muted");
        HBox head = new HBox(8, title, place, gap);
        if (some instanceof Mark mark) {
            Button there = new Button(look.text("review.show"));
            there.setOnAction(pressed -> shower.accept(mark));
            there.setMinWidth(Region.USE_PREF_SIZE);
            head.getChildren().add(there);
        }
        GridPane rows = new GridPane();
        rows.setHgap(12);
        rows.setVgap(6);
        for (Conflict.Version version : conflict.versions()) {
            rows.addRow(rows.getRowCount(), button(conflict, version), value(study, version), whose(study, version));
        }
        VBox card = new VBox(6, head, rows);
        if (conflict.kind() == Conflict.Kind.KEPT && some instanceof Protocol held) {
            card.getChildren().add(1, labelsKept(conflict, held));
        }
        card.getStyleClass().add("review-card");
        return card;
    }

    /** Which labels it is about, and how one lets go of them. */
    private Label labelsKept(Conflict conflict, Protocol held) {
        List<String> kept = held.labels().stream()
                .map(org.ictograph.model.Label::name)
                .filter(name -> conflict.versions().stream()
                        .flatMap(version -> version.value().stream())
                        .anyMatch(value -> value instanceof Protocol wanted
                                && wanted.label(name).isEmpty()))
                .toList();
        Label told = new Label(look.text("review.labels", String.join(", ", kept)));
        told.setWrapText(true);
        return told;
    }

    private Button button(Conflict conflict, Conflict.Version version) {
        boolean held = version.equals(conflict.held());
        String key =
                conflict.kind() == Conflict.Kind.CLASH && !held ? "review.swap" : held ? "review.keep" : "review.take";
        Button button = new Button(look.text(key));
        button.setMinWidth(96);
        button.setDisable(!session.state().access().writing());
        button.setOnAction(pressed -> {
            var unused = session.merging().decide(conflict, version).whenComplete((entry, failure) -> {
                refusal.setText(failure == null ? "" : look.messages().failure(Sentence.of(failure)));
                read();
            });
        });
        return button;
    }

    private Label value(Study study, Conflict.Version version) {
        Optional<String> told = version.value().map(value -> Spoken.of(study, value, look));
        Label label = new Label(told.orElseGet(() -> look.text("review.removed")));
        label.setWrapText(true);
        GridPane.setHgrow(label, Priority.ALWAYS);
        return label;
    }

    private Label whose(Study study, Conflict.Version version) {
        String rater = study.rater(version.raterId()).map(Rater::name).orElse("?");
        Label label = new Label(rater + " · " + look.minute(version.at().atZone(ZoneId.systemDefault())));
        label.getStyleClass().add("muted");
        label.setMinWidth(Region.USE_PREF_SIZE);
        return label;
    }
}
