package dev.storetwin.core.inventory.policy;

import java.util.List;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.stream.LongStream;

/** Orders as another policy does, and tells of every moment and its orders. */
record Spy(OrderingPolicy policy, BiConsumer<OrderMoment, long[]> told) implements OrderingPolicy {

    Spy(Consumer<OrderMoment> told) {
        this(
                OrderingPolicies.criticalQuantile(PanelForecasters.seasonalAverage()),
                (moment, orders) -> told.accept(moment));
    }

    /** Keeps the orders of all moments at which no more than so many periods are known. */
    Spy(OrderingPolicy policy, int periods, List<Long> kept) {
        this(policy, (moment, orders) -> LongStream.of(moment.periods() <= periods ? orders : new long[0])
                .forEach(kept::add));
    }

    @Override
    public String name() {
        return policy.name();
    }

    @Override
    public String family() {
        return policy.family();
    }

    @Override
    public List<PanelForecaster> forecasters() {
        return policy.forecasters();
    }

    @Override
    public int reach(int lead, int review) {
        return policy.reach(lead, review);
    }

    @Override
    public long[] orders(OrderMoment moment) {
        var orders = policy.orders(moment);
        told.accept(moment, orders);
        return orders;
    }
}
