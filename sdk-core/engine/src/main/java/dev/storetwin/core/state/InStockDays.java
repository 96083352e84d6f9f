package dev.storetwin.core.state;

import dev.storetwin.type.NodeId;
import dev.storetwin.type.Sku;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * On which days SKUs could be bought, of those that were asked about last.
 *
 * <p>One question asks several times, for as many channels and stretches of days that end alike; and what nothing happened to is asked about again
 * in the next state, where its stock is the same object. What is kept never changes an answer.
 */
final class InStockDays {

    private static final int KEPT = 256;

    private final Map<Sku, Known> last = new LinkedHashMap<>(16, .75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<Sku, Known> eldest) {
            return size() > KEPT;
        }
    };

    /**
     * What came of one look.
     *
     * @param stock   under all names of a SKU
     * @param first   day since 1970
     * @param inStock of the days from it on
     */
    private record Known(List<Shelf<NodeId, StockAccount>> stock, long first, boolean[] inStock) {

        private long end() {
            return first + inStock.length;
        }

        /** A day is judged by what happened before the end of all days, so only stretches that end alike are parts of each other. */
        boolean tells(List<Shelf<NodeId, StockAccount>> other, long from, int days) {
            return first <= from && end() == from + days && isSame(other);
        }

        private boolean isSame(List<Shelf<NodeId, StockAccount>> other) {
            boolean same = stock.size() == other.size();
            for (int i = 0; same && i < stock.size(); i++) {
                same = stock.get(i) == other.get(i);
            }
            return same;
        }

        boolean[] from(long day) {
            return Arrays.copyOfRange(inStock, Math.toIntExact(day - first), inStock.length);
        }
    }

    /**
     * The days from one on.
     *
     * @param stock of the SKU, under all its names
     * @param first day since 1970
     * @param work  finds it out
     */
    boolean[] of(Sku sku, List<Shelf<NodeId, StockAccount>> stock, long first, int days, Supplier<boolean[]> work) {
        return known(sku)
                .filter(it -> it.tells(stock, first, days))
                .map(it -> it.from(first))
                .orElseGet(() -> kept(sku, new Known(stock, first, work.get())));
    }

    private Optional<Known> known(Sku sku) {
        synchronized (last) {
            return Optional.ofNullable(last.get(sku));
        }
    }

    private boolean[] kept(Sku sku, Known known) {
        synchronized (last) {
            last.put(sku, known);
        }
        return known.inStock().clone();
    }
}
