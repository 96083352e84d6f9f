package dev.storetwin.core.audit;

import java.io.Closeable;
import java.io.IOException;
import java.util.stream.Stream;

/** Where the lines of a trail are kept. Used by one thread at a time. */
interface LineStore extends Closeable {

    /** Adds one line, with its line end. After a failure it is not there, and the next one comes in its place. */
    void add(byte[] line) throws IOException;

    /** Makes all lines up to now outlast the process and the machine, as far as the store can. */
    void flush() throws IOException;

    /** The first {@code count} lines, all added before, without their line ends. */
    Stream<String> lines(long count) throws IOException;
}
