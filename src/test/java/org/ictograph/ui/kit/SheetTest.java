package org.ictograph.ui.kit;

import static org.ictograph.ui.kit.OnScreen.fx;
import static org.junit.jupiter.api.Assertions.assertTrue;

import javafx.geometry.Rectangle2D;
import javafx.scene.Scene;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.stage.Screen;
import javafx.stage.Stage;
import javafx.stage.Window;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;

@ExtendWith(ApplicationExtension.class)
@SuppressWarnings("NullAway.Init") // the field is set by @Start
class SheetTest {
    private Stage owner;

    @Start
    void start(Stage stage) {
        owner = stage;
        Scene scene = new Scene(new StackPane(), 300, 200);
        Theme.LIGHT.applyTo(scene);
        stage.setScene(scene);
        stage.setX(0);
        stage.setY(0);
        stage.show();
    }

    /** In the middle of its window it would begin above the screen; so would one that is too high for it. */
    @Test
    void liesOnTheScreenAlsoWhereNoWindowManagerSeesToThat() {
        Rectangle2D screen = fx(() -> Screen.getPrimary().getVisualBounds());
        for (double height : new double[] {400, screen.getHeight() + 300}) {
            Region content = new Region();
            content.setPrefSize(400, height);
            fx(() -> new Sheet("sheet", content).show(owner));
            Window sheet = fx(() -> content.getScene().getWindow());
            assertTrue(fx(() -> sheet.getY()) >= screen.getMinY(), "y " + fx(() -> sheet.getY()));
            assertTrue(fx(() -> sheet.getX()) >= screen.getMinX(), "x " + fx(() -> sheet.getX()));
            assertTrue(
                    fx(() -> sheet.getY() + sheet.getHeight()) <= screen.getMaxY() + 1,
                    "to " + fx(() -> sheet.getY() + sheet.getHeight()) + " of " + screen.getMaxY());
            fx(() -> sheet.hide());
        }
    }
}
