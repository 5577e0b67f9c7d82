package org.ictograph.ui.triage;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import javafx.beans.property.SimpleObjectProperty;
import org.ictograph.measure.Anchoring;
import org.ictograph.measure.AuditPlan;
import org.ictograph.measure.RecallEstimate;
import org.ictograph.measure.UnaidedDraw;
import org.ictograph.session.Auditing;
import org.ictograph.ui.kit.Look;
import org.ictograph.ui.kit.Messages;
import org.ictograph.ui.kit.Theme;
import org.junit.jupiter.api.Test;

/** What is said of the part of the seizures that was proposed. */
class RecallTextTest {
    private static String told(Locale language, RecallEstimate estimate) {
        Look look = new Look(new Messages(language), new SimpleObjectProperty<>(Theme.LIGHT));
        return RecallText.of(
                look,
                Optional.of(new Auditing.Standing(
                        new AuditPlan(List.of()),
                        estimate.audited(),
                        0,
                        estimate,
                        Map.of(),
                        new UnaidedDraw(0, 1),
                        Anchoring.of(List.of(), List.of(), 0))));
    }

    @Test
    void whereNoModelHasRunThereIsNoShare() {
        RecallEstimate none = RecallEstimate.unproposed(40, 40, 3);
        assertEquals(
                "No model has proposed anything here, so nobody can tell which share of the seizures one proposes.",
                told(Locale.ENGLISH, none));
        assertEquals(
                "Hier hat noch kein Modell etwas vorgeschlagen, daher lässt sich nicht sagen, welchen Anteil der"
                        + " Anfälle eines vorschlägt.",
                told(Locale.GERMAN, none));
    }

    @Test
    void aModelThatFoundNoneOfThemIsToldItsShare() {
        assertEquals(
                "Of the seizures here, 0 % were proposed: all 40 windows without proposals were looked through; 3 held"
                        + " one more.",
                told(Locale.ENGLISH, RecallEstimate.of(0, 40, 40, 3)));
    }
}
