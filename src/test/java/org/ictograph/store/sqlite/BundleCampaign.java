package org.ictograph.store.sqlite;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import java.util.stream.Stream;
import org.ictograph.model.Conflict;
import org.ictograph.model.Rater;
import org.ictograph.store.StoreException;
import org.ictograph.store.StudyStore;
import org.ictograph.store.Viewer;
import org.ictograph.work.Progress;

/**
 * Three copies of a study in which people work by dice, hand bundles to each other on the way and go on. One of them then
 * takes all bundles, also those written half-way, in two different orders and some twice: both must end in the same
 * tables and the same review list, and verify clean. In the end everybody takes in everything, each in an order of its
 * own: then all copies are equal.
 * Run it by hand with {@code BundleCampaign TRIALS SEED}.
 */
public final class BundleCampaign {
    private static final int COPIES = 3;

    /** Orders that a trial takes bundles in: two receivers' and one of each copy. */
    static final int ORDERS = 2 + COPIES;

    private final Path folder;
    private int merged;
    private int conflicts;

    BundleCampaign(Path folder) {
        this.folder = folder;
    }

    /** Edits that were taken in. */
    int merged() {
        return merged;
    }

    /** Conflicts that were found. */
    int conflicts() {
        return conflicts;
    }

    /** One trial; an assertion fails when two orders give two outcomes. */
    void trial(long seed) throws StoreException, IOException {
        Path place = Files.createDirectories(folder.resolve("trial-" + seed));
        try {
            trial(new Random(seed), place);
        } catch (AssertionError | StoreException failure) {
            throw new AssertionError("seed " + seed + ": " + failure.getMessage(), failure);
        }
        try (Stream<Path> files = Files.list(place)) {
            for (Path file : files.toList()) {
                Files.delete(file);
            }
        }
    }

    private void trial(Random dice, Path place) throws StoreException, IOException {
        Lab lab = new Lab();
        Path common = place.resolve("common.icto");
        try (StudyStore store = lab.createFilled(common)) {
            lab.label(store);
        }
        List<Colleague> colleagues = new ArrayList<>();
        List<Path> studies = new ArrayList<>();
        for (int copy = 0; copy < COPIES; copy++) {
            Path study = Files.copy(common, place.resolve("copy-" + copy + ".icto"));
            studies.add(study);
            colleagues.add(new Colleague(study, dice.nextLong()));
        }
        List<Path> bundles = new ArrayList<>();
        for (int round = 0; round < 3; round++) {
            for (Colleague colleague : colleagues) {
                colleague.work(2 + dice.nextInt(12));
            }
            List<Path> halfWay =
                    bundles(colleagues.get(1 + dice.nextInt(COPIES - 1)).store(), place);
            bundles.addAll(halfWay.subList(0, Math.min(3, halfWay.size())));
            // Somebody hears of somebody else's work and goes on from there.
            Colleague hears = colleagues.get(dice.nextInt(COPIES));
            Colleague tells = colleagues.get(dice.nextInt(COPIES));
            if (hears != tells) {
                takeIn(hears.store(), bundles(tells.store(), place));
            }
        }
        List<Path> last = new ArrayList<>();
        for (Colleague colleague : colleagues) {
            last.addAll(bundles(colleague.store(), place));
        }
        colleagues.forEach(Colleague::close);
        bundles.addAll(last);
        anyOrder(dice, place, studies.get(0), bundles);
        everybody(dice, studies, last);
    }

    /** Two receivers, two orders. */
    private void anyOrder(Random dice, Path place, Path study, List<Path> bundles) throws StoreException, IOException {
        List<String> states = new ArrayList<>();
        List<List<Conflict>> lists = new ArrayList<>();
        for (String name : List.of("one.icto", "two.icto")) {
            List<Path> order = new ArrayList<>(bundles);
            order.addAll(bundles.subList(0, dice.nextInt(bundles.size())));
            Collections.shuffle(order, dice);
            Path copy = Files.copy(study, place.resolve(name));
            try (StudyStore store = new SqliteStudyFiles(Lab.CLOCK).open(copy)) {
                takeIn(store, order);
                assertEquals(List.of(), store.verify(Progress.NONE), "what verify finds");
                lists.add(store.conflicts(Viewer.PROGRAM));
            }
            states.add(StateHash.of(copy, true));
        }
        assertEquals(states.get(0), states.get(1), "the tables after two orders");
        assertEquals(lists.get(0), lists.get(1), "the review lists after two orders");
        conflicts += lists.get(0).size();
    }

    /** Everybody takes in everything. */
    private void everybody(Random dice, List<Path> studies, List<Path> bundles) throws StoreException {
        List<String> states = new ArrayList<>();
        List<List<Conflict>> lists = new ArrayList<>();
        for (Path study : studies) {
            List<Path> order = new ArrayList<>(bundles);
            Collections.shuffle(order, dice);
            try (StudyStore store = new SqliteStudyFiles(Lab.CLOCK).open(study)) {
                takeIn(store, order);
                assertEquals(0, takeIn(store, order.subList(0, 2)), "edits that are new the second time");
                lists.add(store.conflicts(Viewer.PROGRAM));
            }
            states.add(StateHash.of(study, false));
        }
        for (int copy = 1; copy < COPIES; copy++) {
            assertEquals(states.get(0), states.get(copy), "the tables of two copies that know the same");
            assertEquals(lists.get(0), lists.get(copy), "the review lists of two copies that know the same");
        }
    }

    private static List<Path> bundles(StudyStore store, Path place) throws StoreException {
        List<Path> bundles = new ArrayList<>();
        for (Rater rater : store.study().raters()) {
            Path bundle = place.resolve(UUID.randomUUID() + ".ictobundle");
            store.handOver(rater.id(), bundle);
            bundles.add(bundle);
        }
        return bundles;
    }

    private int takeIn(StudyStore store, List<Path> bundles) throws StoreException {
        int fresh = 0;
        UUID receiver = store.study().raters().get(0).id();
        for (Path bundle : bundles) {
            fresh += store.takeIn(receiver, bundle, false).fresh();
        }
        merged += fresh;
        return fresh;
    }

    /** Runs so many trials and prints one line. */
    public static void main(String[] arguments) throws Exception {
        int trials = arguments.length > 0 ? Integer.parseInt(arguments[0]) : 50;
        long seed = arguments.length > 1 ? Long.parseLong(arguments[1]) : 1;
        Path folder = Files.createTempDirectory("bundles");
        BundleCampaign campaign = new BundleCampaign(folder);
        long began = System.nanoTime();
        int failures = 0;
        for (int trial = 0; trial < trials; trial++) {
            try {
                campaign.trial(seed + trial);
            } catch (AssertionError failure) {
                failures++;
                System.out.println(failure.getMessage());
            }
        }
        System.out.printf(
                "bundles: %d trials, %d failures, seeds from %d, %d edits taken in, %d conflicts, %.0f s%n",
                trials, failures, seed, campaign.merged(), campaign.conflicts(), (System.nanoTime() - began) / 1e9);
    }
}
