package dev.storetwin.core;

/** Something could not be kept, mostly by the disk; the message says what and why. */
final class StorageUnavailable extends Exception {

    private static final long serialVersionUID = 1;

    private final String reason;

    StorageUnavailable(String reason) {
        super(reason);
        this.reason = reason;
    }

    StorageUnavailable(String reason, Throwable cause) {
        super(reason, cause);
        this.reason = reason;
    }

    /** What and why, for people. */
    String reason() {
        return reason;
    }
}
