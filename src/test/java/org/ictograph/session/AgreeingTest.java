package org.ictograph.session;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CompletionException;
import org.ictograph.measure.AgreementParameters;
import org.ictograph.measure.Dispute;
import org.ictograph.model.Cage;
import org.ictograph.model.Layer;
import org.ictograph.model.Mark;
import org.ictograph.model.Rater;
import org.ictograph.model.Recording;
import org.ictograph.model.Settlement.Outcome;
import org.ictograph.model.Span;
import org.ictograph.session.Agreeing.Comparison;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AgreeingTest {
    @TempDir
    Path folder;

    private Bench bench;
    private Rater anna;
    private Rater ben;

    @BeforeEach
    void rateTwice() throws Exception {
        bench = new Bench(folder);
        Recording recording = bench.record();
        anna = rate(recording, new Span(400_000, 1_200_000), new Span(2_000_000, 2_400_000));
        ben = rate("Ben", recording, new Span(480_000, 1_280_000));
    }

    @AfterEach
    void close() {
        bench.close();
    }

    @Test
    void aBlindRaterCannotCompare() {
        var job = bench.session.agreeing().compare(anna, ben, AgreementParameters.standard());
        CompletionException failure = assertThrows(CompletionException.class, job.result()::join);
        assertTrue(Sentence.of(failure).contains("blind"));
    }

    @Test
    void agreedEventsBecomeTheMeanAndTheOriginalsStay() {
        Comparison comparison = compare();
        assertEquals(2, comparison.open().size());
        bench.session.adjudicating().settleByRule(comparison).join();
        assertEquals(
                List.of(new Span(440_000, 1_240_000)),
                consensus().stream().map(Mark::span).toList());
        assertEquals(3, ratings().size());
        assertEquals(1, compare().open().size());
    }

    @Test
    void aDisagreementIsSettledForOneForNobodyOrNotAtAll() {
        Dispute onlyAnna = compare().open().stream()
                .filter(finding -> !finding.isPair())
                .findFirst()
                .map(Adjudicating::dispute)
                .orElseThrow();
        assertTrue(
                bench.session
                        .adjudicating()
                        .settle(onlyAnna, Outcome.SECOND, "")
                        .join()
                        .isEmpty(),
                "Ben has no mark");
        bench.session.adjudicating().settle(onlyAnna, Outcome.NEITHER, "").join();
        assertEquals(List.of(), consensus());
        assertEquals(1, compare().open().size());
        bench.session.edits().undo().join();
        assertEquals(2, compare().open().size());
        bench.session.adjudicating().settle(onlyAnna, Outcome.FIRST, "").join();
        assertEquals(
                List.of(new Span(2_000_000, 2_400_000)),
                consensus().stream().map(Mark::span).toList());
        assertEquals(1, consensus().get(0).origin().sources().size());
    }

    @Test
    void timeThatOnlyOneHasSeenIsNotCompared() {
        assertEquals(3.0 * 2, compare().report().reviewedSeconds());
        bench.session.workAs("Cleo").join();
        Rater cleo = bench.session.state().rater().get();
        bench.session
                .reviewing()
                .declare(List.of(bench.cage(1).id()), new Span(0, 1_000_000))
                .join();
        bench.session.showOthers(true).join();
        Comparison comparison = bench.session
                .agreeing()
                .compare(anna, cleo, AgreementParameters.standard())
                .result()
                .join();
        assertEquals(1.0, comparison.report().reviewedSeconds());
    }

    private Rater rate(Recording recording, Span... spans) {
        return rate("Anna", recording, spans);
    }

    private Rater rate(String name, Recording recording, Span... spans) {
        bench.session.workAs(name).join();
        for (Span span : spans) {
            bench.session.marking().add(bench.cage(1).id(), "seizure", span).join();
        }
        List<java.util.UUID> cages =
                bench.session.state().cages().stream().map(Cage::id).toList();
        bench.session.reviewing().declare(cages, recording.span()).join();
        return bench.session.state().rater().get();
    }

    private Comparison compare() {
        bench.session.showOthers(true).join();
        return bench.session
                .agreeing()
                .compare(anna, ben, AgreementParameters.standard())
                .result()
                .join();
    }

    private List<Mark> consensus() {
        return bench.labels().marks().stream()
                .filter(mark -> mark.layer() == Layer.CONSENSUS)
                .toList();
    }

    private List<Mark> ratings() {
        return bench.labels().marks().stream()
                .filter(mark -> mark.layer() == Layer.RATING)
                .toList();
    }
}
