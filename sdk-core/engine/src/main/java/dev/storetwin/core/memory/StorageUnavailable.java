package dev.storetwin.core.memory;

/** Something could not be kept, mostly by the disk; the message says what and why. */
public final class StorageUnavailable extends Exception {

    private static final long serialVersionUID = 1;

    private final String reason;

    public StorageUnavailable(String reason) {
        super(reason);
        this.reason = reason;
    }

    public StorageUnavailable(String reason, Throwable cause) {
        super(reason, cause);
        this.reason = reason;
    }

    /** What and why, for people. */
    public String reason() {
        return reason;
    }
}
