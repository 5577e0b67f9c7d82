package org.ictograph.ui.kit;

import javafx.geometry.Insets;
import javafx.geometry.Rectangle2D;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.ButtonType;
import javafx.scene.control.Dialog;
import javafx.scene.control.DialogPane;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.stage.Modality;
import javafx.stage.Screen;
import javafx.stage.Window;
import javafx.stage.WindowEvent;

/** A sheet over the window and dressed like it, with something to read or look through. The window behind stays usable. */
public final class Sheet {
    private static final double MARGIN = 16;

    private final Dialog<ButtonType> dialog = new Dialog<>();

    public Sheet(String title, Node content) {
        StackPane padded = new StackPane(content);
        padded.setPadding(new Insets(MARGIN));
        dialog.initModality(Modality.NONE);
        dialog.setTitle(title);
        dialog.setResizable(true);
        dialog.getDialogPane().setContent(padded);
        dialog.getDialogPane().setMinSize(Region.USE_PREF_SIZE, Region.USE_PREF_SIZE);
        dialog.getDialogPane().getButtonTypes().add(ButtonType.CLOSE);
    }

    /** The same with a sentence above the content. */
    public Sheet headed(String sentence) {
        dialog.setHeaderText(sentence);
        dialog.setGraphic(null);
        return this;
    }

    /** Does something when it is closed. */
    public Sheet onHidden(Runnable action) {
        dialog.setOnHidden(hidden -> action.run());
        return this;
    }

    public void show(Window owner) {
        over(dialog, owner);
        dialog.show();
    }

    /** Puts a dialog that has its content over a window, dressed like that and with text as large. */
    public static void over(Dialog<?> dialog, Window owner) {
        Scene window = owner.getScene();
        dialog.initOwner(owner);
        Scene scene = dialog.getDialogPane().getScene();
        scene.setUserAgentStylesheet(window.getUserAgentStylesheet());
        scene.getStylesheets().setAll(window.getStylesheets());
        PopupLists.dress(scene);
        TextSize.follow(dialog.getDialogPane(), window.getRoot());
        scene.getWindow()
                .addEventHandler(WindowEvent.WINDOW_SHOWN, shown -> keepOnScreen(dialog.getDialogPane(), owner));
    }

    /** A sheet that is larger than the screen, or reaches beyond it, cannot be closed where no window manager moves it. */
    private static void keepOnScreen(DialogPane pane, Window owner) {
        Rectangle2D screen =
                Screen.getScreensForRectangle(owner.getX(), owner.getY(), owner.getWidth(), owner.getHeight()).stream()
                        .findFirst()
                        .orElseGet(Screen::getPrimary)
                        .getVisualBounds();
        Window sheet = pane.getScene().getWindow();
        if (sheet.getWidth() > screen.getWidth() || sheet.getHeight() > screen.getHeight()) {
            pane.setMinSize(0, 0);
            sheet.setWidth(Math.min(sheet.getWidth(), screen.getWidth()));
            sheet.setHeight(Math.min(sheet.getHeight(), screen.getHeight()));
        }
        sheet.setX(inside(sheet.getX(), sheet.getWidth(), screen.getMinX(), screen.getMaxX()));
        sheet.setY(inside(sheet.getY(), sheet.getHeight(), screen.getMinY(), screen.getMaxY()));
    }

    private static double inside(double at, double length, double from, double to) {
        return Math.max(from, Math.min(at, to - length));
    }
}
