package dev.storetwin.core.state;

import org.jspecify.annotations.Nullable;

/**
 * The way of a large batch through both stages, with the work done by several.
 *
 * <p>How it works: events are dealt to slices by the key of their document, or by their own key where no document is kept. Stage one takes each
 * slice's events in their order, and deals what documents take back and add to slices of SKUs and of the book. Stage two puts it there. How
 * slices are cut is fixed and no slice looks at another, so what comes out does not depend on who does the work.
 */
final class SideBySide {

    private final Batch batch;
    private final Roots.Editor next;
    private final Folding folding;
    private final @Nullable Taken[] taken = new Taken[Table.SLICES];
    private final @Nullable SkuSlice[] books = new SkuSlice[Table.SLICES];
    private final @Nullable BookSlice[] pages = new BookSlice[Table.SLICES];

    /** What came of a slice in stage one. */
    private record Taken(DealtEntries come, DealtEntries gone, Totals.Changes totals) {}

    SideBySide(Batch batch, Roots.Editor next, Folding folding) {
        this.batch = batch;
        this.next = next;
        this.folding = folding;
    }

    /** All of it; the answer is what the totals have to know. */
    Totals.Changes take(Workers workers) {
        int[] starts = new int[Table.SLICES + 1];
        int[] order = dealt(starts);
        workers.run(Table.SLICES, slice -> takeSlice(slice, order, starts));
        for (var slice : taken) {
            if (slice != null) {
                slice.come().others().forEach(it -> deal(it, 1));
                slice.gone().others().forEach(it -> deal(it, -1));
            }
        }
        workers.run(2 * Table.SLICES, this::settle);
        return totals();
    }

    /** The numbers of the events slice by slice, in each slice in their order; where each slice starts. */
    private int[] dealt(int[] starts) {
        int[] slices = new int[batch.size()];
        for (int i = 0; i < slices.length; i++) {
            slices[i] = batch.sliceOf(i);
            starts[slices[i] + 1]++;
        }
        for (int i = 0; i < Table.SLICES; i++) {
            starts[i + 1] += starts[i];
        }
        int[] next = starts.clone();
        int[] order = new int[slices.length];
        for (int i = 0; i < slices.length; i++) {
            order[next[slices[i]]++] = i;
        }
        return order;
    }

    private void takeSlice(int slice, int[] order, int[] starts) {
        if (starts[slice] < starts[slice + 1]) {
            var stage = new DocumentSlice(next, folding, new Totals.Changes());
            for (int i = starts[slice]; i < starts[slice + 1]; i++) {
                batch.take(order[i], stage);
            }
            stage.done();
            var skus = next.before().skus();
            taken[slice] =
                    new Taken(DealtEntries.of(stage.come(), skus), DealtEntries.of(stage.gone(), skus), stage.totals());
        }
    }

    private void deal(LedgerEntry entry, int sign) {
        for (var key : Book.keys(entry)) {
            pages(next.book().sliceOf(key)).add(key, entry, sign);
        }
    }

    private BookSlice pages(int slice) {
        var stage = pages[slice];
        if (stage == null) {
            stage = new BookSlice(next.book());
            pages[slice] = stage;
        }
        return stage;
    }

    private void settle(int part) {
        if (part < Table.SLICES) {
            settleSkus(part);
        } else {
            settlePages(part - Table.SLICES);
        }
    }

    private void settleSkus(int slice) {
        var stage = new SkuSlice(folding, next.skus(), new Totals.Changes());
        for (var from : taken) {
            if (from != null) {
                from.come().forEachIn(slice, it -> stage.add(it, 1));
                from.gone().forEachIn(slice, it -> stage.add(it, -1));
            }
        }
        stage.done();
        books[slice] = stage;
    }

    private void settlePages(int slice) {
        var page = pages[slice];
        if (page != null) {
            page.done();
        }
    }

    private Totals.Changes totals() {
        var totals = new Totals.Changes();
        for (var slice : taken) {
            if (slice != null) {
                totals.add(slice.totals());
            }
        }
        for (var slice : books) {
            if (slice != null) {
                totals.add(slice.totals());
            }
        }
        return totals;
    }
}
