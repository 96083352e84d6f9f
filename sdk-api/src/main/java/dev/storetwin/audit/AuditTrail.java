package dev.storetwin.audit;

import java.util.stream.Stream;

/** Everything that was decided and what became of it, in order, append only. */
public interface AuditTrail {

    /** Adds an entry and answers its place, counted from 0. */
    long append(AuditEntry entry);

    /** Makes all entries up to now outlast the process and the machine, as far as the trail can. The twin asks for it before it acts. */
    default void flush() {}

    /** The trail up to now in one hash. */
    Checkpoint checkpoint();

    /** The lines as they were written, with the header line first. */
    Stream<String> lines();
}
