package dev.storetwin.core.state;

import dev.storetwin.type.Sku;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Stage two of a batch for one slice of SKUs. Used by one thread at a time. */
final class SkuSlice {

    private final Folding folding;
    private final Table.SliceEditor<Sku, SkuBook> books;
    private final List<LedgerEntry.OfSku> come = new ArrayList<>();
    private final List<LedgerEntry.OfSku> gone = new ArrayList<>();
    private final Totals.Changes totals = new Totals.Changes();

    SkuSlice(Folding folding, Table.SliceEditor<Sku, SkuBook> books) {
        this.folding = folding;
        this.books = books;
    }

    void add(LedgerEntry.OfSku entry, int sign) {
        (sign > 0 ? come : gone).add(entry);
    }

    /** Puts all of it into the books. */
    void done() {
        var open = new LinkedHashMap<Sku, SkuEditor>(come.size() * 2);
        come.forEach(it -> editor(open, it.sku()).apply(it, 1));
        gone.forEach(it -> editor(open, it.sku()).apply(it, -1));
        var bench = new SkuEditor.Bench();
        open.values().forEach(it -> write(it, bench));
    }

    private SkuEditor editor(Map<Sku, SkuEditor> open, Sku sku) {
        var editor = open.get(sku);
        if (editor == null) {
            var book = books.get(sku);
            editor = new SkuEditor(book == null ? SkuBook.empty(sku) : book, folding.words());
            open.put(sku, editor);
        }
        return editor;
    }

    private void write(SkuEditor editor, SkuEditor.Bench bench) {
        var after = editor.done(bench);
        totals.replaced(editor.before(), after);
        if (after.isEmpty()) {
            books.remove(after.sku());
        } else {
            books.put(after);
        }
    }

    Totals.Changes totals() {
        return totals;
    }
}
