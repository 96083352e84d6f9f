package dev.storetwin.core.audit;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** Lines that are gone with the process. */
final class MemoryLines implements LineStore {

    private final List<byte[]> lines = new ArrayList<>();

    @Override
    public void add(byte[] line) {
        lines.add(line);
    }

    @Override
    public void flush() {
        // Memory is all there is.
    }

    @Override
    public Stream<String> lines(long count) {
        return List.copyOf(lines).stream().limit(count).map(it -> new String(it, 0, it.length - 1, UTF_8));
    }

    @Override
    public void close() {
        // What was written can still be read.
    }
}
