package dev.storetwin.core.state;

import java.io.IOException;
import java.io.UncheckedIOException;

/** A document lies on disk and cannot be read; the message names file and offset. What is in the heap answers as before. */
public final class UnreadableDocument extends UncheckedIOException {

    private static final long serialVersionUID = 1;

    UnreadableDocument(IOException cause) {
        super(cause.getMessage(), cause);
    }
}
