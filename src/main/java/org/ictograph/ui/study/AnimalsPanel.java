package org.ictograph.ui.study;

import java.util.function.BiFunction;
import javafx.collections.transformation.FilteredList;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import org.ictograph.model.Subject;
import org.ictograph.session.Notice;
import org.ictograph.ui.bench.Bench;
import org.ictograph.ui.kit.Tables;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/** The animals. Group and treatment are not on the screen at all while the rater works blind. */
final class AnimalsPanel extends BorderPane {
    private final Bench bench;
    private final StudyViewModel model;

    AnimalsPanel(Bench bench, StudyViewModel model) {
        this.bench = bench;
        this.model = model;
        getStyleClass().add("panel");
        TableView<AnimalRow> table = Tables.over(new FilteredList<>(model.animals()));
        table.setId("animals");
        table.setAccessibleText(bench.text("study.animals"));
        table.setEditable(bench.writing());
        table.setPlaceholder(new Label(bench.text("study.noanimals")));
        table.getColumns().add(wide(name(), 110));
        table.getColumns()
                .add(wide(
                        column(
                                "study.litter",
                                Subject::litter,
                                (s, text) -> new Subject(s.id(), s.name(), text, s.group(), s.treatment())),
                        90));
        TableColumn<AnimalRow, String> group = column(
                "study.group",
                Subject::group,
                (s, text) -> new Subject(s.id(), s.name(), s.litter(), text, s.treatment()));
        TableColumn<AnimalRow, String> treatment = column(
                "study.treatment",
                Subject::treatment,
                (s, text) -> new Subject(s.id(), s.name(), s.litter(), s.group(), text));
        group.visibleProperty().bind(model.sighted());
        treatment.visibleProperty().bind(model.sighted());
        table.getColumns().add(wide(group, 120));
        table.getColumns().add(wide(treatment, 150));
        table.getColumns()
                .add(wide(Tables.column(bench.text("study.seenin"), row -> String.join(", ", row.recordings())), 260));
        table.setColumnResizePolicy(TableView.CONSTRAINED_RESIZE_POLICY_FLEX_LAST_COLUMN);
        setTop(head());
        setCenter(table);
    }

    private HBox head() {
        Label hidden = new Label(bench.text("study.hidden"), new FontIcon(Feather.EYE_OFF));
        hidden.getStyleClass().add("muted");
        HBox head = new HBox(hidden);
        head.setAlignment(Pos.CENTER_RIGHT);
        head.visibleProperty().bind(model.sighted().not());
        head.managedProperty().bind(model.sighted().not());
        head.getStyleClass().add("panel-header");
        return head;
    }

    private TableColumn<AnimalRow, String> name() {
        return Cells.editable(bench.text("word.animal"), row -> row.subject().name(), (row, name) -> {
            boolean taken = model.renameAnimal(row.subject(), name);
            if (!taken) {
                bench.say().accept(Notice.done("study.name.refused"));
            }
            return taken;
        });
    }

    private TableColumn<AnimalRow, String> column(
            String key,
            java.util.function.Function<Subject, String> text,
            BiFunction<Subject, String, Subject> changed) {
        return Cells.editable(bench.text(key), row -> text.apply(row.subject()), (row, typed) -> {
            model.change(changed.apply(row.subject(), typed.strip()));
            return true;
        });
    }

    private static TableColumn<AnimalRow, String> wide(TableColumn<AnimalRow, String> column, double width) {
        column.setPrefWidth(Tables.width(column.getText(), width));
        return column;
    }
}
