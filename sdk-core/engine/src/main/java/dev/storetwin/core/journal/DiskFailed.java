package dev.storetwin.core.journal;

import java.io.IOException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Locale;

/** The disk did not do what it was asked to. What was acknowledged before stands. */
public sealed class DiskFailed extends IOException permits DiskFull {

    DiskFailed(String message, Throwable cause) {
        super(message, cause);
    }

    /**
     * Says what could not be done with which file, and whether that is for want of room.
     *
     * @param what as in "could not be ...", such as {@code "written at offset 4096"}
     */
    public static DiskFailed of(Path file, String what, IOException cause) {
        if (cause instanceof DiskFailed known) {
            return known;
        }
        return isWantOfRoom(cause)
                ? new DiskFull(file, what, cause)
                : new DiskFailed("""
                        %s could not be %s: %s
                        What was acknowledged before is kept. Maybe the disk is failing or was taken away; the system's log knows more.""".formatted(file, what, reason(cause)), cause);
    }

    /** For a file or directory that was there, and of which nothing is made anew in its place. */
    public static DiskFailed gone(Path file) {
        return new DiskFailed("""
                %s is gone: it was deleted or moved while the twin runs. Nothing more is kept, and nothing is made anew in its place.
                Maybe somebody cleared the data directory: close the twin, put the directory back from a copy, and open it again.""".formatted(file), new NoSuchFileException(file.toString()));
    }

    private static boolean isWantOfRoom(IOException cause) {
        String reason = reason(cause).toLowerCase(Locale.ROOT);
        return reason.contains("no space left")
                || reason.contains("quota exceeded")
                || reason.contains("not enough space")
                || reason.contains("disk full");
    }

    private static String reason(IOException cause) {
        return cause.getMessage() == null ? cause.getClass().getSimpleName() : cause.getMessage();
    }
}
