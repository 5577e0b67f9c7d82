package org.ictograph.ui.proposals;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Locale;
import java.util.OptionalDouble;
import javafx.beans.property.SimpleObjectProperty;
import org.ictograph.ui.kit.Look;
import org.ictograph.ui.kit.Messages;
import org.ictograph.ui.kit.Theme;
import org.junit.jupiter.api.Test;

/** How the part of the events that a model proposes is told. */
class FoundTextTest {
    private static Look look(Locale language) {
        return new Look(new Messages(language), new SimpleObjectProperty<>(Theme.LIGHT));
    }

    @Test
    void aShareIsToldInPerCentAndByNumber() {
        assertEquals("86 % (6 of 7)", FoundText.of(look(Locale.ENGLISH), OptionalDouble.of(6 / 7.0), 7));
        assertEquals("86 % (6 von 7)", FoundText.of(look(Locale.GERMAN), OptionalDouble.of(6 / 7.0), 7));
    }

    @Test
    void anOldCardTellsNoNumber() {
        assertEquals("100 %", FoundText.of(look(Locale.ENGLISH), OptionalDouble.of(1), 0));
        assertEquals("–", FoundText.of(look(Locale.ENGLISH), OptionalDouble.empty(), 7));
    }
}
