package org.ictograph.ui.kit;

import static org.ictograph.ui.kit.OnScreen.fx;
import static org.ictograph.ui.kit.OnScreen.pixel;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotSame;

import java.util.Arrays;
import java.util.Optional;
import javafx.geometry.Point2D;
import javafx.scene.Scene;
import javafx.scene.paint.Color;
import javafx.stage.Stage;
import org.ictograph.model.Box;
import org.ictograph.video.Picture;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;

/** A picture of 40 × 20 pixels of a source of 80 × 40, blue on the left and red on the right, in a view of 200 × 200. */
@ExtendWith(ApplicationExtension.class)
@SuppressWarnings("NullAway.Init") // the fields are set by @Start
class VideoViewTest {
    private FrameImage frame;
    private VideoView view;

    @Start
    void start(Stage stage) {
        frame = new FrameImage();
        view = new VideoView(frame);
        view.setSource(80, 40);
        stage.setScene(new Scene(view, 200, 200));
        stage.show();
        frame.show(halves(255, 0));
    }

    private static Picture halves(int left, int right) {
        Picture picture = new Picture(40, 20);
        Arrays.fill(picture.bgra(), (byte) 255);
        for (int i = 0; i < 40 * 20; i++) {
            boolean onLeft = i % 40 < 20;
            picture.bgra()[4 * i] = (byte) (onLeft ? left : 0);
            picture.bgra()[4 * i + 1] = 0;
            picture.bgra()[4 * i + 2] = (byte) (onLeft ? right : 255);
        }
        return picture;
    }

    @Test
    void keepsTheShapeAndKnowsWhereSourcePixelsAre() {
        assertEquals(Color.BLUE, pixel(view, 20, 100));
        assertEquals(Color.RED, pixel(view, 180, 100));
        assertEquals(new Point2D(0, 50), fx(() -> view.toView(0, 0)));
        assertEquals(new Point2D(200, 150), fx(() -> view.toView(80, 40)));
        assertEquals(new Point2D(40, 20), fx(() -> view.toSource(100, 100)));
        assertEquals(2.5, fx(view::scale));
    }

    @Test
    void zoomsToABox() {
        fx(() -> view.setZoom(Optional.of(new Box(40, 0, 40, 40))));
        assertEquals(Color.RED, pixel(view, 10, 100));
        assertEquals(new Point2D(0, 0), fx(() -> view.toView(40, 0)));
        assertEquals(5, fx(view::scale));
    }

    @Test
    void showsTheNextPictureFromTheOtherBuffer() {
        var first = fx(() -> frame.image().get().orElseThrow());
        fx(() -> frame.show(halves(0, 0)));
        assertEquals(Color.BLACK, pixel(view, 20, 100));
        assertNotSame(first, fx(() -> frame.image().get().orElseThrow()));
        Picture reused = halves(255, 0);
        fx(() -> frame.show(reused));
        Arrays.fill(reused.bgra(), (byte) 0);
        assertEquals(Color.BLUE, pixel(view, 20, 100), "the picture was copied");
        fx(frame::clear);
        assertEquals(Optional.empty(), fx(() -> frame.image().get()));
    }
}
