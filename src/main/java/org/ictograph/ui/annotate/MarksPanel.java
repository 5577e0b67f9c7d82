package org.ictograph.ui.annotate;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import javafx.beans.binding.Bindings;
import javafx.collections.ListChangeListener;
import javafx.scene.canvas.Canvas;
import javafx.scene.control.CheckMenuItem;
import javafx.scene.control.Label;
import javafx.scene.control.Menu;
import javafx.scene.control.MenuButton;
import javafx.scene.control.TableCell;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import javafx.scene.control.TextField;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.ictograph.model.Layer;
import org.ictograph.session.StudyState;
import org.ictograph.timeline.TimeText;
import org.ictograph.ui.kit.LabelPaint;
import org.ictograph.ui.kit.Look;
import org.ictograph.ui.kit.Tables;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/** The table of marks: sorts, filters, copies, and jumps to the mark that is clicked. */
final class MarksPanel extends VBox {
    private static final double SCROLL_BAR = 12;

    private final MarksViewModel marks;
    private final StudyState state;
    private final Look look;
    private final Label title = new Label();
    private final MenuButton narrow = new MenuButton();
    private final TableView<MarkRow> table;
    private boolean following;

    MarksPanel(AnnotateViewModel model, Look look) {
        this.marks = model.marks();
        this.state = model.session().state();
        this.look = look;
        getStyleClass().addAll("panel", "marks-panel");
        table = Tables.over(marks.rows());
        table.setId("marks");
        table.setAccessibleText(look.text("annotate.marks.name"));
        table.setPlaceholder(new Label(look.text("annotate.marks.none")));
        addColumns();
        VBox.setVgrow(table, Priority.ALWAYS);
        getChildren().addAll(header(), table);
        table.getSelectionModel().selectedItemProperty().addListener((property, before, now) -> {
            if (now != null && !following && table.isFocused()) {
                marks.jumpTo(now);
            }
        });
        marks.rows().addListener((ListChangeListener<MarkRow>) change -> follow());
        state.selectedMark().addListener((property, before, now) -> follow());
        look.theme().addListener((property, before, now) -> table.refresh());
        follow();
    }

    private HBox header() {
        title.getStyleClass().add("panel-title");
        title.setMinWidth(USE_PREF_SIZE);
        TextField search = new TextField();
        search.setId("marks-search");
        search.setFocusTraversable(false);
        search.setPromptText(look.text("annotate.marks.search"));
        search.textProperty()
                .addListener((property, before, now) ->
                        marks.filter().set(marks.filter().get().withText(now)));
        HBox.setHgrow(search, Priority.ALWAYS);
        narrow.setGraphic(new FontIcon(Feather.FILTER));
        narrow.setFocusTraversable(false);
        narrow.setMinWidth(USE_PREF_SIZE);
        narrow.setOnShowing(showing -> fillNarrow());
        HBox header = new HBox(title, search, narrow);
        header.getStyleClass().add("panel-header");
        return header;
    }

    private void addColumns() {
        TableColumn<MarkRow, Long> onset = Tables.column(
                look.text("annotate.column.onset"), MarkRow::start, TimeText::shortClock, TimeText::clock);
        fix(onset, 82);
        TableColumn<MarkRow, Integer> cage =
                Tables.column(look.text("annotate.column.cage"), MarkRow::cage, String::valueOf);
        fix(cage, 48);
        TableColumn<MarkRow, String> label = Tables.column(
                look.text("annotate.column.label"), row -> row.mark().label());
        label.setCellFactory(column -> new LabelCell());
        label.setMinWidth(84);
        TableColumn<MarkRow, Long> length = Tables.column(
                look.text("annotate.column.seconds"),
                row -> row.mark().span().length(),
                micros -> look.number("%.1f", micros / 1e6),
                TimeText::seconds);
        fix(length, 48);
        TableColumn<MarkRow, String> rater = Tables.column(
                look.text("annotate.column.rater"),
                row -> row.mark().layer() == Layer.CONSENSUS ? look.text("annotate.lane.consensus") : row.rater());
        rater.setMinWidth(Tables.width(rater.getText(), 52));
        rater.setPrefWidth(72);
        List<TableColumn<MarkRow, ?>> columns = List.of(onset, cage, label, length, rater);
        rater.visibleProperty()
                .bind(Bindings.createBooleanBinding(
                        () -> state.sighted().get()
                                && state.study().get().raters().size() > 1
                                && haveRoom(columns),
                        state.sighted(),
                        state.study(),
                        table.widthProperty(),
                        rater.minWidthProperty()));
        onset.getStyleClass().add("number-column");
        length.getStyleClass().add("number-column");
        cage.getStyleClass().add("centred-column");
        table.setColumnResizePolicy(TableView.CONSTRAINED_RESIZE_POLICY_FLEX_LAST_COLUMN);
        table.getColumns().addAll(columns);
    }

