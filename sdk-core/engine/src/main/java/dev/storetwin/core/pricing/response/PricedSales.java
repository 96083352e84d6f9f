package dev.storetwin.core.pricing.response;

import dev.storetwin.state.PricePoint;
import dev.storetwin.state.Promotion;
import dev.storetwin.state.TwinState;
import dev.storetwin.type.Channel;
import dev.storetwin.type.Sku;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalDouble;

/**
 * What one SKU sold in one channel day by day, and at which list price.
 *
 * <p>The price is the list price that stood at noon, not money by units: what a line was sold for depends on how many were bought, and
 * would make a discount for quantity look like an answer to price.
 *
 * @param units    per day
 * @param usable   days on which the SKU was on offer all day at a known price
 * @param prices   0 where not known
 * @param promoted days in a campaign
 */
record PricedSales(Sku sku, Channel channel, double[] units, boolean[] usable, double[] prices, boolean[] promoted) {

    /** Days from {@code from} to before {@code until}. Days before the first sale are not usable. */
    static PricedSales of(TwinState state, Sku sku, Channel channel, LocalDate from, LocalDate until) {
        var sales = state.demand().sales(sku, channel, from, until);
        var units = sales.units();
        var prices = prices(state, state.catalog().priceHistory(sku, channel), from, units.length);
        var promoted = promoted(state, state.catalog().promotions(sku, channel), from, units.length);
        var usable = sales.inStock();
        boolean offered = false;
        for (int day = 0; day < units.length; day++) {
            offered |= units[day] > 0;
            usable[day] &= offered && prices[day] > 0;
        }
        return new PricedSales(sku, channel, units, usable, prices, promoted);
    }

    private static Instant noon(TwinState state, LocalDate day) {
        return day.atTime(12, 0).atZone(state.zone()).toInstant();
    }

    /** Only prices in the currency of the last one, and above zero. */
    private static double[] prices(TwinState state, List<PricePoint> history, LocalDate from, int days) {
        var prices = new double[days];
        int next = 0;
        double standing = 0;
        for (int day = 0; day < days; day++) {
            var noon = noon(state, from.plusDays(day));
            for (; next < history.size() && !history.get(next).from().isAfter(noon); next++) {
                var price = history.get(next).price();
                var last = history.get(history.size() - 1).price();
                standing = price.currency().equals(last.currency()) ? Math.max(0, price.toDouble()) : 0;
            }
            prices[day] = standing;
        }
        return prices;
    }

    private static boolean[] promoted(TwinState state, List<Promotion> promotions, LocalDate from, int days) {
        var promoted = new boolean[days];
        for (int day = 0; day < days && !promotions.isEmpty(); day++) {
            var noon = noon(state, from.plusDays(day));
            promoted[day] = promotions.stream().anyMatch(it -> it.runsAt(noon));
        }
        return promoted;
    }

    /** Units per usable day; 0 when there is none. */
    double pace() {
        double sold = 0;
        int days = 0;
        for (int day = 0; day < units.length; day++) {
            sold += usable[day] ? units[day] : 0;
            days += usable[day] ? 1 : 0;
        }
        return days == 0 ? 0 : sold / days;
    }

    /** Geometric mean over usable days. */
    OptionalDouble meanPrice() {
        double sum = 0;
        int days = 0;
        for (int day = 0; day < units.length; day++) {
            sum += usable[day] ? StrictMath.log(prices[day]) : 0;
            days += usable[day] ? 1 : 0;
        }
        return days == 0 ? OptionalDouble.empty() : OptionalDouble.of(StrictMath.exp(sum / days));
    }

    /** So that two histories can be told apart without keeping them. */
    void addTo(Fingerprint fingerprint) {
        fingerprint.add(sku.value()).add(channel.value());
        for (int day = 0; day < units.length; day++) {
            fingerprint.add(Double.doubleToLongBits(units[day])).add(Double.doubleToLongBits(prices[day]));
        }
        fingerprint.add(Arrays.hashCode(usable)).add(Arrays.hashCode(promoted));
    }
}
