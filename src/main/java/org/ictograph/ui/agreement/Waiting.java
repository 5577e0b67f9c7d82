package org.ictograph.ui.agreement;

import javafx.beans.binding.Bindings;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.scene.control.Label;
import org.ictograph.ui.kit.Look;

/** What stands in an empty table: that it is being filled, or that there is nothing. */
final class Waiting {
    private Waiting() {}

    /** @param nothing key of the text for a table that stays empty */
    static Label orNothing(Look look, ReadOnlyBooleanProperty busy, String nothing) {
        Label label = new Label();
        label.setWrapText(true);
        label.textProperty()
                .bind(Bindings.when(busy).then(look.text("agreement.comparing")).otherwise(look.text(nothing)));
        return label;
    }
}
