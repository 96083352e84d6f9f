package dev.storetwin.core.state;

import dev.storetwin.core.binary.Fingerprint;
import dev.storetwin.core.event.EventCodec;
import dev.storetwin.core.event.EventReader;
import dev.storetwin.core.journal.archive.Filed;
import dev.storetwin.core.journal.archive.RunRef;
import dev.storetwin.core.journal.archive.SortedRun;
import dev.storetwin.event.Entity;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Iterator;
import org.jspecify.annotations.Nullable;

/**
 * Documents on disk in one run, under the fingerprints of their ids. What another version wrote is read as this one writes it.
 *
 * <p>A disk that fails is an {@link UnreadableDocument}.
 */
public final class ArchivedRun {

    private final SortedRun run;
    private final EventCodec codec;
    private final EventReader events;

    private ArchivedRun(SortedRun run, EventCodec codec) {
        this.run = run;
        this.codec = codec;
        this.events = codec.reader(new String(run.note(), StandardCharsets.UTF_8));
    }

    /**
     * The documents of a run.
     *
     * @throws dev.storetwin.core.binary.UnsupportedBytes when a newer version wrote it
     */
    public static ArchivedRun of(SortedRun run, EventCodec codec) {
        return new ArchivedRun(run, codec);
    }

    /** What a run of documents says of itself: how this version writes events. */
    public static byte[] note() {
        return EventCodec.types().getBytes(StandardCharsets.UTF_8);
    }

    static Fingerprint key(Entity id) {
        return Fingerprint.of((id.kind().name() + ' ' + id.id()).getBytes(StandardCharsets.UTF_8));
    }

    /** Whether two records are of one document. */
    static boolean isSameDocument(byte[] one, byte[] other) {
        return Document.id(one).equals(Document.id(other));
    }

    public RunRef ref() {
        return run.ref();
    }

    public long count() {
        return run.count();
    }

    byte @Nullable [] find(Fingerprint key, Entity id) {
        try {
            var found = run.find(key, it -> Document.id(current(it)).equals(id));
            return found.isEmpty() ? null : current(found.get());
        } catch (IOException failed) {
            throw new UnreadableDocument(failed);
        }
    }

    Iterator<Filed> records() {
        return current(run.records());
    }

    Iterator<Filed> recordsFrom(long high) {
        return current(run.recordsFrom(high));
    }

    private Iterator<Filed> current(Iterator<Filed> records) {
        return events.isCurrent()
                ? records
                : new Iterator<>() {
                    @Override
                    public boolean hasNext() {
                        return records.hasNext();
                    }

                    @Override
                    public Filed next() {
                        var filed = records.next();
                        return new Filed(filed.key(), current(filed.value()));
                    }
                };
    }

    private byte[] current(byte[] written) {
        return events.isCurrent()
                ? written
                : Document.read(written, codec, events).toByteArray();
    }

    @Override
    public String toString() {
        return run.toString();
    }
}
