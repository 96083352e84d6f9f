package dev.storetwin.core.pricing;

import dev.storetwin.core.forecast.ExpectedArrivals;
import dev.storetwin.state.Inbound;
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
 * @param start    can be sold now; negative when oversold
 * @param arrivals by day
 * @param share    of the channel
 * @param caveats  what had to be assumed, in words
 */
record ChannelStock(double start, double[] arrivals, double share, List<String> caveats) {

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
        return Optional.of(new ChannelStock(share * now, units, share, caveats));
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
            double sold = state.demand()
                    .sales(sku, each, today.minusDays(RECENT_DAYS), today)
                    .totalUnits();
            own += each.equals(channel) ? sold : 0;
            all += sold;
        }
        return (own + 1) / (all + channels.size());
    }

    @Override
    public double[] arrivals() {
        return arrivals.clone();
    }

    /** All that can be sold within the days. */
    double total() {
        double sum = start;
        for (double units : arrivals) {
            sum += units;
        }
        return sum;
    }
}
