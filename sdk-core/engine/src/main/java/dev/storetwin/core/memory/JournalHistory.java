package dev.storetwin.core.memory;

import dev.storetwin.core.event.EncodedEvent;
import dev.storetwin.core.state.ShopState;
import dev.storetwin.core.state.Workers;
import dev.storetwin.feature.History;
import java.io.Closeable;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.PriorityQueue;
import org.jspecify.annotations.Nullable;

/**
 * What a twin knew earlier, told from its journal. Cheapest when asked forward in time: then the journal is walked through once. Not for
 * several threads.
 *
 * <p>How a moment is answered: by all events received until then, wherever they stand in the journal. A first walk notes, for each place, the
 * earliest receipt from there on, so a second one knows when it need not go on; what it passes that was received later waits its turn. The
 * order in which events are folded does not matter to a state.
 */
public final class JournalHistory implements History, Closeable {

    private static final int BATCH = 4_096;

    private final Source source;
    private final ShopState empty;
    private final Workers workers;
    private Optional<Walk> byRevision = Optional.empty();
    private Optional<Arrivals> byMoment = Optional.empty();

    /** Where the events lie. */
    interface Source {

        /** Position of the first event that is kept. */
        long first();

        /** The events from a position on. */
        Events events(long from) throws IOException;

        /**
         * The state at a revision.
         *
         * @throws IllegalArgumentException when that is not kept
         */
        ShopState stateAt(long revision) throws IOException;
    }

    /** A walk over events, one at a time. */
    interface Events extends Closeable {

        /** The next one; empty at the end. */
        Optional<EncodedEvent> next() throws IOException;
    }

    /**
     * @param empty the shop before its first event
     */
    JournalHistory(Source source, ShopState empty, Workers workers) {
        this.source = source;
        this.empty = empty;
        this.workers = workers;
    }

    @Override
    public ShopState knownAt(long revision) {
        return reading(() -> {
            if (byRevision.isEmpty() || byRevision.get().state.revision() > revision) {
                closeAll(byRevision);
                byRevision = Optional.empty();
                byRevision = Optional.of(new Walk(source.stateAt(revision)));
            }
            return byRevision.get().forwardTo(revision);
        });
    }

    /**
     * {@inheritDoc}
     *
     * @throws IllegalStateException when the journal does not begin with the first event
     */
    @Override
    public ShopState knownAt(Instant moment) {
        return reading(() -> {
            if (byMoment.isEmpty() || moment.isBefore(byMoment.get().moment)) {
                closeAll(byMoment);
                byMoment = Optional.empty();
                byMoment = Optional.of(new Arrivals(moment));
            }
            return byMoment.get().forwardTo(moment);
        });
    }

    private interface Reading {
        ShopState read() throws IOException;
    }

    private static ShopState reading(Reading reading) {
        try {
            return reading.read();
        } catch (IOException failed) {
            throw new UncheckedIOException(failed.getMessage(), failed);
        }
    }

    /** From one revision to the next. */
    private final class Walk implements Closeable {

        private final Events events;
        private ShopState state;

        Walk(ShopState from) throws IOException {
            this.state = from;
            this.events = source.events(from.revision());
        }

        ShopState forwardTo(long revision) throws IOException {
            while (state.revision() < revision) {
                var batch = new ArrayList<EncodedEvent>();
                while (batch.size() < Math.min(BATCH, revision - state.revision())) {
                    batch.add(events.next().orElseThrow(() -> notYet(revision)));
                }
                state = state.after(batch, workers).state();
            }
            return state;
        }

        private static IllegalArgumentException notYet(long revision) {
            return new IllegalArgumentException("The journal does not reach revision %d yet.".formatted(revision));
        }

        @Override
        public void close() throws IOException {
            events.close();
        }
    }

    /** From one moment to the next. */
    private final class Arrivals implements Closeable {

        private final long[] earliestFromHere;
        private final Events events;
        private final PriorityQueue<EncodedEvent> early =
                new PriorityQueue<>(Comparator.comparing(EncodedEvent::receivedAt));
        private ShopState state = empty;
        private Instant moment;
        private int place;

        Arrivals(Instant moment) throws IOException {
            requireWhole();
            this.moment = moment;
            this.earliestFromHere = earliest();
            this.events = source.events(0);
        }

        private void requireWhole() {
            if (source.first() > 0) {
                throw new IllegalStateException("""
                        The journal begins at event %d, so what was known at a moment cannot be told.
                        Maybe keep all of it from now on (DurabilityOptions.withHistory(true)), or ask for PointInTime.AS_HAPPENED.""".formatted(source.first()));
            }
        }

        private long[] earliest() throws IOException {
            var received = new long[BATCH];
            int count = 0;
            try (var all = source.events(0)) {
                for (var event = all.next(); event.isPresent(); event = all.next()) {
                    received = count < received.length ? received : Arrays.copyOf(received, 2 * count);
                    received[count++] = micros(event.get().receivedAt());
                }
            }
            for (int i = count - 2; i >= 0; i--) {
                received[i] = Math.min(received[i], received[i + 1]);
            }
            return Arrays.copyOf(received, count);
        }

        private static long micros(Instant moment) {
            return ChronoUnit.MICROS.between(Instant.EPOCH, moment);
        }

        ShopState forwardTo(Instant next) throws IOException {
            moment = next;
            for (var batch = arrived(); !batch.isEmpty(); batch = arrived()) {
                state = state.after(batch, workers).state();
            }
            return state;
        }

        private List<EncodedEvent> arrived() throws IOException {
            var batch = new ArrayList<EncodedEvent>();
            while (batch.size() < BATCH && isIn(early.peek())) {
                batch.add(early.remove());
            }
            while (batch.size() < BATCH
                    && place < earliestFromHere.length
                    && earliestFromHere[place] <= micros(moment)) {
                place++;
                var event = events.next().orElseThrow();
                Collection<EncodedEvent> turn = event.receivedAt().isAfter(moment) ? early : batch;
                turn.add(event);
            }
            return batch;
        }

        private boolean isIn(@Nullable EncodedEvent waiting) {
            return waiting != null && !waiting.receivedAt().isAfter(moment);
        }

        @Override
        public void close() throws IOException {
            events.close();
        }
    }

    private static void closeAll(Optional<? extends Closeable> walk) throws IOException {
        if (walk.isPresent()) {
            walk.get().close();
        }
    }

    @Override
    public void close() throws IOException {
        closeAll(byRevision);
        closeAll(byMoment);
    }
}
