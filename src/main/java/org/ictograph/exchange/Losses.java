package org.ictograph.exchange;

import java.util.ArrayList;
import java.util.List;

/** Gathers a loss report; a file of nonsense does not make it endless. */
public final class Losses {
    private static final int MOST = 1000;

    private final List<String> notes = new ArrayList<>();
    private final List<String> refusals = new ArrayList<>();
    private int refused;

    /** Something is lost, but the marks come through. */
    public void note(String sentence) {
        if (notes.size() < MOST) {
            notes.add(sentence);
        }
    }

    /** One mark does not come through. */
    public void refuse(String sentence) {
        refused++;
        if (refused <= MOST) {
            refusals.add(sentence);
        }
    }

    public LossReport report(int kept) {
        List<String> sentences = new ArrayList<>(notes);
        sentences.addAll(refusals);
        if (refused > MOST) {
            sentences.add("And " + (refused - MOST) + " more were refused.");
        }
        return new LossReport(kept, refused, sentences);
    }
}
