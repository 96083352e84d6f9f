package dev.storetwin.core.pricing;

import dev.storetwin.core.forecast.ExpectedArrivals;
import dev.storetwin.state.Inbound;
import dev.storetwin.state.SupplierTerms;
import dev.storetwin.state.TwinState;
import dev.storetwin.state.Variant;
import dev.storetwin.type.Channel;
import dev.storetwin.type.Sku;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What one channel can sell of a SKU: its part, by recent sales, of what all nodes have and get.
 *
 * <p>Where the supplier's lead time is known, an order of today is on the shelf after it: until then the stock at hand limits sales,
 * from then on it does not. A price that is right only because the shop forgot to order is not right for long.
 *
 * @param start       can be sold now; negative when oversold
 * @param arrivals    by day
 * @param refilledDay index of the day from which stock no longer limits sales; not below the number of days when it always does
 * @param share       of the channel
 * @param caveats     what had to be assumed, in words
 */
record ChannelStock(double start, double[] arrivals, int refilledDay, double share, List<String> caveats) {

    private static final int RECENT_DAYS = 91;

    /** What comes without a date comes too late to be counted on. */
    private static final int NEVER = Integer.MAX_VALUE;

    ChannelStock {
        arrivals = arrivals.clone();
        caveats = List.copyOf(caveats);
    }

    /** Empty when nothing is known about the stock, or when nobody counts it. */
    static Optional<ChannelStock> of(TwinState state, Sku sku, Channel channel, Instant asOf, int days) {
        var variant = state.catalog().variant(sku);
        boolean counted = variant.map(Variant::tracked).orElse(true)
                && variant.map(it -> it.parts().isEmpty()).orElse(true);
        if (!counted || !state.stock().isKnown(sku)) {
            return Optional.empty();
        }
        double share = share(state, sku, channel, asOf);
        var today = asOf.atZone(state.zone()).toLocalDate();
        var inbound = new ArrayList<Inbound>();
        state.stock().nodes(sku).forEach(it -> inbound.addAll(state.stock().inbound(sku, it)));
        var dated = inbound.stream().filter(it -> it.expectedAt().isPresent()).toList();
        var arrivals = ExpectedArrivals.of(dated, today, state.zone(), days, NEVER);
        var caveats = new ArrayList<>(arrivals.caveats());
        if (dated.size() < inbound.size()) {
            caveats.add("What is on order without a date is not counted on");
        }
        var units = arrivals.byDay();
        for (int day = 0; day < units.length; day++) {
            units[day] *= share;
        }
        double now = state.stock().total(sku).availableToPromise().toDouble();
        int refilledDay = refilledDay(state, sku, days);
        if (refilledDay < days) {
            caveats.add(refillCaveat(refilledDay));
        }
        return Optional.of(new ChannelStock(share * now, units, refilledDay, share, caveats));
    }

    private static String refillCaveat(int refilledDay) {
        return "From day %d on an order of today can be on the shelf: stock limits sales until then"
                .formatted(refilledDay + 1);
    }

    /** The same where nothing is ordered any more. */
    ChannelStock withoutOrders() {
        var others = caveats.stream()
                .filter(it -> !it.equals(refillCaveat(refilledDay)))
                .toList();
        return new ChannelStock(start, arrivals, arrivals.length, share, others);
    }

    private static int refilledDay(TwinState state, Sku sku, int days) {
        return state.catalog()
                .terms(sku)
                .flatMap(SupplierTerms::leadTime)
                .filter(it -> !it.isNegative())
                .map(it -> it.plusDays(1).minusNanos(1).toDays())
                .filter(it -> it < days)
                .map(Long::intValue)
                .orElse(days);
    }

    private static double share(TwinState state, Sku sku, Channel channel, Instant asOf) {
        var today = asOf.atZone(state.zone()).toLocalDate();
        var channels = state.demand().channels(sku);
        if (channels.size() < 2) {
            return 1;
        }
        double own = 0;
        double all = 0;
        for (var each : channels) {
            double sold = state.demand().units(sku, each, today.minusDays(RECENT_DAYS), today);
            own += each.equals(channel) ? sold : 0;
            all += sold;
        }
        return (own + 1) / (all + channels.size());
    }

    @Override
    public double[] arrivals() {
        return arrivals.clone();
    }

    /** At hand and coming within the days. */
    double total() {
        double sum = start;
        for (double units : arrivals) {
            sum += units;
        }
        return sum;
    }
}
