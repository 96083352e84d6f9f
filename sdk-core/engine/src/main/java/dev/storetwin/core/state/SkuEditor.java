package dev.storetwin.core.state;

import dev.storetwin.core.binary.ByteWriter;
import dev.storetwin.type.Channel;
import dev.storetwin.type.NodeId;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** Collects what one batch adds to the book of one SKU and takes from it, and makes the next book of it. */
final class SkuEditor {

    /** What all books of a slice are edited with, one after the other. */
    static final class Bench {

        final DailyAccount.Bench days = new DailyAccount.Bench();
        final ByteWriter out = new ByteWriter(1_024);
    }

    /** An account that is being edited, and the next one of its kind: there is hardly ever another. */
    private record Open<K, E>(K key, E editor, @Nullable Open<K, E> next) {

        static <K, E> @Nullable E find(@Nullable Open<K, E> open, K key) {
            for (var each = open; each != null; each = each.next) {
                if (each.key.equals(key)) {
                    return each.editor;
                }
            }
            return null;
        }
    }

    private final SkuBook before;
    private final Words words;
    private @Nullable Open<Channel, DailyAccount.Editor> sales;
    private @Nullable Open<Channel, DailyAccount.Editor> traffic;
    private @Nullable Open<NodeId, StockAccount.Editor> stock;
    private @Nullable Open<Channel, PriceAccount.Editor> prices;
    private @Nullable Open<Channel, Amendments.Editor> amendments;
    private @Nullable Open<NodeId, PastStock.Editor> pastStock;
    private List<LedgerEntry.Arrival> arrivals;
    private List<LedgerEntry.PastOfSku> otherPast;

    SkuEditor(SkuBook before, Words words) {
        this.before = before;
        this.words = words;
        this.arrivals = before.arrivals();
        this.otherPast = before.past().others();
    }

    SkuBook before() {
        return before;
    }

    void apply(LedgerEntry.OfSku entry, int sign) {
        if (entry instanceof LedgerEntry.Viewed viewed) {
            traffic(viewed.channel())
                    .add(viewed.day(), sign * viewed.views(), sign * viewed.carts(), sign * viewed.checkouts());
        } else if (entry instanceof LedgerEntry.Stock moved) {
            stock(moved.node()).add(moved.entry(), sign);
        } else if (entry instanceof LedgerEntry.Sale sale) {
            sales(sale.channel()).add(sale.day(), sign * sale.units().thousandths(), sign * sale.revenue(), 0);
        } else if (entry instanceof LedgerEntry.Return back) {
            sales(back.channel()).add(back.day(), 0, 0, sign * back.units().thousandths());
        } else if (entry instanceof LedgerEntry.Priced priced) {
            prices(priced.channel()).add(priced.entry(), sign);
        } else if (entry instanceof LedgerEntry.Amended amended) {
            amendments(amended.channel()).add(amended.amendment(), sign);
        } else if (entry instanceof LedgerEntry.Arrival arrival) {
            arrivals = changed(arrivals, arrival, sign);
        } else if (entry instanceof LedgerEntry.PastOfSku past) {
            apply(past, sign);
        } else if (entry instanceof LedgerEntry.PastUnassigned past && Routing.tells(past)) {
            stock(past.entry().node()).add(Routing.of(past), sign);
        } else if (entry instanceof LedgerEntry.PastUnassigned past) {
            pastStock(past.entry().node()).add(PastStock.Span.of(past), sign);
        }
    }

    private void apply(LedgerEntry.PastOfSku past, int sign) {
        if (past.entry() instanceof LedgerEntry.Stock moved) {
            pastStock(moved.node()).add(PastStock.Span.of(moved.entry(), past), sign);
        } else {
            otherPast = changed(otherPast, past, sign);
        }
    }

    private DailyAccount.Editor sales(Channel channel) {
        var editor = Open.find(sales, channel);
        if (editor == null) {
            editor = new DailyAccount.Editor(before.sales().getOrDefault(channel, DailyAccount.EMPTY));
            sales = new Open<>(channel, editor, sales);
        }
        return editor;
    }

    private DailyAccount.Editor traffic(Channel channel) {
        var editor = Open.find(traffic, channel);
        if (editor == null) {
            editor = new DailyAccount.Editor(before.traffic().getOrDefault(channel, DailyAccount.EMPTY));
            traffic = new Open<>(channel, editor, traffic);
        }
        return editor;
    }

    private StockAccount.Editor stock(NodeId node) {
        var editor = Open.find(stock, node);
        if (editor == null) {
            editor = new StockAccount.Editor(before.stock().getOrDefault(node, StockAccount.EMPTY));
            stock = new Open<>(node, editor, stock);
        }
        return editor;
    }

    private PriceAccount.Editor prices(Channel channel) {
        var editor = Open.find(prices, channel);
        if (editor == null) {
            editor = new PriceAccount.Editor(before.prices().getOrDefault(channel, PriceAccount.EMPTY));
            prices = new Open<>(channel, editor, prices);
        }
        return editor;
    }

    private Amendments.Editor amendments(Channel channel) {
        var editor = Open.find(amendments, channel);
        if (editor == null) {
            editor = new Amendments.Editor(before.amendments().getOrDefault(channel, Amendments.EMPTY));
            amendments = new Open<>(channel, editor, amendments);
        }
        return editor;
    }

    private PastStock.Editor pastStock(NodeId node) {
        var editor = Open.find(pastStock, node);
        if (editor == null) {
            editor = new PastStock.Editor(before.past().stock().getOrDefault(node, PastStock.EMPTY));
            pastStock = new Open<>(node, editor, pastStock);
        }
        return editor;
    }

    private static <E extends LedgerEntry> List<E> changed(List<E> entries, E entry, int sign) {
        var next = new ArrayList<>(entries);
        if (sign > 0) {
            next.add(entry);
        } else if (!next.remove(entry)) {
            throw new IllegalStateException("An entry is taken back that was never made: " + entry);
        }
        return next;
    }

    /** The next book. An account from which all was taken back is gone, as if it had never been. */
    SkuBook done(Bench bench) {
        return new SkuBook(
                before.sku(),
                done(before.sales(), sales, words::channel, it -> it.done(bench.days), DailyAccount::isEmpty),
                done(before.traffic(), traffic, words::channel, it -> it.done(bench.days), DailyAccount::isEmpty),
                done(before.stock(), stock, words::node, it -> it.done(bench.out), StockAccount::isEmpty),
                done(before.prices(), prices, words::channel, it -> it.done(bench.out), PriceAccount::isEmpty),
                done(before.amendments(), amendments, words::channel, it -> it.done(bench.out), Amendments::isEmpty),
                arrivals == before.arrivals() ? arrivals : List.copyOf(arrivals),
                past(bench));
    }

    private SkuPast past(Bench bench) {
        var past = before.past();
        if (pastStock == null && otherPast == past.others()) {
            return past;
        }
        return new SkuPast(
                done(past.stock(), pastStock, words::node, it -> it.done(bench.out), PastStock::isEmpty),
                List.copyOf(otherPast));
    }

    private static <K extends Comparable<K>, A, E> Shelf<K, A> done(
            Shelf<K, A> before,
            @Nullable Open<K, E> open,
            Function<K, K> words,
            Function<E, A> finish,
            Predicate<A> isEmpty) {
        var shelf = before;
        for (var each = open; each != null; each = each.next()) {
            var account = finish.apply(each.editor());
            shelf = isEmpty.test(account) ? shelf.without(each.key()) : shelf.with(words.apply(each.key()), account);
        }
        return shelf;
    }
}
