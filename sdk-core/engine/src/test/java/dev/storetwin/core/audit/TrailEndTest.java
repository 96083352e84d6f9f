package dev.storetwin.core.audit;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.storetwin.audit.AuditEntry;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class TrailEndTest {

    private static final Pattern MISSING = Pattern.compile("entries missing\",\"detail\":\"(\\d+) from");

    @Test
    void groups_from_many_threads_are_whole_or_missing_when_some_cannot_be_written() throws IOException {
        var trail = JsonLinesAuditTrail.started("on a bad disk", new SometimesFull());
        Set<Integer> written = ConcurrentHashMap.newKeySet();

        IntStream.range(0, 200).parallel().forEach(group -> {
            if (isWritten(trail, group(group))) {
                written.add(group);
            }
        });
        trail.close();

        var lines = trail.lines().toList();
        var text = String.join("\n", lines) + "\n";
        assertThat(AuditVerifier.verify(text.getBytes(UTF_8), Optional.of(trail.checkpoint()))
                        .isSound())
                .isTrue();
        for (int group = 0; group < 200; group++) {
            int number = group;
            assertThat(lines.stream().filter(it -> it.contains("group " + number + ".")))
                    .hasSize(written.contains(group) ? size(group) : 0);
        }
        long missing = IntStream.range(0, 200)
                .filter(it -> !written.contains(it))
                .map(TrailEndTest::size)
                .sum();
        assertThat(written).hasSizeBetween(1, 199);
        assertThat(MISSING.matcher(text)
                        .results()
                        .mapToLong(it -> Long.parseLong(it.group(1)))
                        .sum())
                .isEqualTo(missing);
    }

    private static boolean isWritten(JsonLinesAuditTrail trail, List<AuditEntry> entries) {
        try {
            trail.appendAll(entries);
            return true;
        } catch (UncheckedIOException full) {
            return false;
        }
    }

    /** Groups of one, which are written at one stroke, and larger ones, which wait for their turn. */
    private static int size(int group) {
        return group % 3 == 0 ? 1 : 20 + group % 7;
    }

    private static List<AuditEntry> group(int number) {
        return IntStream.range(0, size(number))
                .mapToObj(i -> (AuditEntry) new AuditEntry.Noted(SampleEntries.MONDAY, "x", "group " + number + "."))
                .toList();
    }

    /** Refuses every fifth of what is added, but for the header. */
    private static final class SometimesFull implements LineStore {

        private final MemoryLines lines = new MemoryLines();
        private int added;

        @Override
        public void add(byte[] more) throws IOException {
            if (++added % 5 == 0 && added < 200) {
                throw new IOException("no space left");
            }
            lines.add(more);
        }

        @Override
        public void flush() {
            lines.flush();
        }

        @Override
        public Stream<String> lines(long count) {
            return lines.lines(count);
        }

        @Override
        public InputStream read(long offset) throws IOException {
            return lines.read(offset);
        }

        @Override
        public void close() {
            lines.close();
        }
    }
}
