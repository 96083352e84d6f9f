package dev.storetwin.core.journal;

import java.io.IOException;
import java.util.List;

/**
 * How much of the past is kept on disk.
 *
 * @param snapshots    how many of the newest snapshots; the older ones are there for when a newer one is damaged
 * @param wholeJournal whether the journal keeps what all kept snapshots hold: needed to ask what was known in the past, and to derive a
 *                     decision again
 */
public record Retention(int snapshots, boolean wholeJournal) {

    /** Three snapshots, and all of the journal. */
    public static final Retention DEFAULT = new Retention(3, true);

    public Retention {
        if (snapshots < 1) {
            throw new IllegalArgumentException("snapshots (%d) must be at least 1.".formatted(snapshots));
        }
    }

    /** Whether a state can be made of the snapshot at a position. */
    @FunctionalInterface
    public interface Check {
        boolean isWhole(long position) throws IOException;
    }

    /**
     * Removes what need not be kept. Of the journal only what lies before the oldest kept snapshot, and only when that one was just read
     * and found whole.
     */
    public void apply(Snapshots kept, Journal journal) throws IOException {
        apply(kept, journal, kept::isWhole);
    }

    /** The same for snapshots that alone are not all: {@code check} reads what else is needed too. */
    public void apply(Snapshots kept, Journal journal, Check check) throws IOException {
        kept.keepNewest(snapshots);
        List<Long> positions = kept.positions();
        if (!wholeJournal && !positions.isEmpty() && check.isWhole(positions.get(0))) {
            journal.deleteBefore(positions.get(0));
        }
    }
}
