package org.ictograph.model;

import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * An edit that was made in another copy of the study and came with a bundle, kept exactly as it was made there, whatever
 * of it could be done here.
 *
 * @param id made from the first half of the hash
 * @param hash hash of the edit's log row where it was made, which is its identity in all copies
 * @param entry that row as the store writes it
 * @param strands where the edit stands in the history of each entity that it touches
 * @param undoes hash of the edit that it takes back
 */
public record MergedEdit(UUID id, String hash, String entry, List<Strand> strands, Optional<String> undoes)
        implements Entity {
    /**
     * One step in the history of one entity.
     *
     * @param entityId whose history
     * @param stamp microseconds since 1970 at which it was made, moved behind everything that its maker knew about the
     *     entity; orders steps that do not know of each other
     * @param follows hashes of the edits whose outcome it replaced
     */
    public record Strand(UUID entityId, long stamp, List<String> follows) {
        public Strand {
            follows = List.copyOf(follows);
        }
    }

    public MergedEdit {
        strands = List.copyOf(strands);
    }
}
