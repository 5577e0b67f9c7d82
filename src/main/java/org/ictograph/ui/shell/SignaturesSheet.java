package org.ictograph.ui.shell;

import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.function.Function;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.scene.control.Label;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import javafx.stage.Window;
import org.ictograph.model.LogEntry;
import org.ictograph.model.Rater;
import org.ictograph.model.Recording;
import org.ictograph.session.StudySession;
import org.ictograph.session.Undersigned;
import org.ictograph.ui.kit.Look;
import org.ictograph.ui.kit.Sheet;
import org.ictograph.ui.kit.Tables;

/** Who signed a recording, with which meaning, and whether it still holds. */
final class SignaturesSheet {
    private static final double WIDTH = 820;
    private static final double HEIGHT = 260;

    private final Look look;
    private final StudySession session;
    private final Recording recording;
    private final TableView<Undersigned> table = new TableView<>();

    SignaturesSheet(Look look, StudySession session, Recording recording) {
        this.look = look;
        this.session = session;
        this.recording = recording;
        table.setId("signatures");
        Tables.grow(table);
        table.setAccessibleText(look.text("menu.signatures"));
        Label none = new Label(look.text("signatures.none"));
        none.setWrapText(true);
        table.setPlaceholder(none);
        table.setPrefSize(WIDTH, HEIGHT);
        column("signatures.who", 110, line -> rater(line.signed().signature().raterId()));
        column(
                "signatures.meaning",
                210,
                line -> look.text(
                        "sign." + line.signed().signature().meaning().name().toLowerCase(Locale.ROOT)));
        column(
                "signatures.when",
                130,
                line -> look.minute(line.signed().signature().at().atZone(ZoneId.systemDefault())));
        column("signatures.state", 360, this::state);
    }

    private void column(String key, double width, Function<Undersigned, String> text) {
        TableColumn<Undersigned, String> column = new TableColumn<>(look.text(key));
        column.setCellValueFactory(row -> new ReadOnlyStringWrapper(text.apply(row.getValue())));
        column.setPrefWidth(Tables.width(column.getText(), width));
        column.setSortable(false);
        table.getColumns().add(column);
    }

    private String rater(UUID id) {
        return session.state().study().get().rater(id).map(Rater::name).orElse("?");
    }

    private String state(Undersigned line) {
        if (line.signed().valid()) {
            return look.text("signatures.valid");
        }
        return line.voidedBy().map(this::voided).orElseGet(() -> look.text("signatures.void"));
    }

    private String voided(LogEntry entry) {
        return look.text(
                "signatures.voided",
                entry.sequence(),
                look.verb(entry.edit().verb()),
                rater(entry.raterId()),
                look.minute(entry.at().atZone(ZoneId.systemDefault())));
    }

    void show(Window owner) {
        String title = look.text("signatures.title", recording.name());
        new Sheet(title, table).show(owner);
        var unused = session.signing()
                .under(recording.id())
                .thenCompose(signed -> session.signing().fates(signed, title).result())
                .thenAcceptAsync(
                        lines -> table.getItems().setAll(List.copyOf(lines)),
                        session.workplace().fx());
    }
}
