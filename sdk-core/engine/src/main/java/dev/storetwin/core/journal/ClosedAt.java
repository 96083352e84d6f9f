package dev.storetwin.core.journal;

import dev.storetwin.core.binary.ByteReader;
import dev.storetwin.core.binary.ByteWriter;
import java.io.IOException;
import java.nio.file.Path;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Where a journal ended when it was last closed, in a file that lies beside its directory and so outlasts it.
 *
 * <p>All up to there was forced before this was written. So no crash makes a journal end earlier: only what took files away, emptied or cut
 * them does.
 */
public final class ClosedAt {

    private static final Logger LOG = LoggerFactory.getLogger(ClosedAt.class);

    private static final int FORMAT = 1;

    private final SmallFile file;
    private final Path journal;
    private long position;

    private ClosedAt(SmallFile file, Path journal, long position) {
        this.file = file;
        this.journal = journal;
        this.position = position;
    }

    /**
     * As it was noted, or 0 where it never was.
     *
     * @param directory holds the file
     * @param journal   the journal's own directory
     */
    public static ClosedAt read(Disk disk, Path directory, Path journal) throws IOException {
        var file = new SmallFile(disk, directory, "closed-at", FORMAT);
        long position = file.read(bytes -> new ByteReader(bytes).readLong()).orElse(0L);
        return new ClosedAt(file, journal, position);
    }

    /** @throws JournalRefused when a journal that ends here lost what it had */
    void requireReachedBy(long end) throws JournalRefused {
        if (end < position) {
            throw JournalRefused.endsEarly(journal, end, position, file.path());
        }
    }

    /** The journal was forced up to here and closed. Where that cannot be written down, what stood there before holds. */
    void note(long end) {
        if (end <= position) {
            return;
        }
        try {
            file.replace(new ByteWriter(Long.BYTES).writeLong(end).toByteArray());
            position = end;
        } catch (IOException unwritten) {
            LOG.warn("{} could not be written; what {} holds is on disk all the same", file.path(), journal, unwritten);
        }
    }
}
