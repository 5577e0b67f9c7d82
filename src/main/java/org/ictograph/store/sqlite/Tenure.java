package org.ictograph.store.sqlite;

import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Optional;
import org.ictograph.model.Access;
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
    private final Optional<Lease> lease;
    private final boolean binding;
    private final Access access;
    private final Optional<Ticker> renewal;
    private Runnable ended = () -> {};

    private Tenure(Path study, Optional<Lease> lease, boolean binding, Access access) {
        this.study = study;
        this.lease = lease;
        this.binding = binding;
        this.access = access;
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
                return new Tenure(study, Optional.of(own), true, Access.WRITING);
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
        return new Tenure(study, Optional.of(own), false, Access.WRITING);
    }

    /** Of a file that nobody else knows of. */
    static Tenure unknown(Path study) {
        return new Tenure(study, Optional.empty(), false, Access.WRITING);
    }

    /** Of somebody who only reads. */
    static Tenure reading(Path study, Access access) {
        return new Tenure(study, Optional.empty(), false, access);
    }

    /** Does something when the tenure ends. */
    Tenure then(Runnable atTheEnd) {
        ended = atTheEnd;
        return this;
    }

    Access access() {
        return access;
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
     * Makes sure that this program may write, and that the lease is still its own.
     *
     * @throws StoreException when it may not, or somebody took the study over
     */
    void check() throws StoreException {
        if (!access.writing()) {
            throw new StoreException(Trouble.READ_ONLY, access.why());
        }
        if (!binding) {
            return;
        }
        try {
            Optional<Lease> found = Lease.read(study);
            if (found.isEmpty() || !isOwn(found.get())) {
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
            lease.orElseThrow().replace(study);
        } catch (IOException | StoreException refused) {
            LOG.warn("The lease of {} could not be renewed", study, refused);
        }
    }

    private boolean isOwn(Lease found) {
        return lease.filter(own -> own.token().equals(found.token())).isPresent();
    }

    /** Gives the study free. */
    @Override
    public void close() {
        renewal.ifPresent(Ticker::close);
        release();
        ended.run();
    }

    private void release() {
        try {
            if (lease.isPresent() && Lease.read(study).filter(this::isOwn).isPresent()) {
                Files.deleteIfExists(Lease.beside(study));
            }
        } catch (IOException refused) {
            LOG.warn("{} stays behind", Lease.beside(study), refused);
        }
    }
}