    /** Where they have not, what happened and when is worth more than who says so, which stands with the selected mark too. */
    private boolean haveRoom(List<TableColumn<MarkRow, ?>> columns) {
        return columns.stream().mapToDouble(TableColumn::getMinWidth).sum() <= table.getWidth() - SCROLL_BAR;
    }

    private static void fix(TableColumn<?, ?> column, double width) {
        double fixed = Tables.width(column.getText(), width);
        column.setMinWidth(fixed);
        column.setMaxWidth(fixed);
    }

    /** Shows what is selected elsewhere. */
    private void follow() {
        following = true;
        int shown = marks.rows().size();
        title.setText(
                shown == marks.count()
                        ? look.text("annotate.marks.title", shown)
                        : look.text("annotate.marks.filtered", shown, marks.count()));
        marks.selected()
                .ifPresentOrElse(
                        row -> {
                            if (!row.equals(table.getSelectionModel().getSelectedItem())) {
                                table.getSelectionModel().clearSelection();
                                table.getSelectionModel().select(row);
                                table.scrollTo(row);
                            }
                        },
                        () -> table.getSelectionModel().clearSelection());
        following = false;
    }

    private void fillNarrow() {
        MarkFilter filter = marks.filter().get();
        narrow.getItems()
                .setAll(
                        choices("annotate.column.label", row -> row.mark().label(), filter.label(), filter::withLabel),
                        choices("annotate.column.cage", MarkRow::cage, filter.cage(), filter::withCage),
                        choices("annotate.column.rater", MarkRow::rater, filter.rater(), filter::withRater));
    }

    private <V extends Comparable<V>> Menu choices(
            String key, Function<MarkRow, V> value, Optional<V> chosen, Function<Optional<V>, MarkFilter> narrowed) {
        Menu menu = new Menu(look.messages().text(key));
        menu.getItems()
                .add(choice(look.text("annotate.filter.all"), chosen.isEmpty(), narrowed.apply(Optional.empty())));
        for (V one : marks.values(value)) {
            boolean on = chosen.filter(one::equals).isPresent();
            String words = one instanceof String name && key.equals("annotate.column.label")
                    ? look.label(name)
                    : String.valueOf(one);
            menu.getItems().add(choice(words, on, narrowed.apply(Optional.of(one))));
        }
        return menu;
    }

    private CheckMenuItem choice(String words, boolean on, MarkFilter filter) {
        CheckMenuItem item = new CheckMenuItem(words);
        item.setMnemonicParsing(false);
        item.setSelected(on);
        item.setOnAction(chosen -> {
            marks.filter().set(filter);
            narrow.setText(filter.narrowed() ? look.text("annotate.filter.on") : "");
        });
        return item;
    }

    /** The label with its colour and pattern. */
    private final class LabelCell extends TableCell<MarkRow, String> {
        private static final double WIDTH = 14;
        private static final double HEIGHT = 11;
        private final Canvas swatch = new Canvas(WIDTH, HEIGHT);

        @Override
        protected void updateItem(@Nullable String name, boolean empty) {
            super.updateItem(name, empty);
            String title = empty || name == null ? null : look.label(name);
            setText(title);
            setTooltip(title == null ? null : new Tooltip(title));
            setGraphic(null);
            if (name != null && !empty) {
                state.study().get().protocol().label(name).ifPresent(label -> {
                    swatch.getGraphicsContext2D().clearRect(0, 0, WIDTH, HEIGHT);
                    new LabelPaint(look.theme().get())
                            .bar(
                                    swatch.getGraphicsContext2D(),
                                    label,
                                    LabelPaint.Provenance.PERSON,
                                    1,
                                    0,
                                    0,
                                    WIDTH,
                                    HEIGHT);
                    setGraphic(swatch);
                });
            }
        }
    }
}
