package org.ictograph.ui.proposals;

import javafx.collections.ListChangeListener;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.stage.Window;
import org.ictograph.localizer.Trust;
import org.ictograph.ui.kit.Look;
import org.ictograph.ui.kit.Sheet;

/** Which TorchScript modules may run: says why that is a question, shows each file with its SHA-256, and takes the answer. */
public final class TrustSheet {
    private static final double WIDTH = 640;
    private static final double HEIGHT = 280;

    private final Look look;
    private final TrustViewModel trust;
    private final VBox modules = new VBox(16);

    public TrustSheet(Look look, TrustViewModel trust) {
        this.look = look;
        this.trust = trust;
    }

    public void show(Window owner) {
        Label trouble = label("");
        trouble.setId("trust-trouble");
        trouble.getStyleClass().add("report-warning");
        trouble.textProperty().bind(trust.trouble().map(look.messages()::failure));
        trouble.managedProperty().bind(trouble.textProperty().isNotEmpty());
        Label why = label(look.text("trust.why"));
        why.setId("trust-why");
        modules.setId("trust-modules");
        ScrollPane scroll = new ScrollPane(modules);
        scroll.setFitToWidth(true);
        scroll.setPrefHeight(HEIGHT);
        scroll.setAccessibleText(look.text("trust.title"));
        VBox content = new VBox(12, why, scroll, trouble);
        content.setPrefWidth(WIDTH);
        ListChangeListener<Trust.Module> changed = change -> tell();
        trust.modules().addListener(changed);
        tell();
        trust.look();
        new Sheet(look.text("trust.title"), content)
                .onHidden(() -> trust.modules().removeListener(changed))
                .show(owner);
    }

    private void tell() {
        modules.getChildren().clear();
        for (Trust.Module module : trust.modules()) {
            Label name = label(look.text(module.given() ? "trust.given" : "trust.notgiven", module.model()));
            name.getStyleClass().add("panel-title");
            Button change = new Button(look.text(module.given() ? "trust.withdraw" : "trust.give"));
            change.setId("trust-" + module.model());
            change.setAccessibleText(change.getText() + ": " + module.model());
            change.setOnAction(pressed -> {
                if (module.given()) {
                    trust.withdraw(module);
                } else {
                    trust.give(module);
                }
            });
            Label hash = label("SHA-256 " + module.hash());
            hash.getStyleClass().add("number");
            modules.getChildren().add(new VBox(4, name, label(module.file()), hash, change));
        }
        if (trust.modules().isEmpty()) {
            modules.getChildren().add(label(look.text("trust.none")));
        }
    }

    private static Label label(String words) {
        Label label = new Label(words);
        label.setWrapText(true);
        label.setMinHeight(Region.USE_PREF_SIZE);
        return label;
    }
}
