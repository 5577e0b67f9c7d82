package org.ictograph.dataset;

import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.ictograph.model.Study;

/**
 * A study, the recordings of it that are to be exported, and how.
 *
 * @param head hash of the newest entry of the study's edit log that is no export: with the log it proves which labels these
 *     are; empty when it is not known
 * @param copies recordings that show what another one shows, by name, with a sentence that says so: they are left out
 */
public record ExportRequest(
        Study study, List<ExportSource> sources, ExportOrder order, String head, SortedMap<String, String> copies) {
    /** One of which no copies are known. */
    public ExportRequest(Study study, List<ExportSource> sources, ExportOrder order, String head) {
        this(study, sources, order, head, Collections.emptySortedMap());
    }

    public ExportRequest {
        sources = List.copyOf(sources);
        copies = Collections.unmodifiableSortedMap(new TreeMap<>(copies));
    }

    public Profile profile() {
        return order.profile();
    }

    ExportRequest withProfile(Profile changed) {
        return new ExportRequest(study, sources, order.withProfile(changed), head, copies);
    }

    ExportRequest without(SortedMap<String, String> more) {
        SortedMap<String, String> all = new TreeMap<>(copies);
        all.putAll(more);
        return new ExportRequest(study, sources, order, head, all);
    }
}
