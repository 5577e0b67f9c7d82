package org.ictograph.ui.export;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import javafx.beans.property.SimpleObjectProperty;
import org.ictograph.dataset.Profile;
import org.ictograph.dataset.Profiles;
import org.ictograph.ui.kit.Look;
import org.ictograph.ui.kit.Messages;
import org.ictograph.ui.kit.Theme;
import org.ictograph.video.Fit;
import org.junit.jupiter.api.Test;

/** Profiles of the program are called in the language of the window. */
class ProfileTitleTest {
    @Test
    void builtInProfilesHaveTheirEnglishTitles() {
        for (Profile profile : Profiles.all()) {
            assertEquals(profile.title(), ChoicePanel.title(look("en"), profile));
        }
    }

    @Test
    void builtInProfilesHaveGermanTitles() {
        for (Profile profile : Profiles.all()) {
            assertFalse(ChoicePanel.title(look("de"), profile).equals(profile.title()), profile.id());
        }
        assertEquals("RodEpil: Anfall oder nicht, in zehn Sekunden", ChoicePanel.title(look("de"), Profiles.RODEPIL));
    }

    @Test
    void anIdIsCalledWhatItsProfileIs() {
        assertEquals(
                "RodEpil: Anfall oder nicht, in zehn Sekunden",
                ChoicePanel.title(look("de"), "rodepil", Profiles.all()));
        assertEquals("taken-away", ChoicePanel.title(look("de"), "taken-away", Profiles.all()));
    }

    @Test
    void theSizeOfThePictureIsThatOfTheProfile() {
        assertEquals("48 × 48, whole cage", ChoicePanel.picture(look("en"), Fit.PADDED, 48));
        assertEquals("96 × 96, Mitte des Käfigs", ChoicePanel.picture(look("de"), Fit.CENTRE_CROP, 96));
    }

    private static Look look(String language) {
        return new Look(Messages.of(language), new SimpleObjectProperty<>(Theme.LIGHT));
    }
}
