package dev.storetwin.core.state;

import dev.storetwin.core.binary.ByteWriter;
import dev.storetwin.core.event.EncodedEvent;
import dev.storetwin.event.EntityKind;
import dev.storetwin.event.EventRetracted;
import dev.storetwin.event.ProductViewed;
import dev.storetwin.event.SearchPerformed;
import dev.storetwin.event.TwinEvent;
import dev.storetwin.type.Sku;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * One batch of events on its way from one state into the next.
 *
 * <p>How it works: events are opened side by side and dealt to slices by the key of their document, or by their own key where no document is
 * kept. Stage one takes each slice's events in their order, and deals what documents take back and add to slices of SKUs and of the book.
 * Stage two puts it there. How slices are cut is fixed and no slice looks at another, so what comes out does not depend on who does the work.
 */
final class Batch {

    private static final int RANGE = 256;

    /** From so few events on, handing work over costs more than it saves. */
    private static final int SMALL = 128;

    private final Roots before;
    private final Folding folding;
    private final Workers workers;
    private final int size;
    private final Delivered delivered;
    private final @Nullable EncodedEvent[] encoded;
    private final TwinEvent[] events;
    private final @Nullable Answer[] answers;
    private final int[] slices;
    private final long[] hashes;
    private final Documents.Editor documents;
    private final SeenKeys.Editor seen;
    private final Table.Editor<Sku, SkuBook> skus;
    private final Book.Editor book;
    private final @Nullable DocumentSlice[] first = new DocumentSlice[Table.SLICES];
    private final @Nullable SkuSlice[] second = new SkuSlice[Table.SLICES];
    private final @Nullable BookSlice[] pages = new BookSlice[Table.SLICES];

    Batch(Roots before, Folding folding, Delivered delivered, Workers workers) {
        this.before = before;
        this.folding = folding;
        this.delivered = delivered;
        this.size = delivered.size();
        this.workers = delivered.size() < SMALL ? Workers.CALLER : workers;
        this.encoded = new EncodedEvent[size];
        this.events = new TwinEvent[size];
        this.answers = new Answer[size];
        this.slices = new int[size];
        this.hashes = new long[size];
        this.documents = before.documents().edit();
        this.seen = before.seen().edit();
        this.skus = before.skus().edit();
        this.book = new Book.Editor(before.book());
    }

    /** Takes the events; a number that overflows only when all is added up is thrown as an {@link ArithmeticException}. */
    Roots fold() {
        workers.run((size + RANGE - 1) / RANGE, this::open);
        refuseRetractionsOfCounted();
        int[] order = dealt();
        int[] touched = touched(order);
        for (int slice : touched) {
            first[slice] = new DocumentSlice(before, folding, documents.slice(slice), seen.slice(slice));
        }
        var starts = starts(order);
        workers.run(touched.length, it -> takeSlice(touched[it], order, starts));
        for (int slice : touched) {
            first(slice).dealOthers(this::deal);
        }
        workers.run(2 * Table.SLICES, part -> settle(part, touched));
        return published(touched);
    }

    private void open(int range) {
        var room = new ByteWriter();
        for (int i = range * RANGE; i < Math.min(size, (range + 1) * RANGE); i++) {
            var event = delivered.event(i);
            events[i] = event;
            answers[i] = Door.check(event).map(it -> new Answer(it, false)).orElse(null);
            if (isCounted(event)) {
                hashes[i] = SeenKeys.hash(event.header().key());
                slices[i] = SeenKeys.sliceOf(hashes[i]);
            } else {
                encoded[i] = before.codec().remembering(delivered.encoded(i, room), event);
                slices[i] = Documents.sliceOf(event.document());
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

    /** The numbers of the events slice by slice, in each slice in their order. */
    private int[] dealt() {
        int[] next = new int[Table.SLICES + 1];
        for (int i = 0; i < size; i++) {
            next[slices[i] + 1]++;
        }
        for (int i = 0; i < Table.SLICES; i++) {
            next[i + 1] += next[i];
        }
        int[] order = new int[size];
        for (int i = 0; i < size; i++) {
            order[next[slices[i]]++] = i;
        }
        return order;
    }

    private int[] touched(int[] order) {
        int[] touched = new int[Table.SLICES];
        int count = 0;
        for (int i = 0; i < size; i++) {
            if (i == 0 || slices[order[i]] != slices[order[i - 1]]) {
                touched[count++] = slices[order[i]];
            }
        }
        return Arrays.copyOf(touched, count);
    }

    private int[] starts(int[] order) {
        int[] starts = new int[Table.SLICES];
        for (int i = size - 1; i >= 0; i--) {
            starts[slices[order[i]]] = i;
        }
        return starts;
    }

    private void takeSlice(int slice, int[] order, int[] starts) {
        var stage = first(slice);
        for (int i = starts[slice]; i < size && slices[order[i]] == slice; i++) {
            int event = order[i];
            if (answers[event] == null) {
                answers[event] = isCounted(events[event])
                        ? stage.count(events[event], hashes[event])
                        : stage.take(Objects.requireNonNull(encoded[event]), events[event]);
            }
        }
        stage.done();
    }

    private DocumentSlice first(int slice) {
        var stage = first[slice];
        if (stage == null) {
            throw new IllegalStateException("Slice %d has no events.".formatted(slice));
        }
        return stage;
    }

    private void deal(LedgerEntry entry, int sign) {
        for (var key : Book.keys(entry)) {
            pages(book.sliceOf(key)).add(key, entry, sign);
        }
    }

    private SkuSlice second(int slice) {
        var stage = second[slice];
        if (stage == null) {
            stage = new SkuSlice(folding, skus.slice(slice));
            second[slice] = stage;
        }
        return stage;
    }

    private BookSlice pages(int slice) {
        var stage = pages[slice];
        if (stage == null) {
            stage = new BookSlice(slice, book);
            pages[slice] = stage;
        }
        return stage;
    }

    private void settle(int part, int[] touched) {
        if (part < Table.SLICES) {
            settleSkus(part, touched);
        } else {
            settlePages(part - Table.SLICES);
        }
    }

    private void settleSkus(int slice, int[] touched) {
        for (int from : touched) {
            first(from).deal(slice, (entry, sign) -> second(slice).add(entry, sign));
        }
        var books = second[slice];
        if (books != null) {
            books.done();
        }
    }

    private void settlePages(int slice) {
        var page = pages[slice];
        if (page != null) {
            page.done();
        }
    }

    private Roots published(int[] touched) {
        var totals = new Totals.Changes();
        for (int slice : touched) {
            totals.add(first(slice).totals());
        }
        for (var stage : second) {
            if (stage != null) {
                totals.add(stage.totals());
            }
        }
        return new Roots(
                before.revision() + positions(),
                before.codec(),
                documents.done(),
                skus.done(),
                book.done(),
                seen.done(),
                totals.addedTo(before.totals()));
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
