package org.ictograph.ui.kit;

import java.util.List;
import javafx.beans.value.ObservableValue;
import javafx.collections.FXCollections;
import javafx.geometry.Rectangle2D;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.scene.control.DialogPane;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.Region;
import javafx.stage.Screen;

/**
 * How large usual text is, in logical pixels. Everything under a root follows: style sheets say sizes in em, and sheets that were
 * made for usual text get room in proportion.
 */
public final class TextSize {
    /** What the sizes in the code are meant for. */
    public static final int USUAL = 12;

    private static final String KEPT = "text-size";
    private static final String GROWS = "grows-with-text";
    /** Room for the frame of a window and a bar of the desktop. */
    private static final double FRAME = 70;

    private TextSize() {}

    /** Makes the text under the root of a window so large. */
    public static void set(Parent root, int pixels) {
        root.getProperties().put(KEPT, pixels);
        root.setStyle("-fx-font-size: " + pixels + "px;");
    }

    /** How large it is under a root. */
    public static int of(Parent root) {
        return root.getProperties().getOrDefault(KEPT, USUAL) instanceof Integer pixels ? pixels : USUAL;
    }

    /** How many times as large as usual the text of a node's window is, 1 while it is in none. */
    public static ObservableValue<Double> factor(Node node) {
        return node.sceneProperty()
                .flatMap(Scene::rootProperty)
                .flatMap(root -> root.styleProperty().map(style -> of(root) / (double) USUAL))
                .orElse(1.0);
    }

    /** Lets the sizes that regions were given for usual text grow with the text of their window. */
    public static void grow(Region... regions) {
        for (Region region : regions) {
            region.getProperties().put(GROWS, true);
            ObservableValue<Double> factor = factor(region);
            enlargeAlone(region, factor.getValue());
            factor.addListener((property, before, now) -> enlargeAlone(region, now / before));
        }
    }

    /** Gives a sheet that has its content the text size of a window, and room for it as far as the screen has that. */
    static void follow(DialogPane sheet, Parent window) {
        int pixels = of(window);
        if (pixels == USUAL) {
            return;
        }
        set(sheet, pixels);
        double factor = pixels / (double) USUAL;
        enlarge(sheet, factor);
        Rectangle2D screen = Screen.getPrimary().getVisualBounds();
        sheet.setMinSize(0, 0);
        // The theme says how wide sheets may be at most, and goes before what code sets.
        sheet.setStyle(sheet.getStyle() + " -fx-max-width: " + screen.getWidth() + "px; -fx-max-height: "
                + (screen.getHeight() - FRAME) + "px;");
    }

    private static void enlarge(Node node, double factor) {
        if (node instanceof Region region && !region.getProperties().containsKey(GROWS)) {
            enlargeAlone(region, factor);
        }
        inside(node).forEach(child -> enlarge(child, factor));
    }

    private static void enlargeAlone(Region region, double factor) {
        if (factor != 1) {
            region.setMinSize(times(region.getMinWidth(), factor), times(region.getMinHeight(), factor));
            region.setPrefSize(times(region.getPrefWidth(), factor), times(region.getPrefHeight(), factor));
            region.setMaxSize(times(region.getMaxWidth(), factor), times(region.getMaxHeight(), factor));
        }
    }

    private static List<Node> inside(Node node) {
        if (node instanceof DialogPane sheet) {
            return sheet.getContent() == null ? List.of() : List.of(sheet.getContent());
        }
        if (node instanceof ScrollPane scroll) {
            return scroll.getContent() == null ? List.of() : List.of(scroll.getContent());
        }
        return node instanceof Parent parent
                ? FXCollections.observableArrayList(parent.getChildrenUnmodifiable())
                : List.of();
    }

    /** Sizes below zero are no numbers of pixels, nor is the largest. */
    private static double times(double size, double factor) {
        return size > 0 && size < Short.MAX_VALUE ? size * factor : size;
    }
}
