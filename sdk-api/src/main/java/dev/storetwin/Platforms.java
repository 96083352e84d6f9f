package dev.storetwin;

import dev.storetwin.identity.SubjectTokens;
import dev.storetwin.platform.Inbox;
import dev.storetwin.platform.PayloadTranslator;
import dev.storetwin.platform.Reconciler;
import dev.storetwin.platform.Reconciliation;
import dev.storetwin.platform.SignatureVerifier;
import dev.storetwin.type.Source;

/** The platforms that a twin listens to: their webhooks, their lists, and the names that their customers get. */
public interface Platforms {

    /**
     * Opens the inbox of a platform: its webhooks are acknowledged once they are on disk, sealed, and applied afterwards, again after a
     * crash. What the twin has no room for is tried again by itself. Closed with the twin, or before.
     *
     * @param platform whose messages it takes; one inbox each at a time, so keep it and use it in every handler
     * @param verifier asked before a message is kept
     * @throws IllegalStateException        when the twin has no data directory or is closed, or when the platform's inbox is open already:
     *                                      another translator would be passed over in silence
     * @throws java.io.UncheckedIOException when what lies in it cannot be read
     */
    Inbox inbox(Source platform, PayloadTranslator translator, SignatureVerifier verifier);

    /** An inbox for messages whose signatures were checked already, or that have none. */
    Inbox inbox(Source platform, PayloadTranslator translator);

    /** Keeps the twin true to a platform by reading its lists. How far they were read outlives the twin where it has a data directory. */
    Reconciliation reconciliation(Reconciler platform);

    /**
     * Names for customers that say nothing about them, for platform adapters. With a data directory they are keyed: worth nothing without
     * the keys. Without one they can be recomputed by anybody who knows the customer's id.
     */
    SubjectTokens tokens();
}
