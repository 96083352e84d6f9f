package dev.storetwin.core.inventory.policy;

import java.util.Arrays;
import java.util.List;

/** Orders the same of everything every time. */
record FixedOrder(long units) implements OrderingPolicy {

    @Override
    public String name() {
        return "always " + units;
    }

    @Override
    public String family() {
        return "fixed";
    }

    @Override
    public List<PanelForecaster> forecasters() {
        return List.of(PanelForecasters.seasonalAverage());
    }

    @Override
    public int reach(int lead, int review) {
        return lead + review;
    }

    @Override
    public long[] orders(OrderMoment moment) {
        var orders = new long[moment.size()];
        Arrays.fill(orders, units);
        return orders;
    }
}
