package org.ictograph.dataset;

import java.util.List;
import org.ictograph.model.Study;

/** A study, the recordings of it that are to be exported, and how. */
public record ExportRequest(Study study, List<ExportSource> sources, Profile profile) {
    public ExportRequest {
        sources = List.copyOf(sources);
    }
}
