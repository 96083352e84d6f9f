package dev.storetwin.core.state;

import dev.storetwin.core.binary.ByteWriter;
import dev.storetwin.type.Channel;
import dev.storetwin.type.NodeId;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.function.Predicate;

/** Collects what one batch adds to the book of one SKU and takes from it, and makes the next book of it. */
final class SkuEditor {

    /** What all books of a slice are edited with, one after the other. */
    static final class Bench {

        final DailyAccount.Bench days = new DailyAccount.Bench();
        final ByteWriter out = new ByteWriter(1_024);
    }

    /** An account that is being edited. */
    private record Open<K, E>(K key, E editor) {}

    private final SkuBook before;
    private final Words words;
    private final List<Open<Channel, DailyAccount.Editor>> sales = new ArrayList<>(1);
    private final List<Open<Channel, DailyAccount.Editor>> traffic = new ArrayList<>(1);
    private final List<Open<NodeId, StockAccount.Editor>> stock = new ArrayList<>(1);
    private final List<Open<Channel, PriceAccount.Editor>> prices = new ArrayList<>(0);
    private final List<Open<Channel, Amendments.Editor>> amendments = new ArrayList<>(0);
    private List<LedgerEntry.Arrival> arrivals;

    SkuEditor(SkuBook before, Words words) {
        this.before = before;
        this.words = words;
        this.arrivals = before.arrivals();
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
            change(arrival, sign);
        }
    }

    private static <K, E> E editor(List<Open<K, E>> open, K key, Function<K, E> make) {
        for (var each : open) {
            if (each.key().equals(key)) {
                return each.editor();
            }
        }
        var editor = make.apply(key);
        open.add(new Open<>(key, editor));
        return editor;
    }

    private DailyAccount.Editor sales(Channel channel) {
        return editor(
                sales, channel, it -> new DailyAccount.Editor(before.sales().getOrDefault(it, DailyAccount.EMPTY)));
    }

    private DailyAccount.Editor traffic(Channel channel) {
        return editor(
                traffic, channel, it -> new DailyAccount.Editor(before.traffic().getOrDefault(it, DailyAccount.EMPTY)));
    }

    private StockAccount.Editor stock(NodeId node) {
        return editor(stock, node, it -> new StockAccount.Editor(before.stock().getOrDefault(it, StockAccount.EMPTY)));
    }

    private PriceAccount.Editor prices(Channel channel) {
        return editor(
                prices, channel, it -> new PriceAccount.Editor(before.prices().getOrDefault(it, PriceAccount.EMPTY)));
    }

    private Amendments.Editor amendments(Channel channel) {
        return editor(
                amendments,
                channel,
                it -> new Amendments.Editor(before.amendments().getOrDefault(it, Amendments.EMPTY)));
    }

    private void change(LedgerEntry.Arrival arrival, int sign) {
        var next = new ArrayList<>(arrivals);
        if (sign > 0) {
            next.add(arrival);
        } else if (!next.remove(arrival)) {
            throw new IllegalStateException("An arrival is taken back that was never made: " + arrival);
        }
        arrivals = next;
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
                arrivals == before.arrivals() ? arrivals : List.copyOf(arrivals));
    }

    private static <K extends Comparable<K>, A, E> Shelf<K, A> done(
            Shelf<K, A> before,
            List<Open<K, E>> open,
            Function<K, K> words,
            Function<E, A> finish,
            Predicate<A> isEmpty) {
        var shelf = before;
        for (var each : open) {
            var account = finish.apply(each.editor());
            shelf = isEmpty.test(account) ? shelf.without(each.key()) : shelf.with(words.apply(each.key()), account);
        }
        return shelf;
    }
}
