package org.ictograph.ui.kit;

import java.util.List;
import java.util.function.Function;
import javafx.scene.control.ComboBox;
import javafx.util.StringConverter;
import org.jspecify.annotations.Nullable;

/** Boxes from which one of several things is chosen and that cannot be typed into. */
public final class Choices {
    private Choices() {}

    /** A box with a text for each thing. */
    public static <V> ComboBox<V> box(List<V> things, Function<V, String> text) {
        ComboBox<V> box = new ComboBox<>();
        box.getItems().setAll(things);
        box.setConverter(shownAs(text));
        return box;
    }

    /** Shows each thing as its text, and nothing as nothing. */
    public static <V> StringConverter<V> shownAs(Function<V, String> text) {
        return new StringConverter<>() {
            @Override
            public String toString(@Nullable V thing) {
                return thing == null ? "" : text.apply(thing);
            }

            @Override
            public V fromString(String typed) {
                throw new UnsupportedOperationException("The box cannot be typed into.");
            }
        };
    }
}
