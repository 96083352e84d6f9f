package dev.storetwin.core.state;

import dev.storetwin.type.Channel;
import dev.storetwin.type.NodeId;
import java.time.Instant;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What one state knows of one SKU under all its names, for who reads many days of many SKUs: whole numbers in arrays, days since 1970. For
 * one thread.
 */
public final class SkuReading {

    private static final long ONCE = 1_000;

    private final List<SkuBook> books;
    private final DayStarts starts;
    private final IdentityHashMap<StockAccount, List<StockEntry>> decoded = new IdentityHashMap<>();
    private @Nullable Long lastStockEntry;

    SkuReading(List<SkuBook> books, DayStarts starts) {
        this.books = books;
        this.starts = starts;
    }

    /** The immutable things that all answers come from: while they are the same objects, the answers are the same. */
    public List<?> parts() {
        return books;
    }

    /**
     * Units and returned units in thousandths, revenue in ten-thousandths of the reporting currency; three rows of days.
     *
     * @param channel one, or all
     */
    public long[][] sales(Optional<Channel> channel, long firstDay, int days) {
        var sums = new DailyAccount.Sums(days);
        for (var book : books) {
            channel.map(it -> List.of(book.sales().getOrDefault(it, DailyAccount.EMPTY)))
                    .orElseGet(() -> book.sales().things())
                    .forEach(it -> it.addTo(sums, firstDay));
        }
        return new long[][] {sums.first, sums.second, sums.third};
    }

    /** Views, carts and checkouts; three rows of days. */
    public long[][] traffic(Optional<Channel> channel, long firstDay, int days) {
        var sums = new DailyAccount.Sums(days);
        for (var book : books) {
            channel.map(it -> List.of(book.traffic().getOrDefault(it, DailyAccount.EMPTY)))
                    .orElseGet(() -> book.traffic().things())
                    .forEach(it -> it.addTo(sums, firstDay));
        }
        return new long[][] {counts(sums.first), counts(sums.second), counts(sums.third)};
    }

    private static long[] counts(long[] thousandths) {
        for (int i = 0; i < thousandths.length; i++) {
            thousandths[i] /= ONCE;
        }
        return thousandths;
    }

    /**
     * Whether it could be bought all day long (1), and how many thousandths could be promised when the day ended; two rows of days.
     *
     * @param node    one, or all together with what is reserved at none
     * @param unknown stands for days at whose end nothing was known of its stock
     */
    public long[][] stock(Optional<NodeId> node, long firstDay, int days, long unknown) {
        var rows = new long[][] {new long[days], new long[days]};
        var covering = starts.covering(firstDay, firstDay + days + 1);
        stockDays(node, covering.nanos(firstDay + days)).fill(covering, firstDay, rows[0], rows[1], unknown);
        return rows;
    }

    /** Thousandths that could be promised at a moment; {@code unknown} when nothing was known of its stock then. */
    public long available(Optional<NodeId> node, Instant moment, long unknown) {
        long nanos = EpochNanos.nanos(moment);
        return stockDays(node, nanos == Long.MAX_VALUE ? nanos : nanos + 1).leftAtEnd(unknown);
    }

    private StockDays stockDays(Optional<NodeId> node, long end) {
        var atNodes = new ArrayList<List<StockEntry>>();
        var unassigned = new ArrayList<List<StockEntry>>();
        books.forEach(it -> it.stock().forEach((where, account) -> {
            if (node.isEmpty() || node.get().equals(where)) {
                var entries = decoded.computeIfAbsent(account, StockAccount::entries);
                (where.equals(StockAccount.UNASSIGNED) ? unassigned : atNodes).add(entries);
            }
        }));
        return new StockDays(atNodes, unassigned, end);
    }

    /** The moment of the newest count or movement, in nanoseconds since 1970; the beginning of time when there is none. */
    public long lastStockEntry() {
        if (lastStockEntry == null) {
            lastStockEntry = newestStockEntry();
        }
        return lastStockEntry;
    }

    private long newestStockEntry() {
        long last = Long.MIN_VALUE;
        for (var book : books) {
            for (var account : book.stock().things()) {
                last = Math.max(last, account.lastNanos());
            }
        }
        return last;
    }

    /** The moment of the newest change of a price in a channel. */
    public long lastPrice(Channel channel) {
        long last = Long.MIN_VALUE;
        for (var book : books) {
            var price = book.prices().getOrDefault(channel, PriceAccount.EMPTY).last();
            last = Math.max(last, price.map(PriceEntry::nanos).orElse(Long.MIN_VALUE));
        }
        return last;
    }
}
