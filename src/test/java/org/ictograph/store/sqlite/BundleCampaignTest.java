package org.ictograph.store.sqlite;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A short dose of the campaign; {@code -Dictograph.bundle.trials=2000} runs a long one. */
class BundleCampaignTest {
    @TempDir
    private Path folder;

    @Test
    void theOutcomeDoesNotDependOnTheOrderOfBundles() throws Exception {
        BundleCampaign campaign = new BundleCampaign(folder);
        for (int trial = 1; trial <= Integer.getInteger("ictograph.bundle.trials", 6); trial++) {
            campaign.trial(trial);
        }
        assertTrue(campaign.merged() > 0, "edits were taken in");
        assertTrue(campaign.conflicts() > 0, "there were conflicts");
    }
}
