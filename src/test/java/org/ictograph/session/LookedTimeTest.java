package org.ictograph.session;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;
import java.util.UUID;
import org.ictograph.model.Cage;
import org.ictograph.model.Coverage;
import org.ictograph.model.Coverage.Seen;
import org.ictograph.model.Edit;
import org.ictograph.model.Recording;
import org.ictograph.model.Span;
import org.ictograph.model.Verb;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Each filmed moment of a cage is of one kind, on a real study of 3 s. */
class LookedTimeTest {
    private Bench bench;
    private Recording recording;
    private Cage cage;

    @BeforeEach
    void open(@TempDir Path folder) throws Exception {
        bench = new Bench(folder);
        recording = bench.record();
        cage = bench.cage(1);
    }

    @AfterEach
    void close() {
        bench.close();
    }

    private void see(double from, double to, Seen how, double speed) {
        bench.session
                .edits()
                .make(Edit.adding(
                        Verb.COVER,
                        new Coverage(
                                UUID.randomUUID(),
                                bench.session.state().rater().get().id(),
                                recording.id(),
                                cage.id(),
                                span(from, to),
                                how,
                                speed)))
                .join();
    }

    private static Span span(double from, double to) {
        return new Span(Math.round(from * Span.SECOND), Math.round(to * Span.SECOND));
    }

    private LedgerLine line(int number) {
        return bench.session.coverageLedger().join().get(number);
    }

    @Test
    void aMomentIsOfTheFirstKindThatFits() {
        see(0, 2, Seen.SKIMMED, 16);
        see(0.5, 1, Seen.SKIMMED, 4);
        see(0.4, 1.6, Seen.WATCHED, 1);
        see(0.8, 1.4, Seen.REVIEWED, 0);
        bench.session.marking().add(cage.id(), "seizure", span(1.2, 1.5)).join();
        LookedTime time = line(0).time();
        assertEquals(3_000_000, time.filmed());
        assertEquals(300_000, time.labelled(), "1.2 to 1.5");
        assertEquals(400_000, time.reviewed(), "0.8 to 1.2");
        assertEquals(500_000, time.watched(), "0.4 to 0.8 and 1.5 to 1.6");
        assertEquals(800_000, time.skimmed(), "0 to 0.4 and 1.6 to 2");
        assertEquals(1_000_000, time.unseen(), "2 to 3");
        assertEquals(4, time.slowest());
        assertEquals(16, time.fastest());
        assertEquals(0.4, time.share(), 1e-12);
        assertEquals(3000, time.seizuresPerHour(), 1e-9, "one in 1.2 s");
        assertEquals(2_000_000, line(0).unseen().orElseThrow());
        LookedTime other = line(1).time();
        assertEquals(3_000_000, other.unseen());
        assertTrue(Double.isNaN(other.seizuresPerHour()));
        assertEquals(6_000_000, time.plus(other).filmed());
        assertEquals(4, time.plus(other).slowest());
    }

    @Test
    void whatWasSeenCanBeTakenBackAndThatUndone() {
        see(0, 2, Seen.WATCHED, 1);
        see(1, 3, Seen.SKIMMED, 8);
        bench.session.reviewing().withdraw(List.of(cage.id()), span(0.5, 1.5)).join();
        LookedTime time = line(0).time();
        assertEquals(1_000_000, time.watched(), "0 to 0.5 and 1.5 to 2");
        assertEquals(1_000_000, time.skimmed(), "2 to 3");
        assertEquals(500_000, line(0).unseen().orElseThrow());
        bench.session.edits().undo().join();
        assertEquals(2_000_000, line(0).time().watched());
        assertEquals(0, line(0).time().unseen());
    }

    @Test
    void aBlindRaterLearnsOnlyTheirOwn() {
        see(0, 3, Seen.WATCHED, 1);
        bench.session.workAs("Ben").join();
        List<LedgerLine> blind = bench.session.coverageLedger().join();
        assertEquals(
                List.of("Ben", "Ben"), blind.stream().map(l -> l.rater().name()).toList());
        bench.session.showOthers(true).join();
        assertEquals(4, bench.session.coverageLedger().join().size());
    }
}
