package dev.storetwin.core.state;

import dev.storetwin.core.event.EncodedEvent;
import dev.storetwin.event.EntityKind;
import dev.storetwin.event.EventRetracted;
import dev.storetwin.event.ProductViewed;
import dev.storetwin.event.SearchPerformed;
import dev.storetwin.event.TwinEvent;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * One batch of events on its way from one state into the next.
 *
 * <p>How it works: stage one takes events in their order into their documents, or counts them where no document is kept. Stage two puts what
 * documents take back and add where it belongs: into the books of SKUs and into the book. A small batch is taken as it is, by the caller; a large
 * one {@link SideBySide}, with the same outcome.
 */
final class Batch {

    private static final int RANGE = 256;

    /** From so few events on, dealing them and handing work over costs more than it saves. */
    private static final int SMALL = 128;

    private final Roots before;
    private final Roots.Editor next;
    private final Folding folding;
    private final Workers workers;
    private final int size;
    private final Delivered delivered;
    private final @Nullable EncodedEvent[] encoded;
    private final TwinEvent[] events;
    private final @Nullable Answer[] answers;
    private final long[] hashes;

    Batch(Roots before, Folding folding, Delivered delivered, Workers workers) {
        this.before = before;
        this.next = Roots.Editor.of(before);
        this.folding = folding;
        this.delivered = delivered;
        this.workers = workers;
        this.size = delivered.size();
        this.encoded = new EncodedEvent[size];
        this.events = new TwinEvent[size];
        this.answers = new Answer[size];
        this.hashes = new long[size];
    }

    /** Takes the events; a number that overflows only when all is added up is thrown as an {@link ArithmeticException}. */
    Roots fold() {
        var totals = size < SMALL ? whole() : sideBySide();
        return next.done(positions(), totals);
    }

    private Totals.Changes whole() {
        openAll(0, size);
        refuseRetractionsOfCounted();
        var totals = new Totals.Changes();
        var documents = new DocumentSlice(next, folding, totals);
        for (int i = 0; i < size; i++) {
            take(i, documents);
        }
        documents.done();
        settle(documents, totals);
        return totals;
    }

    private void settle(DocumentSlice documents, Totals.Changes totals) {
        var books = new SkuSlice(folding, next.skus(), totals);
        var pages = new BookSlice(next.book());
        documents.forEachEntry((entry, sign) -> {
            if (entry instanceof LedgerEntry.OfSku ofSku) {
                books.add(ofSku, sign);
            } else {
                pages.add(entry, sign);
            }
        });
        books.done();
        pages.done();
    }

    private Totals.Changes sideBySide() {
        workers.run((size + RANGE - 1) / RANGE, range -> openAll(range * RANGE, Math.min(size, (range + 1) * RANGE)));
        refuseRetractionsOfCounted();
        return new SideBySide(this, next, folding).take(workers);
    }

    private void openAll(int from, int until) {
        var room = delivered.room();
        for (int i = from; i < until; i++) {
            var event = delivered.event(i);
            events[i] = event;
            answers[i] = Door.check(event).map(it -> new Answer(it, false)).orElse(null);
            if (isCounted(event)) {
                hashes[i] = SeenKeys.hash(event.header().key());
            } else {
                encoded[i] = before.codec().remembering(delivered.encoded(i, room), event);
            }
        }
    }

    /** Whether it is counted at once and no document of it is kept. */
    private static boolean isCounted(TwinEvent event) {
        return event instanceof ProductViewed || event instanceof SearchPerformed;
    }

    private void refuseRetractionsOfCounted() {
        for (int i = 0; i < size; i++) {
            if (events[i] instanceof EventRetracted retraction
                    && retraction.document().kind() == EntityKind.SESSION
                    && wasCounted(SeenKeys.hash(retraction.retracted()), i)) {
                answers[i] = Answer.countedAtOnce(retraction);
            }
        }
    }

    private boolean wasCounted(long hash, int until) {
        boolean inBatch = false;
        for (int i = 0; i < until; i++) {
            inBatch |= hashes[i] == hash && isCounted(events[i]) && answers[i] == null;
        }
        return inBatch || before.seen().contains(hash);
    }

    /** Stage one for one event, unless it has its answer already. */
    void take(int event, DocumentSlice stage) {
        if (answers[event] == null) {
            answers[event] = isCounted(events[event])
                    ? stage.count(events[event], hashes[event])
                    : stage.take(Objects.requireNonNull(encoded[event]), events[event]);
        }
    }

    int size() {
        return size;
    }

    /** Where stage one takes an event. */
    int sliceOf(int event) {
        return isCounted(events[event]) ? SeenKeys.sliceOf(hashes[event]) : Documents.sliceOf(events[event].document());
    }

    private int positions() {
        int positions = 0;
        for (int i = 0; i < size; i++) {
            positions += answer(i).isKept() ? 1 : 0;
        }
        return positions;
    }

    /** The events that got a position, in order. */
    List<EncodedEvent> kept() {
        int[] indices = new int[positions()];
        int count = 0;
        for (int i = 0; i < size; i++) {
            if (answer(i).isKept()) {
                indices[count++] = i;
            }
        }
        return new Kept(delivered, encoded, indices);
    }

    TwinEvent event(int index) {
        return events[index];
    }

    Answer answer(int index) {
        var answer = answers[index];
        if (answer == null) {
            throw new IllegalStateException("Event %d has no answer yet.".formatted(index));
        }
        return answer;
    }
}
