package org.ictograph.ui.proposals;

import java.util.ArrayList;
import java.util.List;
import javafx.scene.control.Label;
import org.ictograph.session.Outlook;
import org.ictograph.ui.kit.Look;

/** Says what there is to learn from, with a warning where it is little. */
final class OutlookLabel {
    private static final String WARNING = "report-warning";

    private static final double MINUTES = 60;

    private OutlookLabel() {}

    /** @param animals of which fewer are little */
    static void tell(Label label, Look look, Outlook known, int animals) {
        List<String> lines = new ArrayList<>();
        lines.add(look.text(
                "training.outlook",
                known.all(),
                known.having(),
                known.events().size(),
                known.hours(),
                MINUTES * known.hours()));
        if (known.having() < 2) {
            lines.add(look.text("training.oneanimal"));
        } else if (known.all() < Outlook.FEW) {
            lines.add(look.text("training.few", Outlook.FEW));
        } else if (known.having() < animals) {
            lines.add(look.text("training.fewanimals", known.having()));
        }
        label.setText(String.join(" ", lines));
        label.getStyleClass().removeAll(WARNING);
        if (lines.size() > 1) {
            label.getStyleClass().add(WARNING);
        }
    }
}
