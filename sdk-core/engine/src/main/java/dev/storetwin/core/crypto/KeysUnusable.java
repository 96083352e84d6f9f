package dev.storetwin.core.crypto;

import java.io.Serial;

/** Keys are damaged, foreign or in use by somebody else. The message says where, and never holds a key or a value. */
public final class KeysUnusable extends IllegalStateException {

    @Serial
    private static final long serialVersionUID = 1L;

    public KeysUnusable(String message) {
        super(message);
    }

    public KeysUnusable(String message, Throwable cause) {
        super(message, cause);
    }
}
