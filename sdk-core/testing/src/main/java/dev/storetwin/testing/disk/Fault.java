package dev.storetwin.testing.disk;

/** What goes wrong with one operation of a {@link FaultyDisk}. */
public enum Fault {

    /** No room is left: a part of the bytes is written, then the operation fails. */
    NO_ROOM("No space left on device"),

    /**
     * The device fails: a part is done, or nothing, or all, and the operation fails. When it was to force, the operating system takes the
     * bytes for written from now on, though they are not: a later force says that all is well and saves none of them.
     */
    IO_ERROR("Input/output error"),

    /** The power goes off in the middle of it. */
    POWER_CUT("The power was cut");

    private final String message;

    Fault(String message) {
        this.message = message;
    }

    String message() {
        return message;
    }
}
