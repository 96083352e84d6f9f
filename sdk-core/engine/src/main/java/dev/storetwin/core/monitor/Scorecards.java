package dev.storetwin.core.monitor;

import dev.storetwin.monitor.Kpi;
import dev.storetwin.monitor.KpiScorecard;
import dev.storetwin.state.SalesHistory;
import dev.storetwin.state.TwinState;
import dev.storetwin.type.Sku;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalDouble;

/** Computes the key figures of a span of days from one state. */
public final class Scorecards {

    private static final double PER_CENT = 100;

    private Scorecards() {}

    public static KpiScorecard of(TwinState state, LocalDate from, LocalDate until) {
        var totals = new Totals(state);
        state.catalog().skus().forEach(sku -> totals.add(sku, state.demand().sales(sku, from, until)));
        return new KpiScorecard(from, until, totals.figures());
    }

    /** Sums over SKUs, in their order, so that the same state gives the same digits. */
    private static final class Totals {

        private final TwinState state;
        private double units;
        private double revenue;
        private double returned;
        private double costedRevenue;
        private double cost;
        private int sold;
        private int unsold;
        private double inStockDays;
        private double trackedDays;

        Totals(TwinState state) {
            this.state = state;
        }

        void add(Sku sku, SalesHistory history) {
            double skuUnits = history.totalUnits();
            double skuRevenue = Arrays.stream(history.revenue()).sum();
            units += skuUnits;
            revenue += skuRevenue;
            returned += Arrays.stream(history.returned()).sum();
            sold += skuUnits > 0 ? 1 : 0;
            unsold += skuUnits > 0 ? 0 : 1;
            state.catalog()
                    .cost(sku)
                    .filter(it -> it.currency().equals(state.currency()))
                    .ifPresent(it -> {
                        costedRevenue += skuRevenue;
                        cost += skuUnits * it.toDouble();
                    });
            if (state.stock().isKnown(sku)) {
                inStockDays += history.inStockShare() * history.days();
                trackedDays += history.days();
            }
        }

        List<Kpi> figures() {
            var currency = state.currency().getCurrencyCode();
            return List.of(
                    new Kpi(
                            "revenue",
                            OptionalDouble.of(revenue),
                            currency,
                            "orders less cancellations, before returns"),
                    new Kpi("units sold", OptionalDouble.of(units), "units", "orders less cancellations"),
                    new Kpi(
                            "gross margin",
                            ratio(costedRevenue - cost, costedRevenue),
                            "%",
                            "of SKUs with a known cost"),
                    new Kpi(
                            "in-stock share",
                            ratio(inStockDays, trackedDays),
                            "%",
                            "days on which a counted SKU could be bought"),
                    new Kpi(
                            "return rate",
                            ratio(returned, units),
                            "%",
                            "units returned in the span over units sold in it"),
                    new Kpi("SKUs sold", OptionalDouble.of(sold), "SKUs", "%d more did not sell".formatted(unsold)));
        }

        private static OptionalDouble ratio(double part, double whole) {
            return whole > 0 ? OptionalDouble.of(PER_CENT * part / whole) : OptionalDouble.empty();
        }
    }
}
