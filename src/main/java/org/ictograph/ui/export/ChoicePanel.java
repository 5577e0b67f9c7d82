package org.ictograph.ui.export;

import java.io.File;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.CheckBox;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.stage.DirectoryChooser;
import org.ictograph.dataset.Profile;
import org.ictograph.dataset.Profiles;
import org.ictograph.ui.bench.Bench;
import org.ictograph.ui.kit.Choices;
import org.ictograph.ui.kit.FieldName;
import org.ictograph.ui.kit.IconButton;
import org.ictograph.ui.kit.Look;
import org.ictograph.video.Codec;
import org.ictograph.video.Fit;
import org.kordamp.ikonli.feather.Feather;

/** What a person can choose about a data set, and where it goes. */
final class ChoicePanel extends VBox {
    private final Bench bench;
    private final ExportViewModel model;
    private final GridPane fields = new GridPane();
    private final TextField folder = new TextField();
    /** The grid itself does not count rows that are hidden. */
    private int rows;

    ChoicePanel(Bench bench, ExportViewModel model) {
        this.bench = bench;
        this.model = model;
        getStyleClass().add("panel");
        Label title = new Label(bench.text("export.choice"));
        title.getStyleClass().add("panel-title");
        HBox head = new HBox(title);
        head.getStyleClass().add("panel-header");
        fields.getStyleClass().addAll("panel-body", "fields");
        ColumnConstraints names = new ColumnConstraints();
        names.setMinWidth(Region.USE_PREF_SIZE);
        ColumnConstraints values = new ColumnConstraints();
        values.setHgrow(Priority.ALWAYS);
        fields.getColumnConstraints().setAll(names, values);
        getChildren().addAll(head, fields);
        addProfile();
        new SplitFields(bench, model, this);
        addWindow();
        addPicture();
        addCopies();
        new JointFields(bench, model, this);
        addFeatures();
        new PublicationFields(bench, model, this);
        addFolder();
        model.folder().addListener((property, before, now) -> show(now));
        show(model.folder().get());
    }

    /** What a profile is called: built-in ones in the language of the texts, a lab's own as it calls itself. */
    static String title(Look look, Profile profile) {
        return Profiles.all().contains(profile) ? look.text("export.profile." + profile.id()) : profile.title();
    }

    /** How a cage becomes the picture of a clip that is so wide and high. */
    static String picture(Look look, Fit fit, int side) {
        return look.text("export.fit." + fit.name().toLowerCase(Locale.ROOT), side);
    }

    /** What the profile with an id is called, if it is among these; else the id, for a lab may have taken its file away. */
    static String title(Look look, String id, List<Profile> known) {
        return known.stream()
                .filter(profile -> profile.id().equals(id))
                .findFirst()
                .map(profile -> title(look, profile))
                .orElse(id);
    }

    private void addProfile() {
        ComboBox<Profile> profiles = box(model.profiles(), profile -> title(bench.look(), profile));
        profiles.setItems(model.profiles());
        profiles.setId("profile");
        profiles.setValue(model.choice().get().base());
        profiles.setOnAction(picked -> model.choice()
                .set(ExportChoice.of(profiles.getValue())
                        .withPublication(model.choice().get().publication())));
        row("export.profile", profiles);
    }

    private void addWindow() {
        ComboBox<Integer> seconds =
                box(List.of(3, 4, 5, 6, 7, 8, 9, 10), value -> bench.text("export.window.seconds", value));
        seconds.setId("seconds");
        seconds.setOnAction(picked -> {
            Integer value = seconds.getValue();
            if (value != null) {
                change(choice -> choice.withSeconds(value));
            }
        });
        row("export.window", seconds);
        Consumer<ExportChoice> show = choice -> {
            seconds.setDisable(!choice.base().windowed());
            seconds.setValue(choice.seconds());
        };
        model.choice().addListener((property, before, now) -> show.accept(now));
        show.accept(model.choice().get());
    }

    private void addPicture() {
        ComboBox<Fit> fit = box(List.of(Fit.values()), value -> "");
        fit.setId("fit");
        fit.setOnAction(picked -> change(choice -> choice.withFit(fit.getValue())));
        row("export.fit", fit);
        ComboBox<Codec> codec = box(List.of(Codec.values()), value -> named("export.codec", value));
        codec.setId("codec");
        codec.setOnAction(picked -> change(choice -> choice.withCodec(codec.getValue())));
        row("export.codec", codec);
        Consumer<ExportChoice> show = choice -> {
            int side = choice.base().clip().side();
            fit.setConverter(Choices.shownAs(value -> picture(bench.look(), value, side)));
            fit.setValue(choice.fit());
            codec.setValue(choice.codec());
        };
        model.choice().addListener((property, before, now) -> show.accept(now));
        show.accept(model.choice().get());
    }

