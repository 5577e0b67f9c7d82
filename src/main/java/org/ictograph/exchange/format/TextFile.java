package org.ictograph.exchange.format;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.zip.GZIPInputStream;
import org.ictograph.exchange.ExchangeException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Whole UTF-8 text files: read strictly, written to a sibling first and then renamed. */
final class TextFile {
    private static final Logger LOG = LoggerFactory.getLogger(TextFile.class);

    /** Larger files are not label files, in bytes. */
    private static final long LARGEST = 512L << 20;

    private TextFile() {}

    /** The text without a byte order mark. */
    static String read(Path file) throws ExchangeException {
        try {
            if (Files.isDirectory(file)) {
                throw new ExchangeException("“" + file + "” is a folder, not a file.");
            }
            if (Files.size(file) > LARGEST) {
                throw new ExchangeException("“" + file + "” is larger than 512 MB and is not read as a label file.");
            }
            String text = StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(plain(file, Files.readAllBytes(file))))
                    .toString();
            return text.startsWith("\uFEFF") ? text.substring(1) : text;
        } catch (NoSuchFileException e) {
            throw new ExchangeException("There is no file “" + file + "”.", e);
        } catch (CharacterCodingException e) {
            throw new ExchangeException("“" + file + "” is not UTF-8 text. Save it as UTF-8 and try again.", e);
        } catch (IOException e) {
            throw new ExchangeException("“" + file + "” cannot be read: " + e.getMessage(), e);
        }
    }

    /** Some programs squeeze their files; no squeezed file may grow beyond what is read of a plain one. */
    private static byte[] plain(Path file, byte[] bytes) throws IOException, ExchangeException {
        boolean squeezed = bytes.length > 2 && (bytes[0] & 0xff) == 0x1f && (bytes[1] & 0xff) == 0x8b;
        if (!squeezed) {
            return bytes;
        }
        try (InputStream in = new GZIPInputStream(new ByteArrayInputStream(bytes))) {
            byte[] plain = in.readNBytes((int) LARGEST);
            if (in.read() >= 0) {
                throw new ExchangeException("“" + file + "” is larger than 512 MB and is not read as a label file.");
            }
            return plain;
        }
    }

    /** The file appears whole or not at all, and is on the disk when this returns. */
    static void write(Path file, String text) throws ExchangeException {
        Path whole = file.toAbsolutePath();
        Path part = whole.resolveSibling("." + whole.getFileName() + ".part");
        try {
            try (FileChannel channel = FileChannel.open(
                    part, StandardOpenOption.CREATE, StandardOpenOption.TRUNCATE_EXISTING, StandardOpenOption.WRITE)) {
                ByteBuffer bytes = ByteBuffer.wrap(text.getBytes(StandardCharsets.UTF_8));
                while (bytes.hasRemaining()) {
                    channel.write(bytes);
                }
                channel.force(true);
            }
            rename(part, whole);
        } catch (IOException e) {
            throw new ExchangeException(
                    "“" + file + "” cannot be written (" + reason(e)
                            + "). Check that its folder exists, may be written to and has room.",
                    e);
        } finally {
            discard(part);
        }
    }

    /** The system's own word for what went wrong, where there is one. */
    private static String reason(IOException failure) {
        if (failure instanceof NoSuchFileException) {
            return "there is no such folder";
        }
        if (failure instanceof AccessDeniedException) {
            return "that is not allowed";
        }
        return failure instanceof FileSystemException told && told.getReason() != null
                ? told.getReason()
                : String.valueOf(failure.getMessage());
    }

    private static void rename(Path part, Path whole) throws IOException {
        try {
            Files.move(part, whole, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } catch (AtomicMoveNotSupportedException e) {
            Files.move(part, whole, StandardCopyOption.REPLACE_EXISTING);
        }
    }

    private static void discard(Path part) {
        try {
            Files.deleteIfExists(part);
        } catch (IOException e) {
            LOG.warn("The unfinished file {} cannot be deleted", part, e);
        }
    }
}
