package org.ictograph.ui.proposals;

import java.util.List;
import org.ictograph.model.Decision.Verdict;

/** How far the queue has been worked through. */
public record Tally(int open, int accepted, int adjusted, int rejected) {
    static Tally of(List<ProposalRow> rows) {
        return new Tally(
                (int) rows.stream().filter(ProposalRow::open).count(),
                count(rows, Verdict.ACCEPTED),
                count(rows, Verdict.ADJUSTED),
                count(rows, Verdict.REJECTED));
    }

    private static int count(List<ProposalRow> rows, Verdict verdict) {
        return (int) rows.stream()
                .filter(row -> row.verdict().filter(verdict::equals).isPresent())
                .count();
    }

    public int decided() {
        return accepted + adjusted + rejected;
    }

    public int all() {
        return open + decided();
    }
}
