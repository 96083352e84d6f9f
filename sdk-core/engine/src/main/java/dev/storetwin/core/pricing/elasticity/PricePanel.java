package dev.storetwin.core.pricing.elasticity;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.TreeMap;

/**
 * Observations of prices and units: of each series, in each store that sells it, one per period. Immutable.
 *
 * <p>In what order rows are added changes nothing but the order of the answers.
 */
public final class PricePanel {

    private final List<PanelColumn> columns;
    private final List<PricedSeries> series;

    private PricePanel(List<PanelColumn> columns, Collection<PricedSeries> series) {
        this.columns = columns;
        this.series = List.copyOf(series);
    }

    /** Begins a panel with these columns beside price, units and cost. */
    public static Builder builder(List<PanelColumn> columns) {
        return new Builder(List.copyOf(columns));
    }

    public List<PanelColumn> columns() {
        return columns;
    }

    /** In the order in which they were first added. */
    List<PricedSeries> series() {
        return series;
    }

    /** Collects rows. */
    public static final class Builder {

        private final List<PanelColumn> columns;
        private final List<RowStore> stores = new ArrayList<>();
        private final TreeMap<String, RowStore> byName = new TreeMap<>();

        private Builder(List<PanelColumn> columns) {
            this.columns = columns;
        }

        /**
         * Adds an observation. {@code NaN} is unknown: a row without price or units teaches nothing.
         *
         * @param series   what is sold, or where the answer is wanted per store, what is sold in a store
         * @param group    that it belongs to, the same in all its rows; empty for none
         * @param store    that it was sold in; empty for none
         * @param period   any whole numbers that grow with time
         * @param price    not negative; one of zero is left out with a remark
         * @param units    sold in the period at that price, not negative
         * @param cost     of one unit, not negative; it serves as an instrument
         * @param controls one number per column
         * @throws IllegalArgumentException for a negative or infinite number, a second group, a wrong number of controls
         */
        public Builder add(
                String series,
                String group,
                String store,
                long period,
                double price,
                double units,
                double cost,
                double... controls) {
            refuse(series, "price", price);
            refuse(series, "units", units);
            refuse(series, "cost", cost);
            if (controls.length != columns.size()) {
                throw new IllegalArgumentException(
                        "%s has %d controls; %d are expected.".formatted(series, controls.length, columns.size()));
            }
            var rows = byName.get(series);
            if (rows == null) {
                rows = new RowStore(series, group, columns.size());
                byName.put(series, rows);
                stores.add(rows);
            }
            rows.add(group, store, period, price, units, cost, controls);
            return this;
        }

        private static void refuse(String series, String what, double number) {
            if (number < 0 || Double.isInfinite(number)) {
                throw new IllegalArgumentException("""
                        The %s of %s is %s; a number not below zero is expected, or NaN for unknown.
                        Maybe returns were taken off the sales.""".formatted(what, series, number));
            }
        }

        public PricePanel build() {
            return new PricePanel(columns, stores.stream().map(RowStore::sorted).toList());
        }
    }
}
