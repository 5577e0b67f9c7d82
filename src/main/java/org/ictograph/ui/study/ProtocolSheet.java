package org.ictograph.ui.study;

import javafx.beans.InvalidationListener;
import javafx.geometry.Insets;
import javafx.scene.Node;
import javafx.scene.control.ButtonBar.ButtonData;
import javafx.scene.control.ButtonType;
import javafx.scene.control.Dialog;
import javafx.scene.layout.StackPane;
import javafx.stage.Window;
import org.ictograph.session.Notice;
import org.ictograph.ui.bench.Bench;
import org.ictograph.ui.kit.Sheet;

/** The protocol, to be changed. What is kept is one edit that can be taken back. */
public final class ProtocolSheet {
    private static final double MARGIN = 14;

    private final Bench bench;
    private final ProtocolViewModel model;

    public ProtocolSheet(Bench bench) {
        this.bench = bench;
        this.model = new ProtocolViewModel(
                bench.session(), bench.look().messages().language().getLanguage());
    }

    /** Shows the sheet over a window. */
    public void show(Window owner) {
        ButtonType keep = new ButtonType(bench.text("protocol.keep"), ButtonData.OK_DONE);
        Dialog<ButtonType> sheet = new Dialog<>();
        sheet.setTitle(bench.text("protocol.sheet"));
        sheet.setResizable(true);
        ProtocolPane pane = new ProtocolPane(bench.look(), model);
        StackPane padded = new StackPane(pane);
        padded.setPadding(new Insets(MARGIN));
        sheet.getDialogPane().setId("protocol-sheet");
        sheet.getDialogPane().setContent(padded);
        sheet.getDialogPane().getButtonTypes().setAll(keep, ButtonType.CANCEL);
        Sheet.over(sheet, owner);
        Node keeping = sheet.getDialogPane().lookupButton(keep);
        keeping.setId("protocol-keep");
        InvalidationListener judge =
                changed -> keeping.setDisable(model.problem().isPresent());
        model.drafts().addListener(judge);
        model.name().addListener(judge);
        sheet.setOnHidden(hidden -> {
            if (sheet.getResult() == keep) {
                keep();
            }
        });
        sheet.show();
        var unused = model.look()
                .thenRunAsync(pane::fill, bench.session().workplace().fx());
    }

    private void keep() {
        var unused = model.keep()
                .thenAccept(entry -> entry.ifPresent(stored -> bench.say()
                        .accept(Notice.done(
                                "protocol.kept",
                                bench.session().state().study().get().protocol().version()))));
    }
}
