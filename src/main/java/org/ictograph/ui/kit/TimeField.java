package org.ictograph.ui.kit;

import java.util.OptionalLong;
import java.util.function.Function;
import java.util.function.LongConsumer;
import javafx.css.PseudoClass;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;

/**
 * A field in which a time can be typed. Enter or leaving the field takes it over, Esc brings the old one back; what
 * cannot be read is marked and stays.
 */
public final class TimeField extends TextField {
    private static final PseudoClass WRONG = PseudoClass.getPseudoClass("error");

    private final Function<String, OptionalLong> reader;
    private final LongConsumer taker;
    private String shown = "";

    public TimeField(Function<String, OptionalLong> reader, LongConsumer taker) {
        this.reader = reader;
        this.taker = taker;
        getStyleClass().add("time-field");
        setOnAction(entered -> take());
        focusedProperty().addListener((property, before, focused) -> {
            if (!focused) {
                take();
            }
        });
        setOnKeyPressed(pressed -> {
            if (pressed.getCode() == KeyCode.ESCAPE && !getText().equals(shown)) {
                showTime(shown);
                pressed.consume();
            }
        });
    }

    /** Shows a time that is known to be right. */
    public void showTime(String text) {
        shown = text;
        setText(text);
        pseudoClassStateChanged(WRONG, false);
    }

    private void take() {
        if (getText().equals(shown)) {
            return;
        }
        OptionalLong micros = reader.apply(getText());
        pseudoClassStateChanged(WRONG, micros.isEmpty());
        if (micros.isPresent()) {
            shown = getText();
            taker.accept(micros.getAsLong());
        }
    }
}
