package org.ictograph.ui.shell;

import static org.ictograph.ui.kit.OnScreen.found;
import static org.ictograph.ui.kit.OnScreen.fx;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import javafx.scene.Node;
import javafx.scene.paint.Color;
import javafx.stage.Stage;
import org.ictograph.settings.Command;
import org.ictograph.ui.kit.Messages;
import org.ictograph.ui.kit.OnScreen;
import org.ictograph.ui.kit.Snapshot;
import org.ictograph.ui.kit.TextSize;
import org.ictograph.video.Picture;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;

/** Words on figures grow with the text of the window. */
@ExtendWith(ApplicationExtension.class)
@SuppressWarnings("NullAway.Init") // the extension opens the stage before each test
class LargeFigureTest {
    /** The line of a figure's title, in usual text. */
    private static final int TITLE = 21;

    @TempDir
    Path folder;

    private Stage stage;

    @Start
    void start(Stage given) {
        stage = given;
    }

    @Test
    void theTitleOfAFigureGrows() throws Exception {
        ScreenTour.size(folder, 1366, 720);
        RatedWindow rated = new RatedWindow(folder, stage, Messages.english());
        try {
            rated.open();
            fx(() -> rated.window.run(Command.SHOW_FIGURES));
            int usual = inked(TITLE);
            fx(() -> rated.window.textSize(16));
            int large = inked(TITLE * 16 / 12);
            assertTrue(usual >= 8, usual + " rows");
            assertEquals(usual * 16 / 12.0, large, 1.5);
        } finally {
            fx(() -> rated.window.textSize(TextSize.USUAL));
            rated.close();
        }
    }

    /** How many rows of the upper ones hold something else than ground. */
    private static int inked(int rows) {
        Node figure = found("#diary");
        Picture picture = fx(() -> Snapshot.of(figure));
        Color ground = OnScreen.pixel(picture, picture.width() / 2, 2);
        int found = 0;
        for (int y = 2; y < rows; y++) {
            boolean ink = false;
            for (int x = 4; x < picture.width() - 4; x++) {
                ink |= !OnScreen.pixel(picture, x, y).equals(ground);
            }
            found += ink ? 1 : 0;
        }
        return found;
    }
}
