package dev.storetwin.core.audit;

import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.util.stream.Stream;

/** Where the lines of a trail are kept. Used by one thread at a time, but for {@link #flush}. */
interface LineStore extends Closeable {

    /** Adds one line or several, with their line ends. After a failure none is there, and the next ones come in their place. */
    void add(byte[] lines) throws IOException;

    /** May be called by any thread, while another adds. Makes all lines up to now outlast the process and the machine, as far as the store can. */
    void flush() throws IOException;

    /** The first {@code count} lines, all added before, without their line ends. */
    Stream<String> lines(long count) throws IOException;

    /** The bytes of all lines, from an offset on. Whoever asked closes it. */
    InputStream read(long offset) throws IOException;
}
