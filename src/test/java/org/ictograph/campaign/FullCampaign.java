package org.ictograph.campaign;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/**
 * The campaigns of the store in full: {@code mvn -Pcampaign verify}, with one table at the end. {@code
 * -Dcampaign.only=1,23} runs some, {@code -Dcampaign.kills=100} and so on change sizes, {@code -Dcampaign.seed=7} the dice.
 */
class FullCampaign {
    @Test
    void table() throws Exception {
        Path folder = Files.createTempDirectory(
                Files.createDirectories(Path.of(System.getProperty("campaign.folder"))), "run");
        long seed = Long.getLong("campaign.seed", 1L);
        List<String> only = List.of(System.getProperty("campaign.only", "").split(","));
        List<String> rows = new ArrayList<>();
        List<String> failed = new ArrayList<>();
        for (Programme programme : Programme.ALL) {
            if (only.stream()
                    .noneMatch(wanted -> wanted.isEmpty()
                            || programme.name().equals(wanted)
                            || programme.name().startsWith(wanted + "-"))) {
                continue;
            }
            int size = Integer.getInteger("campaign." + programme.option(), programme.full());
            Trials trials = programme.run(folder, size, seed, System.out);
            rows.add(trials.row());
            System.out.println(trials.row());
            if (!trials.passed()) {
                failed.add(programme.name());
            }
        }
        System.out.println("\n| Campaign | Trials | Failures | Seed | Time | What was checked | |");
        System.out.println("| --- | --- | --- | --- | --- | --- | --- |");
        rows.forEach(System.out::println);
        System.out.println();
        assertEquals(List.of(), failed, "campaigns that failed");
    }
}
