package dev.storetwin.core;

import dev.storetwin.core.binary.ByteWriter;
import dev.storetwin.core.event.EncodedEvent;
import dev.storetwin.core.event.EventCodec;
import dev.storetwin.core.state.Workers;
import dev.storetwin.event.TwinEvent;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The events of a load in batches, pulled from the host and written as bytes. Whoever loads does this while nothing is locked, so the host's
 * events may come from anywhere, also from something that asks the twin. Where the host's events break off, those before are a batch like any.
 */
final class LoadBatches {

    private static final int BATCH = 16_384;

    /** So many events of a batch are written to bytes at a stroke. */
    private static final int RANGE = 512;

    private final Iterator<? extends TwinEvent> events;
    private final EventCodec codec;
    private final Workers workers;
    private @Nullable RuntimeException broken;

    LoadBatches(Iterator<? extends TwinEvent> events, EventCodec codec, Workers workers) {
        this.events = events;
        this.codec = codec;
        this.workers = workers;
    }

    /**
     * The next events; none at the end.
     *
     * @throws java.io.UncheckedIOException when a new owner's key has no room
     */
    List<EncodedEvent> next() {
        return encoded(pulled());
    }

    private List<TwinEvent> pulled() {
        var batch = new ArrayList<TwinEvent>();
        try {
            while (broken == null && batch.size() < BATCH && events.hasNext()) {
                batch.add(given(events.next()));
            }
        } catch (RuntimeException host) {
            broken = host;
        }
        return batch;
    }

    private static TwinEvent given(@Nullable TwinEvent event) {
        Arguments.given("an event of the stream", event);
        return Objects.requireNonNull(event);
    }

    private List<EncodedEvent> encoded(List<TwinEvent> batch) {
        var encoded = new EncodedEvent[batch.size()];
        var first = new Unwritable(encoded.length);
        workers.run((encoded.length + RANGE - 1) / RANGE, range -> {
            var room = new ByteWriter();
            for (int i = range * RANGE; i < Math.min(encoded.length, (range + 1) * RANGE); i++) {
                try {
                    encoded[i] = codec.encode(batch.get(i), room);
                } catch (UncheckedIOException noKey) {
                    throw noKey;
                } catch (RuntimeException unwritable) {
                    first.note(i, batch.get(i), unwritable);
                    return;
                }
            }
        });
        broken = first.failure == null ? broken : first.failure;
        return Arrays.asList(encoded).subList(0, first.index);
    }

    /** The first event that is none, such as one with a part that is null. What comes before it is taken. */
    private static final class Unwritable {

        private int index;
        private @Nullable RuntimeException failure;

        Unwritable(int size) {
            index = size;
        }

        synchronized void note(int at, @Nullable TwinEvent event, RuntimeException cause) {
            if (at < index) {
                index = at;
                failure = new IllegalArgumentException(
                        "%s cannot be written down: a part of it is missing.\nMaybe a field is null; events before it are taken."
                                .formatted(event == null ? "A null in place of an event" : name(event)),
                        cause);
            }
        }

        private static String name(TwinEvent event) {
            return event.header() == null
                    ? "A " + event.getClass().getSimpleName() + " without a header"
                    : "The event " + event.header().key();
        }
    }

    /** Throws what the host's events broke off with. */
    void requireWhole() {
        if (broken != null) {
            throw broken;
        }
    }
}
