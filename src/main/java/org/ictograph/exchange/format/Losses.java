package org.ictograph.exchange.format;

import java.util.ArrayList;
import java.util.List;
import org.ictograph.exchange.LossReport;

/** Gathers a loss report; a file of nonsense does not make it endless. */
final class Losses {
    private static final int MOST = 1000;

    private final List<String> notes = new ArrayList<>();
    private final List<String> refusals = new ArrayList<>();
    private int refused;

    /** Something is lost, but the marks come through. */
    void note(String sentence) {
        if (notes.size() < MOST) {
            notes.add(sentence);
        }
    }

    /** One mark does not come through. */
    void refuse(String sentence) {
        refused++;
        if (refused <= MOST) {
            refusals.add(sentence);
        }
    }

    LossReport report(int kept) {
        List<String> sentences = new ArrayList<>(notes);
        sentences.addAll(refusals);
        if (refused > MOST) {
            sentences.add("And " + (refused - MOST) + " more were refused.");
        }
        return new LossReport(kept, refused, sentences);
    }
}
