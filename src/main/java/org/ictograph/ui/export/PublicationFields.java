package org.ictograph.ui.export;

import java.util.Arrays;
import java.util.List;
import javafx.scene.control.ComboBox;
import javafx.scene.control.TextField;
import org.ictograph.dataset.Publication;
import org.ictograph.ui.bench.Bench;

/** Under which licence a data set stands and who is to be cited. */
final class PublicationFields {
    private static final List<String> USUAL =
            List.of("", "CC0-1.0", "CC-BY-4.0", "CC-BY-SA-4.0", "CC-BY-NC-4.0", "CC-BY-NC-ND-4.0");

    private final ExportViewModel model;
    private final ComboBox<String> licence = new ComboBox<>();
    private final TextField creators = new TextField();

    PublicationFields(Bench bench, ExportViewModel model, ChoicePanel panel) {
        this.model = model;
        licence.getItems().setAll(USUAL);
        licence.setEditable(true);
        licence.setId("licence");
        licence.setMaxWidth(Double.MAX_VALUE);
        licence.setPromptText(bench.text("export.licence.none"));
        licence.setOnAction(picked -> take());
        panel.row("export.licence", licence);
        creators.setId("creators");
        creators.setPromptText(bench.text("export.creators.prompt"));
        creators.setOnAction(entered -> take());
        creators.focusedProperty().addListener((property, before, focused) -> {
            if (!focused) {
                take();
            }
        });
        panel.row("export.creators", creators);
        show(model.choice().get().publication());
    }

    private void take() {
        ExportChoice now = model.choice().get();
        String chosen = licence.getValue();
        List<String> names = Arrays.stream(creators.getText().split(";", -1))
                .map(String::strip)
                .filter(name -> !name.isEmpty())
                .toList();
        Publication next = now.publication()
                .withLicence(chosen == null ? "" : chosen.strip())
                .withCreators(names);
        if (!next.equals(now.publication())) {
            model.choice().set(now.withPublication(next));
        }
    }

    private void show(Publication publication) {
        licence.setValue(publication.licence());
        creators.setText(String.join("; ", publication.creators()));
    }
}
