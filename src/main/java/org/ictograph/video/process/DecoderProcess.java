package org.ictograph.video.process;

import java.io.EOFException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.ictograph.video.VideoException;
import org.ictograph.work.Inlet;
import org.ictograph.work.Progress;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One decoder process as the program sees it. It is asked one thing at a time, by one thread at a time. When it gives no
 * sign of life for a while, it is ended; nobody ever waits for longer, even where the system cannot end it (a share that
 * vanished). Closing ends it.
 */
final class DecoderProcess implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(DecoderProcess.class);
    private static final long LOOK_MILLIS = 100;
    /** How long a call that is to stop may take to do so. */
    private static final Duration OBEDIENCE = Duration.ofSeconds(3);
    /** A machine under load starts a process in a few seconds; a minute means never. */
    private static final Duration START = Duration.ofMinutes(1);

    private static final int REPORT_MILLIS = 2000;

    private final DecoderCommand command;
    private final Duration patience;
    private final Path errors;
    private final Process process;
    private final Wire wire;
    private final Inlet<Message> inlet;
    private @Nullable SharedPixels pixels;
    private boolean ready;
    private volatile boolean closed;

    /** Starts a process and does not wait for it. */
    DecoderProcess(DecoderCommand command, Duration patience) throws VideoException {
        this.command = command;
        this.patience = patience;
        try {
            errors = Files.createTempFile(command.reports(), "ictograph-decoder-", ".txt");
            process = command.start(errors);
        } catch (IOException failure) {
            throw new VideoException(
                    "The program that decodes video could not be started: " + failure.getMessage()
                            + ". Check the free memory and the space in the folder for temporary files.",
                    failure);
        }
        wire = new Wire(process.getInputStream(), process.getOutputStream());
        inlet = new Inlet<>("decoder-" + process.pid(), wire::receive);
    }

    long pid() {
        return process.pid();
    }

    boolean alive() {
        return process.isAlive() && !closed;
    }

    /** Memory that both sides see, at least as much as is wanted. */
    SharedPixels pixels(int bytes) throws VideoException, LostDecoder {
        SharedPixels known = pixels;
        if (known != null && known.bytes() >= bytes) {
            return known;
        }
        try {
            SharedPixels made = SharedPixels.create(bytes);
            try {
                ask(new Call.Share(made.file(), bytes), Progress.NONE);
            } finally {
                made.unname();
            }
            pixels = made;
            return made;
        } catch (IOException full) {
            throw new VideoException(
                    "There is no room for pictures in the folder for temporary files. Make room.", full);
        }
    }

    <T> T ask(Call<T> call, Progress progress) throws VideoException, LostDecoder {
        return ask(call, progress, show -> {});
    }

    /**
     * Asks and waits for the answer, passing on what is shown and reported meanwhile.
     *
     * @param screen given each frame that is shown, on the calling thread
     * @throws VideoException what the call threw there
     * @throws CancellationException when the progress said so and the call stopped
     * @throws LostDecoder when the process ended or stopped answering; it is of no use any more
     */
    <T> T ask(Call<T> call, Progress progress, Consumer<Message.Show> screen) throws VideoException, LostDecoder {
        start();
        send(new Message.Ask(call));
        Asked asked = new Asked(progress, screen);
        while (true) {
            Message message = asked.next();
            if (message instanceof Message.Answer answer) {
                asked.end();
                @SuppressWarnings("unchecked") // a call is answered by what its type says
                T value = (T) answer.value();
                return value;
            }
            if (message instanceof Message.Thrown thrown) {
                asked.end();
                throw failure(thrown);
            }
        }
    }

    private void start() throws LostDecoder {
        if (ready) {
            return;
        }
        long since = System.nanoTime();
        while (!ready) {
            Optional<Message> first = received();
            ready = first.isPresent();
            if (System.nanoTime() - since > START.toNanos()) {
                throw lost(true);
            }
        }
    }

    /** One call while it is being waited for. */
    private final class Asked {
        private final Progress progress;
        private final Consumer<Message.Show> screen;
        private long heardAt = System.nanoTime();
        private boolean stopping;
        private Optional<RuntimeException> own = Optional.empty();

        Asked(Progress progress, Consumer<Message.Show> screen) {
            this.progress = progress;
            this.screen = screen;
        }

        /** The next message, passed on already where it is meant for others. */
        Message next() throws LostDecoder {
            while (true) {
                if (!stopping && progress.cancelled()) {
                    stop();
                }
                Optional<Message> message = received();
                if (message.isPresent()) {
                    passOn(message.get());
                    heardAt = System.nanoTime();
                    return message.get();
                }
                Duration bound = stopping ? OBEDIENCE : patience;
                if (System.nanoTime() - heardAt > bound.toNanos()) {
                    LostDecoder lost = lost(true);
                    end();
                    progress.check();
                    throw lost;
                }
            }
        }

        private void passOn(Message message) {
            if (stopping) {
                return;
            }
            try {
                if (message instanceof Message.Show show) {
                    screen.accept(show);
                    send(new Message.Seen(show.slot()));
                } else if (message instanceof Message.Report report) {
                    progress.report(report.fraction(), report.what());
                }
            } catch (RuntimeException failure) {
                own = Optional.of(failure);
                stop();
            }
        }

        private void stop() {
            stopping = true;
            send(new Message.Cancel());
        }

        /** What those threw who looked at the frames comes before what came of the call. */
        void end() {
            if (own.isPresent()) {
                throw own.get();
            }
        }
    }

    private Optional<Message> received() throws LostDecoder {
        try {
            return inlet.next(LOOK_MILLIS);
        } catch (EOFException gone) {
            throw lost(false);
        }
    }

    /** A process that does not listen any more is lost where its output ends: what it showed before still counts. */
    private void send(Message message) {
        try {
            wire.send(message);
        } catch (IOException gone) {
            LOG.debug("Decoder process {} does not listen any more", process.pid(), gone);
        }
    }

    private static VideoException failure(Message.Thrown thrown) {
        return switch (thrown.kind()) {
            case VIDEO -> new VideoException(thrown.message());
            case CANCELLED -> throw new CancellationException(thrown.message());
            case ARGUMENT -> throw new IllegalArgumentException(thrown.message());
            case DEFECT -> throw new IllegalStateException("In the decoder: " + thrown.message());
        };
    }

    private LostDecoder lost(boolean silent) {
        boolean wanted = closed;
        String story = silent ? "silent for too long" : ending();
        LostDecoder lost = new LostDecoder(silent, story);
        close();
        if (!wanted) {
            LOG.warn("Decoder process {} is lost: {}", process.pid(), story);
        }
        return lost;
    }

    /** How the process ended, and the lines of its crash report or error stream that say why. */
    private String ending() {
        StringBuilder story = new StringBuilder();
        try {
            boolean over = process.waitFor(REPORT_MILLIS, TimeUnit.MILLISECONDS);
            story.append(over ? "exit status " + process.exitValue() : "its output ended");
            Path report = command.report(process.pid());
            if (Files.exists(report)) {
                story.append(", report in ").append(report);
            }
            try (Stream<String> said = Files.lines(errors, StandardCharsets.ISO_8859_1)) {
                said.filter(line -> line.length() > 2)
                        .limit(8)
                        .forEach(line -> story.append("; ").append(line));
            }
        } catch (IOException unreadable) {
            LOG.debug("No report of decoder process {}", process.pid(), unreadable);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
        return story.toString();
    }

    @Override
    public void close() {
        closed = true;
        process.destroyForcibly();
        inlet.close();
        try {
            Files.deleteIfExists(errors);
        } catch (IOException stillOpen) {
            errors.toFile().deleteOnExit();
        }
    }
}
