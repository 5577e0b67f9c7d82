package org.ictograph.dataset;

import java.util.List;
import org.ictograph.model.Study;

/**
 * A study, the recordings of it that are to be exported, and how.
 *
 * @param head hash of the newest entry of the study's edit log that is no export: with the log it proves which labels these
 *     are; empty when it is not known
 */
public record ExportRequest(Study study, List<ExportSource> sources, Profile profile, String head) {
    public ExportRequest {
        sources = List.copyOf(sources);
    }

    /** Labels that no log proves. */
    public ExportRequest(Study study, List<ExportSource> sources, Profile profile) {
        this(study, sources, profile, "");
    }
}
