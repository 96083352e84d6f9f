package dev.storetwin.core.state;

import dev.storetwin.type.Quantity;

/**
 * Makes the book of a SKU as it was at a moment, out of the book as it is.
 *
 * <p>How it works: everything that is dated later is cut off, and days that were not over. Then what later days changed is taken off the days
 * that are left, and what was so at that moment alone is put in. What comes out is, to the byte, the book of a shop of which no later event
 * was ever heard.
 */
final class SkuAsOf {

    private final SkuBook book;
    private final AsOf then;
    private final SkuEditor editor;

    private SkuAsOf(SkuBook book, AsOf then, Words words) {
        this.book = book;
        this.then = then;
        this.editor = new SkuEditor(cut(book, then), words);
    }

    static SkuBook of(SkuBook book, AsOf then, Words words) {
        var past = new SkuAsOf(book, then, words);
        past.takeAmendmentsBack();
        past.putPastIn();
        return past.editor.done(new SkuEditor.Bench());
    }

    private static SkuBook cut(SkuBook book, AsOf then) {
        return new SkuBook(
                book.sku(),
                book.sales().map(it -> it.upTo(then.lastDay()), DailyAccount::isEmpty),
                book.traffic().map(it -> it.upTo(then.lastDay()), DailyAccount::isEmpty),
                book.stock().map(it -> it.upTo(then.nanos()), StockAccount::isEmpty),
                book.prices().map(it -> it.upTo(then.nanos()), PriceAccount::isEmpty),
                Shelf.empty(),
                book.arrivals().stream()
                        .filter(it -> it.dated() <= then.nanos())
                        .toList(),
                SkuPast.EMPTY);
    }

    private void takeAmendmentsBack() {
        book.amendments()
                .forEach((channel, account) -> account.forEachLaterThan(then.nanos(), it -> {
                    if (it.day() <= then.lastDay()) {
                        var amount = it.amount();
                        var units = new Quantity(amount.units());
                        var returned = new Quantity(amount.returned());
                        editor.apply(new LedgerEntry.Sale(book.sku(), channel, it.day(), units, amount.revenue()), -1);
                        editor.apply(new LedgerEntry.Return(book.sku(), channel, it.day(), returned), -1);
                    }
                }));
    }

    private void putPastIn() {
        book.stock()
                .forEach((node, account) -> account.forEachAwaited(then.nanos(), it -> {
                    apply(new LedgerEntry.Stock(book.sku(), node, it.reserved()), -1);
                    apply(new LedgerEntry.Stock(book.sku(), StockAccount.UNASSIGNED, it.reserved()), 1);
                }));
        book.past()
                .stock()
                .forEach((node, account) -> account.forEachAt(then.nanos(), it -> {
                    apply(new LedgerEntry.Stock(book.sku(), node, it.entry()), it.times());
                    if (it.unassigned()) {
                        apply(new LedgerEntry.Stock(book.sku(), StockAccount.UNASSIGNED, it.entry()), -it.times());
                    }
                }));
        book.past().others().stream()
                .filter(it -> it.covers(then.nanos()))
                .forEach(it -> apply(it.entry(), it.times()));
    }

    private void apply(LedgerEntry.OfSku entry, int times) {
        for (int i = 0; i < Math.abs(times); i++) {
            editor.apply(entry, Integer.signum(times));
        }
    }
}
