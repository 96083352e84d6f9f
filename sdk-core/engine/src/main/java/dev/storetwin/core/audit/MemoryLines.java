package dev.storetwin.core.audit;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.Stream;

/** Lines that are gone with the process. */
final class MemoryLines implements LineStore {

    private final List<byte[]> groups = new ArrayList<>();

    @Override
    public void add(byte[] lines) {
        groups.add(lines);
    }

    @Override
    public void flush() {
        // Memory is all there is.
    }

    @Override
    public Stream<String> lines(long count) {
        return List.copyOf(groups).stream()
                .flatMap(it -> new String(it, UTF_8).lines())
                .limit(count);
    }

    @Override
    public InputStream read(long offset) throws IOException {
        var in = new SequenceInputStream(Collections.enumeration(
                List.copyOf(groups).stream().map(ByteArrayInputStream::new).toList()));
        in.skipNBytes(offset);
        return in;
    }

    @Override
    public void close() {
        // What was written can still be read.
    }
}
