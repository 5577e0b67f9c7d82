package org.ictograph.exchange;

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
}
