package org.ictograph.dataset;

import java.util.List;
import org.ictograph.model.Study;

/**
 * A study, the recordings of it that are to be exported, and how.
 *
 * @param head hash of the newest entry of the study's edit log that is no export: with the log it proves which labels these
 *     are; empty when it is not known
 */
public record ExportRequest(Study study, List<ExportSource> sources, ExportOrder order, String head) {
    public ExportRequest {
        sources = List.copyOf(sources);
    }

    public Profile profile() {
        return order.profile();
    }

    ExportRequest withProfile(Profile changed) {
        return new ExportRequest(study, sources, order.withProfile(changed), head);
    }
}
