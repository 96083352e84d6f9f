package dev.storetwin.core.journal.archive;

import dev.storetwin.core.binary.Fingerprint;

/** One record of a run. */
public final class Filed {

    private final Fingerprint key;
    private final byte[] value;

    /**
     * A record.
     *
     * @param value handed over, not copied
     */
    public Filed(Fingerprint key, byte[] value) {
        this.key = key;
        this.value = value;
    }

    public Fingerprint key() {
        return key;
    }

    /** Handed over, not copied. */
    public byte[] value() {
        return value;
    }
}
