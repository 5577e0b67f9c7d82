package org.ictograph.store.sqlite;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.Optional;
import java.util.UUID;
import org.ictograph.model.MergedEdit.Strand;

/**
 * What one edit made of one entity.
 *
 * @param root identity of the edit in all copies of the study
 * @param after empty when the entity was taken away
 */
record Version(String root, UUID raterId, Instant at, Strand strand, Optional<Row> before, Optional<Row> after)
        implements Comparable<Version> {
    private static final Comparator<Version> LATER = Comparator.<Version>comparingLong(
                    version -> version.strand().stamp())
            .thenComparing(Version::root);

    static Version of(LogRow made, Touch touch, Strand strand) {
        return new Version(
                made.root(),
                UUID.fromString(made.raterId()),
                Instant.parse(made.madeAt()),
                strand,
                touch.before(),
                touch.after());
    }

    /** @throws IllegalArgumentException for a moment that no clock shows */
    static long micros(LogRow made) {
        try {
            return ChronoUnit.MICROS.between(Instant.EPOCH, Instant.parse(made.madeAt()));
        } catch (ArithmeticException | java.time.DateTimeException far) {
            throw new IllegalArgumentException("an entry was made at “" + made.madeAt() + "”", far);
        }
    }

    /** By stamp; the hash decides between equal ones, so that all copies agree. */
    @Override
    public int compareTo(Version other) {
        return LATER.compare(this, other);
    }
}
