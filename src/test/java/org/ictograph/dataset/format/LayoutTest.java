package org.ictograph.dataset.format;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import org.ictograph.dataset.ClipPlace;
import org.ictograph.dataset.ClipSource;
import org.ictograph.dataset.Profile;
import org.ictograph.dataset.Profiles;
import org.ictograph.dataset.RangeToken;
import org.ictograph.exchange.format.JsonBenchmarkFiles;
import org.ictograph.model.Span;
import org.ictograph.video.Codec;
import org.junit.jupiter.api.Test;

class LayoutTest {
    private static final ClipSource AT_12_MINUTES = new ClipSource(
            "M2U00244.MPG", "f1", 720 * Span.SECOND, 730 * Span.SECOND, 21578, 21877, 720_000_000, 729_966_667);
    private static final ClipPlace PUBLISHED = new ClipPlace("M2U00244", "2019-02-01", 3, "70-3");

    private static String name(ClipPlace place, boolean positive, Profile profile) {
        return new RodEpilLayout().clipFile(place, AT_12_MINUTES, positive, profile);
    }

    /** The one file name that the RodEpil paper gives (arXiv 2511.10431). */
    @Test
    void aNormalClipIsNamedAsInThePaper() {
        assertEquals("0/Feb-1-2019_M2U00244_3_70-3_1153-1168_N_0.avi", name(PUBLISHED, false, Profiles.RODEPIL));
    }

    @Test
    void theRangeMayBeFramesOrSeconds() {
        assertEquals(
                "1/Feb-1-2019_M2U00244_3_70-3_21578-21877_S_1.avi",
                name(PUBLISHED, true, Profiles.RODEPIL.withRangeToken(RangeToken.FRAMES)));
        assertEquals(
                "1/Feb-1-2019_M2U00244_3_70-3_720-730_S_1.avi",
                name(PUBLISHED, true, Profiles.RODEPIL.withRangeToken(RangeToken.SECONDS)));
    }

    @Test
    void anUnknownDateAndAnotherCodecAreTold() {
        Profile small = Profiles.RODEPIL.withClip(Profiles.RODEPIL.clip().withCodec(Codec.H264));
        assertEquals(
                "0/Undated_M2U00244_3_70-3_1153-1168_N_0.mp4",
                name(new ClipPlace("M2U00244", "", 3, "70-3"), false, small));
    }

    @Test
    void everyNameKeepsSevenTokens() {
        List<String> names = List.of(
                "a/b",
                "a,b",
                "a_b",
                "a b",
                "Ü",
                "U\u0308",
                "🐀",
                "..",
                "~",
                "CON",
                "a~5f~b",
                "x".repeat(300),
                "x".repeat(301));
        List<String> files = new ArrayList<>();
        for (String animal : names) {
            String file = name(new ClipPlace(animal, "2019-02-01", 3, animal), false, Profiles.RODEPIL);
            String last = file.substring(file.lastIndexOf('/') + 1);
            assertEquals(7, last.split("_", -1).length, file);
            assertTrue(last.matches("[A-Za-z0-9~._-]+"), file);
            assertTrue(last.length() <= 255, file);
            files.add(file);
        }
        assertEquals(names.size(), new HashSet<>(files).size(), "no two names may meet");
        assertEquals("M~fc~ller~5f~3~2f~b", FileToken.of("Müller_3/b"));
    }

    @Test
    void ratSeizureNamesAreOpaqueAndSteady() {
        RatSeizureLayout layout = new RatSeizureLayout(new JsonBenchmarkFiles());
        String file = layout.clipFile(PUBLISHED, AT_12_MINUTES, true, Profiles.RATSEIZURE);
        assertTrue(file.matches("clips/[a-z0-9]{16}\\.avi"), file);
        assertEquals(file, layout.clipFile(PUBLISHED, AT_12_MINUTES, false, Profiles.RATSEIZURE));
        assertFalse(file.contains("70"), "the animal does not show");
        ClipPlace neighbour = new ClipPlace("M2U00244", "2019-02-01", 4, "70-4");
        assertNotEquals(file, layout.clipFile(neighbour, AT_12_MINUTES, true, Profiles.RATSEIZURE));
    }
}
