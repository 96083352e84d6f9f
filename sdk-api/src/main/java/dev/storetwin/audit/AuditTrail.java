package dev.storetwin.audit;

import java.util.List;
import java.util.stream.Stream;

/** Everything that was decided and what became of it, in order, append only. */
public interface AuditTrail {

    /** Adds an entry and answers its place, counted from 0. Forces nothing to disk, {@link #flush} does. */
    long append(AuditEntry entry);

    /** Adds entries that follow each other, and answers the place of the first, or of the next one when there are none. */
    default long appendAll(List<? extends AuditEntry> entries) {
        long first = checkpoint().size();
        for (int i = 0; i < entries.size(); i++) {
            long place = append(entries.get(i));
            first = i == 0 ? place : first;
        }
        return first;
    }

    /** Makes all entries up to now outlast the process and the machine, as far as the trail can. The twin asks for it before it acts. */
    default void flush() {}

    /** The trail up to now in one hash. */
    Checkpoint checkpoint();

    /** The lines as they were written, with the header line first. */
    Stream<String> lines();

    /**
     * The entries that a query asks for, oldest first. Close the stream when the trail is in a file.
     *
     * @throws UnsupportedOperationException when the trail cannot be asked, as one that a host wrote may not
     */
    default Stream<AuditRecord> query(AuditQuery query) {
        throw new UnsupportedOperationException(
                "This audit trail cannot be asked.\nMaybe the host's own trail has a way.");
    }

    /**
     * That an entry stands in the trail of so many entries.
     *
     * @throws IllegalArgumentException      when there is no such entry, or there are not so many
     * @throws UnsupportedOperationException when the trail has no proofs
     */
    default InclusionProof inclusion(long place, long size) {
        throw new UnsupportedOperationException("This audit trail has no proofs.\nMaybe the host's own trail has.");
    }

    /**
     * That the trail of {@code from} entries is the beginning of that of {@code to} entries.
     *
     * @throws IllegalArgumentException      when there are not so many
     * @throws UnsupportedOperationException when the trail has no proofs
     */
    default ConsistencyProof consistency(long from, long to) {
        throw new UnsupportedOperationException("This audit trail has no proofs.\nMaybe the host's own trail has.");
    }
}
