package dev.storetwin.core.binary;

/** Sound bytes that this version cannot read: a newer one wrote them, or an older one something that was since given up. */
public final class UnsupportedBytes extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public UnsupportedBytes(String message) {
        super(message);
    }
}
