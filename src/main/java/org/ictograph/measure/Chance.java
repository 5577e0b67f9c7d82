package org.ictograph.measure;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.ictograph.model.Span;

/** A rival that every model has to beat: as many proposals, as long and with the same scores, but anywhere. */
public final class Chance {
    private Chance() {}

    /**
     * @param cages with the proposals of a model
     * @param draws how often everything is drawn anew; the outcome has each cage so many times
     */
    public static List<ProposedCage> of(List<ProposedCage> cages, int draws, long seed) {
        Random random = new Random(seed);
        List<ProposedCage> drawn = new ArrayList<>();
        for (int draw = 0; draw < draws; draw++) {
            List<List<ScoredSpan>> placed = new ArrayList<>();
            cages.forEach(cage -> placed.add(new ArrayList<>()));
            for (ProposedCage from : cages) {
                for (ScoredSpan proposal : from.proposals()) {
                    int cage = random.nextInt(cages.size());
                    Span within = cages.get(cage).reviewed().hull().orElse(proposal.span());
                    long length =
                            Math.min(proposal.span().end() - proposal.span().start(), within.end() - within.start());
                    long start = within.start()
                            + (long) (random.nextDouble() * (within.end() - within.start() - length + 1));
                    placed.get(cage).add(new ScoredSpan(new Span(start, start + length), proposal.score()));
                }
            }
            for (int i = 0; i < cages.size(); i++) {
                drawn.add(new ProposedCage(cages.get(i).reviewed(), cages.get(i).truth(), placed.get(i)));
            }
        }
        return drawn;
    }
}
