package org.ictograph.localizer.torch;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import org.ictograph.localizer.LocalizerException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ClaimTest {
    @TempDir
    Path folder;

    @Test
    void ofTwoTrainingsOfOneNameTheSecondIsToldAndNothingIsLeftOfAnEmptyOne() throws Exception {
        Path model = folder.resolve("models/mine");
        Claim first = Claim.on(model);
        assertSentence("A training of the model mine is under way already", model);
        Path other = folder.resolve("models/yours");
        Claim.on(other).close();
        assertFalse(Files.exists(other));
        first.close();
        assertFalse(Files.exists(model));

        Claim again = Claim.on(model);
        Files.writeString(model.resolve("made"), "");
        again.close();
        assertTrue(Files.exists(model.resolve("made")));
        assertFalse(Files.exists(model.resolve("training.lock")));
    }

    @Test
    void whereNothingCanBeWrittenItIsToldAtOnce() throws Exception {
        Files.writeString(folder.resolve("models"), "a file where the folder should be");
        assertSentence("cannot be written to", folder.resolve("models/mine"));
    }

    private static void assertSentence(String part, Path model) {
        LocalizerException told =
                assertThrows(LocalizerException.class, () -> Claim.on(model).close());
        assertTrue(String.valueOf(told.getMessage()).contains(part), told.getMessage());
    }
}
