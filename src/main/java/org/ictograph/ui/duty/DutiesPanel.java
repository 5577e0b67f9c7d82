package org.ictograph.ui.duty;

import java.util.Optional;
import java.util.function.Function;
import javafx.collections.transformation.FilteredList;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import javafx.scene.control.TextArea;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.ictograph.session.DutyStanding;
import org.ictograph.settings.Command;
import org.ictograph.ui.kit.Look;
import org.ictograph.ui.kit.Tables;

/** Who is to rate what, how far that is, and the seals. The owner makes assignments here and takes in what was handed in. */
public final class DutiesPanel extends BorderPane {
    private final Look look;
    private final DutyTexts texts;
    private final DutyViewModel model;
    private final Duties duties;
    private final TableView<DutyStanding> table;
    private final Button assign = new Button();
    private final Button pack = new Button();
    private final Button withdraw = new Button();
    private final Button receive = new Button();
    private final Button submit = new Button();
    private final TextArea seal = new TextArea();

    public DutiesPanel(Look look, Duties duties) {
        this.look = look;
        this.texts = new DutyTexts(look);
        this.duties = duties;
        this.model = duties.model();
        this.table = Tables.over(new FilteredList<>(model.rows()));
        getStyleClass().add("panel");
        table.setId("duties");
        table.setPlaceholder(new Label(look.text("duty.none")));
        table.getColumns().add(column("duty.for", row -> texts.rater(model.study(), row), 110));
        table.getColumns().add(column("duty.what.title", texts::what, 190));
        table.getColumns().add(column("duty.hides", row -> texts.hidden(row.assignment()), 210));
        table.getColumns().add(column("duty.state", texts::state, 230));
        table.getColumns().add(column("duty.found.title", texts::found, 110));
        table.getSelectionModel().selectedItemProperty().addListener((property, before, now) -> show());
        seal.setId("duty-seal");
        seal.setEditable(false);
        seal.setWrapText(true);
        seal.setPrefRowCount(3);
        seal.managedProperty().bind(seal.textProperty().isNotEmpty());
        seal.visibleProperty().bind(seal.managedProperty());
        setTop(head());
        setCenter(table);
        setBottom(new VBox(seal));
        model.rows().addListener((javafx.beans.Observable changed) -> show());
        model.own().addListener((property, before, now) -> show());
        show();
    }

    private TableColumn<DutyStanding, String> column(String key, Function<DutyStanding, String> text, double width) {
        TableColumn<DutyStanding, String> column = Tables.column(look.text(key), text);
        column.setPrefWidth(Tables.width(column.getText(), width));
        return column;
    }

    private HBox head() {
        does(assign, "assign", "duty.assign", () -> duties.handle(Command.ASSIGN));
        does(pack, "pack", "duty.pack", () -> chosen().ifPresent(one -> duties.pack(one.assignment())));
        does(withdraw, "withdraw", "duty.withdraw", () -> chosen().ifPresent(duties::withdraw));
        does(receive, "receive", "duty.receive", () -> duties.handle(Command.RECEIVE));
        does(submit, "submit-here", "duty.submit", () -> duties.handle(Command.SUBMIT));
        Region air = new Region();
        HBox.setHgrow(air, Priority.ALWAYS);
        Label advice = new Label(look.text("duty.advice"));
        advice.getStyleClass().add("muted");
        HBox head = new HBox(8, assign, pack, withdraw, receive, submit, air, advice);
        head.setAlignment(Pos.CENTER_LEFT);
        head.getStyleClass().add("panel-header");
        return head;
    }

    private void does(Button button, String id, String key, Runnable deed) {
        button.setId(id);
        button.setText(look.text(key));
        button.setMinWidth(USE_PREF_SIZE);
        button.setOnAction(pressed -> deed.run());
    }

    private Optional<DutyStanding> chosen() {
        return Optional.ofNullable(table.getSelectionModel().getSelectedItem());
    }

    private void show() {
        DutyStanding chosen = table.getSelectionModel().getSelectedItem();
        boolean writing = model.session().state().access().writing();
        assign.setDisable(!model.owner() || !writing);
        receive.setDisable(!model.owner() || !writing);
        boolean given = model.owner()
                && chosen().filter(one -> one.assigned().submission().isEmpty()).isPresent();
        pack.setDisable(!given);
        withdraw.setDisable(!given || !writing || model.packaged());
        submit.setDisable(model.own().get().isEmpty() || !writing);
        seal.setText(
                chosen == null
                        ? ""
                        : chosen.assigned().submission().map(texts::seal).orElse(""));
        if (chosen != null && !chosen.assigned().asSealed()) {
            model.amendments(chosen, all -> {
                if (chosen.equals(table.getSelectionModel().getSelectedItem())) {
                    seal.appendText("\n" + texts.amendments(model.study(), all));
                }
            });
        }
    }
}
