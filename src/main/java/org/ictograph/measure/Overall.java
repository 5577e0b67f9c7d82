package org.ictograph.measure;

import java.util.List;

/**
 * What a comparison says about all labels together.
 *
 * @param confusion which label the second rater gave where the first gave which
 * @param figures numbers over all labels, for example BORIS's κ
 */
public record Overall(LabelConfusion confusion, List<Figure> figures) {
    public Overall {
        figures = List.copyOf(figures);
    }
}
