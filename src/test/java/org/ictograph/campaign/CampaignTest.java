package org.ictograph.campaign;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/** A short dose of every campaign but the controls: those fail by chance, and no build may hang on that. */
class CampaignTest {
    @TempDir
    private Path folder;

    @TestFactory
    Stream<DynamicTest> dose() {
        return Programme.ALL.stream()
                .filter(programme -> programme.dose() > 0)
                .map(programme -> DynamicTest.dynamicTest(programme.name(), () -> {
                    Trials trials = programme.run(folder, programme.dose(), 1, System.out);
                    assertTrue(trials.passed(), trials::row);
                }));
    }
}
