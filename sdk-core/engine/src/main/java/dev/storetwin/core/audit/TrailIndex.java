package dev.storetwin.core.audit;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.storetwin.audit.AuditQuery;
import dev.storetwin.audit.AuditRecord;
import java.io.EOFException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Where in a trail what stands, in a few bytes for each entry: of each stretch of lines its offset, its times, the keys that may be in it,
 * and the hash of its subtree.
 *
 * <p>Built when it is first asked, by one reading of the lines, and continued at each later question, so that who appends pays nothing.
 */
final class TrailIndex {

    private final LineStore store;
    private final List<Stretch> stretches = new ArrayList<>();
    private long size;

    TrailIndex(LineStore store) {
        this.store = store;
    }

    /** Takes in what was written since, up to so many entries. Stretches that are whole are kept; the last one is read again. */
    synchronized void catchUp(long entries) throws IOException {
        if (entries <= size) {
            return;
        }
        dropPartOfOne();
        long first = (long) stretches.size() * Stretch.LENGTH;
        try (var lines = new LineSource(store.read(offset()))) {
            while (first < entries) {
                var stretch = Stretch.read(lines, first, (int) Math.min(Stretch.LENGTH, entries - first), offset());
                stretches.add(stretch);
                first += stretch.count();
                size = first;
            }
        }
    }

    private void dropPartOfOne() {
        int last = stretches.size() - 1;
        if (last >= 0 && stretches.get(last).count() < Stretch.LENGTH) {
            size = stretches.remove(last).first();
        }
    }

    /** Where the next stretch begins; the first begins behind the header. */
    private long offset() {
        return stretches.isEmpty()
                ? TrailLine.HEADER.length() + 1
                : stretches.get(stretches.size() - 1).end();
    }

    /** Reads the stretches that an answer may be in, one when it is needed. */
    synchronized Stream<AuditRecord> find(AuditQuery query) {
        var keys = EntryKeys.of(query);
        return List.copyOf(stretches).stream()
                .filter(it -> it.mayHold(keys, query.from(), query.until()))
                .flatMap(it -> records(it, keys, query).stream());
    }

    private List<AuditRecord> records(Stretch stretch, long[] keys, AuditQuery query) {
        var found = new ArrayList<AuditRecord>();
        try (var lines = new LineSource(store.read(stretch.offset()))) {
            for (int i = 0; i < stretch.count(); i++) {
                if (!lines.next()) {
                    throw new EOFException("entry %d is not there any more".formatted(stretch.first() + i));
                }
                var entry = matching(lines.bytes(), keys, query, stretch.first() + i);
                if (entry != null) {
                    found.add(entry);
                }
            }
        } catch (IOException unreadable) {
            throw new UncheckedIOException(
                    "The audit trail cannot be read: %s.\nMaybe it was cut or replaced meanwhile, or its disk fails."
                            .formatted(unreadable.getMessage()),
                    unreadable);
        }
        return found;
    }

    private static @Nullable AuditRecord matching(byte[] line, long[] keys, AuditQuery query, long place) {
        int from = TrailLine.ENTRY_AT;
        int to = line.length - 1;
        if (!new KeySearch(keys).isIn(line, from, to)) {
            return null;
        }
        Instant at = Stretch.moment(line, from, to);
        return at.isBefore(query.from()) || !at.isBefore(query.until())
                ? null
                : new AuditRecord(place, at, new String(line, from, to - from, UTF_8));
    }

    /** Of the first so many entries. */
    synchronized TreeProofs proofs(long entries) {
        if (entries < 0 || entries > size) {
            throw new IllegalArgumentException(
                    "The trail has %d entries and not %d.\nMaybe the checkpoint is of another trail."
                            .formatted(size, entries));
        }
        return new TreeProofs(store, List.copyOf(stretches), entries);
    }

    /** Which of some keys an entry has. */
    private static final class KeySearch {

        private final long[] keys;
        private long missing;

        KeySearch(long[] keys) {
            this.keys = keys;
            this.missing = (1L << keys.length) - 1;
        }

        boolean isIn(byte[] line, int from, int to) {
            if (missing != 0) {
                EntryKeys.each(line, from, to, this::see);
            }
            return missing == 0;
        }

        private void see(long key) {
            for (int i = 0; i < keys.length; i++) {
                if (keys[i] == key) {
                    missing &= ~(1L << i);
                }
            }
        }
    }
}
