package dev.storetwin.platform;

import java.time.Instant;

/**
 * Keeps a twin true to its platform: reads the platform's lists again and again, each time a little further back than the last reading came,
 * and feeds what they say. What webhooks have brought is recognised, what they lost is new, and what the complete list lacks is gone.
 *
 * <p>It has no thread and never sleeps: the host calls {@link #runDue} from its own scheduler, at {@link #nextDue} or every minute. A run
 * ends when there is nothing more to do now; where the platform asks for patience, a later run goes on. It never throws for what the
 * platform does. Safe for any thread, one run at a time.
 */
public interface Reconciliation {

    /** When the next run has something to do; in the past when it has now. */
    Instant nextDue();

    /** Reads every list that is due. */
    ReconciliationReport runDue();

    /** Reads what changed in every list, due or not. Only where the platform asked for patience it waits. */
    ReconciliationReport run();

    /**
     * Reads every list from its beginning to its end, and so finds also what is gone. Where the platform asks for patience, later runs go on
     * with it.
     */
    ReconciliationReport runWhole();
}
