package org.ictograph.store.sqlite;

import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Optional;
import org.ictograph.model.Holder;
import org.ictograph.store.StoreException;
import org.ictograph.store.StoreException.Trouble;
import org.sqlite.SQLiteErrorCode;
import org.sqlite.SQLiteException;

/** Says in a sentence what SQLite reports as a number. */
final class Sentences {
    private static final int PRIMARY = 0xff;
    private static final DateTimeFormatter CLOCK = DateTimeFormatter.ofPattern("d MMMM, HH:mm", Locale.ENGLISH);

    private Sentences() {}

    static StoreException of(Path file, SQLException failure) {
        return new StoreException(trouble(failure), sentence(file, failure), failure);
    }

    /** For values that no such study can hold. */
    static StoreException unreadable(Path file, IllegalArgumentException failure) {
        return new StoreException(
                Trouble.DAMAGED,
                "The study file " + file + " holds something that cannot be read (" + failure.getMessage()
                        + "). Check it with “verify”, or go back to a copy.",
                failure);
    }

    static String alreadyOpen(Path file) {
        return file + " is already open in another window or program; close it there first.";
    }

    /** Who writes in a study. */
    static String held(Path file, Optional<Holder> holder) {
        return holder.map(who -> who.user() + " at " + who.host() + " has been writing in " + file + " since "
                        + clock(who.since())
                        + "; it can be opened for writing once"
                        + " it is closed there.")
                .orElse(alreadyOpen(file));
    }

    /** A moment as a person reads it. */
    static String clock(Instant at) {
        return CLOCK.format(at.atZone(ZoneId.systemDefault()));
    }

    /** A snapshot cannot be made. */
    static StoreException noSnapshot(Path folder, Exception failure) {
        boolean full = failure instanceof SQLException refused && diskFull(refused);
        return new StoreException(
                Trouble.DISK,
                full
                        ? "There is no room for a snapshot in " + folder
                                + "; free some space. The study itself is stored."
                        : "No snapshot can be kept in " + folder + " (" + failure.getMessage()
                                + "); check the permissions and the space there. The study itself is stored.",
                failure);
    }

    static String noStudy(Path file) {
        return file + " is not an Ictograph study. It was left as it is.";
    }

    static String notWritable(Path file) {
        return file + " cannot be written; check the permissions of the file and of its folder.";
    }

    /** True when the connection must not be trusted any more: after a failed sync nobody knows what the disk holds. */
    static boolean endsTrust(SQLException failure) {
        return switch (primary(failure)) {
            case SQLITE_IOERR, SQLITE_CORRUPT, SQLITE_NOTADB, SQLITE_PROTOCOL -> true;
            default -> false;
        };
    }

    static boolean diskFull(SQLException failure) {
        return primary(failure) == SQLiteErrorCode.SQLITE_FULL;
    }

    static Trouble trouble(SQLException failure) {
        return switch (primary(failure)) {
            case SQLITE_FULL, SQLITE_IOERR, SQLITE_PROTOCOL -> Trouble.DISK;
            case SQLITE_BUSY, SQLITE_LOCKED -> Trouble.HELD;
            case SQLITE_READONLY, SQLITE_CANTOPEN, SQLITE_PERM -> Trouble.READ_ONLY;
            case SQLITE_CORRUPT -> Trouble.DAMAGED;
            default -> Trouble.REFUSED;
        };
    }

    /** True when a file cannot even be read without writing: a rollback journal must be taken back first. */
    static boolean needsWriting(SQLException failure) {
        return switch (primary(failure)) {
            case SQLITE_READONLY, SQLITE_CANTOPEN -> true;
            default -> false;
        };
    }

    private static String sentence(Path file, SQLException failure) {
        return switch (primary(failure)) {
            case SQLITE_BUSY, SQLITE_LOCKED -> held(file, Tenure.holder(file));
            case SQLITE_FULL ->
                "The disk that holds " + file + " is full; free some space and try again. Nothing was lost.";
            case SQLITE_NOTADB -> noStudy(file);
            case SQLITE_CORRUPT ->
                "The study file " + file + " is damaged. Go back to a copy; the damaged file was left as it is.";
            case SQLITE_READONLY, SQLITE_CANTOPEN, SQLITE_PERM -> notWritable(file);
            case SQLITE_IOERR ->
                "The disk that holds " + file + " refused to work (" + failure.getMessage()
                        + "). Check the disk, then open the study again.";
            case SQLITE_CONSTRAINT ->
                "The change does not fit the study (" + failure.getMessage() + "). Nothing was changed.";
            default -> "The study file " + file + " cannot be used (" + failure.getMessage() + ").";
        };
    }

    private static SQLiteErrorCode primary(SQLException failure) {
        return failure instanceof SQLiteException sqlite
                ? SQLiteErrorCode.getErrorCode(sqlite.getResultCode().code & PRIMARY)
                : SQLiteErrorCode.UNKNOWN_ERROR;
    }
}
