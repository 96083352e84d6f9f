package dev.storetwin.core;

/** The disk could not keep something; the message says what and why. */
final class StorageUnavailable extends Exception {

    private static final long serialVersionUID = 1;

    StorageUnavailable(String message, Throwable cause) {
        super(message, cause);
    }
}
