package org.ictograph.ui.shell;

import java.util.List;
import javafx.scene.control.TextArea;
import javafx.stage.Window;
import org.ictograph.ui.kit.Sheet;

/** Sentences on a sheet of their own, to be read and copied. */
final class TextSheet {
    private static final double WIDTH = 640;
    private static final double HEIGHT = 280;

    private final Sheet sheet;

    TextSheet(String title, List<String> sentences) {
        TextArea text = new TextArea(String.join("\n", sentences));
        text.setId("sentences");
        text.setAccessibleText(title);
        text.setEditable(false);
        text.setWrapText(true);
        text.setPrefSize(WIDTH, HEIGHT);
        sheet = new Sheet(title, text);
    }

    void show(Window owner) {
        sheet.show(owner);
    }
}
