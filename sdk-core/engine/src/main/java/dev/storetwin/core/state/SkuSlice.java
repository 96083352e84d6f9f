package dev.storetwin.core.state;

import dev.storetwin.type.Sku;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Stage two of a batch for one slice of SKUs, or for a small batch as a whole. Used by one thread at a time.
 *
 * <p>How it works: entries are sorted by the hash of their SKU, so that each book is found, changed and written in one go, while it is at hand.
 */
final class SkuSlice {

    private final Folding folding;
    private final Table.Editor<Sku, SkuBook> books;
    private final List<LedgerEntry.OfSku> come = new ArrayList<>();
    private final List<LedgerEntry.OfSku> gone = new ArrayList<>();
    private final Totals.Changes totals;

    /** @param totals are told of what changes */
    SkuSlice(Folding folding, Table.Editor<Sku, SkuBook> books, Totals.Changes totals) {
        this.folding = folding;
        this.books = books;
        this.totals = totals;
    }

    void add(LedgerEntry.OfSku entry, int sign) {
        (sign > 0 ? come : gone).add(entry);
    }

    /** Puts all of it into the books. */
    void done() {
        var bench = folding.benches().take();
        var open = new ArrayList<SkuEditor>(1);
        int hash = 0;
        for (long next : inOrder()) {
            if (hash(next) != hash) {
                write(hash, open, bench);
                hash = hash(next);
            }
            int place = (int) next;
            boolean comes = place < come.size();
            var entry = comes ? come.get(place) : gone.get(place - come.size());
            editor(hash, open, entry.sku()).apply(entry, comes ? 1 : -1);
        }
        write(hash, open, bench);
        folding.benches().giveBack(bench);
    }

    /** The places of all entries, after the hash of their SKU: those of one SKU side by side, what comes before what goes. */
    private long[] inOrder() {
        long[] order = new long[come.size() + gone.size()];
        for (int i = 0; i < order.length; i++) {
            var entry = i < come.size() ? come.get(i) : gone.get(i - come.size());
            order[i] = (long) books.hash(entry.sku()) << Integer.SIZE | i;
        }
        Arrays.sort(order);
        return order;
    }

    private static int hash(long ordered) {
        return (int) (ordered >>> Integer.SIZE);
    }

    /** The editor of a SKU among those of its hash, of which there is hardly ever another. */
    private SkuEditor editor(int hash, List<SkuEditor> open, Sku sku) {
        for (var editor : open) {
            if (editor.before().sku().equals(sku)) {
                return editor;
            }
        }
        var book = books.get(hash, sku);
        var editor = new SkuEditor(book == null ? SkuBook.empty(sku) : book, folding.words());
        open.add(editor);
        return editor;
    }

    private void write(int hash, List<SkuEditor> open, SkuEditor.Bench bench) {
        for (var editor : open) {
            var after = editor.done(bench);
            totals.replaced(editor.before(), after);
            if (after.isEmpty()) {
                books.remove(after.sku());
            } else {
                books.put(hash, after.sku(), after);
            }
        }
        open.clear();
    }

    Totals.Changes totals() {
        return totals;
    }
}
