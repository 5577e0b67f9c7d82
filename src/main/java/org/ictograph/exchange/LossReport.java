package org.ictograph.exchange;

import java.util.ArrayList;
import java.util.List;

/**
 * What an import or export could not keep.
 *
 * @param kept marks that came through
 * @param refused marks that did not
 * @param sentences what was lost and why, with line numbers for files of lines; empty when nothing was
 */
public record LossReport(int kept, int refused, List<String> sentences) {
    public LossReport {
        sentences = List.copyOf(sentences);
    }

    /** This report together with that of a step before it, of which only the losses count. */
    LossReport after(LossReport before) {
        List<String> both = new ArrayList<>(before.sentences());
        both.addAll(sentences);
        return new LossReport(kept, before.refused() + refused, both);
    }

    /** This report where some of the kept marks were in the study already. */
    public LossReport known(int already) {
        return known(already, "marks");
    }

    /** This report where some of the kept things were in the study already. */
    public LossReport known(int already, String things) {
        if (already == 0) {
            return this;
        }
        List<String> all = new ArrayList<>();
        all.add(already + " of the " + things + " were there already and are not taken twice.");
        all.addAll(sentences);
        return new LossReport(kept - already, refused, all);
    }
}
