package org.ictograph.store.sqlite;

import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Optional;
import org.ictograph.model.Holder;
import org.ictograph.store.StoreException;
import org.ictograph.store.StoreException.Trouble;
import org.ictograph.work.Ticker;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The time in which this program is the one that writes in a study: a lease that is renewed until it is closed. */
final class Tenure implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Tenure.class);

    private final Path study;
    private final Lease lease;
    private final boolean binding;
    private final Optional<Ticker> renewal;

    private Tenure(Path study, Lease lease, boolean binding) {
        this.study = study;
        this.lease = lease;
        this.binding = binding;
        this.renewal =
                binding ? Optional.of(new Ticker("lease", Lease.RENEWAL.toMillis(), this::renew)) : Optional.empty();
    }

    /**
     * Takes the lease of a study in a shared folder, before the study is touched.
     *
     * @param evenStale true when a person said that a stale lease may be taken over
     * @throws StoreException when somebody else has it
     */
    static Tenure shared(Path study, boolean evenStale) throws IOException, StoreException {
        Lease own = Lease.own(Instant.now());
        for (int attempt = 0; attempt < 2; attempt++) {
            try {
                own.create(study);
                return new Tenure(study, own, true);
            } catch (FileAlreadyExistsException taken) {
                Optional<Lease> other = Lease.read(study);
                boolean free = other.isEmpty()
                        || other.get().ended()
                        || other.get().isOwn()
                        || (evenStale && other.get().stale(study));
                if (!free || (other.isPresent() && !other.get().remove(study))) {
                    break;
                }
                LOG.info("The lease of {} was left by {}", study, other);
            }
        }
        throw new StoreException(Trouble.HELD, Sentences.held(study, holder(study)));
    }

    /** Tells beside a study on a local disk, whose lock this program has, who has it. */
    static Tenure local(Path study) {
        Lease own = Lease.own(Instant.now());
        try {
            own.replace(study);
        } catch (IOException refused) {
            LOG.info("Nobody can be told who writes in {}", study, refused);
        }
        return new Tenure(study, own, false);
    }

    /** Who writes in a study, as its lease says. */
    static Optional<Holder> holder(Path study) {
        try {
            return Lease.read(study).map(Lease::holder);
        } catch (IOException unreadable) {
            LOG.info("The lease of {} cannot be read", study, unreadable);
            return Optional.empty();
        }
    }

    /**
     * Makes sure that the lease is still this program's.
     *
     * @throws StoreException when somebody took the study over
     */
    void check() throws StoreException {
        if (!binding) {
            return;
        }
        try {
            Optional<Lease> found = Lease.read(study);
            if (found.isEmpty() || !found.get().token().equals(lease.token())) {
                String who = found.map(Lease::holder)
                        .map(other -> other.user() + " at " + other.host())
                        .orElse("Somebody");
                throw new StoreException(
                        Trouble.READ_ONLY,
                        who + " took over " + study
                                + ". What you did before is stored; close the study and open it again"
                                + " to go on when it is free.");
            }
        } catch (IOException unreadable) {
            throw new StoreException(
                    Trouble.DISK,
                    "The lease beside " + study
                            + " cannot be read, so nothing may be stored now. Check the connection to" + " the folder.",
                    unreadable);
        }
    }

    private void renew() {
        try {
            check();
            lease.replace(study);
        } catch (IOException | StoreException refused) {
            LOG.warn("The lease of {} could not be renewed", study, refused);
        }
    }

    /** Gives the study free. */
    @Override
    public void close() {
        renewal.ifPresent(Ticker::close);
        try {
            boolean own = Lease.read(study)
                    .filter(found -> found.token().equals(lease.token()))
                    .isPresent();
            if (own) {
                Files.deleteIfExists(Lease.beside(study));
            }
        } catch (IOException refused) {
            LOG.warn("{} stays behind", Lease.beside(study), refused);
        }
    }
}
