package org.ictograph.dataset;

import java.util.List;
import org.ictograph.model.Study;

/**
 * A study, the recordings of it that are to be exported, and how.
 *
 * @param head hash of the newest entry of the study's edit log that is no export: with the log it proves which labels these
 *     are; empty when it is not known
 * @param flaws what is known that only the pictures tell: it is left out
 */
public record ExportRequest(
        Study study, List<ExportSource> sources, ExportOrder order, String head, PictureFlaws flaws) {
    /** One whose pictures nobody has looked at. */
    public ExportRequest(Study study, List<ExportSource> sources, ExportOrder order, String head) {
        this(study, sources, order, head, PictureFlaws.NONE);
    }

    public ExportRequest {
        sources = List.copyOf(sources);
    }

    public Profile profile() {
        return order.profile();
    }

    ExportRequest withProfile(Profile changed) {
        return new ExportRequest(study, sources, order.withProfile(changed), head, flaws);
    }

    ExportRequest without(PictureFlaws more) {
        return new ExportRequest(study, sources, order, head, flaws.and(more));
    }
}