    /** Codecs beside that of the clips themselves. */
    private void addCopies() {
        FlowPane line = new FlowPane(10, 4);
        Map<Codec, CheckBox> boxes = new EnumMap<>(Codec.class);
        for (Codec codec : Codec.values()) {
            CheckBox box = new CheckBox(named("export.copy", codec));
            box.setId("copy-" + codec.name().toLowerCase(Locale.ROOT));
            box.setTooltip(new Tooltip(bench.text("export.copies.tip")));
            box.setOnAction(ticked -> change(choice -> choice.withCopies(boxes.entrySet().stream()
                    .filter(each -> each.getValue().isSelected())
                    .map(Map.Entry::getKey)
                    .toList())));
            boxes.put(codec, box);
            line.getChildren().add(box);
        }
        row("export.copies", line);
        Consumer<ExportChoice> show = choice -> boxes.forEach((codec, box) -> {
            box.setDisable(codec == choice.codec());
            box.setSelected(codec != choice.codec() && choice.copies().contains(codec));
        });
        model.choice().addListener((property, before, now) -> show.accept(now));
        show.accept(model.choice().get());
    }

    private void addFeatures() {
        ComboBox<String> features =
                box(List.of(""), name -> name.isEmpty() ? bench.text("export.features.none") : name);
        features.setId("features");
        features.setTooltip(new Tooltip(bench.text("export.features.tip")));
        features.setValue(model.choice().get().features());
        features.setOnShowing(opened -> model.encoders().stream()
                .filter(name -> !features.getItems().contains(name))
                .forEach(features.getItems()::add));
        features.setOnAction(picked -> {
            String value = features.getValue();
            if (value != null) {
                change(choice -> choice.withFeatures(value));
            }
        });
        row("export.features", features);
        model.choice().addListener((property, before, now) -> features.setValue(now.features()));
    }

    private void addFolder() {
        folder.setId("folder");
        folder.setAccessibleText(bench.text("export.folder"));
        folder.setOnAction(entered -> takeFolder());
        folder.focusedProperty().addListener((property, before, focused) -> {
            if (!focused) {
                takeFolder();
            }
        });
        HBox.setHgrow(folder, Priority.ALWAYS);
        HBox line =
                new HBox(4, folder, new IconButton(Feather.FOLDER, bench.text("export.choose"), this::chooseFolder));
        line.setAlignment(Pos.CENTER_LEFT);
        row("export.folder", line);
    }

    /** The end of a long path tells more than its beginning. */
    private void show(Path chosen) {
        folder.setText(chosen.toString());
        folder.end();
        folder.setTooltip(new Tooltip(chosen.toString()));
    }

    private void takeFolder() {
        if (!folder.getText().isBlank()) {
            model.folder().set(Path.of(folder.getText().strip()));
        }
    }

    /** The data set becomes a new folder inside the one that is chosen. */
    private void chooseFolder() {
        DirectoryChooser chooser = new DirectoryChooser();
        chooser.setTitle(bench.text("export.choose"));
        File parent = chooser.showDialog(getScene().getWindow());
        if (parent != null) {
            model.folder().set(parent.toPath().resolve(model.folder().get().getFileName()));
        }
    }

    void row(String key, Node value) {
        row(new FieldName(bench.text(key), value), value);
    }

    void row(FieldName name, Node value) {
        fields.addRow(rows++, name, value);
    }

    private String named(String key, Enum<?> value) {
        return bench.text(key + "." + value.name().toLowerCase(Locale.ROOT));
    }

    private static <T> ComboBox<T> box(List<T> values, Function<T, String> text) {
        ComboBox<T> box = Choices.box(values, text);
        box.setMaxWidth(Double.MAX_VALUE);
        return box;
    }

    private void change(UnaryOperator<ExportChoice> changed) {
        ExportChoice now = changed.apply(model.choice().get());
        if (!now.equals(model.choice().get())) {
            model.choice().set(now);
        }
    }
}
