package dev.storetwin.core.audit;

import dev.storetwin.audit.Checkpoint;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/**
 * Checks a trail byte for byte and finds the first entry that is wrong: changed, dropped, moved, repeated, inserted or torn.
 *
 * <p>A trail alone cannot tell that its end was cut off at a line or that all of it was written anew: a {@link Checkpoint} that was kept
 * elsewhere can. Reads on as many threads as there are processors, remembers no line,
 * and of what an entry says looks at its number only as long as all hashes are right.
 */
public final class AuditVerifier {

    private AuditVerifier() {}

    /**
     * Checks a file, and against a checkpoint where one was kept.
     *
     * @throws UncheckedIOException when the file cannot be read
     */
    public static Verification verify(Path file, Optional<Checkpoint> kept) {
        try {
            return new TrailWalk(from -> from(file, from), kept).verify();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(
                    "The audit trail %s cannot be read.\nMaybe it does not exist or is a folder.".formatted(file),
                    unreadable);
        }
    }

    /** Checks a trail that is held in memory. */
    public static Verification verify(byte[] trail, Optional<Checkpoint> kept) {
        try {
            return new TrailWalk(from -> new ByteArrayInputStream(trail, (int) from, trail.length), kept).verify();
        } catch (IOException impossible) {
            throw new UncheckedIOException("Memory cannot fail to be read.", impossible);
        }
    }

    private static InputStream from(Path file, long offset) throws IOException {
        var in = Files.newInputStream(file);
        try {
            in.skipNBytes(offset);
            return in;
        } catch (IOException unreadable) {
            in.close();
            throw unreadable;
        }
    }

    /** Where the bytes from an offset on come from, as often as they are asked for. */
    interface Bytes {
        InputStream open(long from) throws IOException;
    }
}
